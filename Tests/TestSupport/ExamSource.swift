import MetadataCore
import Synchronization

/// A source in memory that counts what is read, and can fail one read.
final class ExamSource: ByteSource {
    private struct Counts {
        var reads = 0
        var bytes = 0
    }

    private let bytes: MemorySource
    private let failingRead: Int?
    private let counts = Mutex(Counts())

    /// Makes a source.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - failingRead: The number of the read that throws, counted from 0.
    init(_ bytes: [UInt8], failingRead: Int? = nil) {
        self.bytes = MemorySource(bytes)
        self.failingRead = failingRead
    }

    var byteCount: Int { bytes.byteCount }

    /// How often ``read(_:)`` was called.
    var readCount: Int { counts.withLock { $0.reads } }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let slice = bytes.read(range)
        let number = counts.withLock { counts in
            counts.reads += 1
            counts.bytes += slice.count
            return counts.reads - 1
        }
        guard number != failingRead else {
            throw ExtractionError(.unreadable, "input/output error", at: range.lowerBound)
        }
        return slice
    }

    /// Whether more was read than any linear reader needs.
    ///
    /// - Parameter limits: What the extractor was given.
    /// - Returns: One sentence for each fault.
    func faults(limits: Limits) -> [String] {
        let counts = counts.withLock { $0 }
        var faults: [String] = []
        if counts.reads > 4 * max(1_024, min(limits.elementCount, 1 << 32)) {
            faults.append("reads \(counts.reads) times")
        }
        if counts.bytes > 256 * byteCount + (16 << 20) {
            faults.append("reads \(counts.bytes) bytes of a file of \(byteCount)")
        }
        return faults
    }
}
