extension S3Client {
    /// A part that was uploaded.
    public struct Part: Hashable, Sendable {
        /// Its number: 1 to 10,000.
        public var number: Int
        /// The entity tag that S3 answered to it.
        public var etag: String
        /// The checksum of the part, if the upload was created for one.
        public var checksum: String?

        /// Makes a part.
        ///
        /// - Parameters:
        ///   - number: Its number: 1 to 10,000.
        ///   - etag: The entity tag that S3 answered to it.
        ///   - checksum: The checksum of the part, in S3's notation.
        public init(number: Int, etag: String, checksum: String? = nil) {
            self.number = number
            self.etag = etag
            self.checksum = checksum
        }
    }

    /// Begins an upload in parts.
    ///
    /// - Parameters:
    ///   - location: Where the object will be; the version is not looked at.
    ///   - contentType: Its media type.
    ///   - algorithm: The checksum that every part will have; nil leaves it to S3.
    /// - Returns: The upload's id.
    /// - Throws: ``AWSError`` when it was not begun.
    public func createMultipartUpload(
        to location: S3Location, contentType: String, checksum algorithm: S3Checksums.Algorithm? = nil
    ) async throws(AWSError) -> String {
        var request = request("POST", location, query: [.init("uploads", "")])
        request.headers["content-type"] = contentType
        request.headers["x-amz-checksum-algorithm"] = algorithm?.rawValue
        return try await client.send(
            call(request) { response throws(AWSError) in
                guard let id = try S3Response.document(response)["UploadId"]?.text, !id.isEmpty else {
                    throw AWSError(.malformedResponse, "S3 answered no upload id")
                }
                return id
            })
    }

    /// Makes one object of the parts.
    ///
    /// - Parameters:
    ///   - uploadID: The upload's id.
    ///   - location: As it was created.
    ///   - parts: All parts; S3 wants at least 5 MiB in each but the last.
    ///   - algorithm: The algorithm of the parts' checksums, if they have any.
    /// - Returns: What was stored.
    /// - Throws: ``AWSError``, with code `InvalidPart` when a part is missing or has another tag, `EntityTooSmall`,
    ///   `noSuchUpload` when it was completed or aborted before.
    public func completeMultipartUpload(
        _ uploadID: String, at location: S3Location, parts: [Part], checksum algorithm: S3Checksums.Algorithm? = nil
    ) async throws(AWSError) -> Stored {
        var request = request("POST", location, query: [.init("uploadId", uploadID)])
        let list = parts.sorted { $0.number < $1.number }.map { Self.element(of: $0, algorithm) }
        request.body = Array(XMLElement(name: "CompleteMultipartUpload", children: list).xml.utf8)
        request.headers["content-type"] = "application/xml"
        return try await client.send(
            call(request) { response throws(AWSError) in
                var stored = Stored(response.headers)
                stored.etag = S3Response.unquoted(try S3Response.document(response)["ETag"]?.text ?? "")
                return stored
            })
    }

    /// Gives an upload up and frees its parts; one that is not there is given up already.
    ///
    /// - Parameters:
    ///   - uploadID: The upload's id.
    ///   - location: As it was created.
    /// - Throws: ``AWSError`` when it could not be given up.
    public func abortMultipartUpload(_ uploadID: String, at location: S3Location) async throws(AWSError) {
        let request = request("DELETE", location, query: [.init("uploadId", uploadID)])
        do throws(AWSError) {
            try await client.send(call(request) { _ throws(AWSError) in () })
        } catch  where error.code == .noSuchUpload {}
    }

    private static func element(of part: Part, _ algorithm: S3Checksums.Algorithm?) -> XMLElement {
        var element = XMLElement(name: "Part")
        element.children = [
            XMLElement(name: "ETag", text: "\"\(part.etag)\""),
            XMLElement(name: "PartNumber", text: String(part.number)),
        ]
        if let algorithm, let checksum = part.checksum {
            element.children.append(XMLElement(name: "Checksum" + algorithm.rawValue, text: checksum))
        }
        return element
    }
}
