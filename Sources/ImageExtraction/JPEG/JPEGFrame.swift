internal import MetadataCore

/// What a frame header says (ITU-T T.81, B.2.2).
struct JPEGFrame {
    let bitDepth: Int
    let width: Int
    /// 0 where a DNL segment behind the first scan says it.
    var height: Int
    let channels: Int
    /// The identifiers of the components, as far as they stand in the segment; four at most.
    let components: [UInt8]
    let offset: Int

    /// Reads the payload of a frame header.
    ///
    /// - Throws: ``ExtractionError`` with code `truncated` when it is shorter than its fixed part.
    init(parsing payload: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) {
        var reader = ByteReader(payload.span, at: offset)
        bitDepth = Int(try reader.read(UInt8.self))
        height = Int(try reader.read(UInt16.self))
        width = Int(try reader.read(UInt16.self))
        channels = Int(try reader.read(UInt8.self))
        self.offset = offset
        var components: [UInt8] = []
        for _ in 0..<min(channels, 4) where reader.remaining >= 3 {
            components.append(try reader.read(UInt8.self))
            try reader.skip(2)
        }
        self.components = components
    }

    /// The colour model, from the Adobe segment's transform or else by convention (T.81 itself names none).
    func colorModel(adobeTransform: UInt8?) -> String? {
        switch channels {
        case 1: "gray"
        case 3: isRGB(adobeTransform) ? "rgb" : "ycbcr"
        case 4: adobeTransform == 2 ? "ycck" : "cmyk"
        default: nil
        }
    }

    private func isRGB(_ adobeTransform: UInt8?) -> Bool {
        guard let adobeTransform else { return components == Array("RGB".utf8) }
        return adobeTransform == 0
    }
}
