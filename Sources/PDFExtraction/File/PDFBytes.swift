internal import MetadataCore

/// The bytes of a file, read by ranges and kept in a few windows.
///
/// A small file is read at once. Of a larger one some windows are kept, so that neighbouring objects cost one reading
/// and memory does not depend on the file.
final class PDFBytes {
    private let source: any ByteSource
    private var windows: [Window] = []
    private var readsLeft = 4_000
    /// Whether damaged objects are read as far as they make sense: in a file whose structure is broken anyhow.
    var isLenient = false
    /// The first reading that failed.
    private(set) var failure: ExtractionError?
    /// How many ranges were asked of the source.
    private(set) var readCount = 0

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

    init(_ source: any ByteSource) {
        self.source = source
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
        guard readsLeft > 0 else { throw .limitExceeded("the file is read in too many pieces", at: range.lowerBound) }
        readsLeft -= 1
        readCount += 1
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
