/// The first step: an object has appeared, so its version is noted and an execution asked for, once.
package struct Router: Sendable {
    package let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    /// What became of an event.
    package enum Outcome: String, Hashable, Sendable {
        /// An execution was asked for.
        case started
        /// The version is known; somebody else sees to it.
        case duplicate
        /// The version is gone.
        case superseded
        /// Not an upload of ours, or not a creation.
        case ignored
    }

    /// Handles every event of a delivery.
    ///
    /// - Parameter json: What EventBridge or S3 sent.
    /// - Returns: The outcomes, in order.
    /// - Throws: ``PipelineError``; the same delivery may be handled again.
    package func handle(_ json: JSONValue) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for event in try ObjectEvent.events(parsing: json) { outcomes.append(try await route(event)) }
        return outcomes
    }

    /// Handles one event.
    package func route(_ event: ObjectEvent) async throws -> Outcome {
        guard event.kind == .created, event.bucket == services.settings.bucket,
            let upload = UploadKey(parsing: event.key)
        else { return .ignored }
        let name = ObjectName(bucket: event.bucket, key: event.key, versionID: event.versionID)
        guard let head = try await services.objects.head(name) else { return .superseded }
        let intent = try await services.table.item(.upload(upload.fileID))
        let version = FileVersion(
            upload: upload, bucket: event.bucket, versionID: event.versionID ?? head.versionID ?? "null",
            sequencer: event.sequencer, createdAt: intent?[.createdAt]?.string ?? event.time.text,
            contentType: head.contentType, byteCount: head.byteCount)
        guard try await arrive(version, hasIntent: intent != nil) else { return try await lookAgain(at: version) }
        try await start(version, number: 1)
        return .started
    }

    /// Notes a version. Only the first to do so is told true; what a newer version has outrun is left out.
    private func arrive(_ version: FileVersion, hasIntent: Bool) async throws -> Bool {
        let lease = services.now().adding(seconds: services.settings.routeLease)
        let arrival = VersionTransition.arrive(leaseUntil: lease).write(version)
        let intent = hasIntent ? [Self.unlist(version.fileID)] : []
        var writes = [arrival, VersionTransition.point(to: version)] + intent
        while true {
            guard case .refused(let positions) = try await services.table.write(writes) else { return true }
            guard !positions.contains(0), !positions.isEmpty else { return false }
            writes = writes.indices.filter { !positions.contains($0) }.map { writes[$0] }
        }
    }

    /// The promise is kept: lists and the reconciler look at the version from now on.
    private static func unlist(_ fileID: String) -> ItemWrite {
        ItemWrite(
            .upload(fileID), if: .present(.createdAt), set: [.status: .string(FileStatus.uploaded.rawValue)],
            remove: [.listPartition, .listSort, .openPartition, .openSort])
    }

    /// A version that is known: its first router may have died before an execution began.
    private func lookAgain(at version: FileVersion) async throws -> Outcome {
        guard let item = try await services.table.item(version.itemKey), let state = VersionState(item),
            state.status == .uploaded
        else { return .duplicate }
        return try await restart(version, state) ? .started : .duplicate
    }

    /// Asks for another execution of a version whose lease is over.
    ///
    /// - Returns: Whether this call did.
    func restart(_ version: FileVersion, _ seen: VersionState) async throws -> Bool {
        let now = services.now()
        let restart = VersionTransition.restart(
            seen: seen, now: now, leaseUntil: now.adding(seconds: services.settings.routeLease))
        guard try await services.table.write([restart.write(version)]) == .written else { return false }
        try await start(version, number: seen.starts + 1)
        return true
    }

    /// Starts an execution under the name that belongs to this start.
    func start(_ version: FileVersion, number: Int) async throws {
        let name = ExecutionName.name(fileID: version.fileID, versionID: version.versionID, start: number)
        try await services.workflow.start(name: name, input: version.workflowInput)
    }
}

extension FileVersion {
    /// What an execution is given: the version's name, and nothing that the table knows better.
    package var workflowInput: JSONValue {
        .object([
            "bucket": .string(bucket), "key": .string(upload.text), "fileId": .string(fileID),
            "versionId": .string(versionID), "projectId": .string(upload.projectID),
        ])
    }
}
