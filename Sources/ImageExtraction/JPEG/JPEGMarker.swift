/// The second byte of a JPEG marker (ITU-T T.81, table B.1).
struct JPEGMarker: RawRepresentable, Hashable {
    let rawValue: UInt8

    static let startOfImage = Self(rawValue: 0xD8)
    static let endOfImage = Self(rawValue: 0xD9)
    static let startOfScan = Self(rawValue: 0xDA)
    static let defineNumberOfLines = Self(rawValue: 0xDC)
    static let app0 = Self(rawValue: 0xE0)
    static let app1 = Self(rawValue: 0xE1)
    static let app2 = Self(rawValue: 0xE2)
    static let app13 = Self(rawValue: 0xED)
    static let app14 = Self(rawValue: 0xEE)
    /// JPEG-LS start of frame (ITU-T T.87, C.1.1).
    static let startOfLosslessFrame = Self(rawValue: 0xF7)

    /// Whether a frame header follows: SOF0...SOF15 without DHT, JPG and DAC, or the one of JPEG-LS.
    var isFrame: Bool {
        switch rawValue {
        case 0xC4, 0xC8, 0xCC: false
        case 0xC0...0xCF: true
        default: self == .startOfLosslessFrame
        }
    }

    /// Whether no length follows: TEM, RSTn, SOI, EOI, and the stuffed zero.
    var standsAlone: Bool {
        rawValue <= 0x01 || (0xD0...0xD9).contains(rawValue)
    }

    /// Whether the coded data of a scan goes on behind it: a stuffed zero, a fill byte, RSTn.
    var belongsToScan: Bool {
        rawValue == 0 || rawValue == 0xFF || (0xD0...0xD7).contains(rawValue)
    }
}
