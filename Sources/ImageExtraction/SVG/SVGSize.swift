/// The size of a drawing in CSS pixels.
struct SVGSize {
    let width: Int
    let height: Int

    /// Pixels in each unit (CSS Values 4, 6.1 and 6.2); a font of 16 pixels is assumed.
    private static let units: [String: Double] = [
        "": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6,
        "em": 16, "rem": 16, "ex": 8,
    ]
    /// Larger sides are no sizes of anything.
    private static let largest = 1e9

    /// Computes the size from the attributes of the root; nil where they do not say it.
    init?(_ attributes: [String: String]) {
        let width = attributes["width"].flatMap(Self.length)
        let height = attributes["height"].flatMap(Self.length)
        let box = attributes["viewBox"].flatMap(Self.viewBox)
        let size: (Double, Double)
        switch (width, height, box) {
        case (let width?, let height?, _): size = (width, height)
        case (let width?, nil, let box?): size = (width, width * box.height / box.width)
        case (nil, let height?, let box?): size = (height * box.width / box.height, height)
        case (nil, nil, let box?): size = box
        default: return nil
        }
        guard size.0 > 0, size.1 > 0, size.0 < Self.largest, size.1 < Self.largest else { return nil }
        self.width = max(1, Int(size.0.rounded()))
        self.height = max(1, Int(size.1.rounded()))
    }

    /// A number and a unit; nil for a percentage, which is relative.
    private static func length(_ text: String) -> Double? {
        let text = text.filter { !$0.isWhitespace }.lowercased()
        var digits = Substring(text.prefix { "+-.0123456789e".contains($0) })
        // The exponent's letter also begins `em` and `ex`.
        while let last = digits.last, !last.isNumber, last != "." { digits = digits.dropLast() }
        guard let number = Double(digits), number > 0, number.isFinite else { return nil }
        guard let unit = units[String(text.dropFirst(digits.count))] else { return nil }
        return number * unit
    }

    /// Left, top, width, height.
    private static func viewBox(_ text: String) -> (width: Double, height: Double)? {
        let numbers = text.split { $0 == "," || $0.isWhitespace }.map { Double($0) }
        guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width > 0, height > 0,
            width.isFinite, height.isFinite
        else { return nil }
        return (width, height)
    }
}
