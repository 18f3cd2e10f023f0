import MetadataCore
import Synchronization

/// A source in memory that counts the bytes read from it.
final class CountingSource: ByteSource {
    private let bytes: MemorySource
    private let count = Mutex(0)

    init(_ bytes: [UInt8]) {
        self.bytes = MemorySource(bytes)
    }

    var byteCount: Int { bytes.byteCount }

    /// How many bytes were read in all.
    var readByteCount: Int { count.withLock { $0 } }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let slice = bytes.read(range)
        count.withLock { $0 += slice.count }
        return slice
    }
}

extension Extraction {
    /// The value of the first finding for a field.
    subscript(_ field: Field) -> FieldValue? {
        findings.first { $0.field == field }?.value
    }
}
