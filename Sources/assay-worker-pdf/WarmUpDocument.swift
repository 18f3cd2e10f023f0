/// A document of one page with what makes poppler load something late: a UTF-16 title, dates, a form with a signature
/// field, and a script. Not the tables of East Asian fonts, which take longer than the rest of the start: no finding
/// depends on them.
enum WarmUpDocument {
    private static let objects = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 1>>/Names<</JavaScript<</Names[(a)6 0 R]>>>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Annots[5 0 R]/Resources<<>>>>",
        "<</Title<FEFF00410073007300610079>/Author(A\\344)/CreationDate(D:20200229123456+01'00')"
            + "/ModDate(D:20200301000000Z)>>",
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[0 0 0 0]/P 3 0 R>>",
        "<</S/JavaScript/JS(0)>>",
    ]

    // ISO 32000-1, 7.5: header, objects, cross-reference table, trailer.
    static let bytes: [UInt8] = {
        var text = "%PDF-1.4\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let size = objects.count + 1
        let start = text.utf8.count
        text += "xref\n0 \(size)\n\(table)trailer<</Size \(size)/Root 1 0 R/Info 4 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }()
}
