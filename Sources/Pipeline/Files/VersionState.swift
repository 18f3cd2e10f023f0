/// How far the work on one version of a file is: a value, changed by ``VersionTransition`` alone.
package struct VersionState: Hashable, Sendable {
    package var status: FileStatus
    /// Counts replays of a failed version: 1, 2, ...
    package var attempt: Int
    /// Counts claims. A result is taken only from the holder of the newest.
    package var fence: Int
    /// The execution that holds it; empty before the first claim.
    package var owner: String
    /// Until when nobody else may claim it.
    package var leaseUntil: Timestamp
    /// Counts executions that were asked for.
    package var starts: Int

    package init(
        status: FileStatus, attempt: Int = 1, fence: Int = 0, owner: String = "", leaseUntil: Timestamp, starts: Int = 1
    ) {
        self.status = status
        self.attempt = attempt
        self.fence = fence
        self.owner = owner
        self.leaseUntil = leaseUntil
        self.starts = starts
    }

    /// Reads an item; nil when it is no version's.
    package init?(_ item: ItemAttributes) {
        guard let status = item[.status]?.string.flatMap(FileStatus.init), item[.rank]?.number == status.rank,
            let attempt = item[.attempt]?.number, let fence = item[.fence]?.number
        else { return nil }
        self.init(
            status: status, attempt: attempt, fence: fence, owner: item[.owner]?.string ?? "",
            leaseUntil: Timestamp(milliseconds: item[.leaseUntil]?.number ?? 0), starts: item[.starts]?.number ?? 1)
    }

    /// Whether this is further than another state: what no write may undo.
    package func isBehind(_ other: VersionState) -> Bool {
        (attempt, status.rank) < (other.attempt, other.status.rank)
    }
}
