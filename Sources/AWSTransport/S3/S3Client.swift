/// Reads and writes objects of S3.
///
/// ```swift
/// let objects = S3Client(client)
/// let head = try await objects.head(of: S3Location(bucket: "uploads", key: "a b+c.pdf"))
/// ```
public struct S3Client: Sendable {
    let client: AWSClient

    /// Makes a client.
    ///
    /// - Parameter client: What signs and sends.
    public init(_ client: AWSClient) {
        self.client = client
    }

    /// The same client with a deadline.
    ///
    /// - Parameter deadline: When a whole call must have ended.
    /// - Returns: A client that shares everything else.
    public func with(deadline: ContinuousClock.Instant) -> Self {
        Self(client.with(deadline: deadline))
    }
}

// MARK: - Reading

extension S3Client {
    /// What S3 says of an object, its checksums included.
    ///
    /// - Parameter location: The object.
    /// - Returns: Its length, type, version, checksums.
    /// - Throws: ``AWSError``, with code `noSuchKey` when there is none (`accessDenied` to callers who may not list the
    ///   bucket), `methodNotAllowed` when that version is a delete marker.
    public func head(of location: S3Location) async throws(AWSError) -> S3ObjectHead {
        var request = request("HEAD", location)
        request.headers["x-amz-checksum-mode"] = "ENABLED"
        return try await client.send(call(request) { response throws(AWSError) in try S3ObjectHead(response.headers) })
    }

    /// Reads an object or a part of it.
    ///
    /// - Parameters:
    ///   - location: The object.
    ///   - range: Offsets in bytes, cut at the end; nil is the whole.
    ///   - etag: Fails with `preconditionFailed` unless the object still has this entity tag.
    ///   - limit: The most bytes to receive; the caller's bound on memory.
    /// - Returns: The bytes, exactly those of `range`.
    /// - Throws: ``AWSError``, with code `invalidRange` when `range` begins past the end, `responseTooLarge` when there
    ///   are more bytes than `limit`.
    public func get(
        _ location: S3Location, range: Range<Int>? = nil, ifMatch etag: String? = nil, limit: Int = 64 << 20
    ) async throws(AWSError) -> S3Object {
        try await client.send(getCall(location, range: range, ifMatch: etag, limit: limit))
    }

    /// The same for synchronous callers: the thread waits.
    func getAndWait(_ location: S3Location, range: Range<Int>, ifMatch etag: String?) throws(AWSError) -> S3Object {
        try client.sendAndWait(getCall(location, range: range, ifMatch: etag, limit: range.count))
    }

    private func getCall(
        _ location: S3Location, range: Range<Int>?, ifMatch etag: String?, limit: Int
    ) -> ServiceCall<S3Object> {
        var request = request("GET", location)
        if let range {
            request.headers["range"] = "bytes=\(range.lowerBound)-\(max(range.lowerBound, range.upperBound - 1))"
        }
        if let etag { request.headers["if-match"] = "\"\(etag)\"" }
        var call = call(request) { response throws(AWSError) in try S3Response.object(response, range: range) }
        call.responseLimit = max(limit, 65_536)
        return call
    }

    /// The checksums of an object and of the parts that it was uploaded in.
    ///
    /// - Parameters:
    ///   - location: The object.
    ///   - part: Lists the parts after this number.
    /// - Returns: Sizes and checksums.
    /// - Throws: ``AWSError`` when they cannot be read.
    public func attributes(
        of location: S3Location, afterPart part: Int = 0
    ) async throws(AWSError) -> S3ObjectAttributes {
        var request = request("GET", location, query: [.init("attributes", "")])
        request.headers["x-amz-object-attributes"] = "ETag,Checksum,ObjectParts,ObjectSize"
        if part > 0 { request.headers["x-amz-part-number-marker"] = String(part) }
        return try await client.send(
            call(request) { response throws(AWSError) in
                try S3ObjectAttributes(S3Response.document(response))
            })
    }
}

// MARK: - Writing

extension S3Client {
    /// What was stored.
    public struct Stored: Hashable, Sendable {
        /// The entity tag without its quotation marks.
        public var etag: String
        /// The version; nil in a bucket without versions.
        public var versionID: String?
    }

    /// Stores an object. Its SHA-256 goes along, so that bytes which changed on their way are refused.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - location: Where; the version is not looked at.
    ///   - contentType: Its media type.
    ///   - isNew: Fails with `preconditionFailed` when there is an object already.
    /// - Returns: What was stored.
    /// - Throws: ``AWSError`` when it was not.
    @discardableResult
    public func put(
        _ bytes: [UInt8], to location: S3Location, contentType: String, onlyIfNew isNew: Bool = false
    ) async throws(AWSError) -> Stored {
        var request = request("PUT", location)
        request.body = bytes
        request.headers["content-type"] = contentType
        request.headers["x-amz-checksum-sha256"] = Checksum.sha256(bytes)
        if isNew { request.headers["if-none-match"] = "*" }
        return try await client.send(call(request) { response throws(AWSError) in Stored(response.headers) })
    }

    /// Deletes an object; in a bucket with versions, a marker hides it unless a version is named.
    ///
    /// - Parameter location: The object.
    /// - Throws: ``AWSError`` when it was not deleted. A missing one is deleted already.
    public func delete(_ location: S3Location) async throws(AWSError) {
        try await client.send(call(request("DELETE", location)) { _ throws(AWSError) in () })
    }
}

extension S3Client.Stored {
    init(_ headers: HTTPFields) {
        etag = S3Response.unquoted(headers["etag"] ?? "")
        versionID = headers["x-amz-version-id"].flatMap { $0 == "null" ? nil : $0 }
    }
}

// MARK: - Requests

extension S3Client {
    func call<Output>(
        _ request: HTTPRequest, read: @escaping @Sendable (HTTPResponse) throws(AWSError) -> Output
    ) -> ServiceCall<Output> {
        ServiceCall(service: "s3", request: request, failure: S3Response.error, read: read)
    }

    func request(_ method: String, _ location: S3Location, query: [HTTPRequest.QueryItem] = []) -> HTTPRequest {
        let address = S3Address(location, client.configuration)
        let readsVersion = ["GET", "HEAD", "DELETE"].contains(method) && !query.contains { $0.name == "uploadId" }
        let version = readsVersion ? location.versionID.map { [HTTPRequest.QueryItem("versionId", $0)] } ?? [] : []
        return HTTPRequest(
            method, address.endpoint, path: address.path, query: query + version)
    }
}
