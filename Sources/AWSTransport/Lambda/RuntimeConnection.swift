internal import Dispatch
internal import MetadataCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// One kept connection to the Runtime API, on a thread of its own: no event loop has to start before the first event
/// can be asked for.
///
/// It waits for the next event without an end: Lambda freezes the process meanwhile.
final class RuntimeConnection: Sendable {
    /// Lambda's limit of an event is 6 MB.
    private static let eventLimit = 8 << 20

    let server: Endpoint
    private let queue = DispatchQueue(label: "lambda-runtime")
    private let socket = Guarded<Socket?>(nil)

    init(_ server: Endpoint) {
        self.server = server
    }

    /// Sends a request and suspends until the response is there.
    func exchange(_ request: HTTPRequest) async -> Result<HTTPResponse, AWSError> {
        await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: Result { () throws(AWSError) in try self.exchangeAndWait(request) })
            }
        }
    }

    /// A connection that was closed while it was idle is made anew, once.
    private func exchangeAndWait(_ request: HTTPRequest) throws(AWSError) -> HTTPResponse {
        let bytes = Self.bytes(of: request)
        if let kept = takeSocket() {
            do throws(AWSError) {
                return try exchange(bytes, on: kept)
            } catch  where error.code == .connectionFailed {}
        }
        return try exchange(bytes, on: Socket(connectingTo: server))
    }

    private func takeSocket() -> Socket? {
        socket.withLock { socket in
            defer { socket = nil }
            return socket
        }
    }

    private func exchange(_ request: [UInt8], on connection: Socket) throws(AWSError) -> HTTPResponse {
        try connection.send(request)
        var reader = HTTPResponseReader(limit: Self.eventLimit)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try connection.receive(&buffer)
            guard count > 0 else { return try reader.end() }
            guard let response = try reader.append(buffer[..<count]) else { continue }
            if reader.keepsConnection { socket.withLock { $0 = connection } }
            return response
        }
    }

    private static func bytes(of request: HTTPRequest) -> [UInt8] {
        var head = "\(request.method) \(request.path) HTTP/1.1\r\nhost: \(request.endpoint.authority)\r\n"
        for field in request.headers.fields { head += "\(field.name): \(field.value)\r\n" }
        if request.method == "POST" { head += "content-length: \(request.body.count)\r\n" }
        return Array((head + "\r\n").utf8) + request.body
    }
}

/// A connected socket that the value closes.
private final class Socket: Sendable {
    private let descriptor: Int32

    /// Connects.
    ///
    /// The corresponding C functions are `getaddrinfo`, `socket` and `connect`.
    init(connectingTo server: Endpoint) throws(AWSError) {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let host = server.host.hasPrefix("[") ? String(server.host.dropFirst().dropLast()) : server.host
        guard unsafe getaddrinfo(host, String(server.port ?? 80), &hints, &list) == 0 else {
            throw AWSError(.connectionFailed, "no address of \(server.authority)")
        }
        defer { unsafe freeaddrinfo(list) }
        var candidate = unsafe list
        while let address = unsafe candidate?.pointee {
            if let descriptor = unsafe Self.connect(to: address) {
                self.descriptor = descriptor
                return
            }
            unsafe candidate = address.ai_next
        }
        throw AWSError(.connectionFailed, "no connection to \(server.authority)")
    }

    deinit {
        close(descriptor)
    }

    private static func connect(to address: addrinfo) -> Int32? {
        let type = unsafe address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = unsafe socket(address.ai_family, type, address.ai_protocol)
        guard descriptor >= 0 else { return nil }
        guard unsafe openConnection(descriptor, address.ai_addr, address.ai_addrlen) == 0 else {
            close(descriptor)
            return nil
        }
        var isOn: Int32 = 1
        unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }

    /// Sends all bytes.
    ///
    /// The corresponding C function is `send`.
    func send(_ bytes: [UInt8]) throws(AWSError) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
                return unsafe sendBytes(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw AWSError(.connectionFailed, "cannot send: error \(errno)") }
            sent += count
        }
    }

    /// Waits for bytes.
    ///
    /// - Returns: How many came; 0 at the end of the connection.
    ///
    /// The corresponding C function is `recv`.
    func receive(_ buffer: inout [UInt8]) throws(AWSError) -> Int {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw AWSError(.connectionFailed, "cannot receive: error \(errno)") }
            return count
        }
    }
}

// `connect` and `send` by names that the methods of the class do not hide.
private let openConnection = unsafe connect
private let sendBytes = unsafe send
