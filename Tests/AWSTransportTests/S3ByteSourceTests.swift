import MetadataCore
import TestSupport
import Testing

@testable import AWSTransport

struct S3ByteSourceTests {
    private static let content = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    private static let shape = BlockCache.Shape(blockByteCount: 100, blockLimit: 20, requestLimit: 8, gapLimit: 2)

    private func source(
        _ transport: StubTransport, byteCount: Int = content.count, shape: BlockCache.Shape = shape
    ) throws -> S3ByteSource {
        let head = try S3ObjectHead(["content-length": String(byteCount), "etag": "\"e\"", "x-amz-version-id": "v"])
        let location = S3Location(bucket: "bucket", key: "k")
        return S3ByteSource(location, head: head, client: S3Client(transport.client()), shape: shape)
    }

    /// Answers ranges of ``content``.
    private static func server() -> StubTransport {
        StubTransport { request, _ in
            let bounds = (request.headers["range"] ?? "").dropFirst("bytes=".count).split(separator: "-")
            guard let first = Int(bounds[0]), let last = Int(bounds[1]), first < content.count else {
                return .json("", status: 416)
            }
            let range = first..<min(last + 1, content.count)
            let headers: HTTPFields = ["content-range": "bytes \(first)-\(range.upperBound - 1)/\(content.count)"]
            return .success(HTTPResponse(status: 206, headers: headers, body: Array(content[range])))
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `Random reads give the object's bytes, and no more is kept than allowed`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let transport = Self.server()
        let source = try source(transport)
        for _ in 0..<200 {
            let start = Int.random(in: 0..<11_000, using: &random)
            let longest = [50, 500, 12_000][Int.random(in: 0..<3, using: &random)]
            let range = start..<(start + Int.random(in: 0..<longest, using: &random))
            let expected = Self.content[range.clamped(to: 0..<Self.content.count)]
            #expect(try source.read(range).elementsEqual(expected))
        }
        for request in transport.requests {
            #expect(request.headers["if-match"] == "\"e\"")
            #expect(request.query == [.init("versionId", "v")])
        }
    }

    @Test func `A small read is one request of a block, and read again none`() throws {
        let transport = Self.server()
        let source = try source(transport)
        _ = try source.read(250..<260)
        _ = try source.read(210..<290)
        #expect(transport.requests.map { $0.headers["range"] } == ["bytes=200-299"])
        #expect(source.traffic == S3ByteSource.Traffic(requestCount: 1, byteCount: 100))
    }

    @Test func `Neighbours are asked for together, across blocks that are at hand`() throws {
        let transport = Self.server()
        let source = try source(transport)
        _ = try source.read(200..<300)
        _ = try source.read(0..<600)
        #expect(transport.requests.map { $0.headers["range"] } == ["bytes=200-299", "bytes=0-599"])
    }

    @Test func `Reading straight on asks for ever more ahead`() throws {
        let transport = Self.server()
        let source = try source(transport)
        for start in stride(from: 0, to: Self.content.count, by: 50) { _ = try source.read(start..<(start + 50)) }
        #expect(source.traffic.byteCount == Self.content.count)
        #expect(source.traffic.requestCount < 20)
    }

    @Test func `An object that changed is an error and not a mixture`() throws {
        let source = try source(StubTransport(.json("", status: 412)))
        let error = #expect(throws: ExtractionError.self) { try source.read(0..<1) }
        #expect(error?.code == .changedWhileRead)
        #expect(source.failure?.code == .preconditionFailed)
    }

    @Test func `What may succeed later says so`() throws {
        let source = try source(StubTransport(.json("<Error><Code>SlowDown</Code></Error>", status: 503)))
        let error = #expect(throws: ExtractionError.self) { try source.read(0..<1) }
        #expect(error?.code == .unreadable)
        #expect(source.failure?.isRetryable == true)
    }

    @Test func `Nothing is asked for past the end or of nothing`() throws {
        let transport = Self.server()
        let source = try source(transport)
        #expect(try source.read(10_000..<10_100).isEmpty)
        #expect(try source.read(5..<5).isEmpty)
        #expect(try self.source(transport, byteCount: 0).read(0..<10).isEmpty)
        #expect(transport.requests.isEmpty)
    }
}
