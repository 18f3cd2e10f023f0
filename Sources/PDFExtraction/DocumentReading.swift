internal import MetadataCore

/// The reading of one document: its structure, or a scan for it, then everything that it tells.
struct DocumentReading {
    let file: PDFBytes
    let limits: Limits
    var report: DocumentReport

    init(_ file: PDFBytes, limits: Limits) {
        self.file = file
        self.limits = limits
        report = DocumentReport(limits: limits, byteCount: file.byteCount)
    }

    /// Reads what there is.
    mutating func read() {
        do throws(ExtractionError) {
            try readDocument()
        } catch {
            report.report(error, .error)
        }
        if let failure = file.failure { report.report(failure) }
        report.conclude()
    }

    private mutating func readDocument() throws(ExtractionError) {
        guard file.byteCount > 0 else { throw ExtractionError(.empty, "the file has no bytes", at: 0) }
        let header = try PDFHeader(file)
        do throws(ExtractionError) {
            let found = try StrictStructure(file, header: header, limits: limits)
            try describe(found.document, header: header)
            guard let damage = found.startDamage else { return }
            // A table that nothing names is believed only where everything stands as it says.
            if report.hasDamage { throw damage }
            report.note(.corrupt, "startxref is wrong, the last table was taken: \(damage.message)")
        } catch  where error.code == .encrypted || error.code == .unreadable || file.isExhausted {
            throw error
        } catch {
            try repair(after: error, header: header)
        }
    }

    /// Rebuilds the structure from the objects that a scan finds.
    private mutating func repair(after damage: ExtractionError, header: PDFHeader?) throws(ExtractionError) {
        report = DocumentReport(limits: limits, byteCount: file.byteCount)
        report.origin = "repair-"
        if damage.code == .limitExceeded { report.report(damage) }
        let scan = try RepairScan(file, limits: limits)
        if let hazard = scan.hazard { report.report(hazard) }
        if scan.isCut { report.note(.limitExceeded, "the beginning of the file was searched for objects") }
        file.isLenient = true
        do throws(ExtractionError) {
            let rebuilt = try RebuiltStructure(scan, file: file, limits: limits)
            report.repaired(damage)
            try describe(rebuilt.document, header: header)
        } catch {
            guard report.extraction.findings.isEmpty else { return report.report(error) }
            if error != damage { report.report(error) }
            throw damage
        }
    }

    private mutating func describe(_ document: OpenDocument, header: PDFHeader?) throws(ExtractionError) {
        var description = DocumentDescription(document, header: header, report: report)
        try description.describe()
        report = description.report
    }
}

/// A document whose structure is as the specification wants it.
struct StrictStructure {
    let document: OpenDocument
    /// Said where `startxref` names no section, and the last table was taken instead.
    let startDamage: ExtractionError?

    init(_ file: PDFBytes, header: PDFHeader?, limits: Limits) throws(ExtractionError) {
        guard let header else { throw .corrupt("no header in the first kilobyte", at: 0) }
        do throws(ExtractionError) {
            self = try Self(file, base: header.offset, limits: limits)
        } catch  where error.code == .corrupt && header.offset > 0 {
            self = try Self(file, base: 0, limits: limits)
        }
    }

    private init(_ file: PDFBytes, base: Int, limits: Limits) throws(ExtractionError) {
        let places = try CrossReferences(readingEndOf: file, base: base, limits: limits)
        let objects = PDFObjects(file: file, limits: limits) { (number) throws(ExtractionError) in
            try places.place(of: number, in: file)
        }
        startDamage = places.startDamage
        document = try OpenDocument(objects, trailer: places.trailer, sectionCount: places.sectionCount)
    }
}
