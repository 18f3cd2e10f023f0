/// The signatures of the table by the first byte that they allow, so that a file is compared with few.
struct SignatureIndex: Sendable {
    private struct Candidate: Sendable {
        var signature: Signature
        var entry: FormatEntry
        var basis: String
    }

    private let candidates: [[Candidate]]

    /// Signatures of binary formats, compared with the bytes.
    static let bytes = SignatureIndex((FormatTable.entries + FormatTable.further).filter { !$0.isText })

    /// Signatures of texts, compared with the characters after a byte order mark.
    static let text = SignatureIndex(FormatTable.entries.filter(\.isText))

    private init(_ entries: [FormatEntry]) {
        let all = entries.flatMap { entry in
            entry.signatures.map { Candidate(signature: $0, entry: entry, basis: $0.place) }
        }
        let ordered = all.sorted {
            ($0.entry.priority, $0.signature.strength) > ($1.entry.priority, $1.signature.strength)
        }
        candidates = (0...255).map { byte in
            ordered.filter { $0.signature.canBegin(with: UInt8(byte)) }
        }
    }

    /// The first entry, by priority and length, whose signature matches and whose look agrees.
    func identify(_ sample: Sample) -> FormatIdentification? {
        guard let first = sample.head.first else { return nil }
        for candidate in candidates[Int(first)] where candidate.signature.matches(sample.head) {
            guard let look = candidate.entry.look else {
                return FormatIdentification(candidate.entry, .confirmed, basis: candidate.basis)
            }
            guard let sighting = look(sample) else { continue }
            return FormatIdentification(candidate.entry, sighting, basis: candidate.basis)
        }
        return nil
    }
}

extension FormatEntry {
    /// Whether its signatures are characters, which may stand in any encoding.
    fileprivate var isText: Bool { kind == .text || kind == .table }
}
