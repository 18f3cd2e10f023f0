internal import MetadataCore

/// Where all objects of a file stand: its sections of cross-references, the newest first (ISO 32000-2, 7.5.4 to 7.5.8).
struct CrossReferences {
    /// The newest trailer.
    let trailer: PDFDictionary
    /// What offsets in the file count from: 0, or where the header stands.
    let base: Int
    /// How many times the file was updated or linearized: its sections, hybrid streams not counted.
    let sectionCount: Int
    /// Said where `startxref` names no section, and the last table was taken instead.
    let startDamage: ExtractionError?
    private let sections: [CrossReferenceSection]

    /// Where an object stands.
    ///
    /// - Throws: `corrupt` when its row is damaged.
    func place(of number: Int, in file: PDFBytes) throws(ExtractionError) -> ObjectPlace {
        for section in sections {
            guard let place = try section.place(of: number, in: file) else { continue }
            if case .offset(let offset, let generation) = place {
                let (sum, overflow) = offset.addingReportingOverflow(base)
                guard !overflow else { throw .corrupt("an object outside the file", at: nil) }
                return .offset(sum, generation: generation)
            }
            return place
        }
        return .free
    }
}

extension CrossReferences {
    /// Follows the sections from the end of the file.
    ///
    /// - Throws: `corrupt` at anything that the specification does not allow, `limitExceeded` where a section claims
    ///   more than the file can hold.
    init(readingEndOf file: PDFBytes, base: Int, limits: Limits) throws(ExtractionError) {
        var reader = CrossReferenceReader(file: file, base: base, limits: limits)
        try reader.readAll()
        guard let trailer = reader.sections.first?.trailer else { throw .corrupt("no cross-references", at: nil) }
        self.trailer = trailer
        self.base = base
        sectionCount = reader.sectionCount
        startDamage = reader.startDamage
        sections = reader.sections.map(\.section)
    }
}
