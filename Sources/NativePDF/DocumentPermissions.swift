import CPoppler

/// What a user may do with an encrypted document (ISO 32000-1, table 22).
///
/// The corresponding C type is `PopplerPermissions`.
struct DocumentPermissions: OptionSet {
    let rawValue: UInt32

    /// All of them: the document is not encrypted, or its encryption forbids nothing.
    static let all = Self(rawValue: POPPLER_PERMISSIONS_FULL.rawValue)

    /// The names of those that are set, as the record lists them.
    var names: [String] {
        Self.table.filter { contains(Self(rawValue: $0.bit.rawValue)) }.map(\.name)
    }

    private static let table: [(bit: PopplerPermissions, name: String)] = [
        (POPPLER_PERMISSIONS_OK_TO_PRINT, "print"),
        (POPPLER_PERMISSIONS_OK_TO_MODIFY, "modify"),
        (POPPLER_PERMISSIONS_OK_TO_COPY, "copy"),
        (POPPLER_PERMISSIONS_OK_TO_ADD_NOTES, "annotate"),
        (POPPLER_PERMISSIONS_OK_TO_FILL_FORM, "fillForms"),
        (POPPLER_PERMISSIONS_OK_TO_EXTRACT_CONTENTS, "extract"),
        (POPPLER_PERMISSIONS_OK_TO_ASSEMBLE, "assemble"),
        (POPPLER_PERMISSIONS_OK_TO_PRINT_HIGH_RESOLUTION, "printHighResolution"),
    ]
}
