import CPoppler
import MetadataCore

/// A source as poppler's seekable stream asks for it: a position, and a bound on the bytes given out.
///
/// poppler keeps what it has read of a stream, so the bound is one on memory.
final class SourceStream {
    private let source: any ByteSource
    private var budget: Int
    private(set) var position = 0
    /// Why the last read failed.
    private(set) var failure: ExtractionError?

    /// Makes a stream at the start of `source` that gives out at most `budget` bytes.
    init(_ source: any ByteSource, budget: Int) {
        self.source = source
        self.budget = budget
    }

    /// The length of the source, in bytes.
    var byteCount: Int { source.byteCount }

    /// Reads the next bytes.
    ///
    /// - Parameter count: How many bytes at most.
    /// - Returns: The bytes, empty at the end; nil when they cannot be had or the budget is used up.
    func read(_ count: Int) -> ArraySlice<UInt8>? {
        guard failure == nil else { return nil }
        let wanted = min(max(0, count), max(0, byteCount - position))
        guard wanted <= budget else {
            failure = .limitExceeded("poppler asked for more of the document than may be held in memory", at: position)
            return nil
        }
        do throws(ExtractionError) {
            let bytes = try source.read(position..<(position + wanted))
            budget -= bytes.count
            position += bytes.count
            return bytes
        } catch {
            failure = error
            return nil
        }
    }

    /// Moves to an offset inside the source or to its end.
    ///
    /// - Returns: Whether there is such a place.
    func seek(to offset: Int) -> Bool {
        guard offset >= 0, offset <= byteCount else { return false }
        position = offset
        return true
    }
}
