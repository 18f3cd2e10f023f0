internal import MetadataCore

/// What pages inherit from the nodes above them (ISO 32000-2, 7.7.3.4).
struct PageAttributes {
    private var mediaBox = PageBox(width: 612, height: 792)
    private var cropBox: PageBox?
    private var rotation = 0

    /// Takes over what a node says.
    mutating func apply(_ node: PDFDictionary, _ objects: PDFObjects) throws(ExtractionError) {
        if let value = node["MediaBox"], let box = try PageBox(value, objects) { mediaBox = box }
        if let value = node["CropBox"], let box = try PageBox(value, objects) { cropBox = box }
        if let value = node["Rotate"], let rotation = try objects.resolve(value).integer { self.rotation = rotation }
    }

    /// The size of a page as shown: its crop box inside its media box, turned, in units of 1/72 inch times `userUnit`.
    func size(userUnit: Double) -> (width: Double, height: Double) {
        let box = cropBox.map { $0.clipped(to: mediaBox) } ?? mediaBox
        let isTurned = rotation % 180 != 0 && rotation % 90 == 0
        let (width, height) = (box.width * userUnit, box.height * userUnit)
        return isTurned ? (height, width) : (width, height)
    }
}

/// A rectangle (ISO 32000-2, 7.9.5).
struct PageBox: Hashable {
    private let left: Double
    private let bottom: Double
    private let right: Double
    private let top: Double

    init(width: Double, height: Double) {
        (left, bottom, right, top) = (0, 0, width, height)
    }

    /// Reads four numbers, any two opposite corners; nil when they are none.
    init?(_ value: PDFObject, _ objects: PDFObjects) throws(ExtractionError) {
        guard let array = try objects.resolve(value).array, array.count == 4 else { return nil }
        var numbers: [Double] = []
        for element in array {
            guard let number = try objects.resolve(element).number else { return nil }
            numbers.append(number)
        }
        left = min(numbers[0], numbers[2])
        bottom = min(numbers[1], numbers[3])
        right = max(numbers[0], numbers[2])
        top = max(numbers[1], numbers[3])
    }

    private init(left: Double, bottom: Double, right: Double, top: Double) {
        (self.left, self.bottom, self.right, self.top) = (left, bottom, right, top)
    }

    var width: Double { right - left }
    var height: Double { top - bottom }

    /// The part inside another box; an edge that lies outside moves to the other's edge.
    func clipped(to other: PageBox) -> PageBox {
        PageBox(
            left: min(max(left, other.left), other.right), bottom: min(max(bottom, other.bottom), other.top),
            right: max(min(right, other.right), other.left), top: max(min(top, other.top), other.bottom))
    }
}
