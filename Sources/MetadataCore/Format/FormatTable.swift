/// The table of formats: rows by family, and the ways to find one.
enum FormatTable {
    /// All rows.
    static let entries: [FormatEntry] =
        images + rawImages + vectorImages + documents + archives + diskImages + audio + video + markup + text
        + sourceCode + executables + databases + fonts + scientific + models + metadata

    /// The media type of bytes that nothing is known of.
    static let unknownMediaType = "application/octet-stream"

    /// The row of a format.
    static func entry(of format: FileFormat) -> FormatEntry? { byFormat[format] }

    /// The row that has a mark.
    static func entry(_ mark: Mark, _ value: String) -> FormatEntry? { byMark[mark]?[value] }

    /// The formats that use a file name extension, in lower case without a dot.
    static func formats(fileExtension: String) -> [FileFormat] { byExtension[fileExtension] ?? [] }

    /// The formats that a media type stands for, in lower case without parameters.
    static func formats(mediaType: String) -> [FileFormat] { byMediaType[mediaType] ?? [] }

    /// The formats that `format` also is, from itself to the most general.
    static func lineage(of format: FileFormat) -> [FileFormat] {
        var lineage = [format]
        while lineage.count < 8, let last = lineage.last, let general = byFormat[last]?.general {
            lineage.append(general)
        }
        return lineage
    }
}

// MARK: - Dictionaries, built once

extension FormatTable {
    private static let byFormat = Dictionary(entries.map { ($0.format, $0) }, uniquingKeysWith: { first, _ in first })

    private static let byMark = entries.reduce(into: [Mark: [String: FormatEntry]]()) { result, entry in
        for (mark, value) in entry.marks { result[mark, default: [:]][value] = entry }
    }

    private static let byExtension = entries.reduce(into: [String: [FileFormat]]()) { result, entry in
        for name in entry.fileExtensions { result[name, default: []].append(entry.format) }
    }

    private static let byMediaType = entries.reduce(into: [String: [FileFormat]]()) { result, entry in
        for type in [entry.mediaType] + entry.aliases {
            let essence = type.prefix { $0 != ";" }.lowercased()
            result[essence, default: []].append(entry.format)
        }
    }
}
