import CPoppler
import MetadataCore

/// Why poppler gave no document.
struct PopplerFailure: Error, Equatable {
    /// What it means for the record.
    let code: Issue.Code
    /// poppler's message.
    let message: String

    /// Takes over an error of GLib's and frees it.
    ///
    /// - Parameter error: The error, or null when the call failed without one.
    ///
    /// The corresponding C type is `GError`.
    init(consuming error: UnsafeMutablePointer<GError>?) {
        guard let error = unsafe error else {
            self.init(code: .corrupt, message: "poppler gave no document and no reason")
            return
        }
        // The caller owns what a GLib function stored in its GError parameter.
        defer { unsafe g_error_free(error) }
        let value = unsafe error.pointee
        let message = unsafe value.message.map { unsafe String(cString: $0) } ?? ""
        self.init(code: unsafe Self.code(domain: value.domain, number: value.code), message: message)
    }

    /// Makes a failure.
    init(code: Issue.Code, message: String) {
        self.code = code
        self.message = message
    }

    private static func code(domain: GQuark, number: Int32) -> Issue.Code {
        guard domain == poppler_error_quark() else { return .unreadable }
        switch number {
        case Int32(bitPattern: POPPLER_ERROR_ENCRYPTED.rawValue): return .encrypted
        case Int32(bitPattern: POPPLER_ERROR_OPEN_FILE.rawValue): return .unreadable
        default: return .corrupt
        }
    }
}
