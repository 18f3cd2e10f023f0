/// The signatures of the table by the first byte that they allow, so that a file is compared with few.
struct SignatureIndex: Sendable {
    private struct Candidate: Sendable {
        let signature: Signature
        let entry: FormatEntry
    }

    /// In the order in which they are asked: by priority, then by length.
    private let candidates: [Candidate]

    /// For each first byte, positions in ``candidates``.
    private let positions: [[Int]]

    /// Signatures of binary formats, compared with the bytes.
    static let bytes = SignatureIndex((FormatTable.entries + FormatTable.further).filter { !$0.isText })

    /// Signatures of texts, compared with the characters after a byte order mark.
    static let text = SignatureIndex(FormatTable.entries.filter(\.isText))

    private init(_ entries: [FormatEntry]) {
        let all = entries.flatMap { entry in
            entry.signatures.map { Candidate(signature: $0, entry: entry) }
        }
        let order = all.indices.sorted {
            (all[$0].entry.priority, all[$0].signature.strength) > (all[$1].entry.priority, all[$1].signature.strength)
        }
        candidates = order.map { all[$0] }
        var positions = [[Int]](repeating: [], count: 256)
        for (position, candidate) in candidates.enumerated() {
            for byte in candidate.signature.firstBytes { positions[Int(byte)].append(position) }
        }
        self.positions = positions
    }

    /// The first entry, by priority and length, whose signature matches and whose look agrees.
    func identify(_ sample: Sample) -> FormatIdentification? {
        guard let first = sample.head.first else { return nil }
        for position in positions[Int(first)] where candidates[position].signature.matches(sample.head) {
            let candidate = candidates[position]
            guard let sighting = candidate.entry.look?(sample) ?? candidate.entry.sightingWithoutLook else { continue }
            return FormatIdentification(candidate.entry, sighting, basis: candidate.signature.place)
        }
        return nil
    }
}

extension FormatEntry {
    /// A signature is enough where no look is asked for.
    fileprivate var sightingWithoutLook: Sighting? { look == nil ? .confirmed : nil }

    /// Whether its signatures are characters, which may stand in any encoding.
    fileprivate var isText: Bool { kind == .text || kind == .table }
}
