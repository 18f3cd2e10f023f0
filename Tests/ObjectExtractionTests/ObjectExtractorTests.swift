import AWSTransport
import Crypto
import Foundation
import MetadataCore
import ObjectExtraction
import Pipeline
import TestSupport
import Testing

private let table = Array("name;price\nann;1\nbob;2\ncid;3\n".utf8)

/// Asks an extractor for the record of the server's object.
private func answer(
    _ server: ObjectServer, family: ReaderFamily = .table, extractors: [any Extractor] = [],
    mode: ReadingMode = .stream, within time: Duration = .seconds(60)
) async throws -> JSONValue {
    let input = JSONValue.object([
        "bucket": .string("uploads"), "key": .string("k"), "filename": .string("name.csv"),
        "contentType": .string("text/csv"),
    ])
    return try await ObjectExtractor(family, extractors: extractors, mode: mode)
        .handle(input, client: server.client, deadline: .now + time)
}

private func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] { Array(SHA256.hash(data: Array(bytes))) }

struct ObjectExtractorTests {
    @Test func `A record says what the object is, whole`() async throws {
        let record = try #require(try await answer(ObjectServer(table))["record"])
        #expect(record["format"]?.string == "csv")
        #expect(record["size"]?.integer == table.count)
        #expect(record["table"]?["rowCount"]?.integer == 3)
        #expect(record["checksums"]?["sha256"]?.string == sha256(table).map { String(format: "%02x", $0) }.joined())
        #expect(record["integrity"] == nil)
    }

    /// Published values of "hello world" in S3's notation.
    static let published = [
        ("CRC64NVME", "jSnVw/bqjr4="), ("CRC32C", "yZRlqg=="),
        ("SHA256", "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek="),
    ]

    private func stored(_ algorithm: String, _ value: String, kind: String = "FULL_OBJECT") -> HTTPFields {
        ["x-amz-checksum-\(algorithm.lowercased())": value, "x-amz-checksum-type": kind]
    }

    private func integrity(_ algorithm: String, _ kind: String, isVerified: Bool) -> JSONValue {
        .object(["algorithm": .string(algorithm), "type": .string(kind), "verified": .boolean(isVerified)])
    }

    @Test(arguments: published)
    func `What was read is compared with what S3 stores`(algorithm: String, value: String) async throws {
        let server = ObjectServer(Array("hello world".utf8), checksums: stored(algorithm, value))
        let record = try #require(try await answer(server)["record"])
        #expect(record["integrity"] == integrity(algorithm, "FULL_OBJECT", isVerified: true))
    }

    @Test(arguments: published)
    func `Bytes that changed on their way make no record`(algorithm: String, value: String) async throws {
        let server = ObjectServer(Array("hello World".utf8), checksums: stored(algorithm, value))
        #expect(await failure(server) == .transient)
    }

    /// The object as it is stored when it was uploaded in parts; it may list others than it was.
    private func server(parts: [Int], listed: [Int]? = nil) -> ObjectServer {
        var rest = table[...]
        let digests = parts.flatMap { count in
            defer { rest = rest.dropFirst(count) }
            return sha256(rest.prefix(count))
        }
        let value = "\(Data(sha256(digests)).base64EncodedString())-\(parts.count)"
        return ObjectServer(table, checksums: stored("SHA256", value, kind: "COMPOSITE"), parts: listed ?? parts)
    }

    @Test(arguments: [[29], [10, 10, 9], [5, 5, 5, 5, 5, 4], [1, 28]])
    func `The checksum of parts is that of the parts' checksums`(parts: [Int]) async throws {
        let record = try #require(try await answer(server(parts: parts))["record"])
        #expect(record["integrity"] == integrity("SHA256", "COMPOSITE", isVerified: true))
    }

    @Test func `Parts of other lengths make no record`() async {
        #expect(await failure(server(parts: [10, 10, 9], listed: [10, 9, 10])) == .transient)
    }

    @Test func `Parts that do not add up are compared with nothing`() async throws {
        let server = ObjectServer(table, checksums: stored("SHA256", "AAAA-2", kind: "COMPOSITE"), parts: [1, 2])
        let record = try #require(try await answer(server)["record"])
        #expect(record["integrity"] == nil)
    }

    @Test func `Ranges are read where the reader wants them, and the record says so`() async throws {
        let picture = try Fixtures.bytes("JPEG/orientation-6.jpg")
        let long = picture + [UInt8](repeating: 0, count: 10_000_000)
        let server = ObjectServer(long, checksums: stored("CRC64NVME", "AAAAAAAAAAA="))
        let record = try #require(try await answer(server, family: .image, mode: .ranges)["record"])
        #expect(record["integrity"] == integrity("CRC64NVME", "NOT_READ", isVerified: false))
        #expect(record["checksums"] == nil)
        #expect(server.sentByteCount < long.count / 10)
    }

    @Test func `A file of another family is named and not read`() async throws {
        let server = ObjectServer(try Fixtures.bytes("PDF/three-pages.pdf"))
        #expect(try await answer(server) == .object(["family": .string("pdf")]))
    }
}

// MARK: - Failures

extension ObjectExtractorTests {
    private func failure(
        _ server: ObjectServer, extractors: [any Extractor] = [], within time: Duration = .seconds(60)
    ) async -> ExtractFailure.Kind? {
        let failure = await #expect(throws: ExtractFailure.self) {
            try await answer(server, extractors: extractors, within: time)
        }
        return failure?.kind
    }

    /// What S3 may refuse a request with, and what that means for the file.
    static let refusals: [(code: String, status: Int, kind: ExtractFailure.Kind)] = [
        ("NoSuchVersion", 404, .superseded), ("SlowDown", 503, .transient), ("InternalError", 500, .transient),
        ("AccessDenied", 403, .transient), ("PreconditionFailed", 412, .superseded),
    ]

    @Test(arguments: ["HEAD", "GET"], refusals)
    func `What S3 refuses has a kind`(
        method: String, refusal: (code: String, status: Int, kind: ExtractFailure.Kind)
    ) async {
        let server = ObjectServer(table) { request in
            request.method == method ? .refusal(refusal.code, status: refusal.status) : nil
        }
        #expect(await failure(server) == refusal.kind)
    }

    @Test func `Answers that break off are asked for again`() async throws {
        let count = Counter()
        let server = ObjectServer(table) { request in
            request.method == "GET" && count.next() < 2 ? .failure(AWSError(.truncated, "cut")) : nil
        }
        #expect(try await answer(server)["record"]?["size"]?.integer == table.count)
    }

    @Test func `Bytes that never come are waited for until the time is up`() async {
        let server = ObjectServer(table) { request in
            request.method == "GET" ? .failure(AWSError(.timeout, "nothing came")) : nil
        }
        #expect(await failure(server) == .timeout)
    }

    @Test func `A reader that does not return is not waited for`() async {
        let kind = await failure(ObjectServer(table), extractors: [EndlessReader()], within: .milliseconds(200))
        #expect(kind == .timeout)
    }

    @Test func `Bytes without a format are unsupported`() async {
        #expect(await failure(ObjectServer(Array(7..<250))) == .unsupported)
    }

    @Test func `An event without a key is no event`() async {
        await #expect(throws: PipelineError.self) {
            try await ObjectExtractor(.table, extractors: [], mode: .stream)
                .handle(.object([:]), client: ObjectServer(table).client, deadline: .now + .seconds(60))
        }
    }
}
