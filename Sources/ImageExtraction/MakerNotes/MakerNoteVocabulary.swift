internal import MetadataCore

/// What entries of MakerNotes mean for a record, as data.
///
/// Fujifilm and Apple name the lens and the zone in EXIF's own entries; Apple's notes hold no serial number either, so
/// they are not read. Pentax writes a city instead of a zone, and cities change theirs.
enum MakerNoteVocabulary {
    /// An entry that is read.
    struct Row {
        /// Whose entry it is.
        let maker: MakerNoteLayout.Maker
        /// The tags of the directories on the way, then the entry's own.
        let path: [EXIFTag]
        /// The member of the record.
        let field: Field
        /// Below that of EXIF's own fields.
        let confidence: Double
        /// Turns the value into text; nil when it does not look like what it should be.
        let decode: @Sendable (EXIFEntry, MakerNoteValues) -> String?

        init(
            _ maker: MakerNoteLayout.Maker, _ path: EXIFTag..., field: Field, confidence: Double,
            decode: @escaping @Sendable (EXIFEntry, MakerNoteValues) -> String?
        ) {
            self.maker = maker
            self.path = path
            self.field = field
            self.confidence = confidence
            self.decode = decode
        }
    }

    /// The rows in the order of their worth.
    static let rows: [Row] = [
        Row(.canon, 0x0095, field: .imageCameraLens, confidence: 0.9, decode: printable),
        Row(.canon, 0x0001, field: .imageCameraLens, confidence: 0.8, decode: canonLens),
        Row(.canon, 0x0001, field: .imageCameraLens, confidence: 0.5, decode: canonFocalLengths),
        Row(.canon, 0x0035, field: .imageCaptureOffset, confidence: 0.8, decode: canonZone),
        Row(.canon, 0x000C, field: .imageCameraSerial, confidence: 0.9, decode: canonSerial),
        Row(.canon, 0x0096, field: .imageCameraSerial, confidence: 0.6, decode: serial),
        Row(.nikon, 0x0098, field: .imageCameraLens, confidence: 0.9, decode: nikonLens),
        Row(.nikon, 0x0084, field: .imageCameraLens, confidence: 0.8, decode: specification),
        Row(.nikon, 0x0024, field: .imageCaptureOffset, confidence: 0.8, decode: nikonZone),
        Row(.nikon, 0x001D, field: .imageCameraSerial, confidence: 0.9, decode: serial),
        Row(.olympus, 0x2010, 0x0203, field: .imageCameraLens, confidence: 0.9, decode: printable),
        Row(.olympus, 0x2010, 0x0201, field: .imageCameraLens, confidence: 0.8, decode: olympusLens),
        Row(.olympus, 0x2010, 0x0101, field: .imageCameraSerial, confidence: 0.9, decode: serial),
        Row(.olympus, 0x0404, field: .imageCameraSerial, confidence: 0.8, decode: serial),
        Row(.panasonic, 0x0051, field: .imageCameraLens, confidence: 0.9, decode: printable),
        Row(.panasonic, 0x0025, field: .imageCameraSerial, confidence: 0.6, decode: serial),
        Row(.pentax, 0x003F, field: .imageCameraLens, confidence: 0.8, decode: pentaxLens),
        Row(.pentax, 0x0229, field: .imageCameraSerial, confidence: 0.9, decode: serial),
        Row(.sony, 0xB027, field: .imageCameraLens, confidence: 0.8, decode: sonyLens),
        Row(.sony, 0xB02A, field: .imageCameraLens, confidence: 0.7, decode: sonySpecification),
        Row(.sony, 0x2031, field: .imageCameraSerial, confidence: 0.9, decode: sonySerial),
        Row(.fujifilm, 0x0010, field: .imageCameraSerial, confidence: 0.6, decode: serial),
    ]

    /// All tags on the ways, and those that meanings of others need.
    static let tags = EXIFTagSet(rows.flatMap(\.path) + [.nikonLensType, .nikonShutterCount])
}

// MARK: - Time zones

extension MakerNoteVocabulary {
    /// TimeInfo: minutes from UTC, city, minutes of summer time. Cameras differ in whether the first holds the last, so
    /// it is read in winter only.
    static func canonZone(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        guard entry.type == .signedLong || entry.type == .long, entry.integer(at: 3) == 0 else { return nil }
        return entry.integer(at: 1).flatMap(offset(minutes:))
    }

    /// WorldTime: minutes from UTC in 16 bits, then whether it is summer time.
    static func nikonZone(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        var reader = ByteReader(entry.bytes.span)
        guard let zone = try? reader.read(Int16.self, entry.order), let summer = try? reader.read(UInt8.self),
            summer < 2
        else { return nil }
        return offset(minutes: Int(zone) + (summer == 1 ? 60 : 0))
    }

    /// All zones in use differ from UTC by quarters of an hour.
    private static func offset(minutes: Int) -> String? {
        guard minutes % 15 == 0, (-720...840).contains(minutes) else { return nil }
        let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
        return "\(minutes < 0 ? "-" : "+")\(hours.padded(2)):\(rest.padded(2))"
    }
}
