internal import MetadataCore

/// A document whose trailer and catalog were found.
struct OpenDocument {
    let objects: PDFObjects
    let trailer: PDFDictionary
    /// Nil where it stands in an encrypted object stream.
    let catalog: PDFDictionary?
    /// What is said of the encryption; nil where there is none.
    let encryption: EncryptionSummary?
    let security: SecurityHandler?
    /// Why the encryption cannot be undone, with any password.
    let encryptionFailure: ExtractionError?
    /// How many sections the cross-references have; nil where they were not used.
    let sectionCount: Int?

    /// Whether texts and most streams cannot be read.
    var isLocked: Bool { encryptionFailure != nil || security?.needsPassword == true }

    /// Whether the catalog says that it is one, as it must (ISO 32000-2, table 29).
    var hasCatalogType: Bool { catalog.map { $0["Type"] != nil } ?? true }

    /// Opens a document: encryption first, as the catalog may stand in an encrypted stream.
    ///
    /// - Throws: `corrupt` without a catalog.
    init(_ objects: PDFObjects, trailer: PDFDictionary, sectionCount: Int?) throws(ExtractionError) {
        self.objects = objects
        self.trailer = trailer
        self.sectionCount = sectionCount
        let opened = Encryption(objects, trailer)
        (encryption, security, encryptionFailure) = (opened.summary, opened.security, opened.failure)
        objects.security = security
        do throws(ExtractionError) {
            catalog = try Self.catalog(objects, trailer)
        } catch  where error.code == .encrypted {
            catalog = nil
        }
    }

    private static func catalog(
        _ objects: PDFObjects, _ trailer: PDFDictionary
    ) throws(ExtractionError) -> PDFDictionary {
        guard let reference = trailer["Root"]?.reference else { throw .corrupt("a trailer without Root", at: nil) }
        guard let catalog = try objects.resolve(.reference(reference)).dictionary else {
            throw .corrupt("Root is no catalog", at: nil)
        }
        let type = try objects.resolve(catalog["Type"]).name
        guard type == "Catalog" || type == nil || objects.file.isLenient else {
            throw .corrupt("Root is no catalog", at: nil)
        }
        return catalog
    }
}

/// The encryption that a trailer names.
struct Encryption {
    /// What is said of it; nil where there is none.
    private(set) var summary: EncryptionSummary?
    /// What undoes it; nil where there is none, or where it cannot be undone.
    private(set) var security: SecurityHandler?
    /// Why it cannot be undone, with any password.
    private(set) var failure: ExtractionError?

    init(_ objects: PDFObjects, _ trailer: PDFDictionary) {
        do throws(ExtractionError) {
            let value = try objects.resolve(trailer["Encrypt"])
            guard value != .null else { return }
            summary = EncryptionSummary(PDFDictionary())
            guard let dictionary = value.dictionary else {
                throw .corrupt("an encryption dictionary that is none", at: nil)
            }
            try open(try objects.resolveValues(of: dictionary), identifier: trailer.firstIdentifier)
        } catch {
            summary = summary ?? EncryptionSummary(PDFDictionary())
            failure = error
        }
    }

    private mutating func open(_ dictionary: PDFDictionary, identifier: [UInt8]) throws(ExtractionError) {
        summary = EncryptionSummary(dictionary)
        let standard = try EncryptionDictionary(dictionary)
        summary?.standard = standard
        security = try SecurityHandler(standard, identifier: identifier)
    }
}

extension PDFDictionary {
    /// The first part of `ID` (ISO 32000-2, 14.4).
    fileprivate var firstIdentifier: [UInt8] { self["ID"]?.array?.first?.string ?? [] }
}

extension PDFObjects {
    /// A dictionary whose values are no references; what stands inside them is left as it is.
    func resolveValues(of dictionary: PDFDictionary) throws(ExtractionError) -> PDFDictionary {
        var resolved = PDFDictionary()
        for (key, value) in dictionary.pairs { resolved.append(key, try resolve(value)) }
        return resolved
    }

    /// A text string, decrypted (ISO 32000-2, 7.6.2: strings inside object streams are not encrypted by themselves).
    ///
    /// - Parameters:
    ///   - value: The string, or a reference to it.
    ///   - container: The object that it stands in.
    /// - Returns: Its bytes, or nil when it is none.
    /// - Throws: What made it unreadable, `encrypted` among it.
    func stringBytes(_ value: PDFObject?, in container: LoadedObject?) throws(ExtractionError) -> [UInt8]? {
        var container = container
        var value = value ?? .null
        if let reference = value.reference {
            container = try object(reference)
            value = try resolve(value)
        }
        guard let bytes = value.string else { return nil }
        guard let security, let reference = container?.stream?.reference else { return bytes }
        return try security.decryptString(bytes, of: reference)
    }
}
