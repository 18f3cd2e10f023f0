internal import MetadataCore

/// The bytes of a file, read by ranges and kept in a few windows.
///
/// A small file is read at once. Of a larger one some windows are kept, so that neighbouring objects cost one reading
/// and memory does not depend on the file.
final class PDFBytes {
    private let source: any ByteSource
    private let rangeLimit: Int
    private var windows: [Window] = []
    private var bytesLeft: Int
    /// Whether damaged objects are read as far as they make sense: in a file whose structure is broken anyhow.
    var isLenient = false
    /// The first reading that failed.
    private(set) var failure: ExtractionError?
    /// What was done so far.
    private(set) var effort = ReadingEffort()
    /// Whether a range was wanted after the last that may be read.
    private(set) var isExhausted = false

    private struct Window {
        let start: Int
        let bytes: ArraySlice<UInt8>

        var end: Int { start + bytes.count }
    }

    /// A file up to this size is read at once.
    private static let wholeByteCount = 131_072
    private static let windowByteCount = 32_768
    private static let windowLimit = 32
    private static let alignment = 4_096
    /// Longer ranges are not kept.
    private static let longestWindow = 262_144

    init(_ source: any ByteSource, limits: Limits) {
        self.source = source
        rangeLimit = limits.rangeCount
        bytesLeft = (8 << 20) + 8 * min(source.byteCount, 1 << 24)
    }

    /// Counts an object that was parsed.
    func countObject() { effort.objectCount += 1 }

    /// Bounds the work on files whose objects lead to each other over and over.
    ///
    /// - Parameters:
    ///   - parsed: Bytes that were parsed.
    ///   - decoded: Bytes that a stream was decoded to.
    /// - Throws: `limitExceeded` when it is too much for the length of the file.
    func spend(_ parsed: Int, decoded: Int = 0) throws(ExtractionError) {
        effort.parsedByteCount += parsed
        effort.decodedByteCount += decoded
        bytesLeft -= parsed + decoded
        guard bytesLeft >= 0 else { throw .limitExceeded("objects are read over and over", at: nil) }
    }

    /// The length of the file, in bytes.
    var byteCount: Int { source.byteCount }

    /// The bytes of a range, cut at the end of the file.
    ///
    /// - Throws: `unreadable` when they cannot be had, `limitExceeded` when the file was read too often.
    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        try readOn(from: range.lowerBound, atLeast: range.count).prefix(range.count)
    }

    /// The bytes from an offset on: so many, or fewer where the file ends, or more where they are at hand.
    func readOn(from offset: Int, atLeast count: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard offset >= 0, offset < byteCount, count > 0 else { return [] }
        let count = min(count, byteCount - offset)
        if let window = windows.first(where: { $0.start <= offset && offset + count <= $0.end }) {
            return window.bytes.dropFirst(offset - window.start)
        }
        guard byteCount > Self.wholeByteCount else { return try load(0..<byteCount).bytes.dropFirst(offset) }
        guard count <= Self.longestWindow else { return try fetch(offset..<(offset + count)) }
        let start = offset - offset % Self.alignment
        let end = min(byteCount, max(start + Self.windowByteCount, offset + count))
        return try load(start..<end).bytes.dropFirst(offset - start)
    }

    private func load(_ range: Range<Int>) throws(ExtractionError) -> Window {
        let window = Window(start: range.lowerBound, bytes: try fetch(range))
        if windows.count >= Self.windowLimit { windows.removeLast() }
        windows.insert(window, at: 0)
        return window
    }

    private func fetch(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard effort.rangeCount < rangeLimit else {
            isExhausted = true
            throw .limitExceeded("no more than \(rangeLimit) ranges of the file are read", at: range.lowerBound)
        }
        effort.rangeCount += 1
        effort.byteCount += range.count
        do throws(ExtractionError) {
            let bytes = try source.read(range)
            guard bytes.count == range.count else {
                throw ExtractionError(.unreadable, "the file is shorter than it was", at: range.lowerBound)
            }
            return bytes
        } catch {
            failure = failure ?? error
            throw error
        }
    }
}

/// How much was done to read a document: what bounds on time follow from.
struct ReadingEffort: Hashable {
    /// Ranges asked of the source.
    var rangeCount = 0
    /// Bytes in them.
    var byteCount = 0
    /// Objects parsed, an object as often as it was.
    var objectCount = 0
    /// Bytes parsed; those of objects without an end count four times.
    var parsedByteCount = 0
    /// Bytes that streams were decoded to.
    var decodedByteCount = 0
}
