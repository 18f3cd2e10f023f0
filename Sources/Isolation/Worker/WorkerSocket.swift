internal import CSandbox
internal import MetadataCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The worker's end of the conversation; it waits where it has to.
struct WorkerSocket: ~Copyable {
    private let descriptor: Int32
    private let sender: ReplySender
    private var decoder = FrameDecoder()
    private var received: [Int32] = []
    private var scratch = [UInt8](repeating: 0, count: 65_536)

    init(descriptor: Int32, sender: ReplySender) {
        self.descriptor = descriptor
        self.sender = sender
    }

    /// Waits for the next request. Replies that are held go first, unless a small file is here already.
    ///
    /// - Returns: The request, and the sources of its parts; nil when the host is gone.
    /// - Throws: ``ExtractionError`` when the host sends what is no request.
    mutating func next() throws(ExtractionError) -> (Frame.Request, [any ByteSource])? {
        while true {
            if let frame = try decoder.next() {
                guard case .request(let request) = frame else { throw .corrupt("a reply from the host", at: nil) }
                return (request, try sources(for: request))
            }
            sender.flush()
            guard receive() else { return nil }
        }
    }

    /// Whether more was sent than the requests that were returned.
    var hasMore: Bool { decoder.pendingByteCount > 0 }

    private mutating func sources(for request: Frame.Request) throws(ExtractionError) -> [any ByteSource] {
        var sources: [any ByteSource] = []
        for part in request.parts { sources.append(try source(of: part.content, in: sources.first)) }
        return sources
    }

    private mutating func source(
        of content: Frame.Content, in file: (any ByteSource)?
    ) throws(ExtractionError) -> any ByteSource {
        switch content {
        case .inline(let bytes): return MemorySource(bytes)
        case .descriptor(let byteCount):
            if !DescriptorSource.isSmall(byteCount) { sender.flush() }
            guard !received.isEmpty else { throw .corrupt("a request without its descriptor", at: nil) }
            return DescriptorSource(descriptor: received.removeFirst(), byteCount: byteCount)
        case .inside(let offset, let byteCount):
            let (end, overflow) = offset.addingReportingOverflow(byteCount)
            guard let file, !overflow else { throw .corrupt("a block inside nothing", at: nil) }
            // Where the file cannot be read any more, its reader says so.
            return MemorySource((try? file.read(offset..<end)) ?? [])
        }
    }

    /// The corresponding C function is `recvmsg`.
    private mutating func receive() -> Bool {
        var descriptors = [Int32](repeating: -1, count: Int(ASSAY_MOST_DESCRIPTORS))
        var descriptorCount = 0
        let capacity = scratch.count
        let socket = descriptor
        let count = unsafe scratch.withUnsafeMutableBytes { bytes in
            unsafe assay_receive(socket, bytes.baseAddress, capacity, &descriptors, &descriptorCount, 1)
        }
        received += descriptors.prefix(descriptorCount)
        guard count > 0 else { return false }
        decoder.append(scratch[0..<count])
        return true
    }
}

/// Sends replies; may be used from any thread, one at a time.
final class ReplySender: Sendable {
    private let socket: Int32
    private let held = Guarded<[UInt8]>([])

    /// More bytes than this do not wait.
    static let mostHeldBytes = 16_384

    init(socket: Int32) {
        self.socket = socket
    }

    /// Sends a frame whole, behind those that are held.
    ///
    /// - Parameter bytes: The frame as it goes over the wire.
    /// - Returns: Whether the host is still there.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        held.withLock { held in
            held += bytes
            return transmit(&held)
        }
    }

    /// Keeps a frame to be sent with others; what is kept is sent when it has become much.
    ///
    /// - Parameter bytes: The frame as it goes over the wire.
    func hold(_ bytes: [UInt8]) {
        held.withLock { held in
            held += bytes
            if held.count > Self.mostHeldBytes { _ = transmit(&held) }
        }
    }

    /// Sends what is held.
    func flush() {
        held.withLock { _ = transmit(&$0) }
    }

    /// The corresponding C function is `sendmsg`.
    private func transmit(_ bytes: inout [UInt8]) -> Bool {
        defer { bytes.removeAll(keepingCapacity: bytes.count <= 2 * Self.mostHeldBytes) }
        var position = 0
        while position < bytes.count {
            let sent = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[position...])
                return unsafe assay_send(socket, rest.baseAddress, rest.count, nil, 0, 1)
            }
            guard sent > 0 else { return false }
            position += sent
        }
        return true
    }
}
