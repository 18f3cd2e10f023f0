/// The one text of a request that is signed.
///
/// Specification: "Signature Version 4", section "Create a canonical request".
struct CanonicalRequest {
    let text: String
    /// The names of the signed header fields, sorted, between semicolons.
    let signedHeaders: String

    /// Makes the canonical request.
    ///
    /// - Parameters:
    ///   - request: A request with all the fields that are to be signed.
    ///   - payloadDigest: The SHA-256 of the content in hexadecimal digits, or a word in its place.
    ///   - pathRules: How the path is treated.
    init(_ request: HTTPRequest, payloadDigest: String, pathRules: Signer.PathRules) {
        let headers = Self.headers(of: request)
        signedHeaders = headers.map(\.name).joined(separator: ";")
        text =
            ([request.method, Self.path(of: request, pathRules), Self.query(of: request)]
            + headers.map { "\($0.name):\($0.value)" } + ["", signedHeaders, payloadDigest])
            .joined(separator: "\n")
    }

    private static func path(of request: HTTPRequest, _ rules: Signer.PathRules) -> String {
        switch rules {
        case .asSent: request.path
        case .normalized: PercentEncoding.encode(withoutDotSegments(request.path), keepsSlashes: true)
        }
    }

    /// RFC 3986, 6.2.2.3, and repeated slashes made one.
    private static func withoutDotSegments(_ path: String) -> String {
        var kept: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = kept.popLast() } else { kept.append(segment) }
        }
        return "/" + kept.joined(separator: "/") + (path.hasSuffix("/") && !kept.isEmpty ? "/" : "")
    }

    /// Sorted by the bytes of the encoded names, then of the encoded values.
    private static func query(of request: HTTPRequest) -> String {
        request.query
            .map { (name: PercentEncoding.encode($0.name), value: PercentEncoding.encode($0.value)) }
            .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
            .map { "\($0.name)=\($0.value)" }
            .joined(separator: "&")
    }

    /// Sorted by name; the values of one name between commas; white space made single.
    private static func headers(of request: HTTPRequest) -> [HTTPFields.Field] {
        var values: [String: [String]] = [:]
        for field in request.headers.fields where !Signer.unsignedHeaders.contains(field.name) {
            let words = field.value.split(whereSeparator: \.isWhitespace)
            values[field.name, default: []].append(words.joined(separator: " "))
        }
        return values.sorted { $0.key < $1.key }
            .map { HTTPFields.Field(name: $0.key, value: $0.value.joined(separator: ",")) }
    }
}
