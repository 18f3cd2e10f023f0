/// Marks files whose execution ended without doing so itself: it was stopped, or ran into its time limit.
package struct Sweeper: Sendable {
    package let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    /// What became of an event.
    package enum Outcome: String, Hashable, Sendable {
        case marked
        case finished
        case ignored
    }

    /// Handles EventBridge's `Step Functions Execution Status Change`.
    ///
    /// - Parameter json: The event.
    /// - Returns: What became of it.
    /// - Throws: ``PipelineError``; the same event may be handled again.
    package func handle(_ json: JSONValue) async throws -> Outcome {
        guard let detail = json["detail"], let status = detail["status"]?.string,
            ["FAILED", "TIMED_OUT", "ABORTED"].contains(status),
            let input = detail["input"]?.string.flatMap({ try? JSONValue(parsing: $0.utf8) }),
            let fileID = input["fileId"]?.string, let versionID = input["versionId"]?.string,
            let item = try await services.table.item(.version(fileID, versionID)),
            let version = FileVersion(item), let state = VersionState(item)
        else { return .ignored }
        let execution = detail["name"]?.string ?? ""
        guard !state.status.isFinal else {
            try await repeatInList(version, state, item)
            return .finished
        }
        guard state.isHeld(by: execution, version) else { return .ignored }
        let reason = status == "TIMED_OUT" ? "Extract.Timeout" : detail["error"]?.string ?? "States.\(status)"
        return try await mark(version, state, reason: reason, detail: "the execution ended as \(status)")
            ? .marked : .ignored
    }

    /// Marks a version as failed and reports it.
    ///
    /// - Returns: False when somebody was faster.
    func mark(_ version: FileVersion, _ seen: VersionState, reason: String, detail: String) async throws -> Bool {
        let fail = VersionTransition.fail(fence: seen.fence, attempt: seen.attempt, reason: reason, detail: detail)
        guard try await services.table.write([fail.write(version)]) == .written else { return false }
        if let list = fail.listWrite(version, attempt: seen.attempt) { _ = try await services.table.write([list]) }
        try await services.deadLetters.send(
            .object([
                "fileId": .string(version.fileID), "versionId": .string(version.versionID),
                "attempt": .integer(seen.attempt), "errorReason": .string(reason), "detail": .string(detail),
            ]))
        return true
    }

    /// The execution may have died between its last two writes.
    private func repeatInList(_ version: FileVersion, _ state: VersionState, _ item: ItemAttributes) async throws {
        let step: VersionTransition =
            state.status == .processed
            ? .finish(fence: state.fence, attempt: state.attempt, result: item)
            : .fail(
                fence: state.fence, attempt: state.attempt, reason: item[.errorReason]?.string ?? "unknown", detail: "")
        if let list = step.listWrite(version, attempt: state.attempt) { _ = try await services.table.write([list]) }
    }
}

extension VersionState {
    /// Whether an execution is the one that has the claim, or the one that should have taken it.
    fileprivate func isHeld(by execution: String, _ version: FileVersion) -> Bool {
        if status == .processing { return owner == execution }
        return execution == ExecutionName.name(fileID: version.fileID, versionID: version.versionID, start: starts)
    }
}
