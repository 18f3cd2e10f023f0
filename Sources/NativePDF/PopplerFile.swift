import CPoppler
import MetadataCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Owner of one open document.
///
/// The corresponding C type is `PopplerDocument`.
// Safe: the handle is made in the initialisers, released in `deinit` and never handed out.
@safe struct PopplerFile: ~Copyable {
    private let handle: OpaquePointer

    /// Opens a document in memory.
    ///
    /// - Parameter bytes: Its content. It must stay until the document is released, as it is not copied.
    /// - Throws: ``PopplerFailure`` when poppler finds no document, or one that needs a password.
    ///
    /// The corresponding C function is `poppler_document_new_from_bytes`.
    @unsafe init(unownedBytes bytes: UnsafeRawBufferPointer) throws(PopplerFailure) {
        let content = unsafe g_bytes_new_static(bytes.baseAddress, gsize(bytes.count))
        defer { unsafe g_bytes_unref(content) }
        var error: UnsafeMutablePointer<GError>?
        guard let handle = unsafe poppler_document_new_from_bytes(content, nil, &error) else {
            throw unsafe PopplerFailure(consuming: error)
        }
        unsafe self.handle = handle
    }

    /// Opens the document that a descriptor stands for.
    ///
    /// - Parameter descriptor: Borrowed: the document works on a duplicate, which it closes.
    /// - Throws: ``PopplerFailure`` when it cannot be duplicated, or poppler finds no document.
    ///
    /// The corresponding C function is `poppler_document_new_from_fd`.
    init(descriptor: Int32) throws(PopplerFailure) {
        let duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard duplicate >= 0 else {
            throw PopplerFailure(code: .unreadable, message: "the descriptor cannot be duplicated: errno \(errno)")
        }
        var error: UnsafeMutablePointer<GError>?
        guard let handle = unsafe poppler_document_new_from_fd(duplicate, nil, &error) else {
            throw unsafe PopplerFailure(consuming: error)
        }
        unsafe self.handle = handle
    }

    /// Opens a document whose bytes are asked for as they are needed.
    ///
    /// - Parameter stream: Where they come from.
    /// - Throws: ``PopplerFailure`` when poppler finds no document, or one that needs a password.
    ///
    /// The corresponding C function is `poppler_document_new_from_stream`.
    init(_ stream: SourceStream) throws(PopplerFailure) {
        guard let input = unsafe SourceInputStream.make(stream) else {
            throw PopplerFailure(code: .unsupported, message: "the stream type is not known to GLib")
        }
        // The document keeps a reference of its own.
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(input)) }
        var error: UnsafeMutablePointer<GError>?
        guard
            let handle = unsafe poppler_document_new_from_stream(input, goffset(stream.byteCount), nil, nil, &error)
        else {
            throw unsafe PopplerFailure(consuming: error)
        }
        unsafe self.handle = handle
    }

    deinit {
        // The only reference that we took.
        unsafe g_object_unref(UnsafeMutableRawPointer(handle))
    }
}

// MARK: - Structure

extension PopplerFile {
    /// The number of pages that the page tree's root declares; 0 when poppler does not believe it.
    ///
    /// The corresponding C function is `poppler_document_get_n_pages`.
    var pageCount: Int { unsafe Int(poppler_document_get_n_pages(handle)) }

    /// The version that the header or the catalog names, whichever is later; nil when neither does.
    ///
    /// The corresponding C function is `poppler_document_get_pdf_version`.
    var version: String? {
        var major: guint = 0
        var minor: guint = 0
        unsafe poppler_document_get_pdf_version(handle, &major, &minor)
        return major == 0 ? nil : "\(major).\(minor)"
    }

    /// Whether the document is linearized.
    ///
    /// The corresponding C function is `poppler_document_is_linearized`.
    var isLinearized: Bool { unsafe poppler_document_is_linearized(handle) != 0 }

    /// What a user may do.
    ///
    /// The corresponding C function is `poppler_document_get_permissions`.
    var permissions: DocumentPermissions {
        DocumentPermissions(rawValue: unsafe poppler_document_get_permissions(handle).rawValue)
    }

    /// The PDF/A level that the document information claims: `1b`.
    ///
    /// The corresponding C functions are `poppler_document_get_pdf_subtype`, `..._part` and `..._conformance`.
    var archivalLevel: String? {
        guard unsafe poppler_document_get_pdf_subtype(handle) == POPPLER_PDF_SUBTYPE_PDF_A else { return nil }
        let part = unsafe poppler_document_get_pdf_part(handle)
        let conformance = unsafe poppler_document_get_pdf_conformance(handle)
        guard let number = Self.parts[part.rawValue] else { return nil }
        return number + (Self.conformances[conformance.rawValue] ?? "")
    }

    private static let parts: [PopplerPDFPart.RawValue: String] = [
        POPPLER_PDF_SUBTYPE_PART_1.rawValue: "1",
        POPPLER_PDF_SUBTYPE_PART_2.rawValue: "2",
        POPPLER_PDF_SUBTYPE_PART_3.rawValue: "3",
        POPPLER_PDF_SUBTYPE_PART_4.rawValue: "4",
    ]

    private static let conformances: [PopplerPDFConformance.RawValue: String] = [
        POPPLER_PDF_SUBTYPE_CONF_A.rawValue: "a",
        POPPLER_PDF_SUBTYPE_CONF_B.rawValue: "b",
        POPPLER_PDF_SUBTYPE_CONF_U.rawValue: "u",
    ]
}

// MARK: - Information

extension PopplerFile {
    /// A text of the document information dictionary (ISO 32000-1, 14.3.3); nil when absent or empty.
    ///
    /// The corresponding C functions are `poppler_document_get_title` and its siblings.
    func text(_ entry: InformationText) -> String? {
        let text: UnsafeMutablePointer<gchar>?
        switch entry {
        case .title: unsafe text = poppler_document_get_title(handle)
        case .author: unsafe text = poppler_document_get_author(handle)
        case .subject: unsafe text = poppler_document_get_subject(handle)
        case .keywords: unsafe text = poppler_document_get_keywords(handle)
        case .creator: unsafe text = poppler_document_get_creator(handle)
        case .producer: unsafe text = poppler_document_get_producer(handle)
        }
        guard let text = unsafe text else { return nil }
        // The caller owns the text that the getters return.
        defer { unsafe g_free(text) }
        let value = unsafe String(cString: text)
        return value.isEmpty ? nil : value
    }

    /// A date of the document information dictionary, RFC 3339; nil when absent or no date.
    ///
    /// The corresponding C functions are `poppler_document_get_creation_date_time` and
    /// `poppler_document_get_modification_date_time`.
    func date(_ entry: InformationDate) -> String? {
        let date =
            switch entry {
            case .created: unsafe poppler_document_get_creation_date_time(handle)
            case .modified: unsafe poppler_document_get_modification_date_time(handle)
            }
        guard let date = unsafe date else { return nil }
        // The caller owns the date that the getters return.
        defer { unsafe g_date_time_unref(date) }
        return unsafe Timestamp(
            year: Int(g_date_time_get_year(date)), month: Int(g_date_time_get_month(date)),
            day: Int(g_date_time_get_day_of_month(date)), hour: Int(g_date_time_get_hour(date)),
            minute: Int(g_date_time_get_minute(date)), second: Int(g_date_time_get_second(date)),
            offsetMinutes: Int(g_date_time_get_utc_offset(date) / 60_000_000)
        ).text
    }
}

// MARK: - Content

extension PopplerFile {
    /// The number of embedded files.
    ///
    /// The corresponding C function is `poppler_document_get_n_attachments`.
    var attachmentCount: Int { unsafe Int(poppler_document_get_n_attachments(handle)) }

    /// The number of signature fields. Looks at each page.
    ///
    /// The corresponding C function is `poppler_document_get_n_signatures`.
    var signatureCount: Int { unsafe max(0, Int(poppler_document_get_n_signatures(handle))) }

    /// Whether the document holds scripts. Looks at each page.
    ///
    /// The corresponding C function is `poppler_document_has_javascript`.
    var hasJavaScript: Bool { unsafe poppler_document_has_javascript(handle) != 0 }

    /// The size of a page as shown, in points; nil when there is no such page.
    ///
    /// The corresponding C functions are `poppler_document_get_page` and `poppler_page_get_size`.
    func pageSize(_ index: Int) -> (width: Double, height: Double)? {
        var width = 0.0
        var height = 0.0
        guard let page = unsafe page(index) else { return nil }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(page)) }
        unsafe poppler_page_get_size(page, &width, &height)
        return (width, height)
    }

    /// Whether a page shows fields of a form.
    ///
    /// The corresponding C function is `poppler_page_get_form_field_mapping`.
    func hasFormFields(_ index: Int) -> Bool {
        guard let page = unsafe page(index) else { return false }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(page)) }
        guard let fields = unsafe poppler_page_get_form_field_mapping(page) else { return false }
        unsafe poppler_page_free_form_field_mapping(fields)
        return true
    }

    private func page(_ index: Int) -> OpaquePointer? {
        guard let index = Int32(exactly: index) else { return nil }
        return unsafe poppler_document_get_page(handle, index)
    }
}

/// Texts of the document information dictionary.
enum InformationText: CaseIterable {
    case title, author, subject, keywords, creator, producer
}

/// Dates of the document information dictionary.
enum InformationDate: CaseIterable {
    case created, modified
}
