internal import AsyncHTTPClient
internal import MetadataCore
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Sends requests by AsyncHTTPClient: HTTP/1.1, TLS where the endpoint wants it, connections kept and reused.
///
/// The first request starts its one thread, so that a process that sends nothing pays nothing. It follows no redirect,
/// and does not decompress.
public final class AsyncHTTPTransport: HTTPTransport {
    private let configuration: HTTPClient.Configuration
    private let client = Guarded<HTTPClient?>(nil)

    /// Makes a transport that lives as long as the process.
    ///
    /// - Parameters:
    ///   - connectionTimeout: How long a connection may take to be made, TLS included.
    ///   - connectionsPerHost: How many requests to one server run at once; others wait for their turn.
    public init(connectionTimeout: Duration = .seconds(3), connectionsPerHost: Int = 16) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: TimeAmount(connectionTimeout)),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connectionsPerHost
        configuration.connectionPool.retryConnectionEstablishment = false
        self.configuration = configuration
    }

    private var openClient: HTTPClient {
        client.withLock { client in
            if let client { return client }
            let fresh = HTTPClient(
                eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 1)),
                configuration: configuration)
            client = fresh
            return fresh
        }
    }

    /// Closes all connections. Only a process that goes on without the transport needs this, before it lets it go.
    ///
    /// - Throws: What AsyncHTTPClient throws when it cannot close.
    public func shutdown() async throws {
        let client = client.withLock { client in
            defer { client = nil }
            return client
        }
        guard let client else { return }
        try await client.shutdown()
        try await client.eventLoopGroup.shutdownGracefully()
    }

    /// Begins an exchange.
    ///
    /// - Parameters:
    ///   - request: What to send.
    ///   - bounds: How long it may take and how much may come.
    ///   - completion: Called once, on the transport's thread.
    /// - Returns: A function that gives the exchange up.
    public func start(
        _ request: HTTPRequest, within bounds: ExchangeBounds,
        completion: @escaping @Sendable (Result<HTTPResponse, AWSError>) -> Void
    ) -> @Sendable () -> Void {
        do {
            let request = try HTTPClient.Request(request)
            let collector = ResponseAccumulator(request: request, maxBodySize: bounds.responseByteCount)
            let deadline = NIODeadline.now() + TimeAmount(bounds.timeout)
            let task = openClient.execute(request: request, delegate: collector, deadline: deadline)
            task.futureResult.whenComplete { result in
                completion(result.map(HTTPResponse.init).mapError(AWSError.init(transport:)))
            }
            return { task.fail(reason: HTTPClientError.cancelled) }
        } catch {
            completion(.failure(AWSError(.invalidConfiguration, "cannot send to \(request.url): \(error)")))
            return {}
        }
    }
}

extension HTTPClient.Request {
    fileprivate init(_ request: HTTPRequest) throws {
        try self.init(
            url: request.url, method: HTTPMethod(rawValue: request.method),
            headers: HTTPHeaders(request.headers.fields.map { ($0.name, $0.value) }),
            body: request.body.isEmpty ? nil : .byteBuffer(ByteBuffer(bytes: request.body)))
    }
}

extension HTTPResponse {
    fileprivate init(_ response: HTTPClient.Response) {
        var headers: HTTPFields = [:]
        for (name, value) in response.headers { headers.append(name, value) }
        let body = response.body.map { Array($0.readableBytesView) } ?? []
        self.init(status: Int(response.status.code), headers: headers, body: body)
    }
}

extension AWSError {
    fileprivate init(transport error: any Error) {
        switch error {
        case is ResponseAccumulator.ResponseTooBigError: self.init(.responseTooLarge, "\(error)")
        case is HTTPParserError: self.init(.truncated, "\(error)")
        case let error as HTTPClientError: self.init(Self.code(of: error), "\(error)")
        default: self.init(.connectionFailed, "\(error)")
        }
    }

    private static func code(of error: HTTPClientError) -> Code {
        switch error {
        case .deadlineExceeded, .connectTimeout, .tlsHandshakeTimeout, .readTimeout, .writeTimeout,
            .getConnectionFromPoolTimeout:
            .timeout
        case .cancelled: .cancelled
        default: .connectionFailed
        }
    }
}
