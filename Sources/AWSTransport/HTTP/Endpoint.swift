/// Where a service listens: scheme, host and port.
///
/// ```swift
/// let local = try Endpoint(parsing: "http://127.0.0.1:4566")
/// local.authority     // "127.0.0.1:4566"
/// ```
public struct Endpoint: Hashable, Sendable {
    /// Whether TLS is spoken.
    public var isSecure: Bool
    /// A name or an address; IPv6 in brackets.
    public var host: String
    /// The port; nil is the scheme's own.
    public var port: Int?

    /// Makes an endpoint.
    ///
    /// - Parameters:
    ///   - host: A name or an address; IPv6 in brackets.
    ///   - port: The port; nil is the scheme's own.
    ///   - isSecure: Whether TLS is spoken.
    public init(host: String, port: Int? = nil, isSecure: Bool = true) {
        self.host = host
        self.port = port == (isSecure ? 443 : 80) ? nil : port
        self.isSecure = isSecure
    }

    /// Reads `http://host:port` or `https://host:port`; a single slash may follow.
    ///
    /// - Parameter text: The URL.
    /// - Throws: ``AWSError`` with code `invalidConfiguration` when it is none, or has a path, a query or a user.
    public init(parsing text: String) throws(AWSError) {
        let halves = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, halves[0] == "http" || halves[0] == "https" else {
            throw AWSError(.invalidConfiguration, "no http or https URL: \(text)")
        }
        var authority = halves[1]
        if authority.hasSuffix("/") { authority.removeLast() }
        let (host, port) = Self.split(authority)
        guard !host.isEmpty, !authority.contains(where: { "/?#@".contains($0) }), port != .some(nil) else {
            throw AWSError(.invalidConfiguration, "no host and port: \(text)")
        }
        self.init(host: String(host), port: port ?? nil, isSecure: halves[0] == "https")
    }

    /// Host and port; a port that is no number is `.some(nil)`.
    private static func split(_ authority: Substring) -> (host: Substring, port: Int??) {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else {
            return (authority, nil)
        }
        let port = UInt16(authority[authority.index(after: colon)...]).map { Int($0) }
        return (authority[..<colon], .some(port))
    }

    /// The value of the `host` header: the port stands in it unless it is the scheme's own.
    public var authority: String { host + (port.map { ":\($0)" } ?? "") }

    /// The scheme and the authority.
    public var url: String { (isSecure ? "https://" : "http://") + authority }
}
