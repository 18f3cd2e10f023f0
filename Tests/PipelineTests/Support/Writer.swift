import Pipeline

/// One of several programs that write the same version: a list of steps, each of which is one call to the table.
struct Writer {
    enum Step: CaseIterable {
        case arrive, read, restart, claim, finish, fail, replay
    }

    /// What the parts of the pipeline do, call by call.
    static let programs: [[Step]] = [
        [.arrive, .read, .claim, .finish],
        [.arrive, .read, .claim, .fail],
        [.read, .restart, .read, .claim, .finish],
        [.read, .fail],
        [.read, .replay, .read, .claim, .finish],
        [.read, .claim, .read, .claim, .finish],
    ]

    let name: String
    private(set) var rest: [Step]
    private var seen: VersionState?
    private var claimed: VersionState?

    init(_ name: String, _ steps: [Step]) {
        self.name = name
        rest = steps
    }

    /// Does the next step.
    mutating func step(in shelf: inout Shelf) {
        guard !rest.isEmpty else { return }
        switch rest.removeFirst() {
        case .read: seen = shelf.state
        case .arrive: shelf.apply(.arrive(leaseUntil: shelf.lease))
        case .claim: claim(in: &shelf)
        case .restart:
            if let seen { shelf.apply(.restart(seen: seen, now: shelf.now, leaseUntil: shelf.lease)) }
        case .finish:
            if let claimed { shelf.apply(.finish(fence: claimed.fence, attempt: claimed.attempt, result: mark)) }
        case .fail:
            guard let held = claimed ?? seen else { return }
            shelf.apply(.fail(fence: held.fence, attempt: held.attempt, reason: "Extract.Corrupt", detail: ""))
        case .replay:
            if let seen { shelf.apply(.replay(seen: seen, leaseUntil: shelf.lease)) }
        }
    }

    private mutating func claim(in shelf: inout Shelf) {
        guard let seen else { return }
        let claim = VersionTransition.claim(seen: seen, owner: name, now: shelf.now, leaseUntil: shelf.lease)
        if shelf.apply(claim) { claimed = shelf.state }
    }

    private var mark: ItemAttributes { [.record: .string(name)] }
}

/// The items of one version, and the rules that no order of writes may break.
struct Shelf {
    let version = FileVersion(
        upload: UploadKey(projectID: "p", fileID: "f", fileName: "n"), bucket: "b", versionID: "v",
        sequencer: Sequencer("01") ?? .none, createdAt: "2026-11-25T00:00:00.000Z", contentType: "image/png",
        byteCount: 1)
    var now: Timestamp
    private(set) var item: ItemAttributes?
    private(set) var list: ItemAttributes?
    private(set) var violations: [String] = []
    private(set) var finishes = 0

    init(now: Int = 0) {
        self.now = Timestamp(milliseconds: now)
    }

    var state: VersionState? { item.flatMap { VersionState($0) } }
    var lease: Timestamp { now.adding(seconds: 10) }

    /// Takes one step, if its guard holds, and the list's step after it.
    @discardableResult
    mutating func apply(_ transition: VersionTransition) -> Bool {
        let before = state
        guard let after = transition.write(version).applied(to: item) else { return false }
        let record = item?[.record]
        item = after
        check(before, transition, record)
        if case .arrive = transition {
            list = VersionTransition.point(to: version).applied(to: list) ?? list
        } else if let write = transition.listWrite(version, attempt: state?.attempt ?? 0) {
            list = write.applied(to: list) ?? list
        }
        if !isListTrue { violations.append("the list is ahead after \(transition)") }
        return true
    }

    private mutating func check(_ before: VersionState?, _ transition: VersionTransition, _ record: ItemValue?) {
        guard let state else { return violations.append("\(transition) left no state") }
        if let before {
            if state.isBehind(before) { violations.append("\(before) became \(state)") }
            if state.fence < before.fence { violations.append("the fence fell") }
            if before.status == .processed { violations.append("\(transition) after processed") }
        }
        if let record, item?[.record] != record { violations.append("a record was replaced") }
        if case .finish(let fence, _, _) = transition {
            finishes += 1
            if fence != before?.fence { violations.append("an old claim finished") }
        }
        if state.status.isFinal != (item?[.openPartition] == nil) { violations.append("open and final: \(state)") }
    }

    /// Whether the list shows at most what the version is.
    var isListTrue: Bool {
        guard let list, let item, let shown = list[.rank]?.number, let attempt = list[.attempt]?.number,
            let state = VersionState(item)
        else { return list == nil }
        return (attempt, shown) <= (state.attempt, state.status.rank)
    }
}
