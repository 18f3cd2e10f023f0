/// PDF files, built object by object with a right cross-reference table (ISO 32000-1, 7.5).
struct PDFBytes {
    /// The objects' bodies; the first has number 1 and is the catalog, the second is the root of the page tree.
    var objects: [String]
    /// What the trailer holds beside `/Size` and `/Root`.
    var trailer = ""
    /// The version in the header.
    var version = "1.4"

    /// A document of pages of the given boxes.
    ///
    /// - Parameters:
    ///   - pages: What each page holds: `/MediaBox[0 0 612 792]`.
    ///   - catalog: What the catalog holds beside its type and the pages.
    ///   - extra: Objects after the pages; the first has the number 3 + the number of pages.
    init(pages: [String] = ["/MediaBox[0 0 612 792]"], catalog: String = "", extra: [String] = []) {
        let kids = pages.indices.map { "\($0 + 3) 0 R" }.joined(separator: " ")
        objects = [
            "<</Type/Catalog/Pages 2 0 R\(catalog)>>",
            "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>",
        ]
        objects += pages.map { "<</Type/Page/Parent 2 0 R\($0)>>" } + extra
    }

    /// The file up to its cross-reference table, and a trailer: a reader has to search for the objects.
    var bytesWithoutTable: [UInt8] {
        var text = "%PDF-\(version)\n"
        for (index, object) in objects.enumerated() { text += "\(index + 1) 0 obj\(object)\nendobj\n" }
        return Array((text + "trailer<</Root 1 0 R\(trailer)>>\n").utf8)
    }

    /// The file.
    var bytes: [UInt8] { parts(gap: 0).joined().map { $0 } }

    /// The file in two parts, the second being the cross-reference table.
    ///
    /// - Parameter gap: How many bytes are to stand between the parts.
    /// - Returns: The objects with what stands before them, and the table with what follows.
    func parts(gap: Int) -> [[UInt8]] {
        var text = "%PDF-\(version)\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\(object)\nendobj\n"
        }
        let start = text.utf8.count + gap
        let size = objects.count + 1
        table = "xref\n0 \(size)\n\(table)trailer<</Size \(size)/Root 1 0 R\(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
        return [Array(text.utf8), Array(table.utf8)]
    }

    /// One page and a document information dictionary.
    static func information(_ entries: String) -> PDFBytes {
        var document = PDFBytes(extra: ["<<\(entries)>>"])
        document.trailer = "/Info 4 0 R"
        return document
    }

    /// One page, encrypted by the standard handler with 40 bits (7.6.3), the owner's password being `owner`.
    ///
    /// The values of `O` and `U` were computed apart from this package, by algorithms 2 to 4 of the specification.
    static func encrypted(_ password: Password) -> PDFBytes {
        var document = PDFBytes(extra: [
            "<</Filter/Standard/V 1/R 2/P \(password.permissions)/O<\(password.owner)>/U<\(password.user)>>>"
        ])
        let id = "<000102030405060708090a0b0c0d0e0f>"
        document.trailer = "/Encrypt 4 0 R/ID[\(id)\(id)]"
        return document
    }

    struct Password {
        let permissions: Int
        let owner: String
        let user: String

        /// The user's password is empty; printing and copying are forbidden to none, changes are (bits 4 and 6).
        static let ownerOnly = Password(
            permissions: -44,
            owner: "c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab",
            user: "91a4f16b87fd8157dd732c62b6a3f48092323f6724cd42ca18380de0c1140675")

        /// The user's password is `secret`.
        static let user = Password(
            permissions: -4,
            owner: "92fe0f4454ad4c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd",
            user: "a2d98dd93474875ec95c60445c51fe1df35ffaac7da1baca629058b1c08a8e39")
    }
}
