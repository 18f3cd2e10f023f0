import MetadataCore

/// Turns an open document into findings and issues.
struct DocumentReport {
    private(set) var extraction = Extraction()
    private let byteCount: Int
    private let limits: Limits
    private let source: Finding.Source = "poppler"

    /// Starts an empty report.
    init(byteCount: Int, limits: Limits) {
        self.byteCount = byteCount
        self.limits = limits
    }

    /// Adds all that poppler tells, stage by stage, until cancelled; the report keeps what comes after the last stage.
    mutating func describe(
        _ file: borrowing PopplerFile, isCancelled: () -> Bool, stage: (String, Extraction) -> Void
    ) {
        let pageCount = addStructure(file)
        reportErrors("opening", isStructure: true)
        addInformation(file)
        end("information", stage)
        if !isCancelled() { addPageSizes(file, pageCount: pageCount, isCancelled: isCancelled) }
        end("page sizes", stage)
        if !isCancelled() { addAttachments(file) }
        end("attachments", stage)
        if !isCancelled() { addContent(file, pageCount: pageCount) }
        reportErrors("reading", isStructure: false)
    }

    private mutating func end(_ name: String, _ stage: (String, Extraction) -> Void) {
        stage(name, extraction)
        extraction = Extraction()
    }

    private mutating func find(_ field: Field, _ value: FieldValue?) {
        guard let value else { return }
        extraction.find(field, value, source: source)
    }
}

// MARK: - Stages

extension DocumentReport {
    private mutating func addStructure(_ file: borrowing PopplerFile) -> Int {
        let pageCount = file.pageCount
        if pageCount > 0 {
            find(.documentPageCount, .integer(pageCount))
        } else {
            extraction.report(.corrupt, field: .documentPageCount, "poppler finds no pages")
        }
        find(.documentVersion, file.version.map { .string($0) })
        find(.documentNeedsPassword, .boolean(false))
        find(.documentLinearized, .boolean(file.isLinearized))
        addPermissions(file.permissions)
        return pageCount
    }

    /// Only encryption takes permissions away. That all are there proves nothing.
    private mutating func addPermissions(_ permissions: DocumentPermissions) {
        guard !permissions.isSuperset(of: .all) else { return }
        find(.documentEncrypted, .boolean(true))
        find(.documentPermissions, .array(permissions.names.map { .string($0) }))
    }

    private mutating func addInformation(_ file: borrowing PopplerFile) {
        for (entry, field) in Self.texts { addText(file.text(entry), to: field) }
        for (entry, field) in Self.dates { find(field, file.date(entry).map { .string($0) }) }
        find(.documentPDFA, file.archivalLevel.map { .string($0) })
    }

    private static let texts: [(InformationText, Field)] = [
        (.title, .documentTitle), (.author, .documentAuthor), (.subject, .documentSubject),
        (.keywords, .documentKeywords), (.creator, .documentCreator), (.producer, .documentProducer),
    ]

    private static let dates: [(InformationDate, Field)] = [
        (.created, .documentCreated), (.modified, .documentModified),
    ]

    private mutating func addText(_ text: String?, to field: Field) {
        guard let text, limits.textByteCount > 0 else { return }
        guard text.utf8.count > limits.textByteCount else { return find(field, .string(text)) }
        find(field, .string(text.prefix(utf8Count: limits.textByteCount)))
        extraction.report(.limitExceeded, .note, field: field, "the text is longer than \(limits.textByteCount) bytes")
    }

    private mutating func addPageSizes(_ file: borrowing PopplerFile, pageCount: Int, isCancelled: () -> Bool) {
        let count = pageCount > DocumentReading.openedPageCount ? 0 : min(pageCount, DocumentReading.sizedPageCount)
        var groups = PageSizeGroups()
        for index in 0..<max(0, count) {
            guard !isCancelled() else { return }
            guard let size = file.pageSize(index) else { continue }
            groups.add(width: size.width, height: size.height)
        }
        find(.documentPageSizes, groups.value)
        guard count < pageCount else { return }
        let detail = "the sizes of \(count) of \(pageCount) pages were read"
        extraction.report(.limitExceeded, .note, field: .documentPageSizes, detail)
    }

    private mutating func addAttachments(_ file: borrowing PopplerFile) {
        find(.documentAttachments, .integer(file.attachmentCount))
    }

    /// What opens every page.
    private mutating func addContent(_ file: borrowing PopplerFile, pageCount: Int) {
        guard pageCount <= DocumentReading.sizedPageCount else { return }
        find(.documentSignatures, .integer(file.signatureCount))
        find(.documentJavaScript, .boolean(file.hasJavaScript))
        for index in 0..<min(max(0, pageCount), DocumentReading.formPageCount) where file.hasFormFields(index) {
            // poppler shows the fields of XFA forms as well, and does not tell which kind it is.
            extraction.find(.documentForms, .string("acroform"), source: source, confidence: 0.5)
            return
        }
    }

    /// An error in the structure makes the page count doubtful. One behind it touches a link or a form field.
    private mutating func reportErrors(_ activity: String, isStructure: Bool) {
        let log = PopplerLog.drain()
        guard let summary = log.summary else { return }
        extraction.report(
            log.isRebuilt ? .repaired : .corrupt, isStructure && log.hasErrors ? .warning : .note,
            offset: log.first?.offset(within: byteCount), "poppler, \(activity) the document: \(summary)")
    }
}

extension String {
    /// The longest prefix of whole scalars that has at most so many bytes of UTF-8.
    fileprivate func prefix(utf8Count: Int) -> String {
        var end = utf8.index(utf8.startIndex, offsetBy: max(0, utf8Count), limitedBy: utf8.endIndex) ?? utf8.endIndex
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
