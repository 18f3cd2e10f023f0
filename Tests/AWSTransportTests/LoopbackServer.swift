import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

@testable import AWSTransport

/// A real HTTP server on a loopback port that answers by a function.
final class LoopbackServer: Sendable {
    /// What the server saw: the request line and the fields as they came over the wire.
    struct Seen: Sendable {
        var method: String
        var uri: String
        var headers: HTTPFields
        var body: [UInt8]
    }

    typealias Answer = @Sendable (_ request: Seen, _ count: Int) -> HTTPResponse

    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let channel: any Channel
    private let log: Log

    fileprivate final class Log: Sendable {
        let requests = Mutex<[Seen]>([])
        let answer: Answer

        init(_ answer: @escaping Answer) {
            self.answer = answer
        }
    }

    /// Starts on a free port. An answer of status 0 closes the connection instead.
    init(_ answer: @escaping Answer) async throws {
        let log = Log(answer)
        self.log = log
        channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try channel.pipeline.syncOperations.addHandler(Responder(log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var port: Int { channel.localAddress?.port ?? 0 }

    var endpoint: Endpoint { Endpoint(host: "127.0.0.1", port: port, isSecure: false) }

    var requests: [Seen] { log.requests.withLock { $0 } }

    func stop() async throws {
        try await channel.close()
        try await group.shutdownGracefully()
    }
}

private final class Responder: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let log: LoopbackServer.Log
    private var seen = LoopbackServer.Seen(method: "", uri: "", headers: [:], body: [])

    init(_ log: LoopbackServer.Log) {
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            seen = .init(method: head.method.rawValue, uri: head.uri, headers: [:], body: [])
            for (name, value) in head.headers { seen.headers.append(name, value) }
        case .body(let buffer): seen.body += Array(buffer.readableBytesView)
        case .end: respond(context)
        }
    }

    private func respond(_ context: ChannelHandlerContext) {
        let count = log.requests.withLock { requests in
            requests.append(seen)
            return requests.count
        }
        let response = log.answer(seen, count)
        guard response.status > 0 else { return context.close(promise: nil) }
        var headers = HTTPHeaders(response.headers.fields.map { ($0.name, $0.value) })
        if !headers.contains(name: "content-length") {
            headers.add(name: "content-length", value: String(response.body.count))
        }
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: response.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if headers["connection"].contains("close") { context.close(promise: nil) }
    }
}
