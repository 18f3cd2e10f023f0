/// Tells JSON (RFC 8259) by its grammar, as far as the first 16 KiB go.
enum JSONLook {
    private static let mostBytes = 16_384

    /// JSON, or JSON texts one a line; nil when the grammar is broken.
    static func identify(_ content: ArraySlice<UInt8>, isWhole: Bool) -> FormatIdentification? {
        let part = content.prefix(mostBytes)
        var scanner = JSONScanner(part, isWhole: isWhole && part.count == content.count)
        guard let first = scanner.value() else { return nil }
        guard first == .complete, scanner.skipToNextText() else { return single(part) }
        guard scanner.crossedLine, scanner.value() != nil else { return nil }
        return FormatIdentification(.ndjson, basis: "text: json lines")
    }

    private static func single(_ part: ArraySlice<UInt8>) -> FormatIdentification {
        let text = part.ascii(at: 0, count: 1_024)
        let isGeographic = text.contains("\"FeatureCollection\"") && text.contains("\"type\"")
        guard isGeographic else { return FormatIdentification(.json, basis: "text: json") }
        return FormatIdentification(FileFormat(rawValue: "geojson"), basis: "text: json of type FeatureCollection")
    }
}

/// Reads JSON texts without keeping anything; nesting is counted, not recursed.
private struct JSONScanner {
    enum End {
        /// The text ended.
        case complete
        /// The part that may be read ended first.
        case cut
    }

    private let bytes: ArraySlice<UInt8>
    private let isWhole: Bool
    private var position: Int
    /// What surrounds the position: true for an object, false for an array.
    private var nesting: [Bool] = []

    private static let mostNesting = 1_024

    /// Whether the last white space held a line feed.
    private(set) var crossedLine = false

    init(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
        self.bytes = bytes
        self.isWhole = isWhole
        self.position = bytes.startIndex
    }

    /// Moves over white space; whether anything is left.
    mutating func skipToNextText() -> Bool {
        skipSpace()
        return position < bytes.endIndex
    }

    /// Reads one object or array; nil when it is malformed.
    mutating func value() -> End? {
        nesting = []
        repeat {
            guard let end = token() else { return nil }
            if end == .cut { return isWhole ? nil : .cut }
            guard nesting.count < Self.mostNesting else { return .cut }
        } while !nesting.isEmpty
        return .complete
    }

    /// Reads to behind the next value, bracket or comma. Where a value may stand is not tracked beyond what tells
    /// JSON from prose: keys before colons, commas between members.
    private mutating func token() -> End? {
        skipSpace()
        guard position < bytes.endIndex else { return .cut }
        switch bytes[position] {
        case UInt8(ascii: "{"): return open(isObject: true)
        case UInt8(ascii: "["): return open(isObject: false)
        default: return member()
        }
    }

    /// Reads a scalar, with its key inside an object, and what closes behind it.
    private mutating func member() -> End? {
        guard let end = key() else { return nil }
        if end == .cut { return .cut }
        if position < bytes.endIndex, bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "[") {
            return open(isObject: bytes[position] == UInt8(ascii: "{"))
        }
        guard let scalar = scalar() else { return nil }
        return scalar == .cut ? .cut : close()
    }

    /// Reads `"key" :` inside an object; nothing inside an array.
    private mutating func key() -> End? {
        guard nesting.last == true else { return .complete }
        guard bytes[position] == UInt8(ascii: "\"") else { return nil }
        guard let string = string() else { return nil }
        skipSpace()
        guard string == .complete, position < bytes.endIndex else { return .cut }
        guard bytes[position] == UInt8(ascii: ":") else { return nil }
        position += 1
        skipSpace()
        return position < bytes.endIndex ? .complete : .cut
    }

    private mutating func open(isObject: Bool) -> End? {
        if nesting.last == true, bytes[position] != UInt8(ascii: "{"), bytes[position] != UInt8(ascii: "[") {
            return nil
        }
        nesting.append(isObject)
        position += 1
        skipSpace()
        guard position < bytes.endIndex else { return .cut }
        guard bytes[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
            return isObject && bytes[position] != UInt8(ascii: "\"") ? nil : .complete
        }
        return close()
    }

    /// Reads closing brackets, then a comma or the end of the text.
    private mutating func close() -> End? {
        while let isObject = nesting.last {
            skipSpace()
            guard position < bytes.endIndex else { return .cut }
            switch bytes[position] {
            case UInt8(ascii: ","):
                position += 1
                return .complete
            case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                position += 1
                nesting.removeLast()
            default: return nil
            }
        }
        return .complete
    }

    private mutating func scalar() -> End? {
        if bytes[position] == UInt8(ascii: "\"") { return string() }
        let word = bytes[position...].prefix(64).prefix { Self.isWord($0) }
        position += word.count
        guard position < bytes.endIndex else { return .cut }
        guard let first = word.first else { return nil }
        if first == UInt8(ascii: "-") || (0x30...0x39).contains(first) {
            return word.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) } ? .complete : nil
        }
        return ["true", "false", "null"].contains { word.elementsEqual($0.utf8) } ? .complete : nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || "+-.E".utf8.contains(byte)
    }

    private mutating func string() -> End? {
        position += 1
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return .complete }
            if byte == 0x0A || byte == 0x0D { return nil }
        }
        position = bytes.endIndex
        return .cut
    }

    private mutating func skipSpace() {
        crossedLine = false
        while position < bytes.endIndex, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) {
            if bytes[position] == 0x0A || bytes[position] == 0x0D { crossedLine = true }
            position += 1
        }
    }
}
