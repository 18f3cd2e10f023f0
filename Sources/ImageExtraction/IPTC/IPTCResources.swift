internal import MetadataCore

/// Photoshop's image resources, which carry IPTC datasets in JPEG.
enum IPTCResources {
    private static let signature = Array("8BIM".utf8)
    private static let identifier = Array("Photoshop 3.0\0".utf8)
    private static let iptcResource: UInt16 = 0x0404

    /// Where the datasets of a block stand: in its first IPTC resource, or everywhere when it has no resources.
    ///
    /// - Parameters:
    ///   - block: Datasets, or resources with or without the identifier that JPEG puts before them.
    ///   - limits: `elementCount` bounds the number of resources.
    /// - Returns: A range counted from the first byte; empty when there are none.
    /// - Throws: ``ExtractionError`` when a resource is cut.
    static func datasets(in block: ArraySlice<UInt8>, limits: Limits) throws(ExtractionError) -> Range<Int> {
        var reader = ByteReader(block.span)
        if reader.starts(with: identifier) { try reader.skip(identifier.count) }
        guard reader.starts(with: signature) else { return 0..<block.count }
        var resourcesLeft = limits.elementCount
        while reader.starts(with: signature), resourcesLeft > 0 {
            resourcesLeft -= 1
            try reader.skip(signature.count)
            let resource = try reader.read(UInt16.self)
            let nameByteCount = Int(try reader.read(UInt8.self))
            try reader.skip(nameByteCount | 1)
            let byteCount = Int(try reader.read(UInt32.self))
            let start = reader.position
            try reader.skip(byteCount)
            if resource == iptcResource { return start..<reader.position }
            if byteCount % 2 == 1, !reader.isAtEnd { try reader.skip(1) }
        }
        return 0..<0
    }
}
