/// A tag number. The same number means another thing in the GPS and interoperability directories.
package struct EXIFTag: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The number that stands in the entry.
    package let rawValue: UInt16

    /// Makes a tag from the number in an entry.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Makes a tag from a literal.
    package init(integerLiteral value: UInt16) {
        self.init(rawValue: value)
    }
}

// MARK: - TIFF (TIFF 6.0, section 8 and appendix A; TIFF/EP; DNG)

extension EXIFTag {
    package static let newSubfileType: Self = 0x00FE
    package static let imageWidth: Self = 0x0100
    package static let imageLength: Self = 0x0101
    package static let bitsPerSample: Self = 0x0102
    package static let photometricInterpretation: Self = 0x0106
    package static let imageDescription: Self = 0x010E
    package static let make: Self = 0x010F
    package static let model: Self = 0x0110
    package static let orientation: Self = 0x0112
    package static let samplesPerPixel: Self = 0x0115
    package static let xResolution: Self = 0x011A
    package static let yResolution: Self = 0x011B
    package static let resolutionUnit: Self = 0x0128
    package static let software: Self = 0x0131
    package static let dateTime: Self = 0x0132
    package static let artist: Self = 0x013B
    package static let childDirectories: Self = 0x014A
    package static let extraSamples: Self = 0x0152
    package static let xmp: Self = 0x02BC
    package static let rating: Self = 0x4746
    package static let iptc: Self = 0x83BB
    package static let exifDirectory: Self = 0x8769
    package static let iccProfile: Self = 0x8773
    package static let gpsDirectory: Self = 0x8825
}

// MARK: - EXIF (EXIF 2.32, section 4.6.5)

extension EXIFTag {
    package static let exposureTime: Self = 0x829A
    package static let fNumber: Self = 0x829D
    package static let photographicSensitivity: Self = 0x8827
    package static let recommendedExposureIndex: Self = 0x8832
    package static let isoSpeed: Self = 0x8833
    package static let dateTimeOriginal: Self = 0x9003
    package static let dateTimeDigitized: Self = 0x9004
    package static let offsetTimeOriginal: Self = 0x9011
    package static let offsetTimeDigitized: Self = 0x9012
    package static let flash: Self = 0x9209
    package static let focalLength: Self = 0x920A
    package static let makerNote: Self = 0x927C
    package static let subSecTimeOriginal: Self = 0x9291
    package static let subSecTimeDigitized: Self = 0x9292
    package static let pixelXDimension: Self = 0xA002
    package static let pixelYDimension: Self = 0xA003
    package static let interoperabilityDirectory: Self = 0xA005
    package static let focalLengthIn35mmFilm: Self = 0xA405
    package static let bodySerialNumber: Self = 0xA431
    package static let lensModel: Self = 0xA434
}

// MARK: - GPS (EXIF 2.32, section 4.6.6)

extension EXIFTag {
    package static let gpsLatitudeRef: Self = 0x0001
    package static let gpsLatitude: Self = 0x0002
    package static let gpsLongitudeRef: Self = 0x0003
    package static let gpsLongitude: Self = 0x0004
    package static let gpsAltitudeRef: Self = 0x0005
    package static let gpsAltitude: Self = 0x0006
    package static let gpsTimeStamp: Self = 0x0007
    package static let gpsDateStamp: Self = 0x001D
}
