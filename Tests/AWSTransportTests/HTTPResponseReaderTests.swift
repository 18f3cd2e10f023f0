import TestSupport
import Testing

@testable import AWSTransport

struct HTTPResponseReaderTests {
    private static let plain = "HTTP/1.1 200 OK\r\nA: 1\r\nContent-Length:  5 \r\n\r\nhello"
    private static let chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n"
    private static let continued = "HTTP/1.1 100 Continue\r\n\r\n" + plain
    private static let empty = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"

    private func read(_ text: String, piece: Int) throws(AWSError) -> (HTTPResponse?, HTTPResponseReader) {
        var reader = HTTPResponseReader(limit: 100)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            if let response = try reader.append(bytes[start..<min(bytes.count, start + piece)]) {
                return (response, reader)
            }
        }
        return (nil, reader)
    }

    @Test(arguments: [plain, chunked, continued], [1, 2, 3, 7, 1_000])
    func `Whole and piece by piece agree`(text: String, piece: Int) throws {
        let (response, reader) = try read(text, piece: piece)
        #expect(response?.status == 200)
        #expect(response?.body == Array("hello".utf8))
        #expect(reader.keepsConnection)
    }

    @Test func `Content may be empty`() throws {
        #expect(try read(Self.empty, piece: 1).0 == HTTPResponse(status: 202, headers: ["content-length": "0"]))
        #expect(try read("HTTP/1.1 204 No Content\r\n\r\n", piece: 1).0?.status == 204)
    }

    @Test func `Content without a length ends with the connection`() throws {
        var (response, reader) = try read("HTTP/1.0 200 OK\r\n\r\nhello", piece: 4)
        #expect(response == nil)
        response = try reader.end()
        #expect(response?.body == Array("hello".utf8))
        #expect(!reader.keepsConnection)
    }

    @Test(arguments: [
        "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    ])
    func `A connection that the server closes is not kept`(text: String) throws {
        #expect(try read(text, piece: 9).1.keepsConnection == false)
    }

    @Test(arguments: [plain, chunked])
    func `A response that ends early is an error`(text: String) throws {
        for count in 0..<text.utf8.count - 1 {
            var reader = HTTPResponseReader(limit: 100)
            #expect(try reader.append(Array(text.utf8.prefix(count))[...]) == nil)
            let error = #expect(throws: AWSError.self) { try reader.end() }
            #expect(error?.code == (count == 0 ? .connectionFailed : .truncated))
        }
    }

    @Test(arguments: [
        "HTTP/2 200\r\n\r\n", "hello\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
    ])
    func `What is no response is refused`(text: String) {
        let error = #expect(throws: AWSError.self) { try read(text, piece: 1_000) }
        #expect(error?.code == .malformedResponse)
    }

    @Test func `Lengths are bounded`() throws {
        #expect(refusal("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n") == .responseTooLarge)
        let many = String(repeating: "a", count: 70_000)
        #expect(refusal("HTTP/1.1 200 OK\r\n\r\n" + many) == .responseTooLarge)
        #expect(refusal("HTTP/1.1 200 OK\r\nA: " + many) == .malformedResponse)
        let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFF\r\n"
        #expect(try read(chunk, piece: 999).0 == nil)
    }

    private func refusal(_ text: String) -> AWSError.Code? {
        do throws(AWSError) { _ = try read(text, piece: 999) } catch { return error.code }
        return nil
    }

    @Test(arguments: [plain, chunked])
    func `Any flipped byte ends`(text: String) {
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            for byte in [UInt8](0...255) {
                var copy = bytes
                copy[index] = byte
                var reader = HTTPResponseReader(limit: 100)
                if (try? reader.append(copy[...])) == .some(nil) { _ = try? reader.end() }
            }
        }
    }
}
