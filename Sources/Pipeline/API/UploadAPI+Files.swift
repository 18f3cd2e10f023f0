extension UploadAPI {
    private static let pageLength = 50

    /// `GET /files?projectId=&pageToken=`: a project's files, newest first.
    func list(_ request: APIRequest, _ subject: String) async throws -> APIResponse {
        if let stranger = request.query.keys.sorted().first(where: { !["projectId", "pageToken"].contains($0) }) {
            throw APIProblem.invalid("unknown parameter \(stranger.prefix(64))")
        }
        guard let projectID = request.query["projectId"], Identifier.isValid(projectID) else {
            throw APIProblem.invalid("projectId is missing or no identifier")
        }
        try await requireMember(subject, of: projectID)
        let start = try request.query["pageToken"].map { try tokens.open($0, of: projectID) }
        let page = try await services.table.page(
            IndexQuery(.list, projectID, start: start, limit: Self.pageLength, isDescending: true))
        return APIResponse(
            .object(of: [
                "files": .array(page.items.map { Self.listed($0.attributes) }),
                "nextPageToken": page.next.map { .string(tokens.seal($0, of: projectID)) },
            ]))
    }

    /// `GET /files/{fileId}`: all that is known of a file's newest version.
    func file(_ fileID: String, _ subject: String) async throws -> APIResponse {
        let current: ItemAttributes
        do {
            current = try await item(.current(fileID), for: subject)
        } catch let problem as APIProblem where problem == .notFound {
            return APIResponse(Self.listed(try await item(.upload(fileID), for: subject)))
        }
        guard let versionID = current[.versionID]?.string,
            let version = try await services.table.item(.version(fileID, versionID)),
            case .object(var members) = Self.listed(version)
        else { return APIResponse(Self.listed(current)) }
        members["errorDetail"] = .text(version[.errorDetail]?.string)
        members["record"] = try await record(of: version)
        return APIResponse(.object(members))
    }

    private func record(of version: ItemAttributes) async throws -> JSONValue? {
        if let text = version[.record]?.string { return try JSONValue(parsing: text.utf8) }
        guard let key = version[.recordKey]?.string, let bucket = version[.bucket]?.string else { return nil }
        return try JSONValue(
            parsing: try await services.objects.get(ObjectName(bucket: bucket, key: key), limit: 4 << 20))
    }

    private static let shown: [Attribute] = [
        .fileID, .projectID, .fileName, .contentType, .byteCount, .versionID, .createdAt, .status, .attempt, .format,
        .summary, .errorReason,
    ]

    private static func listed(_ item: ItemAttributes) -> JSONValue {
        let members = shown.compactMap { name in item[name].map { (name.rawValue, $0.plain) } }
        return .object(Dictionary(members) { $1 })
    }
}

extension ItemValue {
    fileprivate var plain: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .number(let value): .integer(value)
        }
    }
}

// MARK: - Downloads

extension UploadAPI {
    /// `POST /downloads/create`: grants reading a file for a minute.
    func createDownload(_ request: APIRequest, _ subject: String) async throws -> APIResponse {
        let body = try RequestBody(request.body, known: ["fileId", "versionId"])
        let fileID = try body.identifier("fileId")
        let current = try await item(.current(fileID), for: subject)
        let wanted = try body.textIfPresent("versionId") ?? current[.versionID]?.string ?? ""
        guard let item = try await services.table.item(.version(fileID, wanted)), let version = FileVersion(item) else {
            throw APIProblem.notFound
        }
        let name = ObjectName(bucket: version.bucket, key: version.upload.text, versionID: version.versionID)
        let grant = ObjectGrant.get(
            name, contentDisposition: ContentDisposition.attachment(version.upload.fileName),
            contentType: version.contentType)
        let granted = try await services.objects.presign(grant, validFor: rules.downloadLifetime)
        return APIResponse(
            .object([
                "url": .string(granted.url), "method": .string(granted.method), "fileId": .string(fileID),
                "versionId": .string(version.versionID),
                "expiresAt": .string(services.now().adding(seconds: rules.downloadLifetime).text),
            ]))
    }
}

/// RFC 6266: how a browser is told the name under which it keeps a download.
package enum ContentDisposition {
    /// An attachment: the name in ASCII for old browsers, and in UTF-8 (RFC 8187).
    package static func attachment(_ fileName: String) -> String {
        let plain = String(fileName.map { isPlain($0) ? $0 : "_" })
        let coded = fileName.utf8.map { byte in
            unreserved.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + [byte].hexadecimal.uppercased()
        }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(coded.joined())"
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~".utf8)

    private static func isPlain(_ character: Character) -> Bool {
        guard let value = character.asciiValue else { return false }
        return (0x20..<0x7F).contains(value) && character != "\"" && character != "\\"
    }
}
