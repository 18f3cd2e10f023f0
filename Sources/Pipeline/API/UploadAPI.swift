/// The API that a browser speaks: promises of uploads, lists, records, downloads. No byte of a file passes through it.
package struct UploadAPI: Sendable {
    let services: Services
    let rules: UploadRules
    let tokens: PageToken
    let newID: @Sendable () -> String

    /// Makes the API.
    ///
    /// - Parameters:
    ///   - services: What it works with.
    ///   - rules: What may be uploaded.
    ///   - secret: What seals page tokens: at least 16 bytes.
    ///   - newID: Makes identifiers of files.
    package init(
        _ services: Services, rules: UploadRules = UploadRules(), secret: [UInt8],
        newID: @escaping @Sendable () -> String
    ) {
        self.services = services
        self.rules = rules
        self.tokens = PageToken(secret: secret)
        self.newID = newID
    }

    /// Answers a request.
    ///
    /// - Throws: ``PipelineError`` when a service failed; what was asked for may be asked again.
    package func answer(_ request: APIRequest) async throws -> APIResponse {
        do {
            guard let subject = request.subject, !subject.isEmpty else { throw APIProblem.unauthenticated }
            return try await route(request, subject)
        } catch let problem as APIProblem {
            return problem.response
        }
    }

    private func route(_ request: APIRequest, _ subject: String) async throws -> APIResponse {
        switch (request.method, request.path) {
        case ("POST", "/uploads/create"): return try await createUpload(request, subject)
        case ("POST", "/uploads/complete"): return try await completeUpload(request, subject)
        case ("POST", "/uploads/abort"): return try await abortUpload(request, subject)
        case ("POST", "/downloads/create"): return try await createDownload(request, subject)
        case ("GET", "/files"): return try await list(request, subject)
        case ("GET", let path) where path.hasPrefix("/files/"):
            return try await file(String(path.dropFirst("/files/".count)), subject)
        default: throw APIProblem(404, "notFound", "there is no such operation")
        }
    }
}

// MARK: - Who may do what

extension UploadAPI {
    /// - Throws: ``APIProblem`` with status 403.
    func requireMember(_ subject: String, of projectID: String) async throws {
        guard try await isMember(subject, of: projectID) else { throw APIProblem.forbidden }
    }

    func isMember(_ subject: String, of projectID: String) async throws -> Bool {
        try await services.table.item(.member(subject, of: projectID)) != nil
    }

    /// An item of a file, if the caller may see it.
    ///
    /// - Throws: ``APIProblem`` with status 404, whether there is none or it is somebody else's.
    func item(_ key: ItemKey, for subject: String) async throws -> ItemAttributes {
        guard Identifier.isValid(key.partition), let item = try await services.table.item(key),
            let projectID = item[.projectID]?.string, try await isMember(subject, of: projectID)
        else { throw APIProblem.notFound }
        return item
    }
}
