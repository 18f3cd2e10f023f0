package import AWSTransport
package import Pipeline

/// A bucket of S3 as the pipeline's object store.
package struct S3ObjectStore: ObjectStore {
    private let client: S3Client

    package init(_ client: S3Client) {
        self.client = client
    }

    package func head(_ object: ObjectName) async throws -> ObjectHead? {
        do {
            let head = try await client.head(of: S3Location(object))
            return ObjectHead(
                byteCount: head.byteCount, contentType: head.contentType ?? "", versionID: head.versionID)
        } catch  where error.meansMissing {
            return nil
        } catch {
            throw PipelineError(error)
        }
    }

    package func put(_ bytes: [UInt8], to object: ObjectName, contentType: String) async throws {
        do {
            try await client.put(bytes, to: S3Location(object), contentType: contentType)
        } catch {
            throw PipelineError(error)
        }
    }

    package func get(_ object: ObjectName, limit: Int) async throws -> [UInt8] {
        do {
            return try await client.get(S3Location(object), limit: limit).bytes
        } catch {
            throw PipelineError(error)
        }
    }
}

// MARK: - Grants

extension S3ObjectStore {
    package func presign(_ grant: ObjectGrant, validFor seconds: Int) async throws -> GrantedRequest {
        do {
            let request = try presigned(grant, for: .seconds(seconds))
            return GrantedRequest(method: request.method, url: request.url, headers: request.headers)
        } catch {
            throw PipelineError(error)
        }
    }

    private func presigned(_ grant: ObjectGrant, for lifetime: Duration) throws(AWSError) -> PresignedRequest {
        switch grant {
        case .put(let name, let byteCount, let contentType, let checksum):
            let terms = S3Client.UploadTerms(
                byteCount: byteCount, contentType: contentType, sha256: checksum, isNew: true)
            return try client.presignPut(to: S3Location(name), terms, for: lifetime)
        case .part(let name, let uploadID, let number, let byteCount):
            return try client.presignPart(
                number, of: uploadID, at: S3Location(name), byteCount: byteCount, for: lifetime)
        case .get(let name, let disposition, let contentType):
            return try client.presignGet(
                S3Location(name), for: lifetime, contentDisposition: disposition, contentType: contentType)
        }
    }
}

// MARK: - Uploads in parts

extension S3ObjectStore {
    package func createMultipartUpload(_ object: ObjectName, contentType: String) async throws -> String {
        do {
            return try await client.createMultipartUpload(to: S3Location(object), contentType: contentType)
        } catch {
            throw PipelineError(error)
        }
    }

    package func completeMultipartUpload(
        _ object: ObjectName, uploadID: String, parts: [UploadedPart]
    ) async throws {
        do {
            _ = try await client.completeMultipartUpload(
                uploadID, at: S3Location(object), parts: parts.map { S3Client.Part(number: $0.number, etag: $0.etag) })
        } catch {
            throw PipelineError(error)
        }
    }

    package func abortMultipartUpload(_ object: ObjectName, uploadID: String) async throws {
        do {
            try await client.abortMultipartUpload(uploadID, at: S3Location(object))
        } catch {
            throw PipelineError(error)
        }
    }
}

extension S3Location {
    /// The place of an object.
    package init(_ name: ObjectName) {
        self.init(bucket: name.bucket, key: name.key, versionID: name.versionID)
    }
}
