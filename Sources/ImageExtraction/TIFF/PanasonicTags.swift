internal import MetadataCore

// Panasonic's raw files (RW2, RWL) number the entries of their first directory in a way of their own.
extension EXIFTag {
    static let panasonicTopBorder: Self = 0x0004
    static let panasonicLeftBorder: Self = 0x0005
    static let panasonicBottomBorder: Self = 0x0006
    static let panasonicRightBorder: Self = 0x0007
    static let panasonicPreview: Self = 0x002E
}
