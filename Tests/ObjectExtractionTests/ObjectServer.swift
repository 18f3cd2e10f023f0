import AWSTransport
import Synchronization

/// One object of S3 that is answered from memory, the way S3 answers.
final class ObjectServer: HTTPTransport {
    /// What the server does instead, once a request is of that kind; nil where it does what it should.
    typealias Fault = @Sendable (HTTPRequest) -> Result<HTTPResponse, AWSError>?

    private let content: [UInt8]
    private let checksums: HTTPFields
    private let parts: [Int]
    private let fault: Fault
    private let sent = Mutex(0)

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - content: The object.
    ///   - checksums: The fields that a head tells in addition.
    ///   - parts: The lengths of the parts that it was uploaded in.
    ///   - fault: What is done instead.
    init(
        _ content: [UInt8], checksums: HTTPFields = [:], parts: [Int] = [],
        fault: @escaping Fault = { _ in nil }
    ) {
        self.content = content
        self.checksums = checksums
        self.parts = parts
        self.fault = fault
    }

    /// How many bytes of the object were sent.
    var sentByteCount: Int { sent.withLock { $0 } }

    /// A client of this server that pauses for next to nothing.
    var client: S3Client {
        let retry = RetryPolicy(maximumAttempts: 3, firstPause: .nanoseconds(1), longestPause: .nanoseconds(2))
        return S3Client(
            AWSClient(
                configuration: AWSConfiguration(region: "eu-west-1", retry: retry),
                credentials: AWSCredentials(accessKeyID: "id", secretAccessKey: "secret"), transport: self))
    }

    func start(
        _ request: HTTPRequest, within bounds: ExchangeBounds,
        completion: @escaping @Sendable (Result<HTTPResponse, AWSError>) -> Void
    ) -> @Sendable () -> Void {
        completion(fault(request) ?? .success(answer(request)))
        return {}
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        if request.query.contains(where: { $0.name == "attributes" }) { return attributes(request) }
        guard request.method == "GET", let range = request.headers["range"] else { return head }
        return part(range)
    }

    private var head: HTTPResponse {
        var response = HTTPResponse(status: 200, headers: ["etag": "\"e\"", "content-length": String(content.count)])
        for field in checksums.fields { response.headers.append(field.name, field.value) }
        return response
    }

    private func part(_ field: String) -> HTTPResponse {
        let bounds = field.dropFirst("bytes=".count).split(separator: "-").compactMap { Int($0) }
        let range = bounds[0]..<min(bounds[1] + 1, content.count)
        sent.withLock { $0 += range.count }
        let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.count)"
        return HTTPResponse(status: 206, headers: ["content-range": place], body: Array(content[range]))
    }

    /// Two parts an answer, so that whoever asks has to ask again.
    private func attributes(_ request: HTTPRequest) -> HTTPResponse {
        let first = request.headers["x-amz-part-number-marker"].flatMap { Int($0) } ?? 0
        let last = min(first + 2, parts.count)
        let listed = (first..<last).map {
            "<Part><PartNumber>\($0 + 1)</PartNumber><Size>\(parts[$0])</Size></Part>"
        }
        let text = """
            <GetObjectAttributesResponse><ObjectSize>\(content.count)</ObjectSize><ObjectParts>\
            <IsTruncated>\(last < parts.count)</IsTruncated><NextPartNumberMarker>\(last)</NextPartNumberMarker>\
            \(listed.joined())</ObjectParts></GetObjectAttributesResponse>
            """
        return HTTPResponse(status: 200, body: Array(text.utf8))
    }
}

extension Result<HTTPResponse, AWSError> {
    /// An error as S3 sends it.
    static func refusal(_ code: String, status: Int) -> Self {
        .success(HTTPResponse(status: status, body: Array("<Error><Code>\(code)</Code></Error>".utf8)))
    }
}
