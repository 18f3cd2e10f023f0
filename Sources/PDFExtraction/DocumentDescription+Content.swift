internal import MetadataCore

// MARK: - Information

extension DocumentDescription {
    /// The document information dictionary (ISO 32000-2, 14.3.3).
    mutating func addInformation() {
        do throws(ExtractionError) {
            guard let reference = document.trailer["Info"]?.reference, let loaded = try objects.object(reference),
                let information = try objects.resolve(loaded.object).dictionary
            else { return }
            for (key, field) in Self.texts {
                guard let text = try text(information[key], in: loaded) else { continue }
                report.find(field, text: text, "info", offset: loaded.offset)
            }
            for (key, field) in Self.dates {
                guard let text = try text(information[key], in: loaded) else { continue }
                guard let date = PDFDate(text) else {
                    report.note(.invalidValue, field: field, "\(key) is no date")
                    continue
                }
                report.find(field, .string(date.text), "info", offset: loaded.offset)
            }
            try addExchangeVersion(information, in: loaded)
        } catch {
            add(error)
        }
    }

    private func text(_ value: PDFObject?, in container: LoadedObject) throws(ExtractionError) -> String? {
        try objects.stringBytes(value, in: container).map(PDFText.decode)
    }

    /// ISO 15930-1, 6.10: the conformance is more exact than the version, where it is given.
    private mutating func addExchangeVersion(
        _ information: PDFDictionary, in loaded: LoadedObject
    ) throws(ExtractionError) {
        for key in ["GTS_PDFXConformance", "GTS_PDFXVersion"] {
            guard let text = try text(information[key], in: loaded), text.hasPrefix("PDF/X") else { continue }
            return report.find(.documentPDFX, text: text, "info", offset: loaded.offset)
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
    /// What the catalog says by itself.
    mutating func addCatalog() {
        guard let catalog = document.catalog else { return }
        do throws(ExtractionError) {
            let content = DocumentContent(objects, catalog)
            report.find(.documentTagged, .boolean(try content.isTagged), "catalog")
            report.find(.documentForms, .string(try content.forms), "catalog")
            report.find(.documentPortfolio, .boolean(try content.isPortfolio), "catalog")
            report.find(.documentOutlines, .boolean(try content.hasOutlines), "catalog")
        } catch {
            add(error)
        }
    }

    /// What is spread over the document.
    mutating func addContent(_ pages: [LoadedObject]) {
        guard let catalog = document.catalog else { return }
        do throws(ExtractionError) {
            var content = DocumentContent(objects, catalog)
            report.find(.documentAttachments, .integer(try content.attachmentCount()), "names")
            report.find(.documentSignatures, .integer(try content.signatureCount()), "fields")
            report.find(.documentJavaScript, .boolean(try content.hasScripts(pages)), "actions")
            guard content.isCut else { return }
            report.note(.limitExceeded, "scripts, attachments and signatures were looked for in a part of the document")
        } catch {
            add(error)
        }
    }

    /// The document's XMP (ISO 32000-2, 14.3.2).
    mutating func addXMP() {
        guard let value = document.catalog?["Metadata"]?.reference else { return }
        do throws(ExtractionError) {
            guard let loaded = try objects.object(value), loaded.stream?.streamOffset != nil else { return }
            let packet = XMPLook(try objects.data(of: loaded))
            for (field, text) in packet.values { report.find(field, xmp: text) }
        } catch {
            add(error)
        }
    }
}
