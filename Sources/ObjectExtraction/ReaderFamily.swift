package import MetadataCore

/// Which worker reads a format.
package enum ReaderFamily: String, Hashable, Sendable, CaseIterable {
    case image
    case pdf
    case table

    /// The family of some bytes; nil when no worker reads more of them than their type and checksums.
    ///
    /// - Parameter found: What the bytes are.
    package init?(_ found: FormatIdentification) {
        if found.format.rawValue == "pdf" {
            self = .pdf
        } else if found.format.kind == .image {
            self = .image
        } else if found.mayBeTable || ["csv", "tsv"].contains(found.format.rawValue) {
            self = .table
        } else {
            return nil
        }
    }
}
