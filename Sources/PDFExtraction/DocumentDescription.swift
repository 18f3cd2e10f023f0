internal import MetadataCore

/// Turns an open document into findings.
struct DocumentDescription {
    var report: DocumentReport
    let document: OpenDocument
    private let header: PDFHeader?
    /// The most objects that are looked at for what a document contains.
    private static let contentLimit = 20_000

    var objects: PDFObjects { document.objects }

    init(_ document: OpenDocument, header: PDFHeader?, report: DocumentReport) {
        self.document = document
        self.header = header
        self.report = report
    }

    /// Adds everything, structure first.
    ///
    /// - Throws: When there is no page tree: the structure is not what it seemed.
    mutating func describe() throws(ExtractionError) {
        let pages = try addPages()
        defer { if let excess = objects.excess { report.report(excess) } }
        if !document.hasCatalogType { report.note(.corrupt, "the catalog has no Type") }
        addVersion()
        addEncryption()
        report.find(.documentLinearized, .boolean(isLinearized), "linearization")
        guard !document.isLocked else { return }
        addInformation()
        addContent(pages)
        addXMP()
    }
}

// MARK: - Structure

extension DocumentDescription {
    /// - Returns: The pages that were looked at.
    private mutating func addPages() throws(ExtractionError) -> [LoadedObject] {
        guard let catalog = document.catalog else { return [] }
        do throws(ExtractionError) {
            guard let reference = catalog["Pages"]?.reference, let loaded = try objects.object(reference),
                let root = try objects.resolve(loaded.object).dictionary,
                try objects.resolve(root["Type"]).name == "Pages" || objects.file.isLenient
            else { throw .corrupt("the catalog names no page tree", at: nil) }
            return try addPages(root, reference, loaded)
        } catch  where error.code == .encrypted {
            return []
        }
    }

    private mutating func addPages(
        _ root: PDFDictionary, _ reference: PDFReference, _ loaded: LoadedObject
    ) throws(ExtractionError) -> [LoadedObject] {
        let offset = loaded.offset
        var declared = try objects.resolve(root["Count"]).integer
        if let count = declared, count < 1 { declared = nil }
        guard declared != nil || objects.file.isLenient else {
            throw .corrupt("a page tree without a count", at: offset)
        }
        var walk = PageTreeWalk(objects)
        walk.walk(root, reference, isCut: loaded.isCut)
        if let count = declared, count > max(walk.pageCount, objects.file.byteCount) {
            let error = ExtractionError.limitExceeded("\(count) pages in \(objects.file.byteCount) bytes", at: offset)
            guard objects.file.isLenient else { throw error }
            report.report(error, field: .documentPageCount)
            declared = nil
        }
        report.find(.documentPageCount, declared.map { .integer($0) }, "pages", offset: offset)
        report.find(.documentPageSizes, walk.sizes.value, "pages")
        if walk.pageCount > 0, declared == nil || (walk.isComplete && walk.pageCount != declared) {
            report.find(.documentPageCount, .integer(walk.pageCount), "page-leaves")
        }
        if let damage = walk.damage, damage.code != .encrypted { report.report(damage, field: .documentPageCount) }
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
        if let failure = document.encryptionFailure {
            report.find(.documentEncrypted, .boolean(true), "encrypt")
            return report.report(failure, field: .documentEncrypted)
        }
        guard let security = document.security else {
            report.find(.documentEncrypted, .boolean(false), "trailer")
            report.find(.documentNeedsPassword, .boolean(false), "trailer")
            return
        }
        report.find(.documentEncrypted, .boolean(true), "encrypt")
        report.find(.documentNeedsPassword, .boolean(security.needsPassword), "encrypt")
        let names = security.dictionary.permissionNames
        report.find(.documentPermissions, .array(names.map { .string($0) }), "encrypt")
        guard security.needsPassword else { return }
        let detail = "the document cannot be opened without a password"
        report.report(ExtractionError(.encrypted, detail))
    }

    /// ISO 32000-2, annex F: the first object says so, and how long the file was then.
    private var isLinearized: Bool {
        guard let header else { return false }
        let file = objects.file
        guard
            let first = try? file.indirectObject(
                at: header.offset + Self.headerLine(file, header), limits: objects.limits),
            let dictionary = first.object.dictionary, dictionary["Linearized"]?.number ?? 0 > 0
        else { return false }
        return dictionary["L"]?.integer == file.byteCount
    }

    /// The length of the header's line.
    private static func headerLine(_ file: PDFBytes, _ header: PDFHeader) -> Int {
        let line = (try? file.read(header.offset..<(header.offset + 64))) ?? []
        return line.prefix { $0 != 10 && $0 != 13 }.count
    }
}

// MARK: - Information

extension DocumentDescription {
    private mutating func addInformation() {
        do throws(ExtractionError) {
            guard let reference = document.trailer["Info"]?.reference, let loaded = try objects.object(reference),
                let information = try objects.resolve(loaded.object).dictionary
            else { return }
            for (key, field) in Self.texts {
                guard let bytes = try objects.stringBytes(information[key], in: loaded) else { continue }
                report.find(field, text: PDFText.decode(bytes), "info", offset: loaded.offset)
            }
            for (key, field) in Self.dates {
                guard let bytes = try objects.stringBytes(information[key], in: loaded) else { continue }
                guard let date = PDFDate(PDFText.decode(bytes)) else {
                    report.note(.invalidValue, field: field, "\(key) is no date")
                    continue
                }
                report.find(field, .string(date.text), "info", offset: loaded.offset)
            }
        } catch {
            report.report(error)
        }
    }

    private static let texts: [(key: String, field: Field)] = [
        ("Title", .documentTitle), ("Author", .documentAuthor), ("Subject", .documentSubject),
        ("Keywords", .documentKeywords), ("Creator", .documentCreator), ("Producer", .documentProducer),
    ]

    private static let dates: [(key: String, field: Field)] = [
        ("CreationDate", .documentCreated), ("ModDate", .documentModified),
    ]
}

// MARK: - Content

extension DocumentDescription {
    private mutating func addContent(_ pages: [LoadedObject]) {
        guard let catalog = document.catalog else { return }
        do throws(ExtractionError) {
            var content = DocumentContent(objects, catalog)
            report.find(.documentTagged, .boolean(try content.isTagged), "catalog")
            report.find(.documentForms, .string(try content.forms), "catalog")
            report.find(.documentAttachments, .integer(try content.attachmentCount()), "names")
            report.find(.documentSignatures, .integer(try content.signatureCount()), "fields")
            report.find(.documentJavaScript, .boolean(try content.hasScripts(pages)), "actions")
            guard content.isCut else { return }
            report.note(.limitExceeded, "scripts, attachments and signatures were looked for in a part of the document")
        } catch {
            report.report(error)
        }
    }

    private mutating func addXMP() {
        guard let value = document.catalog?["Metadata"]?.reference else { return }
        do throws(ExtractionError) {
            guard let loaded = try objects.object(value), loaded.stream?.streamOffset != nil else { return }
            let packet = XMPLook(try objects.data(of: loaded))
            if let level = packet.archivalLevel { report.find(.documentPDFA, xmp: level) }
            for (field, text) in packet.texts where !report.has(field) { report.find(field, xmp: text) }
        } catch {
            report.report(error)
        }
    }
}
