internal import CSandbox
internal import MetadataCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A request as it is sent, with the descriptor that goes along. It keeps the source, and so the descriptor, alive.
final class Payload: Sendable {
    let id: UInt32
    let bytes: [UInt8]
    /// Sent with the first byte; -1 when the content stands in the bytes.
    let descriptor: Int32
    private let source: any ByteSource
    private let ownsDescriptor: Bool

    /// Up to here content is copied faster than the worker can take a descriptor and read from it.
    private static let cheapInlineBytes = 8_192

    /// Makes a payload for a source.
    ///
    /// - Throws: ``ExtractionError`` with code `limitExceeded` when a source without a descriptor is larger than
    ///   `Limits.inMemoryByteCount`, `unreadable` when its bytes cannot be had or copied.
    init(
        id: UInt32, source: any ByteSource, format: FileFormat, options: ExtractionOptions
    ) throws(ExtractionError) {
        var content = Frame.Content.descriptor(byteCount: source.byteCount)
        let mostInlineBytes = source.fileDescriptor == nil ? Frame.mostInlineBytes : Self.cheapInlineBytes
        if source.byteCount <= mostInlineBytes {
            content = .inline(try source.head(mostInlineBytes))
            descriptor = -1
            ownsDescriptor = false
        } else if let descriptor = source.fileDescriptor {
            self.descriptor = descriptor
            ownsDescriptor = false
        } else {
            descriptor = try MemoryFile.copy(of: source, limit: options.limits.inMemoryByteCount)
            ownsDescriptor = true
        }
        self.id = id
        self.source = source
        bytes = Frame.request(Frame.Request(id: id, format: format, options: options, content: content)).bytes
    }

    /// The descriptors that go with the first byte.
    var descriptors: [Int32] { descriptor < 0 ? [] : [descriptor] }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }
}

/// An anonymous file in memory, for sources that have no descriptor of their own.
enum MemoryFile {
    private static let blockByteCount = 1 << 20

    /// Copies a source.
    ///
    /// - Returns: A sealed descriptor; the caller closes it.
    ///
    /// The corresponding C function is `memfd_create`.
    static func copy(of source: any ByteSource, limit: Int) throws(ExtractionError) -> Int32 {
        guard source.byteCount <= limit else {
            throw .limitExceeded("\(source.byteCount) bytes without a descriptor, \(limit) allowed in memory", at: nil)
        }
        let descriptor = assay_memory_create()
        guard descriptor >= 0 else { throw failure(-descriptor) }
        do throws(ExtractionError) {
            try fill(descriptor, from: source)
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func fill(_ descriptor: Int32, from source: any ByteSource) throws(ExtractionError) {
        var offset = 0
        while offset < source.byteCount {
            let block = try source.read(offset..<min(source.byteCount, offset + blockByteCount))
            guard !block.isEmpty else { break }
            let error = unsafe block.withUnsafeBytes { bytes in
                unsafe assay_memory_write(descriptor, bytes.baseAddress, bytes.count)
            }
            guard error == 0 else { throw failure(error) }
            offset += block.count
        }
        let error = assay_memory_seal(descriptor)
        guard error == 0 else { throw failure(error) }
    }

    private static func failure(_ error: Int32) -> ExtractionError {
        ExtractionError(.unreadable, "no copy in memory: error \(error)")
    }
}
