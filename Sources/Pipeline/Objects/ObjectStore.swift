/// Where objects are kept: a bucket with versions.
package protocol ObjectStore: Sendable {
    /// What is said of an object without reading it.
    ///
    /// - Parameter object: The object; without a version, its newest.
    /// - Returns: nil when there is none, or when its newest version is a deletion.
    /// - Throws: ``PipelineError``.
    func head(_ object: ObjectName) async throws -> ObjectHead?

    /// Writes an object.
    ///
    /// - Throws: ``PipelineError``.
    func put(_ bytes: [UInt8], to object: ObjectName, contentType: String) async throws

    /// Reads a small object whole: at most `limit` bytes, or it throws ``PipelineError``.
    func get(_ object: ObjectName, limit: Int) async throws -> [UInt8]

    /// A URL by which somebody without credentials can do one thing for a while.
    ///
    /// - Throws: ``PipelineError`` when there are no credentials to sign with.
    func presign(_ grant: ObjectGrant, validFor seconds: Int) async throws -> GrantedRequest

    /// Begins an upload in parts.
    ///
    /// - Returns: The upload's identifier.
    func createMultipartUpload(_ object: ObjectName, contentType: String) async throws -> String

    /// Puts the parts of an upload together.
    func completeMultipartUpload(_ object: ObjectName, uploadID: String, parts: [UploadedPart]) async throws

    /// Throws the parts of an upload away; no error when it is gone.
    func abortMultipartUpload(_ object: ObjectName, uploadID: String) async throws
}

/// The name of an object.
package struct ObjectName: Hashable, Sendable {
    package var bucket: String
    package var key: String
    package var versionID: String?

    package init(bucket: String, key: String, versionID: String? = nil) {
        self.bucket = bucket
        self.key = key
        self.versionID = versionID
    }
}

/// What a store says of an object.
package struct ObjectHead: Hashable, Sendable {
    package var byteCount: Int
    package var contentType: String
    package var versionID: String?

    package init(byteCount: Int, contentType: String, versionID: String?) {
        self.byteCount = byteCount
        self.contentType = contentType
        self.versionID = versionID
    }
}

/// What a presigned URL allows.
package enum ObjectGrant: Hashable, Sendable {
    /// Writing the object, if there is none: of this length and type and, where it is given, of this SHA-256 (base64).
    case put(ObjectName, byteCount: Int, contentType: String, checksum: String?)
    /// Writing one part of an upload.
    case part(ObjectName, uploadID: String, number: Int, byteCount: Int)
    /// Reading the object; the answer carries this content disposition and this type.
    case get(ObjectName, contentDisposition: String, contentType: String)
}

/// A request that somebody else can send.
package struct GrantedRequest: Hashable, Sendable {
    package var method: String
    package var url: String
    /// Headers that have to be sent exactly so.
    package var headers: [String: String]

    package init(method: String, url: String, headers: [String: String]) {
        self.method = method
        self.url = url
        self.headers = headers
    }
}

/// A part as the store confirmed it.
package struct UploadedPart: Hashable, Sendable {
    package var number: Int
    package var etag: String

    package init(number: Int, etag: String) {
        self.number = number
        self.etag = etag
    }
}
