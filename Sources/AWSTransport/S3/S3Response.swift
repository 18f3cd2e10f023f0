/// How S3 answers: fields, XML, and errors that have a body except after HEAD.
enum S3Response {
    private static let codesWithoutBody: [Int: AWSError.Code] = [
        304: "NotModified", 400: "BadRequest", 403: .accessDenied, 404: .noSuchKey, 405: .methodNotAllowed,
        409: "OperationAborted", 412: .preconditionFailed, 416: .invalidRange, 503: "SlowDown",
    ]

    /// Why a response is no success.
    @Sendable static func error(_ response: HTTPResponse) -> AWSError {
        let id = response.headers["x-amz-request-id"]
        if let root = try? XMLElement(parsing: response.body), let error = root.name == "Error" ? root : root["Error"],
            let code = error["Code"]?.text
        {
            return AWSError(
                AWSError.Code(rawValue: code), error["Message"]?.text ?? "", status: response.status, requestID: id)
        }
        let code = codesWithoutBody[response.status] ?? AWSError.Code(rawValue: "HTTP\(response.status)")
        return AWSError(code, "S3 answered \(response.status)", status: response.status, requestID: id)
    }

    /// The document of a success. CompleteMultipartUpload and CopyObject may call an error a success: 200.
    static func document(_ response: HTTPResponse) throws(AWSError) -> XMLElement {
        let root = try XMLElement(parsing: response.body)
        guard root.name != "Error" else {
            var error = error(response)
            if error.code == "InternalError" { error.status = 500 }
            throw error
        }
        return root
    }

    /// The bytes of a range, no more and no fewer than asked for.
    static func object(_ response: HTTPResponse, range: Range<Int>?) throws(AWSError) -> S3Object {
        let head = try S3ObjectHead(response.headers)
        let expected = range?.clamped(to: 0..<head.byteCount) ?? 0..<head.byteCount
        if range != nil {
            let wanted = "bytes \(expected.lowerBound)-\(expected.upperBound - 1)/\(head.byteCount)"
            // A server may answer a range that is the whole object with the whole object (RFC 9110, section 14.2).
            let isWhole = response.status == 200 && expected == 0..<head.byteCount
            guard isWhole || response.status == 206 && response.headers["content-range"] == wanted else {
                throw AWSError(.malformedResponse, "S3 sent another range than \(wanted)", status: response.status)
            }
        }
        guard response.body.count == expected.count else {
            throw AWSError(.truncated, "\(response.body.count) of \(expected.count) bytes came")
        }
        return S3Object(head: head, bytes: response.body)
    }

    static func unquoted(_ etag: String) -> String {
        etag.count >= 2 && etag.hasPrefix("\"") && etag.hasSuffix("\"") ? String(etag.dropFirst().dropLast()) : etag
    }
}
