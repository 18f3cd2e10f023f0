internal import MetadataCore

/// The image header (PNG, 11.2.1).
struct PNGHeader {
    let width: Int
    let height: Int
    let bitDepth: Int
    /// nil for a colour type that the specification does not know.
    let color: Color?
    let offset: Int

    /// How the samples of one colour type are to be read.
    struct Color {
        let model: String
        let channels: Int
        let hasAlpha: Bool
    }

    /// By colour type (PNG, table 11.1).
    private static let colors: [UInt8: Color] = [
        0: Color(model: "gray", channels: 1, hasAlpha: false),
        2: Color(model: "rgb", channels: 3, hasAlpha: false),
        3: Color(model: "palette", channels: 1, hasAlpha: false),
        4: Color(model: "gray", channels: 2, hasAlpha: true),
        6: Color(model: "rgb", channels: 4, hasAlpha: true),
    ]

    /// Reads the payload of `IHDR`.
    ///
    /// - Throws: ``ExtractionError`` with code `truncated` when it is too short.
    init(parsing payload: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        var reader = ByteReader(payload.span, at: offset)
        width = Int(try reader.read(UInt32.self))
        height = Int(try reader.read(UInt32.self))
        self.offset = offset
        bitDepth = reader.isAtEnd ? 0 : Int(try reader.read(UInt8.self))
        color = reader.isAtEnd ? nil : Self.colors[try reader.read(UInt8.self)]
    }
}
