/// A step of one version from one state to a later one, as conditional writes.
///
/// Each is safe to do twice, late and in any order: its guard holds only where it leads forward.
package enum VersionTransition: Hashable, Sendable {
    /// The object is there, seen for the first time.
    case arrive(leaseUntil: Timestamp)
    /// Nobody has begun within the lease: another execution is asked for.
    case restart(seen: VersionState, now: Timestamp, leaseUntil: Timestamp)
    /// An execution begins.
    case claim(seen: VersionState, owner: String, now: Timestamp, leaseUntil: Timestamp)
    /// The holder of a claim has a record.
    case finish(fence: Int, attempt: Int, result: ItemAttributes)
    /// The holder of a claim gives up.
    case fail(fence: Int, attempt: Int, reason: String, detail: String)
    /// A failed version is tried again.
    case replay(seen: VersionState, leaseUntil: Timestamp)
}

// MARK: - The version's own item

extension VersionTransition {
    /// The write of the version's item.
    package func write(_ version: FileVersion) -> ItemWrite {
        ItemWrite(version.itemKey, if: condition, set: changes(version), remove: removals)
    }

    /// What has to hold.
    package var condition: Guard {
        switch self {
        case .arrive: .absent(.rank)
        case .restart(let seen, let now, _):
            .all([Self.unchanged(seen), .below(.rank, .number(FileStatus.failed.rank)), Self.leaseIsOver(now)])
        case .claim(let seen, let owner, let now, _):
            .all([
                Self.unchanged(seen), .below(.rank, .number(FileStatus.failed.rank)),
                .any([
                    .below(.rank, .number(FileStatus.processing.rank)), .equal(.owner, .string(owner)),
                    Self.leaseIsOver(now),
                ]),
            ])
        case .finish(let fence, _, _):
            .all([.equal(.fence, .number(fence)), .below(.rank, .number(FileStatus.processed.rank))])
        case .fail(let fence, _, _, _):
            .all([.equal(.fence, .number(fence)), .below(.rank, .number(FileStatus.failed.rank))])
        case .replay(let seen, _):
            .all([Self.unchanged(seen), .equal(.rank, .number(FileStatus.failed.rank))])
        }
    }

    private static func unchanged(_ seen: VersionState) -> Guard {
        .all([
            .equal(.attempt, .number(seen.attempt)), .equal(.fence, .number(seen.fence)),
            .equal(.starts, .number(seen.starts)),
        ])
    }

    private static func leaseIsOver(_ now: Timestamp) -> Guard {
        .below(.leaseUntil, .number(now.milliseconds))
    }
}

extension VersionTransition {
    /// The state that the step leads to.
    package var status: FileStatus {
        switch self {
        case .arrive, .restart, .replay: .uploaded
        case .claim: .processing
        case .finish: .processed
        case .fail: .failed
        }
    }

    private var progress: ItemAttributes {
        [.status: .string(status.rawValue), .rank: .number(status.rank)]
    }

    private func changes(_ version: FileVersion) -> ItemAttributes {
        switch self {
        case .arrive(let lease):
            version.attributes.merging(progress) { $1 }.merging(held(version, until: lease)) { $1 }
                .merging([.attempt: .number(1), .fence: .number(0), .starts: .number(1)]) { $1 }
        case .restart(let seen, _, let lease):
            held(version, until: lease).merging([.starts: .number(seen.starts + 1)]) { $1 }
        case .claim(let seen, let owner, _, let lease):
            progress.merging(held(version, until: lease)) { $1 }
                .merging([.fence: .number(seen.fence + 1), .owner: .string(owner)]) { $1 }
        case .finish(_, _, let result): progress.merging(result) { $1 }
        case .fail(_, _, let reason, let detail):
            progress.merging([.errorReason: .string(reason), .errorDetail: .string(detail)]) { $1 }
        case .replay(let seen, let lease):
            progress.merging(held(version, until: lease)) { $1 }
                .merging([.attempt: .number(seen.attempt + 1), .starts: .number(seen.starts + 1)]) { $1 }
        }
    }

    /// A lease, and the mark by which the reconciler finds what outlives it.
    private func held(_ version: FileVersion, until lease: Timestamp) -> ItemAttributes {
        ListEntry.open(fileID: version.fileID, due: lease)
            .merging([.leaseUntil: .number(lease.milliseconds)]) { $1 }
    }

    private var removals: Set<Attribute> {
        switch self {
        case .arrive, .restart, .claim: []
        case .finish: [.openPartition, .openSort, .leaseUntil, .errorReason, .errorDetail]
        case .fail: [.openPartition, .openSort, .leaseUntil]
        case .replay: [.errorReason, .errorDetail]
        }
    }
}
