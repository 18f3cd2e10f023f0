internal import MetadataCore
internal import Normalization
internal import SystemPackage

extension ExtractionEngine {
    /// What was found in one candidate.
    struct Finished {
        let location: FileLocation
        let evidence: Evidence
        let status: FileStatus?
        let duration: Duration
    }

    /// Works on candidates that were handed out together.
    ///
    /// - Parameters:
    ///   - candidates: Files in the order of the walk.
    ///   - finish: Takes each candidate's position and what was found; nil when the task was cancelled.
    func work(on candidates: [Candidate], finish: @Sendable (Int, Finished?) -> Void) async {
        var heads = groupBuffers.take()
        defer { groupBuffers.giveBack(heads) }
        let begin = ContinuousClock.now
        var members = membersByPosition(candidates, &heads)
        let share = (ContinuousClock.now - begin) / max(1, members.count { $0 != nil })
        var shares = members.map { $0 == nil ? .zero : share }
        await withTaskGroup(of: (position: Int, finished: Finished?).self) { group in
            for (position, partner) in turns(of: members) {
                let candidate = candidates[position]
                if let partner {
                    let share = readTogether(position, partner, of: &members) / 2
                    shares[position] += share
                    shares[partner] += share
                }
                let begin = ContinuousClock.now - shares[position]
                guard !Task.isCancelled else {
                    finish(position, nil)
                    continue
                }
                guard var member = members[position].take(), !member.isLeftOut else {
                    finish(position, await finished(candidate, since: begin))
                    continue
                }
                member.sniff()
                let reading = await reading(of: member.evidence, from: member.headed)
                if reading.isComplete {
                    finish(position, await finished(candidate, member, reading, since: begin))
                } else {
                    group.addTask { [member] in (position, await finished(candidate, member, reading, since: begin)) }
                }
            }
            for await (position, finished) in group { finish(position, finished) }
        }
    }

    /// Reads those candidates together that are files, if there are several.
    private func membersByPosition(_ candidates: [Candidate], _ heads: inout [UInt8]) -> [FileGroup.Member?] {
        var members = [FileGroup.Member?](repeating: nil, count: candidates.count)
        var files: [(source: FileSource, status: FileStatus, hint: FormatHint)] = []
        var positions: [Int] = []
        for (position, candidate) in candidates.enumerated() {
            guard case .opened(.file(let source, let status)) = candidate.content else { continue }
            files.append((source, status, candidate.location.hint))
            positions.append(position)
        }
        guard files.count > 1, !options.readsRangesOnly,
            let group = try? FileGroup(
                reading: files, computesChecksums: options.computesChecksums, heads: &heads, buffers: groupBuffers)
        else { return members }
        for (position, member) in zip(positions, group.members) { members[position] = member }
        return members
    }

    /// The positions in the order of their turns: long tables come in twos of about the same length, the first with its
    /// partner, which is next.
    private func turns(of members: [FileGroup.Member?]) -> [(position: Int, partner: Int?)] {
        let tables = options.computesChecksums ? members.indices.filter { members[$0]?.isLongNarrowTable == true } : []
        let length = { position in members[position]?.status.byteCount ?? 0 }
        let byLength = tables.sorted { length($0) < length($1) }
        var partners: [Int: Int] = [:]
        for place in stride(from: 0, to: byLength.count - 1, by: 2) {
            let (one, other) = (byLength[place], byLength[place + 1])
            partners[min(one, other)] = max(one, other)
        }
        let seconds = Set(partners.values)
        var turns: [(position: Int, partner: Int?)] = []
        for position in members.indices where !seconds.contains(position) {
            turns.append((position, partners[position]))
            if let partner = partners[position] { turns.append((partner, nil)) }
        }
        return turns
    }

    /// Reads two long tables; where that fails, each is read alone when its turn comes.
    ///
    /// - Returns: How long it took.
    private func readTogether(_ one: Int, _ other: Int, of members: inout [FileGroup.Member?]) -> Duration {
        let begin = ContinuousClock.now
        guard var first = members[one].take(), var second = members[other].take() else { return .zero }
        var buffer = buffers.take()
        defer { buffers.giveBack(buffer) }
        try? TablePair.read(&first, &second, through: &buffer)
        members[one] = first
        members[other] = second
        return .now - begin
    }

    /// Completes a file of a group; one that changed meanwhile is read again, alone.
    private func finished(
        _ candidate: Candidate, _ member: FileGroup.Member, _ reading: Reading, since begin: ContinuousClock.Instant
    ) async -> Finished? {
        let evidence = await complete(member.evidence, with: reading)
        guard (try? member.source.status()) == member.status else { return await finished(candidate, since: begin) }
        if Task.isCancelled { return nil }
        return Finished(
            location: candidate.location, evidence: evidence, status: member.status, duration: .now - begin)
    }

    /// Reads a candidate alone.
    private func finished(_ candidate: Candidate, since begin: ContinuousClock.Instant) async -> Finished? {
        guard let (evidence, status) = try? await evidence(of: candidate) else { return nil }
        return Finished(location: candidate.location, evidence: evidence, status: status, duration: .now - begin)
    }

    private func evidence(of candidate: Candidate) async throws(ExtractionError) -> (Evidence, FileStatus?) {
        switch candidate.content {
        case .opened(let opened): return try await evidence(of: candidate.location, opened)
        case .unlisted(let issue): return (.nothing(.directory, issue), nil)
        case .remembered: return try await evidence(of: candidate.location)
        }
    }

    /// The entry of what was found.
    func entry(of location: FileLocation, _ evidence: Evidence, _ status: FileStatus?) -> RecordEntry {
        var evidence = evidence
        let pathBytes = location.pathBytes
        if String(validating: pathBytes, as: UTF8.self) == nil {
            evidence.extraction.issues.append(
                Issue(.nameNotUTF8, .note, stage: .open, detail: "the name's bytes are not UTF-8; see pathBase64"))
        }
        return RecordEntry(
            pathBytes: pathBytes, record: normalize(evidence).record, modified: status?.modified,
            reads: evidence.reads)
    }
}
