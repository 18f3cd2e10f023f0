/// A request as API Gateway's HTTP API hands it on (payload format 2.0).
package struct APIRequest: Hashable, Sendable {
    package var method: String
    package var path: String
    package var query: [String: String]
    package var headers: [String: String]
    package var body: [UInt8]
    /// Who asks: the verified token's subject; nil when no token was verified.
    package var subject: String?

    package init(
        method: String, path: String, query: [String: String] = [:], headers: [String: String] = [:],
        body: [UInt8] = [], subject: String?
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.subject = subject
    }

    /// Reads an invocation's event.
    ///
    /// - Throws: ``PipelineError`` with code `malformed` when it is no such event.
    package init(parsing event: JSONValue) throws(PipelineError) {
        guard let context = event["requestContext"], let http = context["http"] else {
            throw PipelineError(.malformed, "requestContext.http is missing")
        }
        try self.init(
            method: http.text("method"), path: event.text("rawPath"),
            query: (event["queryStringParameters"]?.object ?? [:]).compactMapValues(\.string),
            headers: (event["headers"]?.object ?? [:]).compactMapValues(\.string),
            body: Self.body(of: event), subject: context["authorizer"]?["jwt"]?["claims"]?["sub"]?.string)
    }

    private static func body(of event: JSONValue) throws(PipelineError) -> [UInt8] {
        guard let text = event["body"]?.string else { return [] }
        guard event["isBase64Encoded"] == .boolean(true) else { return Array(text.utf8) }
        guard let bytes = Base64Text.decode(text) else { throw PipelineError(.malformed, "the body is no base64") }
        return bytes
    }

    /// The bearer token of the `authorization` header.
    package var bearerToken: String? {
        guard let header = headers["authorization"], header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst("bearer ".count))
    }
}
