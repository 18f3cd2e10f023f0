internal import Crypto
internal import MetadataCore

/// The state that turns what an extractor said into the writes that end an execution.
package struct Filer: Sendable {
    package let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    /// Checks a record and says how it is to be written.
    ///
    /// - Parameter input: `fileId`, `versionId`, `claim`, and `record`: the extractor's record as JSON.
    /// - Returns: `write` and `list`: the two conditional updates, in DynamoDB's JSON.
    /// - Throws: ``ExtractFailure`` when the record is none; ``PipelineError``, after which the same may be tried again.
    package func handle(_ input: JSONValue) async throws -> JSONValue {
        let (write, list) = try await writes(input)
        return .object(of: ["write": write.json, "list": list?.json])
    }

    /// The writes that end an execution: of the version, and of the list.
    package func writes(_ input: JSONValue) async throws -> (version: ItemWrite, list: ItemWrite?) {
        guard let record = try input["record"].map({ try MetadataRecord(parsing: $0.bytes()) }) else {
            throw ExtractFailure(.corrupt, "the extractor answered without a record")
        }
        let merged = OptionalFindings(input).merged(into: record)
        let fileID = try input.text("fileId")
        let versionID = try input.text("versionId")
        guard let item = try await services.table.item(.version(fileID, versionID)), let version = FileVersion(item),
            let claim = input["claim"], let fence = Int(try claim.text("fence")),
            let attempt = Int(try claim.text("attempt"))
        else { throw PipelineError(.malformed, "no claimed version \(versionID) of file \(fileID)") }
        let result = try await store(merged, of: version)
        let finish = VersionTransition.finish(fence: fence, attempt: attempt, result: result)
        return (finish.write(version), finish.listWrite(version, attempt: attempt))
    }

    /// The attributes of a result. A record that is too long for the table goes to the bucket.
    private func store(_ record: MetadataRecord, of version: FileVersion) async throws -> ItemAttributes {
        let bytes = record.canonicalJSON()
        var result: ItemAttributes = [
            .recordDigest: .string(SHA256.hash(data: bytes).hexadecimal), .format: .string(record.format.rawValue),
            .summary: .string(record.summary),
        ]
        guard bytes.count > services.settings.inlineRecordByteCount else {
            result[.record] = .string(String(decoding: bytes, as: UTF8.self))
            return result
        }
        let key = "metadata/\(version.fileID)/\(version.versionID).json"
        try await services.objects.put(
            bytes, to: ObjectName(bucket: version.bucket, key: key), contentType: "application/json")
        result[.recordKey] = .string(key)
        return result
    }
}

extension MetadataRecord {
    /// A few words for a list: `640 x 480`, `3 pages`, `12 rows x 6 columns`.
    fileprivate var summary: String {
        if let pages = document?.pageCount { return "\(pages) pages" }
        if let width = image?.width, let height = image?.height { return "\(width) x \(height)" }
        if let rows = table?.rowCount, let columns = table?.columnCount { return "\(rows) rows x \(columns) columns" }
        return mediaType
    }
}
