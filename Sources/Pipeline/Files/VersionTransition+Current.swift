// The item that lists show is a pointer to the newest version and repeats its state.

extension VersionTransition {
    /// The write that makes a version the one that lists show, unless a newer one is.
    ///
    /// - Parameter version: The version that arrived.
    /// - Returns: The write.
    package static func point(to version: FileVersion) -> ItemWrite {
        let listed = ListEntry.listed(
            projectID: version.upload.projectID, createdAt: version.createdAt, fileID: version.fileID)
        let state: ItemAttributes = [
            .status: .string(FileStatus.uploaded.rawValue), .rank: .number(FileStatus.uploaded.rank),
            .attempt: .number(1),
        ]
        return ItemWrite(
            .current(version.fileID),
            if: .any([.absent(.sequencer), .below(.sequencer, .string(version.sequencer.text))]),
            set: version.attributes.merging(listed) { $1 }.merging(state) { $1 },
            remove: [.format, .summary, .errorReason])
    }

    /// The write that repeats a step in the list; its guard fails when the list is further, or shows a newer version.
    ///
    /// - Parameters:
    ///   - version: The version that took the step.
    ///   - attempt: The attempt in which it did.
    /// - Returns: The write; nil when lists do not show the step.
    package func listWrite(_ version: FileVersion, attempt: Int) -> ItemWrite? {
        switch self {
        case .arrive, .restart: nil
        case .claim: mirror(version, attempt: attempt)
        case .finish(_, _, let result):
            mirror(
                version, attempt: attempt, shown: result.filter { Self.shown.contains($0.key) }, remove: [.errorReason])
        case .fail(_, _, let reason, _):
            mirror(version, attempt: attempt, shown: [.errorReason: .string(reason)])
        case .replay: mirror(version, attempt: attempt, remove: [.errorReason])
        }
    }

    private static let shown: Set<Attribute> = [.format, .summary]

    private func mirror(
        _ version: FileVersion, attempt: Int, shown: ItemAttributes = [:], remove: Set<Attribute> = []
    ) -> ItemWrite {
        ItemWrite(
            .current(version.fileID), if: Self.isAhead(of: version.versionID, attempt: attempt, rank: status.rank),
            set: shown.merging([
                .status: .string(status.rawValue), .rank: .number(status.rank), .attempt: .number(attempt),
            ]) { $1 }, remove: remove)
    }

    private static func isAhead(of versionID: String, attempt: Int, rank: Int) -> Guard {
        .all([
            .equal(.versionID, .string(versionID)),
            .any([
                .below(.attempt, .number(attempt)),
                .all([.equal(.attempt, .number(attempt)), .below(.rank, .number(rank))]),
            ]),
        ])
    }
}
