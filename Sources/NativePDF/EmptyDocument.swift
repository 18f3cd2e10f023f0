import CPoppler

/// A document without pages that stays open as long as the process lives.
///
/// poppler counts the documents that use its global tables and drops these with the last one; the next document then
/// scans poppler's data folder again, which costs twenty times as much as reading a small document.
enum EmptyDocument {
    /// Opens the document, once.
    static func keepAlive() {
        _ = reference
        _ = PopplerLog.drain()
    }

    /// Has a UTF-16 title and dates, so that reading it loads the converters and time zones that others need.
    static let bytes: [UInt8] = makeBytes()

    // Never freed: that is its purpose. Kept as a number, because nothing is ever done with it.
    private static let reference: UInt = {
        unsafe bytes.withUnsafeBytes { buffer in
            // Copied, because the document refers to its bytes for ever.
            let content = unsafe g_bytes_new(buffer.baseAddress, gsize(buffer.count))
            defer { unsafe g_bytes_unref(content) }
            return unsafe UInt(bitPattern: poppler_document_new_from_bytes(content, nil, nil))
        }
    }()

    // ISO 32000-1, 7.5: header, objects, cross-reference table, trailer.
    private static func makeBytes() -> [UInt8] {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[]/Count 0>>",
            "<</Title<FEFF00410073>/CreationDate(D:20200101000000+01'00')/ModDate(D:20200101000000Z)>>",
        ]
        var text = "%PDF-1.4\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let start = text.utf8.count
        let size = objects.count + 1
        text += "xref\n0 \(size)\n\(table)trailer<</Size \(size)/Root 1 0 R/Info 3 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
