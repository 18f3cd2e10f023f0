// The formats that code speaks of by name. All others are named by the table alone.

extension FileFormat {
    // MARK: - Images

    /// JPEG (ITU-T T.81).
    public static let jpeg = Self(rawValue: "jpeg")
    /// Portable Network Graphics (ISO/IEC 15948), animated ones among them.
    public static let png = Self(rawValue: "png")
    /// Graphics Interchange Format.
    public static let gif = Self(rawValue: "gif")
    /// Windows or OS/2 bitmap.
    public static let bmp = Self(rawValue: "bmp")
    /// WebP (RFC 9649).
    public static let webp = Self(rawValue: "webp")
    /// Tagged Image File Format 6.0.
    public static let tiff = Self(rawValue: "tiff")
    /// BigTIFF: TIFF with offsets of 64 bits.
    public static let bigtiff = Self(rawValue: "bigtiff")
    /// High Efficiency Image File with HEVC.
    public static let heic = Self(rawValue: "heic")
    /// High Efficiency Image File with another or no stated coding.
    public static let heif = Self(rawValue: "heif")
    /// AV1 Image File Format.
    public static let avif = Self(rawValue: "avif")
    /// JPEG XL, bare codestream or boxed.
    public static let jxl = Self(rawValue: "jxl")
    /// JPEG XR.
    public static let jxr = Self(rawValue: "jxr")
    /// JPEG 2000 in its file format.
    public static let jp2 = Self(rawValue: "jp2")
    /// A bare JPEG 2000 codestream.
    public static let j2k = Self(rawValue: "j2k")
    /// Photoshop document.
    public static let psd = Self(rawValue: "psd")
    /// Photoshop large document.
    public static let psb = Self(rawValue: "psb")
    /// Windows icon.
    public static let ico = Self(rawValue: "ico")
    /// Windows cursor.
    public static let cur = Self(rawValue: "cur")
    /// macOS icon.
    public static let icns = Self(rawValue: "icns")
    /// Scalable Vector Graphics.
    public static let svg = Self(rawValue: "svg")
    /// Netpbm bitmap.
    public static let pbm = Self(rawValue: "pbm")
    /// Netpbm graymap.
    public static let pgm = Self(rawValue: "pgm")
    /// Netpbm pixmap.
    public static let ppm = Self(rawValue: "ppm")
    /// Netpbm arbitrary map.
    public static let pam = Self(rawValue: "pam")
    /// Portable float map.
    public static let pfm = Self(rawValue: "pfm")
    /// Quite OK Image.
    public static let qoi = Self(rawValue: "qoi")
    /// Truevision Targa.
    public static let tga = Self(rawValue: "tga")
    /// DirectDraw surface.
    public static let dds = Self(rawValue: "dds")
    /// Radiance RGBE.
    public static let hdr = Self(rawValue: "hdr")
    /// OpenEXR.
    public static let exr = Self(rawValue: "exr")
    /// Digital Picture Exchange (SMPTE 268).
    public static let dpx = Self(rawValue: "dpx")
    /// ZSoft Paintbrush.
    public static let pcx = Self(rawValue: "pcx")
    /// farbfeld.
    public static let farbfeld = Self(rawValue: "farbfeld")

    // MARK: - Raw camera files

    /// Adobe Digital Negative.
    public static let dng = Self(rawValue: "dng")
    /// Canon raw of the first generation.
    public static let crw = Self(rawValue: "crw")
    /// Canon raw of the second generation.
    public static let cr2 = Self(rawValue: "cr2")
    /// Canon raw of the third generation.
    public static let cr3 = Self(rawValue: "cr3")
    /// Nikon raw.
    public static let nef = Self(rawValue: "nef")
    /// Sony raw.
    public static let arw = Self(rawValue: "arw")
    /// Olympus raw.
    public static let orf = Self(rawValue: "orf")
    /// Panasonic raw.
    public static let rw2 = Self(rawValue: "rw2")
    /// Pentax raw.
    public static let pef = Self(rawValue: "pef")
    /// Samsung raw.
    public static let srw = Self(rawValue: "srw")
    /// Fujifilm raw.
    public static let raf = Self(rawValue: "raf")
    /// Minolta raw.
    public static let mrw = Self(rawValue: "mrw")
    /// Sigma raw.
    public static let x3f = Self(rawValue: "x3f")

    // MARK: - Documents, tables and text

    /// Portable Document Format (ISO 32000).
    public static let pdf = Self(rawValue: "pdf")
    /// PostScript.
    public static let postscript = Self(rawValue: "postscript")
    /// Encapsulated PostScript.
    public static let eps = Self(rawValue: "eps")
    /// Comma-separated values (RFC 4180), with any delimiter but the tab.
    public static let csv = Self(rawValue: "csv")
    /// Tab-separated values.
    public static let tsv = Self(rawValue: "tsv")
    /// Text of no special kind.
    public static let text = Self(rawValue: "text")
    /// JSON (RFC 8259).
    public static let json = Self(rawValue: "json")
    /// JSON texts, one a line.
    public static let ndjson = Self(rawValue: "ndjson")
    /// XML with a root that is not known.
    public static let xml = Self(rawValue: "xml")
    /// HTML.
    public static let html = Self(rawValue: "html")
    /// Rich Text Format.
    public static let rtf = Self(rawValue: "rtf")

    // MARK: - Containers

    /// ZIP archive.
    public static let zip = Self(rawValue: "zip")
    /// gzip (RFC 1952).
    public static let gzip = Self(rawValue: "gzip")
    /// tar archive.
    public static let tar = Self(rawValue: "tar")
    /// MPEG-4 file.
    public static let mp4 = Self(rawValue: "mp4")
    /// QuickTime file.
    public static let mov = Self(rawValue: "mov")
}
