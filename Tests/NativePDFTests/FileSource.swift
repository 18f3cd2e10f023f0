import Foundation
import MetadataCore

/// A temporary file, read by its descriptor and removed with the last reference.
final class FileSource: ByteSource {
    let byteCount: Int
    private let handle: FileHandle
    private let url: URL

    init(_ bytes: [UInt8]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: url)
        handle = try FileHandle(forReadingFrom: url)
        byteCount = bytes.count
    }

    deinit {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }

    var fileDescriptor: Int32? { handle.fileDescriptor }

    /// Fails: a document that is read by its descriptor needs no other bytes.
    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        throw ExtractionError(.unreadable, "not meant to be read", at: range.lowerBound)
    }
}

/// A source without a descriptor that is long and mostly empty: what lies between its two ends is never stored.
struct SparseSource: ByteSource {
    let start: [UInt8]
    let end: [UInt8]
    let byteCount: Int

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let bounds = range.clamped(to: 0..<byteCount)
        let endStart = byteCount - end.count
        return ArraySlice(
            bounds.map { offset in
                offset < start.count ? start[offset] : offset < endStart ? 0x20 : end[offset - endStart]
            })
    }
}

extension Extraction {
    /// The value of the first finding for a field.
    subscript(_ field: Field) -> FieldValue? {
        findings.first { $0.field == field }?.value
    }
}
