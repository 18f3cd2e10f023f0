/// What a lens can do: its range of focal lengths and its largest apertures (EXIF 2.32, LensSpecification).
package struct LensSpecification: Hashable, Sendable {
    private let focalLengths: (Double, Double)
    private let apertures: (Double, Double)?

    /// Makes a specification; nil when the focal lengths make no lens.
    ///
    /// - Parameters:
    ///   - shortest: The shortest focal length in millimetres.
    ///   - longest: The longest focal length in millimetres; nil where it is the same.
    ///   - wideOpen: The smallest f-number at the shortest focal length; nil where it is unknown.
    ///   - wideOpenAtLongest: The smallest f-number at the longest focal length; nil where it is unknown.
    package init?(
        _ shortest: Double?, _ longest: Double?, _ wideOpen: Double? = nil, _ wideOpenAtLongest: Double? = nil
    ) {
        guard let shortest, (0.1...10_000).contains(shortest), case let longest = longest ?? shortest,
            (shortest...10_000).contains(longest)
        else { return nil }
        focalLengths = (shortest, longest)
        let apertures = [wideOpen, wideOpenAtLongest ?? wideOpen].compactMap { $0 }.filter { (0.5...128).contains($0) }
        self.apertures = apertures.count == 2 ? (apertures[0], apertures[1]) : nil
    }

    /// The way makers write it: `18-70mm f/3.5-4.5`, `50mm f/1.8`, `18-55mm`.
    package var text: String {
        let focal = "\(Self.range(focalLengths))mm"
        return apertures.map { "\(focal) f/\(Self.range($0))" } ?? focal
    }

    package static func == (lhs: Self, rhs: Self) -> Bool { lhs.text == rhs.text }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }

    private static func range(_ pair: (Double, Double)) -> String {
        let (first, second) = (number(pair.0), number(pair.1))
        return first == second ? first : "\(first)-\(second)"
    }

    /// With one decimal at most.
    private static func number(_ value: Double) -> String {
        let tenths = Int(value * 10 + 0.5)
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
