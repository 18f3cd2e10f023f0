internal import MetadataCore

extension HEIFWalk {
    /// Reads `iprp` (ISO/IEC 23008-12, 9.3): the properties, and which of them the primary item has.
    mutating func readProperties(_ box: Box) throws(ExtractionError) {
        var properties: [Box] = []
        var associations: [Int: [Int]] = [:]
        while let child = try scan.readBox(before: box.end) {
            switch child.type {
            case "ipco": properties = try listProperties(child)
            case "ipma": try readAssociations(into: &associations)
            default: break
            }
            guard child.end <= scan.byteCount else { break }
            try scan.reader.seek(to: child.end)
        }
        let indexes = primary.flatMap { associations[$0] } ?? []
        var reading = HEIFPropertyReading(hasAlpha: try hasAlpha(properties, associations))
        for index in indexes where properties.indices.contains(index - 1) {
            try reading.read(properties[index - 1], &scan)
        }
        if !reading.hasSize { try readLargestSize(properties, &reading) }
        reading.finish(&scan)
    }

    private mutating func listProperties(_ box: Box) throws(ExtractionError) -> [Box] {
        var properties: [Box] = []
        while let property = try scan.readBox(before: box.end) {
            properties.append(property)
            guard property.end <= scan.byteCount else { break }
            try scan.reader.seek(to: property.end)
        }
        return properties
    }

    /// Reads `ipma` (9.3.2): the indexes, from 1, of the properties of the items that matter here.
    private mutating func readAssociations(into associations: inout [Int: [Int]]) throws(ExtractionError) {
        let (version, flags) = try scan.readVersionAndFlags()
        let entryCount = try scan.readNumber(byteCount: 4)
        let indexByteCount = flags & 1 == 1 ? 2 : 1
        for _ in 0..<entryCount {
            try scan.enterElement()
            let item = try scan.readNumber(byteCount: version == 0 ? 2 : 4)
            let count = try scan.readNumber(byteCount: 1)
            guard item == primary || auxiliaries.contains(item) else {
                try scan.reader.skip(count * indexByteCount)
                continue
            }
            try scan.enterElements(count)
            for _ in 0..<count {
                // The highest bit says whether a reader must understand the property.
                let index = try scan.readNumber(byteCount: indexByteCount) & (flags & 1 == 1 ? 0x7FFF : 0x7F)
                associations[item, default: []].append(index)
            }
        }
    }

    private static let alphaTypes = ["urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1"]

    /// Whether an auxiliary image of the primary item is an alpha plane (`auxC`, 6.5.8).
    private mutating func hasAlpha(
        _ properties: [Box], _ associations: [Int: [Int]]
    ) throws(ExtractionError) -> Bool {
        for item in auxiliaries.sorted() {
            for index in associations[item] ?? [] where properties.indices.contains(index - 1) {
                let property = properties[index - 1]
                guard property.type == "auxC", property.contentStart + 4 <= scan.byteCount else { continue }
                try scan.reader.seek(to: property.contentStart + 4)
                let type = try scan.reader.peekBytes(min(64, property.contentByteCount - 4)).prefix { $0 != 0 }
                if Self.alphaTypes.contains(where: { type.elementsEqual($0.utf8) }) { return true }
            }
        }
        return false
    }

    /// Where the primary item says no size, the largest one is its best guess.
    private mutating func readLargestSize(
        _ properties: [Box], _ reading: inout HEIFPropertyReading
    ) throws(ExtractionError) {
        for property in properties where property.type == "ispe" {
            var candidate = HEIFPropertyReading(hasAlpha: false)
            try candidate.read(property, &scan)
            if candidate.area > reading.area { reading.adoptSize(of: candidate) }
        }
    }
}
