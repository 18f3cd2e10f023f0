/// A request that someone without credentials can send while it is good.
public struct PresignedRequest: Hashable, Sendable {
    /// The method.
    public var method: String
    /// The address with the signature in its query.
    public var url: String
    /// The fields that must be sent with exactly these values; `host` is left out, as every client sends it.
    public var headers: [String: String]
    /// When it ends, in seconds since the epoch; earlier when the session of the credentials ends.
    public var expiration: Timestamp

    init(_ request: HTTPRequest, expiration: Timestamp) {
        method = request.method
        url = request.url
        headers = request.headers.fields.reduce(into: [:]) { headers, field in
            if field.name != "host" { headers[field.name] = field.value }
        }
        self.expiration = expiration
    }
}

extension S3Client {
    /// What an upload must be, for S3 to take it.
    public struct UploadTerms: Hashable, Sendable {
        /// Exactly so many bytes. A PUT cannot be bound to a range of sizes.
        public var byteCount: Int
        /// Exactly this media type.
        public var contentType: String
        /// The SHA-256 of the bytes in S3's notation, if it is known.
        public var sha256: String?
        /// Whether an object of that key must not be there.
        public var isNew: Bool
        /// Fields that are stored with it, by names without `x-amz-meta-`.
        public var metadata: [String: String]

        /// Makes terms.
        ///
        /// - Parameters:
        ///   - byteCount: Exactly so many bytes.
        ///   - contentType: Exactly this media type.
        ///   - sha256: The SHA-256 of the bytes in S3's notation.
        ///   - isNew: Whether an object of that key must not be there.
        ///   - metadata: Fields that are stored with it.
        public init(
            byteCount: Int, contentType: String, sha256: String? = nil, isNew: Bool = false,
            metadata: [String: String] = [:]
        ) {
            self.byteCount = byteCount
            self.contentType = contentType
            self.sha256 = sha256
            self.isNew = isNew
            self.metadata = metadata
        }
    }

    /// A PUT that stores one object of a known size and type.
    ///
    /// - Parameters:
    ///   - location: Where; the version is not looked at.
    ///   - terms: What the upload must be. All of them are signed.
    ///   - lifetime: How long the URL is good: 1 second to 7 days.
    /// - Returns: What to send, without the content.
    /// - Throws: ``AWSError`` with code `noCredentials` when there are none.
    public func presignPut(
        to location: S3Location, _ terms: UploadTerms, for lifetime: Duration
    ) throws(AWSError) -> PresignedRequest {
        var request = request("PUT", location)
        request.headers["content-length"] = String(terms.byteCount)
        request.headers["content-type"] = terms.contentType
        request.headers["x-amz-checksum-sha256"] = terms.sha256
        if terms.isNew { request.headers["if-none-match"] = "*" }
        for (name, value) in terms.metadata { request.headers["x-amz-meta-" + name.lowercased()] = value }
        return try presign(request, for: lifetime)
    }

    /// A PUT that uploads one part of a known size.
    ///
    /// - Parameters:
    ///   - number: The part's number: 1 to 10,000.
    ///   - uploadID: The upload's id.
    ///   - location: As it was created.
    ///   - byteCount: Exactly so many bytes.
    ///   - lifetime: How long the URL is good: 1 second to 7 days.
    /// - Returns: What to send, without the content.
    /// - Throws: ``AWSError`` with code `noCredentials` when there are none.
    public func presignPart(
        _ number: Int, of uploadID: String, at location: S3Location, byteCount: Int, for lifetime: Duration
    ) throws(AWSError) -> PresignedRequest {
        var request = request(
            "PUT", location, query: [.init("partNumber", String(number)), .init("uploadId", uploadID)])
        request.headers["content-length"] = String(byteCount)
        return try presign(request, for: lifetime)
    }

    /// A GET that downloads an object.
    ///
    /// - Parameters:
    ///   - location: The object.
    ///   - lifetime: How long the URL is good: 1 second to 7 days.
    ///   - contentDisposition: What S3 is to answer as `content-disposition`.
    ///   - contentType: What S3 is to answer as `content-type`.
    /// - Returns: What to send.
    /// - Throws: ``AWSError`` with code `noCredentials` when there are none.
    public func presignGet(
        _ location: S3Location, for lifetime: Duration, contentDisposition: String? = nil, contentType: String? = nil
    ) throws(AWSError) -> PresignedRequest {
        let answers = [
            contentDisposition.map { HTTPRequest.QueryItem("response-content-disposition", $0) },
            contentType.map { HTTPRequest.QueryItem("response-content-type", $0) },
        ]
        return try presign(request("GET", location, query: answers.compactMap { $0 }), for: lifetime)
    }

    private func presign(_ request: HTTPRequest, for lifetime: Duration) throws(AWSError) -> PresignedRequest {
        let now = client.time
        let signed = try client.signer(for: "s3").presign(request, for: lifetime, at: now)
        let end = now.secondsSinceEpoch + Int(min(max(1, lifetime.components.seconds), 604_800))
        return PresignedRequest(signed, expiration: Timestamp(secondsSinceEpoch: end))
    }
}
