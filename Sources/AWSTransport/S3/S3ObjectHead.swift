/// What S3 says of an object without sending it.
public struct S3ObjectHead: Hashable, Sendable {
    /// The length of the whole object, in bytes.
    public var byteCount: Int
    /// The entity tag without its quotation marks.
    public var etag: String
    /// The version; nil in a bucket without versions.
    public var versionID: String?
    /// The media type that the sender named.
    public var contentType: String?
    /// When it was stored.
    public var lastModified: Timestamp?
    /// `AES256`, `aws:kms`, ...
    public var encryption: String?
    /// The checksums that are stored with it.
    public var checksums: S3Checksums
    /// What the sender added, by names without `x-amz-meta-`.
    public var metadata: [String: String]

    init(_ headers: HTTPFields) throws(AWSError) {
        guard let byteCount = Self.byteCount(headers), byteCount >= 0 else {
            throw AWSError(.malformedResponse, "S3 did not say how long the object is")
        }
        self.byteCount = byteCount
        etag = S3Response.unquoted(headers["etag"] ?? "")
        versionID = headers["x-amz-version-id"].flatMap { $0 == "null" ? nil : $0 }
        contentType = headers["content-type"]
        lastModified = headers["last-modified"].flatMap(Timestamp.init(httpDate:))
        encryption = headers["x-amz-server-side-encryption"]
        checksums = S3Checksums(headers)
        metadata = headers.fields.reduce(into: [:]) { metadata, field in
            guard field.name.hasPrefix("x-amz-meta-") else { return }
            metadata[String(field.name.dropFirst("x-amz-meta-".count))] = field.value
        }
    }

    /// Of a part, `content-range` tells the length of the whole.
    private static func byteCount(_ headers: HTTPFields) -> Int? {
        guard let range = headers["content-range"] else { return headers["content-length"].flatMap { Int($0) } }
        return range.split(separator: "/").last.flatMap { Int($0) }
    }
}

/// Bytes of an object and what S3 says of it.
public struct S3Object: Hashable, Sendable {
    /// What S3 says; the checksums are those of the whole object.
    public var head: S3ObjectHead
    /// The bytes that were asked for.
    public var bytes: [UInt8]
}
