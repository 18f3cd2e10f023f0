extension FormatIdentification {
    /// The issue that a name or a declared type says something else than the bytes.
    ///
    /// None where one of the two is a special case of the other (`zip` and `docx`, `text` and `csv`), where the hint
    /// names a relative that people use for it (`mov` and `mp4`), and where the hint says nothing (`.dat`).
    ///
    /// - Parameter hint: What is said of the file.
    /// - Returns: An issue with code `typeMismatch` and severity `note`, or nil.
    public func mismatch(with hint: FormatHint) -> Issue? {
        guard basis != "empty" else { return nil }
        let state = format == .unknown ? "is no known format" : "is \(format.rawValue)"
        if let name = hint.fileExtension, contradicts(hint.formatsByName) {
            return Issue(.typeMismatch, .note, stage: .identify, detail: "named .\(name), but \(state)")
        }
        if let type = hint.declaredMediaType, contradicts(hint.formatsByDeclaration) {
            return Issue(
                .typeMismatch, .note, stage: .identify, detail: "declared as \(type.prefix(100)), but \(state)")
        }
        return nil
    }

    private func contradicts(_ expected: [FileFormat]) -> Bool {
        !expected.isEmpty && !expected.contains { $0.isRelated(to: format) }
    }
}

extension FileFormat {
    /// Whether one is a special case of the other, or both are of a group that shares names.
    fileprivate func isRelated(to other: FileFormat) -> Bool {
        if FormatTable.lineage(of: self).contains(other) || FormatTable.lineage(of: other).contains(self) {
            return true
        }
        return Self.relatives.contains { $0.contains(rawValue) && $0.contains(other.rawValue) }
    }

    /// Formats that are told apart by the bytes, but whose names people use for each other.
    private static let relatives: [Set<String>] = [
        ["mp4", "mov", "m4v", "m4a", "3gp", "3g2", "f4v"],
        ["heic", "heif"], ["jp2", "j2k", "jpx"],
        ["pbm", "pgm", "ppm", "pam", "pfm"],
        ["ico", "cur"], ["tiff", "bigtiff"], ["psd", "psb"],
        ["mkv", "mka", "webm"], ["ogg", "opus", "ogv", "oga", "spx"], ["asf", "wma", "wmv"],
        ["mp3", "mp2", "mp1", "aac"], ["mpeg", "mpegts", "mpegvideo"],
        ["csv", "tsv", "text"], ["postscript", "eps"], ["html", "xhtml"],
        ["ttf", "otf", "ttc"], ["pe", "dosexe"], ["json", "ndjson"], ["nef", "nrw"],
    ]
}
