/// Writes values in the compact form that workers and their host speak.
///
/// Whole numbers are LEB128, signed ones zigzag first; texts and lists are preceded by their count. Both ends are built
/// from the same sources, so the order of members is the schema.
package struct WireWriter {
    /// What was written.
    package private(set) var bytes: [UInt8]

    /// Makes a writer with nothing written.
    ///
    /// - Parameter capacity: How many bytes are expected.
    package init(capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Makes room for so many bytes more, at least.
    mutating func reserve(_ count: Int) {
        let needed = bytes.count + count
        if needed > bytes.capacity { bytes.reserveCapacity(max(needed, 2 * bytes.capacity)) }
    }

    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    mutating func boolean(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    mutating func unsigned(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func count(_ value: Int) {
        unsigned(UInt64(clamping: value))
    }

    mutating func integer(_ value: Int) {
        let bits = Int64(value)
        unsigned(UInt64(bitPattern: (bits << 1) ^ (bits >> 63)))
    }

    mutating func fixed<T: FixedWidthInteger>(_ value: T) {
        var rest = T.Magnitude(truncatingIfNeeded: value)
        for _ in 0..<(T.bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func number(_ value: Double) {
        fixed(value.bitPattern)
    }

    mutating func text(_ value: String) {
        let utf8 = value.utf8
        count(utf8.count)
        bytes.append(contentsOf: utf8)
    }

    mutating func block(_ value: ArraySlice<UInt8>) {
        count(value.count)
        bytes.append(contentsOf: value)
    }

    mutating func list<Elements: Collection>(
        _ elements: Elements, _ write: (inout WireWriter, Elements.Element) -> Void
    ) {
        count(elements.count)
        for element in elements { write(&self, element) }
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout WireWriter, Value) -> Void) {
        boolean(value != nil)
        if let value { write(&self, value) }
    }

    mutating func replace(at index: Int, with value: UInt32) {
        for place in 0..<4 where bytes.indices.contains(index + place) {
            bytes[index + place] = UInt8(truncatingIfNeeded: value >> UInt32(8 * place))
        }
    }
}
