internal import MetadataCore

/// A directory that describes an image.
struct TIFFImage {
    /// The directory.
    let directory: TIFFDirectory
    /// NewSubfileType, where the directory says it.
    let subfileType: Int?

    /// Whether the directory stands in the main chain and is neither a reduced image nor a mask, which bits 0 and 2
    /// mark (TIFF 6.0, NewSubfileType).
    var isPage: Bool {
        guard case .image = directory.kind else { return false }
        return !isAuxiliary
    }

    private var isAuxiliary: Bool { (subfileType ?? 0) & 0b101 != 0 }

    private var rank: Int {
        if isAuxiliary { return 2 }
        return subfileType == 0 ? 0 : 1
    }

    /// The image that the file is about.
    ///
    /// One that calls itself full-resolution (NewSubfileType 0) wins over one that says nothing; among equals the
    /// first (TIFF 6.0, section 8; DNG 1.7, NewSubFileType).
    ///
    /// - Parameter images: The images in the order of reading.
    /// - Returns: nil when there is none.
    static func main(of images: [TIFFImage]) -> TIFFImage? {
        images.min { $0.rank < $1.rank }
    }
}

/// How a format tells the size of its picture.
enum TIFFSizeRule {
    /// Width and height of the main image.
    case directory
    /// EXIF's pixel dimensions, where the main image is a preview or the whole sensor.
    case exifDimensions
    /// The borders of the sensor's area (Panasonic).
    case sensorBorders

    /// The rules by the name of the format.
    static let byFormat: [String: TIFFSizeRule] = [
        "tiff": .directory, "bigtiff": .directory, "dng": .directory, "nef": .directory, "nrw": .directory,
        "cr2": .exifDimensions, "arw": .directory, "sr2": .directory, "srf": .directory, "orf": .directory,
        "rw2": .sensorBorders, "rwl": .sensorBorders, "pef": .directory, "srw": .directory, "iiq": .exifDimensions,
        "3fr": .directory, "fff": .directory, "erf": .directory, "mef": .directory, "mos": .directory,
        "kdc": .directory, "dcr": .directory, "gpr": .directory,
    ]
}
