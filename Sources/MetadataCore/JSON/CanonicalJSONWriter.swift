/// Writes JSON with sorted keys and no white space: equal values give equal bytes (in the manner of RFC 8785).
///
/// The caller writes members in the order of their keys; members without a value are left out.
struct CanonicalJSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(capacity: Int = 1_024) {
        bytes.reserveCapacity(capacity)
    }

    mutating func object(_ members: (inout Self) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout Self, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements { write(&self, element) }
        close(UInt8(ascii: "]"))
    }

    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

// MARK: - Values

extension CanonicalJSONWriter {
    mutating func boolean(_ value: Bool) {
        literal(value ? "true" : "false")
    }

    mutating func integer(_ value: Int) {
        literal(String(value))
    }

    /// A finite number; one without a fraction is written as an integer, so that reading it back changes nothing.
    mutating func number(_ value: Double) {
        if let whole = Int(exactly: value), abs(whole) < 1 << 53 {
            integer(whole)
        } else {
            literal(value.isFinite ? value.description : "0")
        }
    }

    mutating func string(_ value: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        if Self.needsEscapes(value.utf8.span) {
            for byte in value.utf8 { escaped(byte) }
        } else {
            bytes.append(contentsOf: value.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private static func needsEscapes(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C { return true }
        return false
    }

    /// RFC 8785, 3.2.2.2: the two-character escapes where there are any, `\u00xx` for other control characters.
    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x08: bytes += [0x5C, UInt8(ascii: "b")]
        case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
        case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
        case 0x0C: bytes += [0x5C, UInt8(ascii: "f")]
        case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
        case 0..<0x20: bytes += [0x5C, UInt8(ascii: "u"), 0x30, 0x30, 0x30 + (byte >> 4), Self.hexadecimal(byte & 15)]
        default: bytes.append(byte)
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x57 + digit
    }
}

// MARK: - Members

extension CanonicalJSONWriter {
    mutating func member(_ name: String, _ value: Int?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    mutating func member(_ name: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        key(name)
        number(value)
    }

    mutating func member(_ name: String, _ value: Bool?) {
        guard let value else { return }
        key(name)
        boolean(value)
    }

    mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ values: [String]?) {
        guard let values else { return }
        key(name)
        array(values) { $0.string($1) }
    }

    mutating func member(_ name: String, _ value: (some CanonicalJSONObject)?) {
        guard let value else { return }
        key(name)
        object(value.writeMembers)
    }

    mutating func member(_ name: String, _ values: [some CanonicalJSONObject]?) {
        guard let values else { return }
        key(name)
        array(values) { $0.object($1.writeMembers) }
    }

    mutating func member(_ name: String, sorted values: [String: Int]) {
        guard !values.isEmpty else { return }
        key(name)
        object { writer in
            for (name, value) in values.sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
        }
    }

    mutating func member(_ name: String, sorted values: [String: [String]]) {
        guard !values.isEmpty else { return }
        key(name)
        object { writer in
            for (name, value) in values.sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
        }
    }
}

/// A value that writes its members in the order of their keys.
protocol CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter)
}

extension CanonicalJSONObject {
    /// The number of bytes that the value takes in canonical JSON.
    var canonicalByteCount: Int {
        var writer = CanonicalJSONWriter()
        writer.object(writeMembers)
        return writer.bytes.count
    }
}
