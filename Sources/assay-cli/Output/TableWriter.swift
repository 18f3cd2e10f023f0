import Assay

/// A line a file for people: what it is, how large, what is in it.
struct TableWriter: EntryWriter {
    func begin() -> String { Self.row("STATUS", "FORMAT", "SIZE", "CONTENT", "PATH") }

    func line(for entry: RecordEntry) -> [UInt8] {
        let record = entry.record
        let size = record.size.map(Self.humanReadable) ?? "-"
        return Array(
            Self.row(
                record.status.rawValue, record.format.rawValue, size, Self.content(of: record),
                RunSnapshot.safe(entry.path)
            )
            .utf8)
    }

    func end() -> String { "" }

    private static func row(_ status: String, _ format: String, _ size: String, _ content: String, _ path: String)
        -> String
    {
        let left = StatusColor.paint(padded(status, 12), as: status) + "  " + padded(format, 8) + "  "
        return left + padded(size, 8, alignedRight: true) + "  " + padded(content, 28) + "  " + path + "\n"
    }

    private static func content(of record: MetadataRecord) -> String {
        if let image = record.image, let width = image.width, let height = image.height {
            return "\(width) x \(height)" + (image.capture?.time.map { "  \($0.prefix(10))" } ?? "")
        }
        if let pages = record.document?.pageCount { return pages == 1 ? "1 page" : "\(pages) pages" }
        if record.document?.needsPassword == true { return "needs a password" }
        if let table = record.table, let rows = table.rowCount, let columns = table.columnCount {
            return "\(rows) rows x \(columns) columns"
        }
        return record.issues.first { $0.severity > .note }?.code.rawValue ?? ""
    }

    private static func padded(_ text: String, _ width: Int, alignedRight: Bool = false) -> String {
        let padding = String(repeating: " ", count: max(0, width - text.count))
        return alignedRight ? padding + text : text + padding
    }

    private static func humanReadable(_ byteCount: Int) -> String {
        guard byteCount >= 1_000 else { return "\(byteCount) B" }
        var value = Double(byteCount) / 1_000
        var units = ["kB", "MB", "GB", "TB", "PB"][...]
        while value >= 999.95, units.count > 1 {
            value /= 1_000
            units.removeFirst()
        }
        return "\((value * 10).rounded() / 10) \(units.first ?? "")"
    }
}
