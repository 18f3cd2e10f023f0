internal import MetadataCore

extension EXIFTag {
    static let nikonSerialNumber: Self = 0x001D
    static let nikonLensType: Self = 0x0083
    static let nikonShutterCount: Self = 0x00A7
    static let sonyLensSpecification: Self = 0xB02A
}

extension MakerNoteVocabulary {
    /// Text in ASCII that names a lens: makers fill the field with spaces, dashes or `N/A` when no lens told its name,
    /// and where offsets went astray the end of a name may stand.
    static func printable(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        guard let text = entry.text, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
            text.utf8.count >= 8, text.first?.isLetter == true, text.contains(where: \.isNumber)
        else { return nil }
        return text
    }

    /// LensSpecification, as EXIF has it.
    static func specification(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        guard entry.count == 4, entry.type.isRational else { return nil }
        return LensSpecification(entry.number(at: 0), entry.number(at: 1), entry.number(at: 2), entry.number(at: 3))?
            .text
    }
}

// MARK: - Canon

extension MakerNoteVocabulary {
    /// CameraSettings: the number of the lens.
    static func canonLens(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        guard let (shortest, longest) = focalLengths(of: entry), let number = entry.integer(at: 22) else { return nil }
        return LensTable.canon.name(of: String(number & 0xFFFF), fitting: LensSpan(shortest, longest))
    }

    static func canonFocalLengths(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        guard let (shortest, longest) = focalLengths(of: entry) else { return nil }
        return LensSpecification(shortest, longest)?.text
    }

    /// CameraSettings: longest and shortest focal length and how many units make a millimetre.
    private static func focalLengths(of entry: EXIFEntry) -> (shortest: Double, longest: Double)? {
        guard entry.type == .short || entry.type == .signedShort, let longest = entry.integer(at: 23),
            let shortest = entry.integer(at: 24), let units = entry.integer(at: 25), units > 0
        else { return nil }
        return (Double(shortest) / Double(units), Double(longest) / Double(units))
    }
}

// MARK: - Nikon

extension MakerNoteVocabulary {
    /// LensData: seven bytes whose place depends on the version, and with them the lens type of another entry.
    static func nikonLens(_ entry: EXIFEntry, _ values: MakerNoteValues) -> String? {
        guard let type = values[.nikonLensType]?.integer() else { return nil }
        let version = String(decoding: entry.bytes.prefix(4), as: UTF8.self)
        guard let place = lensDataPlaces[version], entry.bytes.count >= place.start + 7 else { return nil }
        var data = Array(entry.bytes.prefix(place.start + 7))
        if place.isVeiled {
            guard var cipher = nikonCipher(values) else { return nil }
            data.replaceSubrange(4..., with: cipher.decipher(data[4...]))
        }
        let key = data.suffix(7) + [UInt8(truncatingIfNeeded: type)]
        return LensTable.nikon.name(of: key.map { hexadecimal(Int($0)) }.joined(), fitting: nil)
    }

    /// Where the number of the lens stands, by version.
    private static let lensDataPlaces: [String: (start: Int, isVeiled: Bool)] = [
        "0100": (6, false), "0101": (11, false), "0201": (11, true), "0202": (11, true), "0203": (11, true),
        "0204": (12, true), "0800": (13, true), "0801": (13, true), "0802": (13, true),
    ]

    /// Serial numbers that are no numbers count as one of two constants.
    private static func nikonCipher(_ values: MakerNoteValues) -> NikonCipher? {
        guard let count = values[.nikonShutterCount]?.integer().flatMap(UInt32.init(exactly:)),
            let serial = values[.nikonSerialNumber]?.text
        else { return nil }
        let constant: UInt32 = values.model.hasSuffix(" D50") ? 0x22 : 0x60
        return NikonCipher(serial: UInt32(serial) ?? constant, shutterCount: count)
    }

    /// Two digits in upper case.
    private static func hexadecimal(_ byte: Int) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0\(digits)" : digits
    }
}

// MARK: - Olympus, Pentax, Sony

extension MakerNoteVocabulary {
    /// Equipment, LensType: maker, nothing, model, variant and more.
    static func olympusLens(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        let bytes = Array(entry.bytes)
        guard bytes.count >= 4 else { return nil }
        let parts = [hexadecimal(Int(bytes[2])), hexadecimal(Int(bytes[3]))].map { $0.lowercased() }
        let maker = String(bytes[0], radix: 16)
        return LensTable.olympus.name(of: ([maker] + parts).joined(separator: " "), fitting: nil)
    }

    /// LensRec: series and model.
    static func pentaxLens(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        guard let series = entry.integer(at: 0), let model = entry.integer(at: 1) else { return nil }
        return LensTable.pentax.name(of: "\(series) \(model)", fitting: nil)
    }

    /// LensType; the focal lengths stand in another entry.
    static func sonyLens(_ entry: EXIFEntry, _ values: MakerNoteValues) -> String? {
        guard let number = entry.integer() else { return nil }
        let digits = values[.sonyLensSpecification].flatMap { sonyDigits($0) }
        return LensTable.minolta.name(
            of: String(number), fitting: digits.flatMap { LensSpan($0.shortest, $0.longest ?? $0.shortest) })
    }

    static func sonySpecification(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        guard let digits = sonyDigits(entry) else { return nil }
        return LensSpecification(digits.shortest, digits.longest, digits.aperture, digits.apertureAtLongest)?.text
    }

    private typealias SonyDigits = (shortest: Double, longest: Double?, aperture: Double, apertureAtLongest: Double?)

    /// LensSpec: eight bytes of decimal digits; between two of flags the focal lengths and ten times the f-numbers.
    private static func sonyDigits(_ entry: EXIFEntry) -> SonyDigits? {
        let bytes = Array(entry.bytes.prefix(8))
        let digits = bytes.dropFirst().prefix(6).map { Int($0 >> 4) * 10 + Int($0 & 15) }
        guard bytes.count == 8, digits.count == 6, bytes[1..<7].allSatisfy({ $0 >> 4 < 10 && $0 & 15 < 10 }) else {
            return nil
        }
        let longest = digits[2] * 100 + digits[3]
        return (
            Double(digits[0] * 100 + digits[1]), longest == 0 ? nil : Double(longest), Double(digits[4]) / 10,
            digits[5] == 0 ? nil : Double(digits[5]) / 10
        )
    }
}
