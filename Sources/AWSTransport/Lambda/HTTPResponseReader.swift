/// Reads one HTTP/1.1 response from bytes as they come. It does no I/O.
///
/// Specification: RFC 9112. The content ends by `content-length`, by its last chunk, or with the connection.
struct HTTPResponseReader {
    private struct Head {
        var response: HTTPResponse
        var isChunked: Bool
        var byteCount: Int?
    }

    private static let headLimit = 65_536

    private let limit: Int
    private var bytes: [UInt8] = []
    private var head: Head?
    /// Where the content begins.
    private var start = 0
    /// Up to where no end of the head was found.
    private var searched = 0
    /// Whether another request may follow on the connection.
    private(set) var keepsConnection = true

    /// Makes a reader.
    ///
    /// - Parameter limit: The most bytes of content.
    init(limit: Int) {
        self.limit = limit
    }

    /// Whether nothing came yet.
    var isEmpty: Bool { bytes.isEmpty }

    /// Takes the next bytes.
    ///
    /// - Returns: The response when it is whole.
    mutating func append(_ more: ArraySlice<UInt8>) throws(AWSError) -> HTTPResponse? {
        bytes += more
        while head == nil {
            guard try readHead() else { return nil }
        }
        return try content(isEnd: false)
    }

    /// Takes the end of the connection.
    ///
    /// - Returns: The response, if the end of the connection ends it.
    mutating func end() throws(AWSError) -> HTTPResponse {
        keepsConnection = false
        guard let response = try content(isEnd: true) else {
            throw AWSError(isEmpty ? .connectionFailed : .truncated, "the connection ended early")
        }
        return response
    }
}

// MARK: - Head

extension HTTPResponseReader {
    /// Reads the head, and drops those with a status of 1xx.
    ///
    /// - Returns: False when more bytes are needed.
    private mutating func readHead() throws(AWSError) -> Bool {
        let blank: [UInt8] = [13, 10, 13, 10]
        var index = max(0, searched - 3)
        while index + 4 <= bytes.count, !bytes[index..<(index + 4)].elementsEqual(blank) { index += 1 }
        searched = index
        guard index + 4 <= bytes.count else {
            guard bytes.count <= Self.headLimit else { throw malformed("its head is too long") }
            return false
        }
        let head = try Self.head(bytes[..<index])
        guard 200... ~= head.response.status else {
            bytes.removeFirst(index + 4)
            searched = 0
            return !bytes.isEmpty
        }
        guard head.byteCount ?? 0 <= limit else {
            throw AWSError(.responseTooLarge, "\(head.byteCount ?? 0) bytes of content, \(limit) allowed")
        }
        start = index + 4
        let says = head.response.headers["connection"]?.lowercased()
        keepsConnection = says != "close" && bytes.starts(with: "HTTP/1.1".utf8)
        self.head = head
        return true
    }

    private static func head(_ bytes: ArraySlice<UInt8>) throws(AWSError) -> Head {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        let status = lines[0].split(separator: " ", maxSplits: 2)
        guard status.count >= 2, status[0].hasPrefix("HTTP/1."), let code = Int(status[1]), 100..<600 ~= code else {
            throw malformed("it does not begin with a status")
        }
        var headers: HTTPFields = [:]
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty else { throw malformed("a field without a name") }
            headers.append(String(halves[0]), trimmed(halves[1]))
        }
        let isChunked = headers["transfer-encoding"]?.lowercased() == "chunked"
        let byteCount = isChunked || code == 204 ? nil : headers["content-length"].map { Int($0) ?? -1 }
        guard byteCount ?? 0 >= 0 else { throw malformed("its length is no number") }
        return Head(
            response: HTTPResponse(status: code, headers: headers), isChunked: isChunked,
            byteCount: code == 204 ? 0 : byteCount)
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}

// MARK: - Content

extension HTTPResponseReader {
    private func content(isEnd: Bool) throws(AWSError) -> HTTPResponse? {
        guard let head else { return nil }
        guard bytes.count - start <= limit + Self.headLimit else {
            throw AWSError(.responseTooLarge, "more than \(limit) bytes of content")
        }
        var response = head.response
        if head.isChunked {
            guard let content = try Self.chunks(bytes[start...]) else { return nil }
            response.body = content
        } else if let count = head.byteCount {
            guard bytes.count - start >= count else { return nil }
            response.body = Array(bytes[start..<(start + count)])
        } else {
            guard isEnd else { return nil }
            response.body = Array(bytes[start...])
        }
        return response
    }

    /// The content of all chunks; nil when the last has not come.
    private static func chunks(_ bytes: ArraySlice<UInt8>) throws(AWSError) -> [UInt8]? {
        var content: [UInt8] = []
        var rest = bytes
        while let end = rest.firstIndex(of: 10) {
            let digits = String(decoding: rest[..<end].prefix { $0 != 13 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
            guard let count = Int(digits, radix: 16), count >= 0 else {
                throw malformed("a chunk without a length")
            }
            rest = rest[(end + 1)...]
            guard count > 0 else { return rest.contains(10) ? content : nil }
            guard rest.count >= 2, count <= rest.count - 2 else { return nil }
            content += rest.prefix(count)
            rest = rest.dropFirst(count + 2)
        }
        return nil
    }
}

private func malformed(_ message: String) -> AWSError {
    AWSError(.malformedResponse, "the response is malformed: \(message)")
}
