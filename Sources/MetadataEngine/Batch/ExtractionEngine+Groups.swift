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
        var head = groupBuffers.take()
        defer { groupBuffers.giveBack(head) }
        let begin = ContinuousClock.now
        var members = membersByPosition(candidates, &head)
        let share = (ContinuousClock.now - begin) / max(1, members.count)
        for (position, candidate) in candidates.enumerated() {
            let begin = ContinuousClock.now
            let member = members.removeValue(forKey: position)
            let isCancelled = Task.isCancelled
            guard !isCancelled, let (evidence, status) = try? await evidence(of: candidate, member) else {
                finish(position, nil)
                continue
            }
            let duration = ContinuousClock.now - begin + (member == nil ? .zero : share)
            finish(
                position,
                Finished(location: candidate.location, evidence: evidence, status: status, duration: duration))
        }
    }

    /// Reads those candidates together that are files, if there are several.
    private func membersByPosition(_ candidates: [Candidate], _ head: inout [UInt8]) -> [Int: FileGroup.Member] {
        var files: [(source: FileSource, status: FileStatus, hint: FormatHint)] = []
        var positions: [Int] = []
        for (position, candidate) in candidates.enumerated() {
            guard case .opened(.file(let source, let status)) = candidate.content else { continue }
            files.append((source, status, candidate.location.hint))
            positions.append(position)
        }
        guard files.count > 1, !options.readsRangesOnly,
            let group = try? FileGroup(
                reading: files, computesChecksums: options.computesChecksums, head: &head, buffers: groupBuffers)
        else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(positions, group.members))
    }

    private func evidence(
        of candidate: Candidate, _ member: FileGroup.Member?
    ) async throws(ExtractionError) -> (Evidence, FileStatus?) {
        let location = candidate.location
        if let member, !member.hasFailed {
            var evidence = member.evidence
            await complete(&evidence, from: member.headed)
            if (try? member.source.status()) == member.status { return (evidence, member.status) }
            return try await self.evidence(of: location)
        }
        switch candidate.content {
        case .opened(let opened): return try await evidence(of: location, opened)
        case .unlisted(let issue): return (.nothing(.directory, issue), nil)
        case .remembered: return try await evidence(of: location)
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
