import CImageShims

/// What libjpeg or libpng says of an image, as Swift values. Zero and nil mean unknown.
struct LibraryHeader: Equatable {
    let width: Int
    let height: Int
    let bitDepth: Int
    let channels: Int
    let colorModel: String?
    let hasAlpha: Bool
    let warningCount: Int
    let warning: String
    let error: String

    /// Copies a header.
    ///
    /// The corresponding C type is `assay_header`.
    init(_ header: assay_header) {
        width = Int(header.width)
        height = Int(header.height)
        bitDepth = Int(header.bit_depth)
        channels = Int(header.channels)
        colorModel = Self.colorModels[header.color.rawValue]
        hasAlpha = header.has_alpha
        warningCount = Int(header.warning_count)
        warning = Self.text(of: header.warning)
        error = Self.text(of: header.error)
    }

    private static let colorModels: [assay_color.RawValue: String] = [
        ASSAY_COLOR_GRAY.rawValue: "gray",
        ASSAY_COLOR_RGB.rawValue: "rgb",
        ASSAY_COLOR_YCBCR.rawValue: "ycbcr",
        ASSAY_COLOR_CMYK.rawValue: "cmyk",
        ASSAY_COLOR_YCCK.rawValue: "ycck",
        ASSAY_COLOR_PALETTE.rawValue: "palette",
    ]

    /// The text up to the first zero byte of a fixed-size C array.
    private static func text<Buffer>(of buffer: Buffer) -> String {
        // The tuple that a C array becomes is plain bytes, read here within its own size.
        unsafe withUnsafeBytes(of: buffer) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
