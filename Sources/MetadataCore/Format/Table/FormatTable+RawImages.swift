extension FormatTable {
    /// Raw files of cameras. Those that are TIFF files inside are told by ``TIFFLook``.
    static let rawImages: [FormatEntry] = [
        FormatEntry("dng", "image/x-adobe-dng", .image, "dng", general: "tiff"),
        FormatEntry("cr2", "image/x-canon-cr2", .image, "cr2 cr2hdr", ["0: 'II' 2A 00 & 8: 'CR' 02"], general: "tiff"),
        FormatEntry("nef", "image/x-nikon-nef", .image, "nef nrw", general: "tiff"),
        FormatEntry("arw", "image/x-sony-arw", .image, "arw", general: "tiff"),
        FormatEntry("sr2", "image/x-sony-sr2", .image, "sr2 srf", general: "tiff"),
        FormatEntry("pef", "image/x-pentax-pef", .image, "pef", general: "tiff"),
        FormatEntry("srw", "image/x-samsung-srw", .image, "srw", general: "tiff"),
        FormatEntry("erf", "image/x-epson-erf", .image, "erf", general: "tiff"),
        FormatEntry("3fr", "image/x-hasselblad-3fr", .image, "3fr fff", general: "tiff"),
        FormatEntry("dcr", "image/x-kodak-dcr", .image, "dcr kdc k25", general: "tiff"),
        FormatEntry(
            "iiq", "image/x-phaseone-iiq", .image, "iiq", ["0: 'II' 2A 00 & 8: 'IIII'", "0: 'MM' 00 2A & 8: 'MMMM'"],
            general: "tiff"),
        FormatEntry("rwl", "image/x-leica-rwl", .image, "rwl", general: "rw2"),
        FormatEntry(
            "orf", "image/x-olympus-orf", .image, "orf ori",
            ["0: 'IIRO' 08 00", "0: 'IIRS' 08 00", "0: 'MMOR' 00 00"]),
        FormatEntry(
            "rw2", "image/x-panasonic-rw2", .image, "rw2 raw rwl", ["0: 'II' 55 00"],
            aliases: "image/x-panasonic-raw"),
        FormatEntry("cr3", "image/x-canon-cr3", .image, "cr3", ["brand: crx"], general: "bmff"),
        FormatEntry(
            "crw", "image/x-canon-crw", .image, "crw ciff", ["0: 'II' & 6: 'HEAPCCDR'", "0: 'MM' & 6: 'HEAPCCDR'"]),
        FormatEntry("raf", "image/x-fuji-raf", .image, "raf", ["0: 'FUJIFILMCCD-RAW '"]),
        FormatEntry("mrw", "image/x-minolta-mrw", .image, "mrw", ["0: 00 'MRM'"]),
        FormatEntry("kyoceraraw", "image/x-kyocera-raw", .image, "raw", ["25: 'ARECOYK'"]),
        FormatEntry("x3f", "image/x-sigma-x3f", .image, "x3f", ["0: 'FOVb'"], aliases: "image/x-x3f"),
    ]
}
