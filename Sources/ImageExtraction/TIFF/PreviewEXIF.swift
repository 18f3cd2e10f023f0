internal import MetadataCore

/// Finds the EXIF block in the first segments of a JPEG that stands inside a raw file.
enum PreviewEXIF {
    private static let identifier = Array("Exif\0\0".utf8)

    /// Where the TIFF structure of the first EXIF segment stands (EXIF 2.32, section 4.7.2).
    ///
    /// - Parameter jpeg: The beginning of a JPEG.
    /// - Returns: A range counted from the first byte; nil when there is none before other data.
    static func range(in jpeg: ArraySlice<UInt8>) -> Range<Int>? {
        var reader = ByteReader(jpeg.span)
        return try? search(&reader)
    }

    private static func search(_ reader: inout ByteReader) throws(ExtractionError) -> Range<Int>? {
        guard try reader.read(UInt16.self) == 0xFFD8 else { return nil }
        while true {
            let marker = try reader.read(UInt16.self)
            guard (0xFFE0...0xFFEF).contains(marker) || marker == 0xFFFE else { return nil }
            let length = Int(try reader.read(UInt16.self))
            let start = reader.position
            let isEXIF = marker == 0xFFE1 && reader.starts(with: identifier)
            try reader.skip(length - 2)
            if isEXIF, length - 2 > identifier.count { return (start + identifier.count)..<reader.position }
        }
    }
}
