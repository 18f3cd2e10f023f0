/// The lenses of a system by the number that cameras write into MakerNotes.
///
/// The numbers are facts that no maker publishes; they are those on which all readers of MakerNotes agree. Makers of
/// lenses for other makers' cameras often reuse a number: then what the camera says of focal lengths decides, and where
/// that does not settle it, no lens is named.
struct LensTable: Sendable {
    private let bytes: [UInt8]
    /// Where the rows are in the bytes: their numbers and their names.
    private let rows: [(number: Range<Int>, name: Range<Int>)]

    /// Makes a table.
    ///
    /// - Parameter text: `number=name` with semicolons between; a number may stand several times.
    init(_ text: String) {
        bytes = Array(text.utf8)
        var rows: [(number: Range<Int>, name: Range<Int>)] = []
        var (start, sign) = (0, 0)
        for (index, byte) in (bytes + [UInt8(ascii: ";")]).enumerated() {
            if byte == UInt8(ascii: "="), sign <= start { sign = index }
            guard byte == UInt8(ascii: ";") else { continue }
            if sign > start { rows.append((start..<sign, sign + 1..<index)) }
            (start, sign) = (index + 1, 0)
        }
        self.rows = rows
    }

    /// The name of a lens.
    ///
    /// - Parameters:
    ///   - number: The number that the camera wrote.
    ///   - specification: What the camera says of focal lengths; nil when it says nothing.
    /// - Returns: nil when none or several fit.
    func name(of number: String, fitting specification: LensSpan?) -> String? {
        let fitting = names(of: number).filter { name in
            guard let specification, let span = LensSpan(naming: name) else { return true }
            return span == specification
        }
        return fitting.count == 1 ? fitting.first : nil
    }

    private func names(of number: String) -> [String] {
        let number = Array(number.utf8)
        return rows.compactMap { row in
            guard row.number.count == number.count, bytes[row.number].elementsEqual(number) else { return nil }
            return String(decoding: bytes[row.name], as: UTF8.self)
        }
    }
}

/// The shortest and the longest focal length of a lens, in tenths of a millimetre.
struct LensSpan: Hashable {
    private let shortest: Int
    private let longest: Int

    /// Makes a span; nil where these are no focal lengths.
    ///
    /// - Parameters:
    ///   - shortest: In millimetres.
    ///   - longest: In millimetres.
    init?(_ shortest: Double, _ longest: Double) {
        guard (0.1...10_000).contains(shortest), (shortest...10_000).contains(longest) else { return nil }
        self.shortest = Int((shortest * 10).rounded())
        self.longest = Int((longest * 10).rounded())
    }

    /// Reads the span from the name of a lens: `18-70mm`, `50 mm`; nil when the name holds none.
    init?(naming name: String) {
        let bytes = Array(name.utf8)
        for index in bytes.indices.dropLast() where bytes[index...].starts(with: [0x6D, 0x6D]) {
            let before = bytes[..<index].reversed().drop { $0 == 0x20 }
            let digits = before.prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
            let parts = String(decoding: digits.reversed(), as: UTF8.self).split(separator: "-").compactMap(Double.init)
            guard let first = parts.first, let last = parts.last, parts.count <= 2 else { continue }
            self.init(first, last)
            return
        }
        return nil
    }
}
