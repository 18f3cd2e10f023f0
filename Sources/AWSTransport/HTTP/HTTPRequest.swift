/// A request as it goes over the wire, before or after it was signed.
public struct HTTPRequest: Hashable, Sendable {
    /// A name and a value of the query, not encoded.
    public struct QueryItem: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value; the empty string is written as `name=`.
        public let value: String

        /// Makes a query item.
        ///
        /// - Parameters:
        ///   - name: The name.
        ///   - value: The value.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The method, in upper case.
    public var method: String
    /// The server.
    public var endpoint: Endpoint
    /// The path as it is sent: percent-encoded, from its first slash on.
    public var path: String
    /// The query, not encoded.
    public var query: [QueryItem]
    /// The header fields.
    public var headers: HTTPFields
    /// The content.
    public var body: [UInt8]

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - method: The method, in upper case.
    ///   - endpoint: The server.
    ///   - path: The path as it is sent: percent-encoded.
    ///   - query: The query, not encoded.
    ///   - headers: The header fields.
    ///   - body: The content.
    public init(
        _ method: String, _ endpoint: Endpoint, path: String = "/", query: [QueryItem] = [],
        headers: HTTPFields = [:], body: [UInt8] = []
    ) {
        self.method = method
        self.endpoint = endpoint
        self.path = path.hasPrefix("/") ? path : "/" + path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The query as it is sent, without a question mark.
    var encodedQuery: String {
        query.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }.joined(separator: "&")
    }

    /// The whole address, encoded.
    public var url: String { endpoint.url + path + (query.isEmpty ? "" : "?" + encodedQuery) }
}
