extension FormatTable {
    /// Documents of office programs and for reading.
    static let documents: [FormatEntry] = portableDocuments + openXML + openDocument + compoundDocuments

    private static let portableDocuments: [FormatEntry] = [
        FormatEntry(
            "pdf", "application/pdf", .document, "pdf ai", ["0: '%PDF-'", "0: '%PDF'"], aliases: "application/x-pdf"),
        FormatEntry(
            "postscript", "application/postscript", .document, "ps", ["0: '%!PS'", "0: 04 '%!PS'"],
            look: DocumentLooks.postscript),
        FormatEntry(
            "eps", "image/x-eps", .document, "eps epsf epsi ai", ["0: C5 D0 D3 C6"],
            aliases: "application/eps application/x-eps image/eps", general: "postscript"),
        FormatEntry("pcl", "application/vnd.hp-pcl", .document, "pcl", ["0: 1B 'E' 1B"]),
        FormatEntry("pjl", "application/vnd.hp-pjl", .document, "prn pjl", ["0: 1B '%-12345X'"]),
        FormatEntry("rtf", "text/rtf", .document, "rtf", ["0: '{\\rtf'"], aliases: "application/rtf"),
        FormatEntry(
            "epub", "application/epub+zip", .document, "epub", ["member: META-INF/container.xml"],
            general: "zip", priority: -1),
        FormatEntry(
            "mobi", "application/x-mobipocket-ebook", .document, "mobi azw azw3 prc", ["60: 'BOOKMOBI'"],
            aliases: "application/vnd.amazon.mobi8-ebook"),
        FormatEntry("palmdoc", "application/x-aportisdoc", .document, "pdb", ["60: 'TEXtREAd'"]),
        FormatEntry("fb2", "application/x-fictionbook+xml", .document, "fb2", ["root: FictionBook"], general: "xml"),
        FormatEntry("lit", "application/x-ms-reader", .document, "lit", ["0: 'ITOLITLS'"]),
        FormatEntry("chm", "application/vnd.ms-htmlhelp", .document, "chm", ["0: 'ITSF' 03 00 00 00"]),
        FormatEntry("hlp", "application/winhlp", .document, "hlp", ["0: '?_' 03 00"]),
        FormatEntry(
            "xps", "application/oxps", .document, "oxps xps",
            ["member: FixedDocSeq.fdseq FixedDocumentSequence.fdseq *.fdseq"],
            aliases: "application/vnd.ms-xpsdocument",
            general: "opc"),
        FormatEntry("dvi", "application/x-dvi", .document, "dvi", ["0: F7 02 01 83 92 C0 1C 3B"]),
        FormatEntry("wordperfect", "application/vnd.wordperfect", .document, "wpd wp wp5", ["0: FF 'WPC' & 8: 01 0A"]),
        FormatEntry(
            "onenote", "application/onenote", .document, "one",
            ["0: E4 52 5C 7B 8C D8 A7 4D AE B1 53 78 D0 29 96 D3"], aliases: "application/msonenote"),
        FormatEntry(
            "write", "application/x-mswrite", .document, "wri", ["0: 31 BE 00 00 00 AB", "0: 32 BE 00 00 00 AB"]),
        FormatEntry(
            "lotus123", "application/vnd.lotus-1-2-3", .document, "wk1 wk3 wk4 123",
            ["0: 00 00 02 00 06 04 06 00", "0: 00 00 1A 00 00 10 04 00", "0: 00 00 1A 00 02 10 04 00"]),
        FormatEntry(
            "biff", "application/vnd.ms-excel", .document, "xls",
            ["0: 09 08 08 00 00 05 05 00", "0: 09 04 06 00 00 00 10 00", "0: 09 02 06 00 00 00 10 00"]),
    ]

    /// Office Open XML (ECMA-376) and its kin: parts in a ZIP archive.
    private static let openXML: [FormatEntry] = [
        FormatEntry(
            "opc", "application/x-opc+zip", .archive, "", ["member: [Content_Types].xml"], general: "zip",
            priority: -3),
        FormatEntry(
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", .document,
            "docx dotx", ["member: word/ word/document.xml"], general: "opc", priority: 1),
        FormatEntry(
            "docm", "application/vnd.ms-word.document.macroEnabled.12", .document, "docm dotm",
            ["member: word/vbaProject.bin"], general: "docx", priority: 2),
        FormatEntry(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", .document,
            "xlsx xltx", ["member: xl/ xl/workbook.xml"], general: "opc", priority: 1),
        FormatEntry(
            "xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12", .document, "xlsm xltm xlam",
            ["member: xl/vbaProject.bin"], general: "xlsx", priority: 2),
        FormatEntry(
            "xlsb", "application/vnd.ms-excel.sheet.binary.macroEnabled.12", .document, "xlsb",
            ["member: xl/workbook.bin"], general: "opc", priority: 3),
        FormatEntry(
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", .document,
            "pptx potx ppsx", ["member: ppt/ ppt/presentation.xml"], general: "opc", priority: 1),
        FormatEntry(
            "pptm", "application/vnd.ms-powerpoint.presentation.macroEnabled.12", .document, "pptm potm ppsm",
            ["member: ppt/vbaProject.bin"], general: "pptx", priority: 2),
        FormatEntry(
            "vsdx", "application/vnd.ms-visio.drawing.main+xml", .document, "vsdx vstx vsdm",
            ["member: visio/ visio/document.xml"], aliases: "application/vnd.ms-visio.drawing", general: "opc",
            priority: 1),
        FormatEntry(
            "pages", "application/vnd.apple.pages", .document, "pages",
            ["member: Index/AnnotationAuthorStorage.iwa"], general: "zip", priority: -1),
        FormatEntry(
            "numbers", "application/vnd.apple.numbers", .document, "numbers",
            ["member: Index/CalculationEngine.iwa"], general: "zip"),
        FormatEntry(
            "keynote", "application/vnd.apple.keynote", .document, "key",
            ["member: Index/Slide.iwa Index/Presentation.iwa index.apxl"], general: "zip", priority: 2),
    ]

    /// OpenDocument (ISO/IEC 26300): the archive's first member, `mimetype`, holds the media type.
    private static let openDocument: [FormatEntry] = [
        FormatEntry("odt", "application/vnd.oasis.opendocument.text", .document, "odt", general: "zip"),
        FormatEntry("ott", "application/vnd.oasis.opendocument.text-template", .document, "ott", general: "odt"),
        FormatEntry("odm", "application/vnd.oasis.opendocument.text-master", .document, "odm", general: "odt"),
        FormatEntry("ods", "application/vnd.oasis.opendocument.spreadsheet", .document, "ods", general: "zip"),
        FormatEntry("ots", "application/vnd.oasis.opendocument.spreadsheet-template", .document, "ots", general: "ods"),
        FormatEntry("odp", "application/vnd.oasis.opendocument.presentation", .document, "odp", general: "zip"),
        FormatEntry(
            "otp", "application/vnd.oasis.opendocument.presentation-template", .document, "otp", general: "odp"),
        FormatEntry("odg", "application/vnd.oasis.opendocument.graphics", .document, "odg", general: "zip"),
        FormatEntry("odf", "application/vnd.oasis.opendocument.formula", .document, "odf", general: "zip"),
        FormatEntry("odb", "application/vnd.oasis.opendocument.base", .database, "odb", general: "zip"),
        FormatEntry("odc", "application/vnd.oasis.opendocument.chart", .document, "odc", general: "zip"),
        FormatEntry("sxw", "application/vnd.sun.xml.writer", .document, "sxw", general: "zip"),
        FormatEntry("sxc", "application/vnd.sun.xml.calc", .document, "sxc", general: "zip"),
        FormatEntry("sxi", "application/vnd.sun.xml.impress", .document, "sxi", general: "zip"),
        FormatEntry(
            "fodt", "application/x-opendocument+xml", .document, "fodt fods fodp fodg", ["root: document"],
            general: "xml"),
    ]

    /// Compound files ([MS-CFB]): told by their streams.
    private static let compoundDocuments: [FormatEntry] = [
        FormatEntry(
            "ole2", "application/x-ole-storage", .document, "", ["0: D0 CF 11 E0 A1 B1 1A E1"],
            aliases: "application/x-cfb", look: CompoundFileLook.look),
        FormatEntry(
            "doc", "application/msword", .document, "doc dot", ["stream: WordDocument"],
            aliases: "application/x-msword", general: "ole2", priority: 1),
        FormatEntry(
            "xls", "application/vnd.ms-excel", .document, "xls xlt xla", ["stream: Workbook Book"],
            aliases: "application/x-msexcel", general: "ole2", priority: 1),
        FormatEntry(
            "ppt", "application/vnd.ms-powerpoint", .document, "ppt pps pot",
            ["stream: PowerPoint_Document PP40 PP97_DUALSTORAGE"], general: "ole2", priority: 1),
        FormatEntry(
            "vsd", "application/vnd.visio", .document, "vsd vst vss", ["stream: VisioDocument"],
            general: "ole2", priority: 1),
        FormatEntry("pub", "application/x-mspublisher", .document, "pub", ["stream: Quill"], general: "ole2"),
        FormatEntry(
            "mpp", "application/vnd.ms-project", .document, "mpp mpt", ["stream: Props9 Props12 Props14"],
            general: "ole2"),
        FormatEntry(
            "msg", "application/vnd.ms-outlook", .document, "msg",
            ["stream: __properties_version1.0 __nameid_version1.0"],
            general: "ole2"),
        FormatEntry("works", "application/vnd.ms-works", .document, "wps wks", ["stream: MatOST MM"], general: "ole2"),
        FormatEntry(
            "hwp", "application/x-hwp", .document, "hwp", ["stream: HwpSummaryInformation _HwpSummaryInformation"],
            general: "ole2"),
        FormatEntry(
            "thumbsdb", "application/x-thumbs-db", .image, "", ["stream: Catalog"], general: "ole2",
            priority: -1),
        FormatEntry(
            "msi", "application/x-msi", .executable, "msi msp mst", ["stream: __Tables __StringData"],
            aliases: "application/x-ms-installer", general: "ole2"),
        FormatEntry(
            "ooxml-encrypted", "application/x-ole-storage", .document, "docx xlsx pptx xlsm docm pptm",
            ["stream: EncryptedPackage"], general: "ole2", priority: 3),
    ]
}
