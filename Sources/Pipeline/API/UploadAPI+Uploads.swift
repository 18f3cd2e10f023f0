extension UploadAPI {
    /// `POST /uploads/create`: notes the promise and grants the upload. Doing it twice with one `fileId` does it once.
    func createUpload(_ request: APIRequest, _ subject: String) async throws -> APIResponse {
        let wanted = try UploadRequest(request.body, newID: newID(), rules: rules)
        try await requireMember(subject, of: wanted.upload.projectID)
        let uploadID = try await promise(wanted, subject)
        return try await grant(wanted, uploadID: uploadID)
    }

    /// Notes a promise, or finds the same one.
    ///
    /// - Returns: The identifier of an upload in parts; empty for one in one piece.
    /// - Throws: ``APIProblem`` with status 409 when the identifier stands for something else.
    private func promise(_ wanted: UploadRequest, _ subject: String) async throws -> String {
        let key = ItemKey.upload(wanted.upload.fileID)
        if let item = try await services.table.item(key) { return try same(item, wanted) }
        let uploadID = try await beginParts(wanted)
        let write = ItemWrite(key, if: .absent(.createdAt), set: intent(wanted, subject, uploadID))
        guard try await services.table.write([write]) == .refused([0]) else { return uploadID }
        if !uploadID.isEmpty {
            try await services.objects.abortMultipartUpload(name(wanted.upload), uploadID: uploadID)
        }
        guard let item = try await services.table.item(key) else {
            throw PipelineError(.unavailable, "the promise came and went")
        }
        return try same(item, wanted)
    }

    private func same(_ item: ItemAttributes, _ wanted: UploadRequest) throws -> String {
        guard item[.key]?.string == wanted.upload.text, item[.byteCount]?.number == wanted.byteCount,
            item[.contentType]?.string == wanted.contentType
        else { throw APIProblem(409, "conflict", "fileId stands for another upload") }
        return item[.uploadID]?.string ?? ""
    }

    private func beginParts(_ wanted: UploadRequest) async throws -> String {
        guard wanted.byteCount > rules.singlePartByteCount else { return "" }
        return try await services.objects.createMultipartUpload(name(wanted.upload), contentType: wanted.contentType)
    }

    private func intent(_ wanted: UploadRequest, _ subject: String, _ uploadID: String) -> ItemAttributes {
        let now = services.now()
        let upload = wanted.upload
        let described: ItemAttributes = [
            .fileID: .string(upload.fileID), .projectID: .string(upload.projectID), .fileName: .string(upload.fileName),
            .bucket: .string(services.settings.bucket), .key: .string(upload.text), .createdAt: .string(now.text),
            .createdBy: .string(subject), .contentType: .string(wanted.contentType),
            .byteCount: .number(wanted.byteCount), .uploadID: .string(uploadID),
            .status: .string(FileStatus.pending.rawValue), .rank: .number(FileStatus.pending.rank),
            .expiresAt: .number(now.seconds + 2 * services.settings.intentLifetime),
        ]
        return
            described
            .merging(ListEntry.listed(projectID: upload.projectID, createdAt: now.text, fileID: upload.fileID)) { $1 }
            .merging(ListEntry.open(fileID: upload.fileID, due: now.adding(seconds: rules.urlLifetime))) { $1 }
    }

    func name(_ upload: UploadKey) -> ObjectName {
        ObjectName(bucket: services.settings.bucket, key: upload.text)
    }
}

// MARK: - Grants

extension UploadAPI {
    private func grant(_ wanted: UploadRequest, uploadID: String) async throws -> APIResponse {
        let expiry = services.now().adding(seconds: rules.urlLifetime).text
        var answer: [String: JSONValue] = [
            "fileId": .string(wanted.upload.fileID), "expiresAt": .string(expiry),
        ]
        if uploadID.isEmpty {
            let grant = ObjectGrant.put(
                name(wanted.upload), byteCount: wanted.byteCount, contentType: wanted.contentType,
                checksum: wanted.checksum)
            let request = try await services.objects.presign(grant, validFor: rules.urlLifetime)
            answer.merge([
                "method": .string(request.method), "url": .string(request.url),
                "headers": .object(request.headers.mapValues(JSONValue.string)),
            ]) { $1 }
        } else {
            answer["parts"] = .array(try await parts(wanted, uploadID))
            answer["uploadId"] = .string(uploadID)
        }
        return APIResponse(.object(answer))
    }

    private func parts(_ wanted: UploadRequest, _ uploadID: String) async throws -> [JSONValue] {
        let partByteCount = rules.partByteCount(of: wanted.byteCount)
        var parts: [JSONValue] = []
        for start in stride(from: 0, to: wanted.byteCount, by: partByteCount) {
            let byteCount = min(partByteCount, wanted.byteCount - start)
            let grant = ObjectGrant.part(
                name(wanted.upload), uploadID: uploadID, number: parts.count + 1, byteCount: byteCount)
            let request = try await services.objects.presign(grant, validFor: rules.urlLifetime)
            parts.append(
                .object([
                    "number": .integer(parts.count + 1), "size": .integer(byteCount), "url": .string(request.url),
                    "headers": .object(request.headers.mapValues(JSONValue.string)),
                ]))
        }
        return parts
    }
}

// MARK: - Uploads in parts

extension UploadAPI {
    /// `POST /uploads/complete`: puts the parts together.
    func completeUpload(_ request: APIRequest, _ subject: String) async throws -> APIResponse {
        let body = try RequestBody(request.body, known: ["fileId", "parts"])
        let (upload, uploadID, _) = try await partsUpload(body, subject)
        let parts = try body.list("parts").map(Self.part)
        guard !parts.isEmpty, zip(parts, parts.dropFirst()).allSatisfy({ $0.number < $1.number }) else {
            throw APIProblem.invalid("parts have to be there, in the order of their numbers")
        }
        try await services.objects.completeMultipartUpload(name(upload), uploadID: uploadID, parts: parts)
        return APIResponse(.object(["fileId": .string(upload.fileID)]))
    }

    /// `POST /uploads/abort`: takes the promise back.
    func abortUpload(_ request: APIRequest, _ subject: String) async throws -> APIResponse {
        let body = try RequestBody(request.body, known: ["fileId"])
        let (upload, uploadID, key) = try await partsUpload(body, subject)
        try await services.objects.abortMultipartUpload(name(upload), uploadID: uploadID)
        let forget = ItemWrite(
            key, if: .equal(.status, .string(FileStatus.pending.rawValue)),
            remove: [.listPartition, .listSort, .openPartition, .openSort])
        _ = try await services.table.write([forget])
        return APIResponse(.object(["fileId": .string(upload.fileID)]))
    }

    private func partsUpload(_ body: RequestBody, _ subject: String) async throws -> (UploadKey, String, ItemKey) {
        let key = ItemKey.upload(try body.identifier("fileId"))
        let item = try await item(key, for: subject)
        guard let uploadID = item[.uploadID]?.string, !uploadID.isEmpty,
            let upload = item[.key]?.string.flatMap({ UploadKey(parsing: $0) })
        else { throw APIProblem.invalid("the file is not uploaded in parts") }
        return (upload, uploadID, key)
    }

    private static func part(_ json: JSONValue) throws(APIProblem) -> UploadedPart {
        guard let number = json["number"]?.integer, (1...10_000).contains(number),
            let quoted = json["etag"]?.string, quoted.utf8.count <= 128
        else { throw .invalid("each part has a number and an etag") }
        let etag = quoted.filter { $0 != "\"" }
        guard !etag.isEmpty, etag.allSatisfy({ $0.isASCII && ($0.isHexDigit || $0 == "-") }) else {
            throw .invalid("an etag has hexadecimal digits")
        }
        return UploadedPart(number: number, etag: etag)
    }
}
