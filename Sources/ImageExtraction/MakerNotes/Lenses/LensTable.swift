/// The lenses of a system by the number that cameras write into MakerNotes.
///
/// The numbers are facts that no maker publishes; they are those on which all readers of MakerNotes agree. Makers of
/// lenses for other makers' cameras often reuse a number: then what the camera says of focal lengths decides, and where
/// that does not settle it, no lens is named.
struct LensTable: Sendable {
    private let names: [Substring: [Substring]]

    /// Makes a table.
    ///
    /// - Parameter rows: `number=name` with semicolons between; a number may stand several times.
    init(_ rows: String) {
        // Characters cost more to split than bytes.
        names = rows.utf8.split(separator: UInt8(ascii: ";")).reduce(into: [:]) { names, row in
            guard let sign = row.firstIndex(of: UInt8(ascii: "=")) else { return }
            names[Substring(row[..<sign]), default: []].append(Substring(row[sign...].dropFirst()))
        }
    }

    /// The name of a lens.
    ///
    /// - Parameters:
    ///   - number: The number that the camera wrote.
    ///   - specification: What the camera says of focal lengths; nil when it says nothing.
    /// - Returns: nil when none or several fit.
    func name(of number: String, fitting specification: LensSpan?) -> String? {
        let candidates = names[number[...]] ?? []
        let fitting = candidates.filter { name in
            guard let specification, let span = LensSpan(naming: name) else { return true }
            return span == specification
        }
        guard let first = fitting.first else { return nil }
        return fitting.count == 1 ? String(first) : nil
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
    init?(naming name: Substring) {
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
