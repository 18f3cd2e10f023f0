public import MetadataCore

/// An object of S3, read by ranges as a parser asks for them.
///
/// Requests are made of whole blocks of 64 KiB; neighbours are asked for together, and a reader that goes straight on
/// gets ever more ahead, up to 4 MiB. At most 16 MiB are kept. Every request is bound to the entity tag: an object that
/// changes meanwhile is an error, never a mixture.
///
/// Reading waits. Read it on threads that may, as handlers of ``LambdaRuntime`` do (``BlockingExecutor``).
///
/// ```swift
/// let head = try await objects.head(of: location)
/// let source = S3ByteSource(location, head: head, client: objects.with(deadline: deadline))
/// let record = await engine.record(of: source)
/// ```
public final class S3ByteSource: ByteSource {
    /// What reading cost.
    public struct Traffic: Hashable, Sendable {
        /// How many requests were made, not counting those that were tried again.
        public var requestCount = 0
        /// How many bytes came.
        public var byteCount = 0
    }

    private struct State {
        var cache: BlockCache
        var traffic = Traffic()
        var failure: AWSError?
    }

    private let location: S3Location
    private let etag: String
    private let client: S3Client
    private let state: Guarded<State>

    /// The length of the object, in bytes.
    public let byteCount: Int

    /// Makes a source; nothing is read yet.
    ///
    /// - Parameters:
    ///   - location: The object.
    ///   - head: What S3 says of it.
    ///   - client: What asks for it; its deadline bounds every read.
    public convenience init(_ location: S3Location, head: S3ObjectHead, client: S3Client) {
        self.init(location, head: head, client: client, shape: BlockCache.Shape())
    }

    init(_ location: S3Location, head: S3ObjectHead, client: S3Client, shape: BlockCache.Shape) {
        var location = location
        location.versionID = location.versionID ?? head.versionID
        self.location = location
        self.client = client
        etag = head.etag
        byteCount = head.byteCount
        state = Guarded(State(cache: BlockCache(byteCount: head.byteCount, shape: shape)))
    }

    /// What reading cost so far.
    public var traffic: Traffic { state.withLock { $0.traffic } }

    /// Why the last read failed, with the code of the service; nil when none did. It tells whether to try again later.
    public var failure: AWSError? { state.withLock { $0.failure } }

    /// Reads a range, from memory or from S3.
    ///
    /// - Parameter range: Offsets in bytes.
    /// - Returns: The bytes, cut at the end of the object.
    /// - Throws: ``MetadataCore/ExtractionError`` with code `changedWhileRead` when the object is another now, `timeout`
    ///   when the time was up, else `unreadable`; ``failure`` tells more.
    public func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<byteCount)
        var buffer = [UInt8](repeating: 0, count: range.count)
        let count = try fill(&buffer, from: range.lowerBound)
        return buffer[0..<count]
    }

    /// Reads into a buffer that the caller reuses.
    ///
    /// - Parameters:
    ///   - buffer: Overwritten from its start.
    ///   - offset: Where to begin.
    /// - Returns: How many bytes were read.
    /// - Throws: ``MetadataCore/ExtractionError`` as ``read(_:)`` does.
    public func fill(_ buffer: inout [UInt8], from offset: Int) throws(ExtractionError) -> Int {
        guard offset < byteCount else { return 0 }
        let end = offset + min(buffer.count, byteCount - offset)
        state.withLock { $0.cache.begin(offset..<end) }
        var position = offset
        while position < end {
            let bytes = try bytes(at: position, before: end).prefix(end - position)
            buffer.replaceSubrange((position - offset)..<(position - offset + bytes.count), with: bytes)
            position += bytes.count
        }
        return end - offset
    }

    private func bytes(at offset: Int, before end: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        if let bytes = state.withLock({ $0.cache.bytes(at: offset) }) { return bytes }
        let range = state.withLock { $0.cache.request(at: offset, before: end) }
        do throws(AWSError) {
            let object = try client.getAndWait(location, range: range, ifMatch: etag)
            state.withLock { state in
                state.traffic.requestCount += 1
                state.traffic.byteCount += object.bytes.count
                state.cache.store(object.bytes, at: range.lowerBound)
            }
            return object.bytes[(offset - range.lowerBound)...]
        } catch {
            state.withLock { $0.failure = error }
            throw ExtractionError(Self.code(of: error), "S3 did not send it: \(error)", at: offset)
        }
    }

    private static func code(of error: AWSError) -> Issue.Code {
        switch error.code {
        case .preconditionFailed, .noSuchVersion, .noSuchKey, .invalidRange: .changedWhileRead
        case .timeout: .timeout
        default: .unreadable
        }
    }
}
