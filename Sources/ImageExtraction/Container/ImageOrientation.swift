/// How stored pixels are to be shown: a mirroring, then a number of quarter turns clockwise.
///
/// The eight combinations are those of TIFF 6.0, Orientation.
struct ImageOrientation: Hashable {
    private var isMirrored = false
    private var quarterTurns = 0

    /// As stored.
    init() {}

    /// By number of quarter turns, without and with mirroring.
    private static let values = [[1, 6, 3, 8], [2, 7, 4, 5]]

    /// The value as EXIF has it, 1...8.
    var value: Int { Self.values[isMirrored ? 1 : 0][quarterTurns & 3] }

    /// Turns what is shown so far, clockwise.
    mutating func rotate(quarterTurns turns: Int) {
        quarterTurns = (quarterTurns + turns) & 3
    }

    /// Exchanges left and right of what is shown so far.
    mutating func mirrorLeftRight() {
        isMirrored.toggle()
        quarterTurns = (4 - quarterTurns) & 3
    }

    /// Exchanges top and bottom of what is shown so far.
    mutating func mirrorTopBottom() {
        mirrorLeftRight()
        rotate(quarterTurns: 2)
    }
}
