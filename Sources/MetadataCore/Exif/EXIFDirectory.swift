/// Which of the directories of a TIFF structure an entry stands in (TIFF 6.0, section 2; EXIF 2.32, section 4.6.3).
package enum EXIFDirectory: Hashable, Sendable {
    /// A directory of the main chain: 0 describes the image, 1 its thumbnail in EXIF, a page in TIFF.
    case image(Int)
    /// A directory that tag 0x014A points at, in the order of reading.
    case child(Int)
    /// The EXIF directory (tag 0x8769).
    case exif
    /// The GPS directory (tag 0x8825).
    case gps
    /// The interoperability directory (tag 0xA005).
    case interoperability
}

extension EXIFDirectory {
    /// The name as it stands in a finding's source: `ifd0`, `exif`, `gps`.
    package var name: String {
        switch self {
        case .image(let index): "ifd\(index)"
        case .child(let index): "subifd\(index)"
        case .exif: "exif"
        case .gps: "gps"
        case .interoperability: "interop"
        }
    }

    /// The source of a finding in an EXIF block: `exif-ifd0`. Made once for the directories that every block has.
    var exifSource: Finding.Source {
        switch self {
        case .image(0): "exif-ifd0"
        case .exif: "exif-exif"
        case .gps: "exif-gps"
        case .image, .child, .interoperability: Finding.Source(rawValue: "exif-\(name)")
        }
    }

    /// Whether tag numbers mean here what TIFF and EXIF say: the GPS and interoperability directories number anew.
    package var usesCommonTags: Bool {
        switch self {
        case .image, .child, .exif: true
        case .gps, .interoperability: false
        }
    }
}
