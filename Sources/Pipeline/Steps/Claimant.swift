/// The first state of an execution: the file is claimed for it and checked before anything is read.
package struct Claimant: Sendable {
    package let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    /// Claims a version.
    ///
    /// The answer's `outcome` is `claimed`; `refused` with `error` and `reason` when the file cannot be a result; or
    /// `finished` when there is nothing to do: another execution has it, or has done it.
    ///
    /// - Parameter input: The execution's input, and `owner`, the execution's name.
    /// - Returns: The claim, as later states need it: numbers are text, as DynamoDB's JSON has them.
    /// - Throws: ``PipelineError``; the same may be tried again.
    package func handle(_ input: JSONValue) async throws -> JSONValue {
        let fileID = try input.text("fileId")
        let versionID = try input.text("versionId")
        let owner = try input.text("owner")
        guard let item = try await services.table.item(.version(fileID, versionID)),
            let version = FileVersion(item)
        else { throw PipelineError(.malformed, "no version \(versionID) of file \(fileID) is known") }
        guard let claimed = try await claim(version, owner: owner) else {
            return .object(["outcome": .string("finished")])
        }
        return answer(version, claimed)
    }

    /// Takes the claim; a writer between reading and writing only makes it try again.
    private func claim(_ version: FileVersion, owner: String) async throws -> VersionState? {
        for _ in 0..<4 {
            guard let item = try await services.table.item(version.itemKey), let seen = VersionState(item) else {
                return nil
            }
            let now = services.now()
            let claim = VersionTransition.claim(
                seen: seen, owner: owner, now: now, leaseUntil: now.adding(seconds: services.settings.claimLease))
            let write = claim.write(version)
            guard write.condition.holds(for: item) else { return nil }
            guard try await services.table.write([write]) == .written else { continue }
            if let list = claim.listWrite(version, attempt: seen.attempt) {
                _ = try await services.table.write([list])
            }
            return write.applied(to: item).flatMap { VersionState($0) }
        }
        throw PipelineError(.unavailable, "others write the same item")
    }

    private func answer(_ version: FileVersion, _ state: VersionState) -> JSONValue {
        let refusal = refusal(of: version)
        return .object(of: [
            "outcome": .string(refusal == nil ? "claimed" : "refused"), "error": .text(refusal?.type),
            "reason": .text(refusal?.message), "fence": .string(String(state.fence)),
            "attempt": .string(String(state.attempt)), "sk": .string(version.itemKey.sort),
            "contentType": .string(version.contentType), "size": .integer(version.byteCount),
            "filename": .string(version.upload.fileName),
        ])
    }

    private func refusal(of version: FileVersion) -> ExtractFailure? {
        if version.byteCount > services.settings.maximumByteCount {
            return ExtractFailure(
                .tooLarge, "\(version.byteCount) bytes, where \(services.settings.maximumByteCount) are allowed")
        }
        return version.byteCount == 0 ? ExtractFailure(.unsupported, "the object has no bytes") : nil
    }
}
