/// What a caller promises to upload.
struct UploadRequest: Hashable {
    var upload: UploadKey
    var byteCount: Int
    var contentType: String
    /// SHA-256 in base64, if the caller knows it; the store refuses other bytes.
    var checksum: String?

    private static let members: Set<String> = [
        "projectId", "filename", "size", "contentType", "fileId", "checksumSha256",
    ]

    /// Reads and checks a request's body.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - newID: The file's identifier when the caller chose none.
    ///   - rules: What may be uploaded.
    /// - Throws: ``APIProblem`` with status 400 that says what is wrong.
    init(_ bytes: [UInt8], newID: String, rules: UploadRules) throws(APIProblem) {
        let body = try RequestBody(bytes, known: Self.members)
        let projectID = try body.identifier("projectId")
        let fileID = try body.textIfPresent("fileId") == nil ? newID : try body.identifier("fileId")
        upload = UploadKey(projectID: projectID, fileID: fileID, fileName: try Self.fileName(body))
        byteCount = try body.count("size")
        guard (1...rules.maximumByteCount).contains(byteCount) else {
            throw .invalid("size has to be 1 to \(rules.maximumByteCount)")
        }
        contentType = try body.text("contentType").lowercased()
        guard rules.contentTypes.contains(contentType) else {
            throw .invalid("contentType is none of \(rules.contentTypes.sorted().joined(separator: ", "))")
        }
        checksum = try Self.checksum(body)
    }

    private static func fileName(_ body: RequestBody) throws(APIProblem) -> String {
        let name = try body.text("filename")
        guard (1...255).contains(name.utf8.count) else { throw .invalid("filename has to be 1 to 255 bytes") }
        guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "/" || $0 == "\\" }),
            name != ".", name != ".."
        else { throw .invalid("filename holds a slash or a control character") }
        return name
    }

    private static func checksum(_ body: RequestBody) throws(APIProblem) -> String? {
        guard let text = try body.textIfPresent("checksumSha256") else { return nil }
        guard Base64Text.decode(text)?.count == 32 else {
            throw .invalid("checksumSha256 has to be base64 of 32 bytes")
        }
        return text
    }
}

/// What may be uploaded, and how.
package struct UploadRules: Hashable, Sendable {
    package var contentTypes: Set<String> = [
        "application/pdf", "image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "image/tiff",
        "text/csv", "text/tab-separated-values",
    ]
    package var maximumByteCount = 5 << 30
    /// Longer files are uploaded in parts.
    package var singlePartByteCount = 100 << 20
    package var smallestPartByteCount = 16 << 20
    package var maximumPartCount = 1_000
    package var urlLifetime = 900
    package var downloadLifetime = 60

    package init() {}

    /// The length of all parts but the last.
    func partByteCount(of byteCount: Int) -> Int {
        max(smallestPartByteCount, (byteCount + maximumPartCount - 1) / maximumPartCount)
    }
}
