internal import MetadataCore

/// A record in the making.
struct Draft {
    var record: MetadataRecord
    private(set) var decisions: [Decision] = []
    private let limits: Limits
    private var issues: [Issue] = []

    init(subject: Normalizer.Subject, limits: Limits) {
        self.limits = limits
        record = MetadataRecord(
            size: subject.size, format: subject.format, mediaType: subject.mediaType, status: .complete)
        record.checksums = subject.checksums
    }

    // MARK: - Deciding

    mutating func decide(_ findings: [Finding]) {
        // One number a finding: the field's place, then its own.
        var keys = findings.indices.compactMap { index in
            FieldTreatment.place(of: findings[index].field).map { $0 * findings.count + index }
        }
        keys.sort()
        var rest = keys[...]
        while let first = rest.first {
            let place = first / findings.count
            let candidates = rest.prefix { $0 < (place + 1) * findings.count }
            decide(FieldTreatment.all[place], among: candidates.map { findings[$0 % findings.count] })
            rest = rest[candidates.endIndex...]
        }
        recordOrientationConflict()
    }

    private mutating func decide(_ treatment: FieldTreatment, among candidates: [Finding]) {
        let rule = treatment.precedence.rule
        var others = order(candidates, by: treatment.precedence)
        while !others.isEmpty {
            let finding = others.removeFirst()
            guard treatment.rule.apply(cut(finding), to: &record) else {
                reject(finding)
                continue
            }
            if let other = others.first(where: { !Agreement.holds(between: finding.value, and: $0.value) }) {
                recordConflict(finding, over: other, rule: rule)
            }
            decisions.append(Decision(field: treatment.field, winner: finding, others: others, rule: rule))
            return
        }
    }

    private func order(_ candidates: [Finding], by precedence: Precedence) -> [Finding] {
        var last: (Int, Double)?
        let isOrdered = candidates.allSatisfy { candidate in
            let key = (precedence.rank(of: candidate.source), -candidate.confidence)
            defer { last = key }
            return last.map { $0 <= key } ?? true
        }
        // Most are read in the order of trust.
        if isOrdered { return candidates }
        return candidates.map { (precedence.rank(of: $0.source), -$0.confidence, $0) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private mutating func cut(_ finding: Finding) -> FieldValue {
        guard case .string(let text) = finding.value, text.utf8.count > limits.textByteCount else {
            return finding.value
        }
        issues.append(
            Issue(
                .limitExceeded, .note, stage: .normalize, offset: finding.offset, field: finding.field,
                detail: "\(text.utf8.count) bytes of text, cut to \(limits.textByteCount)"))
        return .string(text.prefix(utf8Count: limits.textByteCount))
    }

    private mutating func reject(_ finding: Finding) {
        issues.append(
            Issue(
                .invalidValue, .note, stage: .normalize, offset: finding.offset, field: finding.field,
                detail:
                    "\(finding.source.rawValue) says \(finding.value.summary), which \(finding.field.rawValue) cannot be"
            ))
    }

    // MARK: - Conflicts

    private mutating func recordConflict(_ winner: Finding, over other: Finding, rule: String) {
        issues.append(
            Issue(
                .conflict, .note, stage: .normalize, offset: other.offset, field: winner.field,
                detail: "\(winner.provenance) says \(winner.value.summary), \(other.provenance) says "
                    + "\(other.value.summary); kept the first: \(rule)"))
    }

    /// ISO/IEC 23008-12: `irot` and `imir` are to be applied, EXIF's orientation only informs.
    private mutating func recordOrientationConflict() {
        guard let container = decision(for: .imageContainerOrientation)?.winner,
            let described = decision(for: .imageOrientation)?.winner, container.value != described.value
        else { return }
        recordConflict(container, over: described, rule: "the container's transformation over EXIF's orientation")
    }

    private func decision(for field: Field) -> Decision? {
        decisions.indices.first { decisions[$0].field == field }.map { decisions[$0] }
    }

    // MARK: - What follows from the fields

    /// Orientations 5...8 exchange rows and columns (EXIF 2.32, tag 0x0112).
    mutating func resolveDisplaySize() {
        guard let stored = record.image?.stored else { return }
        let turned = (record.image?.orientation ?? 1) >= 5
        record.image?.width = turned ? stored.height : stored.width
        record.image?.height = turned ? stored.width : stored.height
    }

    /// A time and an offset belong together only when one reader gave both, or the same time with the offset. What a
    /// MakerNote says of the camera's clock holds for the times in EXIF.
    mutating func settleCapture() {
        guard let time = decision(for: .imageCaptureTime)?.winner else {
            record.image?.capture = nil
            return
        }
        record.image?.capture?.source = time.source.rawValue
        guard let offset = decision(for: .imageCaptureOffset) else { return }
        let times = decision(for: .imageCaptureTime)?.others.filter { $0.value == time.value }.map(\.source) ?? []
        let isExif = time.source.rawValue.hasPrefix("exif")
        let matching = ([offset.winner] + offset.others).first {
            ([time.source] + times).contains($0.source) || isExif && $0.source.rawValue.hasPrefix("makernote")
        }
        record.image?.capture?.offset = matching?.value.string
        record.image?.capture?.offsetSource = matching?.source.rawValue
    }

    /// RFC 7111 and RFC 4180 give `text/csv` the parameters `charset` and `header`.
    mutating func describeMediaType() {
        guard let table = record.table, !record.mediaType.contains(";") else { return }
        if let encoding = table.encoding { record.mediaType += "; charset=\(encoding)" }
        if let header = table.header, record.mediaType.hasPrefix("text/csv") {
            record.mediaType += "; header=\(header ? "present" : "absent")"
        }
    }

    // MARK: - Conclusion

    mutating func conclude(with earlier: [Issue]) {
        record.issues = (earlier + issues).map { issue in
            var issue = issue
            issue.detail = issue.detail.prefix(utf8Count: 500)
            return issue
        }
        record.status = status()
    }

    private func status() -> MetadataRecord.Status {
        switch record.issues.map(\.severity).max() {
        case .error: .failed
        case .warning where record.format != .unknown: .partial
        default: record.format == .unknown ? .unrecognized : .complete
        }
    }

    mutating func addProvenance() {
        for decision in decisions {
            record.provenance[decision.field.rawValue] = ([decision.winner] + decision.others).map(\.provenance)
        }
        addDerivedProvenance()
    }

    /// Orientation comes from the container before it comes from EXIF; what is displayed comes from what is stored, and
    /// from the orientation where that exchanges the sides. An offset that belongs to no time is in no record.
    private mutating func addDerivedProvenance() {
        var provenance = record.provenance
        if let container = provenance.removeValue(forKey: Field.imageContainerOrientation.rawValue) {
            provenance[Field.imageOrientation.rawValue, default: []].insert(contentsOf: container, at: 0)
        }
        let turned = (record.image?.orientation ?? 1) >= 5
        let turn = turned ? Array((provenance[Field.imageOrientation.rawValue] ?? []).prefix(1)) : []
        let sides = [provenance[Field.imageStoredWidth.rawValue], provenance[Field.imageStoredHeight.rawValue]]
        if let width = sides[turned ? 1 : 0] { provenance["image.width"] = width + turn }
        if let height = sides[turned ? 0 : 1] { provenance["image.height"] = height + turn }
        if record.image?.capture?.offset == nil { provenance[Field.imageCaptureOffset.rawValue] = nil }
        record.provenance = provenance
    }
}
