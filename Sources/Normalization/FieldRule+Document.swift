internal import MetadataCore

extension FieldRule {
    static let document: [Field: FieldRule] = [
        .documentPageCount: .integer(0...Int(Int32.max)) { $0.document.orNew.pageCount = $1 },
        .documentVersion: .text { $0.document.orNew.pdfVersion = $1 },
        .documentTitle: .text { $0.document.orNew.title = $1 },
        .documentAuthor: .text { $0.document.orNew.author = $1 },
        .documentSubject: .text { $0.document.orNew.subject = $1 },
        .documentKeywords: .text { $0.document.orNew.keywords = $1 },
        .documentCreator: .text { $0.document.orNew.creator = $1 },
        .documentProducer: .text { $0.document.orNew.producer = $1 },
        .documentCreated: .text { $0.document.orNew.created = $1 },
        .documentModified: .text { $0.document.orNew.modified = $1 },
        .documentEncrypted: .boolean { $0.document.orNew.encrypted = $1 },
        .documentNeedsPassword: .boolean { $0.document.orNew.needsPassword = $1 },
        .documentLinearized: .boolean { $0.document.orNew.linearized = $1 },
        .documentTagged: .boolean { $0.document.orNew.tagged = $1 },
        .documentSignatures: .integer(0...Int(Int32.max)) { $0.document.orNew.signatures = $1 },
        .documentForms: .word(["none", "acroform", "xfa"]) { $0.document.orNew.forms = $1 },
        .documentJavaScript: .boolean { $0.document.orNew.javascript = $1 },
        .documentOutlines: .boolean { $0.document.orNew.outlines = $1 },
        .documentPortfolio: .boolean { $0.document.orNew.portfolio = $1 },
        .documentRevisions: .integer(1...Int(Int32.max)) { $0.document.orNew.revisions = $1 },
        .documentAttachments: .integer(0...Int(Int32.max)) { $0.document.orNew.attachments = $1 },
        .documentPDFA: .text { $0.document.orNew.pdfa = $1 },
        .documentPDFX: .text { $0.document.orNew.pdfx = $1 },
        .documentEncryption: .members { record, value in
            guard let encryption = DocumentMetadata.Encryption(value) else { return false }
            record.document.orNew.encryption = encryption
            return true
        },
        .documentPageSizes: .members { record, value in
            guard let sizes = value.array else { return false }
            record.document.orNew.pageSizes = sizes.compactMap(DocumentMetadata.PageSize.init)
            return true
        },
        .documentPermissions: .members { record, value in
            guard let permissions = value.array else { return false }
            record.document.orNew.permissions = permissions.compactMap(\.string)
            return true
        },
        .documentTextLines: .members { record, value in
            guard let lines = value.array else { return false }
            record.document.orNew.textLines = lines.compactMap(DocumentMetadata.TextLine.init)
            return true
        },
    ]
}

extension DocumentMetadata.PageSize {
    fileprivate init?(_ value: FieldValue) {
        guard let width = value["width"]?.number, let height = value["height"]?.number,
            let count = value["count"]?.integer
        else { return nil }
        self.init(width: width, height: height, count: count)
    }
}

extension DocumentMetadata.TextLine {
    fileprivate init?(_ value: FieldValue) {
        guard let text = value["text"]?.string, let confidence = value["confidence"]?.number else { return nil }
        self.init(
            text: text, page: value["page"]?.integer, confidence: confidence, source: value["source"]?.string ?? "")
    }
}

extension DocumentMetadata.Encryption {
    fileprivate init?(_ value: FieldValue) {
        guard let handler = value["handler"]?.string, !handler.isEmpty else { return nil }
        self.init(handler: handler)
        version = value["version"]?.integer
        revision = value["revision"]?.integer
        keyLength = value["keyLength"]?.integer
        cipher = value["cipher"]?.string
    }
}
