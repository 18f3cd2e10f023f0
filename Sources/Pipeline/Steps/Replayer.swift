/// Tries failed versions again, as somebody asked: from letters of the dead-letter queue.
package struct Replayer: Sendable {
    package let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    /// Handles a batch of letters as a queue delivers them.
    ///
    /// A version that fails again has a new letter. It stays in the queue when it is younger than
    /// ``PipelineSettings/replayUntil``: otherwise what nobody has mended would be tried without end.
    ///
    /// - Parameter json: `Records`, each with `messageId`, `body` and `attributes`.
    /// - Returns: `batchItemFailures`: the letters that are to come again.
    package func handle(_ json: JSONValue) async -> JSONValue {
        var failures: [JSONValue] = []
        for record in json["Records"]?.array ?? [] {
            guard let body = record["body"]?.string, let letter = try? JSONValue(parsing: body.utf8) else { continue }
            do {
                if isYoung(record) { throw PipelineError(.unavailable, "not to be replayed yet") }
                _ = try await replay(letter)
            } catch {
                failures.append(.object(of: ["itemIdentifier": record["messageId"]]))
            }
        }
        return .object(["batchItemFailures": .array(failures)])
    }

    /// Whether a letter was sent too late for this replay.
    private func isYoung(_ record: JSONValue) -> Bool {
        guard let until = services.settings.replayUntil,
            let sent = record["attributes"]?["SentTimestamp"]?.string.flatMap({ Int($0) })
        else { return false }
        return Timestamp(milliseconds: sent) > until
    }

    /// Tries one version again.
    ///
    /// - Parameter letter: `fileId`, `versionId`, and `attempt`, the attempt that failed, as number or text.
    /// - Returns: False when that attempt is not the last one any more, or the version is no longer failed.
    /// - Throws: ``PipelineError``; the same letter may be handled again.
    package func replay(_ letter: JSONValue) async throws -> Bool {
        guard let fileID = letter["fileId"]?.string, let versionID = letter["versionId"]?.string,
            let attempt = letter["attempt"]?.integer ?? letter["attempt"]?.string.flatMap({ Int($0) }),
            let item = try await services.table.item(.version(fileID, versionID)),
            let version = FileVersion(item), let state = VersionState(item), state.attempt == attempt
        else { return false }
        let lease = services.now().adding(seconds: services.settings.routeLease)
        let replay = VersionTransition.replay(seen: state, leaseUntil: lease)
        guard try await services.table.write([replay.write(version)]) == .written else { return false }
        if let list = replay.listWrite(version, attempt: state.attempt + 1) {
            _ = try await services.table.write([list])
        }
        try await Router(services).start(version, number: state.starts + 1)
        return true
    }
}
