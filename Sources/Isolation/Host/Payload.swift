internal import CSandbox
internal import MetadataCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A request before it is written, with the descriptors that go along. It keeps the sources, and so the descriptors,
/// alive.
final class Payload: Sendable {
    let request: Frame.Request
    /// Sent with the request's first byte, one for each part that says so.
    let descriptors: [Int32]
    private let sources: [TypedSource]
    private let copies: [MemoryFile]

    /// Makes a payload for a file and blocks inside it, or some of these, at most ``Frame/mostParts``.
    ///
    /// - Throws: ``ExtractionError`` as ``RequestContent/init(of:in:_:)`` does, of any part.
    init(id: UInt32, sources: [TypedSource], options: ExtractionOptions) throws(ExtractionError) {
        var parts: [Frame.Part] = []
        var descriptors: [Int32] = []
        var copies: [MemoryFile] = []
        for typed in sources {
            let content = try RequestContent(of: typed, in: parts.isEmpty ? nil : sources.first, options)
            parts.append(Frame.Part(typed.format, content.frame))
            if let descriptor = content.descriptor { descriptors.append(descriptor) }
            if let copy = content.copy { copies.append(copy) }
        }
        request = Frame.Request(id: id, options: options, parts: parts)
        self.descriptors = descriptors
        self.sources = sources
        self.copies = copies
    }
}

/// How the bytes of one part get to the worker: the cheapest way that there is.
private struct RequestContent {
    let frame: Frame.Content
    private(set) var descriptor: Int32?
    /// Keeps the descriptor open that belongs to nobody else.
    private(set) var copy: MemoryFile?

    /// Up to here content is copied faster than the worker can take a descriptor and read from it.
    private static let cheapInlineBytes = 8_192
    /// Longer blocks are not read again from the file.
    private static let mostInsideBytes = 1 << 20

    /// Finds the way for a part; `file` is the first one of the request, nil for itself.
    ///
    /// - Throws: ``ExtractionError`` with code `limitExceeded` when a source without a descriptor is larger than
    ///   `Limits.inMemoryByteCount`, `unreadable` when its bytes cannot be had or copied.
    init(of typed: TypedSource, in file: TypedSource?, _ options: ExtractionOptions) throws(ExtractionError) {
        let source = typed.source
        let mostInlineBytes = source.fileDescriptor == nil ? Frame.mostInlineBytes : Self.cheapInlineBytes
        if let file, let offset = Self.offset(of: typed, in: file) {
            frame = .inside(offset: offset, byteCount: source.byteCount)
        } else if source.byteCount <= mostInlineBytes {
            frame = .inline(try source.head(mostInlineBytes))
        } else {
            frame = .descriptor(byteCount: source.byteCount)
            if source.fileDescriptor == nil {
                copy = try MemoryFile(of: source, limit: options.limits.inMemoryByteCount)
            }
            descriptor = source.fileDescriptor ?? copy?.descriptor
        }
    }

    /// Where a block stands in the file, byte for byte; nil where it does not.
    private static func offset(of block: TypedSource, in file: TypedSource) -> Int? {
        let byteCount = block.source.byteCount
        guard file.offset == 0, let offset = block.offset, byteCount <= mostInsideBytes,
            0...max(0, file.source.byteCount - byteCount) ~= offset,
            let inner = try? block.source.head(byteCount),
            let outer = try? file.source.read(offset..<offset + byteCount)
        else { return nil }
        return areSame(inner, outer) ? offset : nil
    }

    /// The corresponding C function is `memcmp`, many times as fast as `==`.
    private static func areSame(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        guard one.count == other.count else { return false }
        return unsafe one.withUnsafeBytes { one in
            unsafe other.withUnsafeBytes { other in
                guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
                return unsafe memcmp(start, otherStart, one.count) == 0
            }
        }
    }
}

/// An anonymous file in memory, for sources that have no descriptor of their own.
final class MemoryFile: Sendable {
    /// Sealed: nobody can change it.
    let descriptor: Int32

    private static let blockByteCount = 1 << 20

    /// Copies a source.
    ///
    /// - Throws: ``ExtractionError`` with code `limitExceeded` when it is longer than `limit`, `unreadable` when it
    ///   cannot be read or copied.
    ///
    /// The corresponding C function is `memfd_create`.
    init(of source: any ByteSource, limit: Int) throws(ExtractionError) {
        guard source.byteCount <= limit else {
            throw .limitExceeded("\(source.byteCount) bytes without a descriptor, \(limit) allowed in memory", at: nil)
        }
        descriptor = assay_memory_create()
        guard descriptor >= 0 else { throw Self.failure(-descriptor) }
        try Self.fill(descriptor, from: source)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
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
