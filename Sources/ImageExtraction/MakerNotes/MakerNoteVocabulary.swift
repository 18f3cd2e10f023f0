internal import MetadataCore

/// What entries of MakerNotes mean for a record, as data.
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
        let decode: @Sendable (EXIFEntry) -> String?
    }

    /// The rows in the order of their worth.
    static let rows: [Row] = [
        Row(maker: .canon, path: [0x0095], field: .imageCameraLens, confidence: 0.9, decode: printable),
        Row(maker: .canon, path: [0x0001], field: .imageCameraLens, confidence: 0.5, decode: canonFocalLengths),
        Row(maker: .canon, path: [0x0035], field: .imageCaptureOffset, confidence: 0.8, decode: canonZone),
        Row(maker: .nikon, path: [0x0084], field: .imageCameraLens, confidence: 0.8, decode: specification),
        Row(maker: .nikon, path: [0x0024], field: .imageCaptureOffset, confidence: 0.8, decode: nikonZone),
        Row(maker: .olympus, path: [0x2010, 0x0203], field: .imageCameraLens, confidence: 0.9, decode: printable),
        Row(maker: .panasonic, path: [0x0051], field: .imageCameraLens, confidence: 0.9, decode: printable),
        Row(maker: .sony, path: [0xB02A], field: .imageCameraLens, confidence: 0.7, decode: sonySpecification),
    ]

    /// All tags on the ways.
    static let tags = EXIFTagSet(rows.flatMap(\.path))
}

// MARK: - Lenses

extension MakerNoteVocabulary {
    /// Text in ASCII that names a lens: makers fill the field with spaces, dashes or `N/A` when no lens told its name,
    /// and where offsets went astray the end of a name may stand.
    private static func printable(_ entry: EXIFEntry) -> String? {
        guard let text = entry.text, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
            text.utf8.count >= 8, text.first?.isLetter == true, text.contains(where: \.isNumber)
        else { return nil }
        return text
    }

    private static func specification(_ entry: EXIFEntry) -> String? {
        guard entry.count == 4, entry.type.isRational else { return nil }
        return LensSpecification(entry.number(at: 0), entry.number(at: 1), entry.number(at: 2), entry.number(at: 3))?
            .text
    }

    /// CameraSettings: longest and shortest focal length and how many units make a millimetre.
    private static func canonFocalLengths(_ entry: EXIFEntry) -> String? {
        guard entry.type == .short || entry.type == .signedShort, let longest = entry.integer(at: 23),
            let shortest = entry.integer(at: 24), let units = entry.integer(at: 25), units > 0
        else { return nil }
        return LensSpecification(Double(shortest) / Double(units), Double(longest) / Double(units))?.text
    }

    /// LensSpec: eight bytes of decimal digits; between two of flags the focal lengths and ten times the f-numbers.
    private static func sonySpecification(_ entry: EXIFEntry) -> String? {
        let bytes = Array(entry.bytes.prefix(8))
        let digits = bytes.dropFirst().prefix(6).map { Int($0 >> 4) * 10 + Int($0 & 15) }
        guard bytes.count == 8, digits.count == 6, bytes[1..<7].allSatisfy({ $0 >> 4 < 10 && $0 & 15 < 10 }) else {
            return nil
        }
        let longest = digits[2] * 100 + digits[3]
        return LensSpecification(
            Double(digits[0] * 100 + digits[1]), longest == 0 ? nil : Double(longest), Double(digits[4]) / 10,
            digits[5] == 0 ? nil : Double(digits[5]) / 10)?.text
    }
}

// MARK: - Time zones

extension MakerNoteVocabulary {
    /// TimeInfo: minutes from UTC, city, minutes of summer time. Cameras differ in whether the first holds the last, so
    /// it is read in winter only.
    private static func canonZone(_ entry: EXIFEntry) -> String? {
        guard entry.type == .signedLong || entry.type == .long, entry.integer(at: 3) == 0 else { return nil }
        return entry.integer(at: 1).flatMap(offset(minutes:))
    }

    /// WorldTime: minutes from UTC in 16 bits, then whether it is summer time.
    private static func nikonZone(_ entry: EXIFEntry) -> String? {
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
