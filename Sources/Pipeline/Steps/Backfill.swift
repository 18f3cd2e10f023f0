/// Routes objects that were there before the pipeline was, as a distributed map lists them.
package struct Backfill: Sendable {
    package let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    /// Routes a batch of listed objects.
    ///
    /// - Parameter json: `Items`, each with `Key` and `LastModified`; or one such item by itself.
    /// - Returns: How many objects had which outcome.
    /// - Throws: ``PipelineError``; the same batch may be handled again.
    package func handle(_ json: JSONValue) async throws -> JSONValue {
        var counts: [String: JSONValue] = [:]
        for item in json["Items"]?.array ?? [json] {
            let event = ObjectEvent(
                bucket: services.settings.bucket, key: try item.text("Key"), versionID: nil,
                time: time(of: item["LastModified"]))
            let name = try await Router(services).route(event).rawValue
            counts[name] = .integer((counts[name]?.integer ?? 0) + 1)
        }
        return .object(counts)
    }

    /// When an object was last written: text, or seconds since 1970 as Step Functions has them.
    private func time(of value: JSONValue?) -> Timestamp {
        if let seconds = value?.number { return Timestamp(milliseconds: Int(seconds * 1_000)) }
        return value?.string.flatMap { Timestamp(parsing: $0) } ?? services.now()
    }
}
