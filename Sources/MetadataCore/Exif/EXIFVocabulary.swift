/// What the entries of a TIFF structure mean for a record, as data.
package enum EXIFVocabulary {
    /// A tag that alone makes a finding.
    package struct Row: Sendable {
        /// The tag.
        package let tag: EXIFTag
        /// The name in the specification.
        package let name: String
        /// The directory where the specification puts it; other common directories are looked at after it.
        package let home: EXIFDirectory
        /// The member of the record that the value is for.
        package let field: Field
        /// How the value is to be read.
        package let meaning: Meaning
        /// Whether only ``home`` counts: a thumbnail's orientation is not the picture's.
        package let staysHome: Bool

        init(
            _ tag: EXIFTag, _ name: String, _ home: EXIFDirectory, _ field: Field, _ meaning: Meaning,
            staysHome: Bool = false
        ) {
            self.tag = tag
            self.name = name
            self.home = home
            self.field = field
            self.meaning = meaning
            self.staysHome = staysHome
        }
    }

    /// How a value is to be read.
    package enum Meaning: Sendable {
        /// Text that is not blank.
        case text
        /// A whole number from 1 to 8.
        case orientation
        /// A number greater than 0: writers store 0 for "unknown".
        case positiveNumber
        /// A whole number greater than 0.
        case positiveInteger
        /// ISO sensitivity, where 65,535 says that another tag has it (EXIF 2.32, PhotographicSensitivity).
        case sensitivity
        /// Bit 0 tells whether the flash fired.
        case flash
        /// 1 none, 2 inch, 3 centimetre.
        case resolutionUnit
    }

    /// The rows in the order of their findings.
    package static let rows: [Row] = [
        Row(.make, "Make", .image(0), .imageCameraMake, .text),
        Row(.model, "Model", .image(0), .imageCameraModel, .text),
        Row(.orientation, "Orientation", .image(0), .imageOrientation, .orientation, staysHome: true),
        Row(.xResolution, "XResolution", .image(0), .imageResolutionX, .positiveNumber, staysHome: true),
        Row(.yResolution, "YResolution", .image(0), .imageResolutionY, .positiveNumber, staysHome: true),
        Row(.resolutionUnit, "ResolutionUnit", .image(0), .imageResolutionUnit, .resolutionUnit, staysHome: true),
        Row(.software, "Software", .image(0), .imageSoftware, .text),
        Row(.imageDescription, "ImageDescription", .image(0), .imageDescription, .text, staysHome: true),
        Row(.artist, "Artist", .image(0), .imageCreator, .text, staysHome: true),
        Row(.rating, "Rating", .image(0), .imageRating, .positiveInteger, staysHome: true),
        Row(.exposureTime, "ExposureTime", .exif, .imageExposureSeconds, .positiveNumber),
        Row(.fNumber, "FNumber", .exif, .imageExposureFNumber, .positiveNumber),
        Row(.photographicSensitivity, "PhotographicSensitivity", .exif, .imageExposureISO, .sensitivity),
        Row(.flash, "Flash", .exif, .imageExposureFlashFired, .flash),
        Row(.focalLength, "FocalLength", .exif, .imageExposureFocalLength, .positiveNumber),
        Row(.focalLengthIn35mmFilm, "FocalLengthIn35mmFilm", .exif, .imageExposureFocalLength35mm, .positiveInteger),
        Row(.lensModel, "LensModel", .exif, .imageCameraLens, .text),
        Row(.bodySerialNumber, "BodySerialNumber", .exif, .imageCameraSerial, .text),
    ]

    /// The tags that are read together with others.
    private static let combined: [EXIFTag] = [
        .recommendedExposureIndex, .isoSpeed, .dateTimeOriginal, .dateTimeDigitized, .offsetTimeOriginal,
        .offsetTimeDigitized, .subSecTimeOriginal, .subSecTimeDigitized,
    ]

    /// The GPS tags that are read.
    private static let positional: EXIFTagSet = [
        .gpsLatitudeRef, .gpsLatitude, .gpsLongitudeRef, .gpsLongitude, .gpsAltitudeRef, .gpsAltitude, .gpsTimeStamp,
        .gpsDateStamp,
    ]

    private static let common = EXIFTagSet(combined + rows.map(\.tag))

    /// Whether a record can say something of this tag in this directory.
    ///
    /// - Parameters:
    ///   - tag: The tag.
    ///   - directory: Where it stands.
    /// - Returns: False also for tags that are only needed to find others.
    package static func speaks(of tag: EXIFTag, in directory: EXIFDirectory) -> Bool {
        switch directory {
        case .gps: positional.contains(tag)
        case .interoperability: false
        case .image, .child, .exif: common.contains(tag)
        }
    }
}
