internal import Crypto

/// Signs requests by AWS Signature Version 4, in a header or in the query of a URL.
///
/// ```swift
/// let signer = Signer(service: "s3", region: "eu-west-1", credentials: credentials)
/// let signed = signer.sign(request, at: .now())
/// let link = signer.presign(request, for: .seconds(60), at: .now())
/// ```
///
/// Every field of the request is signed but those that proxies change (``unsignedHeaders``). Among them are, when the
/// request has them, `content-type` and `content-length`: a presigned PUT with both is bound to one size and one type.
public struct Signer: Sendable {
    /// How the path goes into the signature.
    enum PathRules: Sendable {
        /// Just as it is sent: S3, whose keys may hold `//` and `..`.
        case asSent
        /// Without dot segments and encoded once more: every other service.
        case normalized
    }

    /// What stands for the digest of content that is not signed.
    static let unsignedPayload = "UNSIGNED-PAYLOAD"

    /// Fields that are never signed, since proxies may change them.
    public static let unsignedHeaders: Set<String> = [
        "authorization", "connection", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id",
    ]

    private let service: String
    private let region: String
    private let credentials: AWSCredentials

    /// Makes a signer.
    ///
    /// - Parameters:
    ///   - service: The service's name in signatures, such as `s3`, `dynamodb`, `states`.
    ///   - region: The region.
    ///   - credentials: Whose signature it is.
    public init(service: String, region: String, credentials: AWSCredentials) {
        self.service = service
        self.region = region
        self.credentials = credentials
    }

    private var pathRules: PathRules { service == "s3" ? .asSent : .normalized }

    /// Signs in the `authorization` header. Adds `host`, `x-amz-date`, for S3 `x-amz-content-sha256`, and for
    /// credentials of a session `x-amz-security-token`.
    ///
    /// - Parameters:
    ///   - request: The request with its content.
    ///   - time: When it is signed; services refuse what is 15 minutes off.
    /// - Returns: The request to send, unchanged from here on.
    public func sign(_ request: HTTPRequest, at time: Timestamp) -> HTTPRequest {
        var request = request
        let digest = request.headers["x-amz-content-sha256"] ?? Hexadecimal.encode(SHA256.hash(data: request.body))
        request.headers["host"] = request.headers["host"] ?? request.endpoint.authority
        request.headers["x-amz-date"] = time.basicFormat
        if service == "s3" { request.headers["x-amz-content-sha256"] = digest }
        if let token = credentials.sessionToken { request.headers["x-amz-security-token"] = token }
        let scope = SigningScope(day: time.day, region: region, service: service)
        let canonical = CanonicalRequest(request, payloadDigest: digest, pathRules: pathRules)
        let signature = scope.signature(of: canonical.text, at: time, secret: credentials.secretAccessKey)
        request.headers["authorization"] =
            "\(SigningScope.algorithm) Credential=\(credentials.accessKeyID)/\(scope.text), "
            + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
        return request
    }

    /// Signs in the query, so that someone without credentials can send the request.
    ///
    /// The content is not signed. The holder must send exactly the fields that the request has, but for `host`, which
    /// every client sends. The URL ends with the session of the credentials, whatever `lifetime` says.
    ///
    /// - Parameters:
    ///   - request: The request without content.
    ///   - lifetime: How long the URL is good, in whole seconds: 1 second to 7 days.
    ///   - time: When it is signed.
    /// - Returns: The request with its query signed; its ``HTTPRequest/url`` is what to hand out.
    public func presign(_ request: HTTPRequest, for lifetime: Duration, at time: Timestamp) -> HTTPRequest {
        var request = request
        request.headers["host"] = request.headers["host"] ?? request.endpoint.authority
        let scope = SigningScope(day: time.day, region: region, service: service)
        let signedHeaders = CanonicalRequest(request, payloadDigest: "", pathRules: pathRules).signedHeaders
        request.query += [
            .init("X-Amz-Algorithm", SigningScope.algorithm),
            .init("X-Amz-Credential", "\(credentials.accessKeyID)/\(scope.text)"),
            .init("X-Amz-Date", time.basicFormat),
            .init("X-Amz-Expires", String(min(max(1, lifetime.components.seconds), 604_800))),
            .init("X-Amz-SignedHeaders", signedHeaders),
        ]
        if let token = credentials.sessionToken { request.query.append(.init("X-Amz-Security-Token", token)) }
        let digest = service == "s3" ? Self.unsignedPayload : Hexadecimal.encode(SHA256.hash(data: request.body))
        let canonical = CanonicalRequest(request, payloadDigest: digest, pathRules: pathRules)
        let signature = scope.signature(of: canonical.text, at: time, secret: credentials.secretAccessKey)
        request.query.append(.init("X-Amz-Signature", signature))
        return request
    }
}
