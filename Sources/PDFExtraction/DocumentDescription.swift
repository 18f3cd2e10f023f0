internal import MetadataCore

/// Turns an open document into findings.
///
/// What needs few reads comes first, so that it is known when no more of the file may be read: the page count, the
/// document's information, what the catalog says. What opens every page comes last.
struct DocumentDescription {
    var report: DocumentReport
    let document: OpenDocument
    private let header: PDFHeader?

    var objects: PDFObjects { document.objects }

    init(_ document: OpenDocument, header: PDFHeader?, report: DocumentReport) {
        self.document = document
        self.header = header
        self.report = report
    }

    /// Adds everything.
    ///
    /// - Throws: When there is no page tree: the structure is not what it seemed.
    mutating func describe() throws(ExtractionError) {
        let tree = try PageTree(of: document)
        addCount(tree)
        defer { if let excess = objects.excess { report.report(excess) } }
        if !document.hasCatalogType { report.note(.corrupt, "the catalog has no Type") }
        addVersion()
        addEncryption()
        addRevisions()
        if !document.isLocked {
            addInformation()
            addCatalog()
            addXMP()
        }
        let pages = addPages(tree)
        if !document.isLocked { addContent(pages) }
    }
}

extension DocumentDescription {
    /// Says what ended one part of the description.
    mutating func add(_ error: ExtractionError, field: Field? = nil) {
        guard objects.file.isExhausted, error.code == .limitExceeded else { return report.report(error, field: field) }
        report.exhausted(error)
    }
}

// MARK: - Structure

extension DocumentDescription {
    private mutating func addCount(_ tree: PageTree?) {
        guard let tree else { return }
        if let excess = tree.excess { report.report(excess, field: .documentPageCount) }
        report.find(.documentPageCount, tree.declaredCount.map { .integer($0) }, "pages", offset: tree.loaded.offset)
    }

    /// - Returns: The pages that were looked at.
    private mutating func addPages(_ tree: PageTree?) -> [LoadedObject] {
        guard let tree else { return [] }
        var walk = PageTreeWalk(objects)
        walk.walk(tree)
        report.find(.documentPageSizes, walk.sizes.value, "pages")
        let declared = tree.declaredCount
        if walk.pageCount > 0, declared == nil || (walk.isComplete && walk.pageCount != declared) {
            report.find(.documentPageCount, .integer(walk.pageCount), "page-leaves")
        }
        if let damage = walk.damage, damage.code != .encrypted { add(damage, field: .documentPageCount) }
        if !walk.isComplete, walk.damage == nil {
            let detail = "the sizes of \(walk.pageCount) of \(declared ?? 0) pages were read"
            report.note(.limitExceeded, field: .documentPageSizes, detail)
        }
        return walk.pages
    }

    /// The later of the header's version and the catalog's (ISO 32000-2, 7.5.2).
    private mutating func addVersion() {
        let catalog = document.catalog?["Version"]?.name.flatMap(PDFVersion.init)
        if let catalog, catalog > header?.version ?? catalog || header?.version == nil {
            report.find(.documentVersion, .string(catalog.description), "catalog")
        } else if let version = header?.version {
            report.find(.documentVersion, .string(version.description), "header", offset: header?.offset)
        }
    }

    private mutating func addEncryption() {
        guard let summary = document.encryption else {
            report.find(.documentEncrypted, .boolean(false), "trailer")
            report.find(.documentNeedsPassword, .boolean(false), "trailer")
            return
        }
        report.find(.documentEncrypted, .boolean(true), "encrypt")
        report.find(.documentEncryption, summary.value, "encrypt")
        if let failure = document.encryptionFailure { return report.report(failure, field: .documentEncrypted) }
        guard let security = document.security else { return }
        report.find(.documentNeedsPassword, .boolean(security.needsPassword), "encrypt")
        let names = security.dictionary.permissionNames
        report.find(.documentPermissions, .array(names.map { .string($0) }), "encrypt")
        guard security.needsPassword else { return }
        let detail = "the document cannot be opened without a password"
        report.report(ExtractionError(.encrypted, detail))
    }

    /// A linearized file is written in two sections at once (ISO 32000-2, annex F); each section more is an update.
    private mutating func addRevisions() {
        let linearization = Linearization(objects.file, header: header, limits: objects.limits)
        report.find(.documentLinearized, .boolean(linearization?.isIntact ?? false), "linearization")
        guard let count = document.sectionCount else { return }
        report.find(.documentRevisions, .integer(max(1, count - (linearization == nil ? 0 : 1))), "xref")
    }
}
