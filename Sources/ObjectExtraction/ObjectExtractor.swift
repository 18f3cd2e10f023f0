internal import AWSPipeline
package import AWSTransport
package import MetadataCore
internal import MetadataEngine
package import Pipeline

/// Reads one object of S3 and makes its record.
package struct ObjectExtractor: Sendable {
    private let family: ReaderFamily
    private let wholeEngine: ExtractionEngine
    private let partEngine: ExtractionEngine
    private let mode: ReadingMode

    /// Makes an extractor.
    ///
    /// - Parameters:
    ///   - family: What it reads.
    ///   - extractors: Its readers.
    ///   - mode: How much of an object is read.
    package init(_ family: ReaderFamily, extractors: [any Extractor], mode: ReadingMode) {
        self.family = family
        self.mode = mode
        var options = ExtractionOptions()
        wholeEngine = ExtractionEngine(extractors: extractors, options: options)
        options.computesChecksums = false
        partEngine = ExtractionEngine(extractors: extractors, options: options)
    }

    /// Answers a state of the workflow.
    ///
    /// - Parameters:
    ///   - input: `bucket`, `key`, `versionId`, `filename`, `contentType`.
    ///   - client: Where the object is.
    ///   - deadline: When the answer has to be there.
    /// - Returns: `record`; or `family`, the worker that reads such files, when this one does not.
    /// - Throws: ``ExtractFailure``.
    package func handle(
        _ input: JSONValue, client: S3Client, deadline: ContinuousClock.Instant
    ) async throws -> JSONValue {
        let answer = try await Deadline.run(until: deadline) {
            try await extract(input, client.with(deadline: deadline))
        }
        guard let answer else { throw ExtractFailure(.timeout, "the file took longer than it was given") }
        return answer
    }

    private func extract(_ input: JSONValue, _ client: S3Client) async throws -> JSONValue {
        let location = S3Location(
            bucket: try input.text("bucket"), key: try input.text("key"), versionID: input["versionId"]?.string)
        let hint = FormatHint(fileName: input["filename"]?.string, declaredMediaType: input["contentType"]?.string)
        let head = try await head(of: location, client)
        let source = S3ByteSource(location, head: head, client: client)
        if let other = try otherFamily(source, hint) { return .object(["family": .string(other.rawValue)]) }
        var record = try await record(of: source, hint, ObjectParts(of: location, head: head, client: client))
        if let failure = source.failure { throw ExtractFailure(failure) }
        if let failure = ExtractFailure(record) { throw failure }
        if record.checksums == nil { record.integrity = Integrity(notReadOf: head.checksums) }
        return .object(["record": try JSONValue(parsing: record.canonicalJSON())])
    }

    private func head(of location: S3Location, _ client: S3Client) async throws -> S3ObjectHead {
        do {
            return try await client.head(of: location)
        } catch {
            throw ExtractFailure(error)
        }
    }

    /// The family that should read this, if it is another one.
    private func otherFamily(_ source: S3ByteSource, _ hint: FormatHint) throws -> ReaderFamily? {
        let head: ArraySlice<UInt8>
        do {
            head = try source.head(65_536)
        } catch {
            throw source.failure.map { ExtractFailure($0) } ?? ExtractFailure(.transient, error.message)
        }
        let found = FormatIdentification.identify(source, head: head, hint: hint)
        guard let right = ReaderFamily(found), right != family else { return nil }
        return right
    }

    private func record(
        of source: S3ByteSource, _ hint: FormatHint, _ parts: ObjectParts
    ) async throws -> MetadataRecord {
        guard mode.readsAll(of: source.byteCount) else { return try await partEngine.record(of: source, hint: hint) }
        let tap = PartwiseSource(source, parts: try await parts.layout())
        var record = try await wholeEngine.record(of: tap, hint: hint)
        if source.failure == nil { record.integrity = try parts.integrity(of: record, tap) }
        return record
    }
}

/// How much of an object is read.
package struct ReadingMode: Hashable, Sendable {
    /// Longer objects are read by the ranges that the parser asks for, without checksums.
    package var wholeByteCount: Int

    /// Every byte of every object.
    package static let stream = ReadingMode(wholeByteCount: .max)
    /// Only what the parser asks for.
    package static let ranges = ReadingMode(wholeByteCount: 0)

    package init(wholeByteCount: Int) {
        self.wholeByteCount = wholeByteCount
    }

    /// Reads `stream`, `ranges` or a count of bytes.
    package init?(_ text: String) {
        switch text {
        case "stream": self = .stream
        case "ranges": self = .ranges
        default:
            guard let count = Int(text), count >= 0 else { return nil }
            self.init(wholeByteCount: count)
        }
    }

    func readsAll(of byteCount: Int) -> Bool { byteCount <= wholeByteCount }
}
