/// The type of an entry's values (TIFF 6.0, section 2; BigTIFF; EXIF 3.0, section 4.6.2).
package struct EXIFValueType: RawRepresentable, Hashable, Sendable {
    /// The number that stands in the entry.
    package let rawValue: UInt16

    /// Makes a type from the number in an entry.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Unsigned 8-bit integers.
    package static let byte = Self(rawValue: 1)
    /// 7-bit text, ended by NUL.
    package static let ascii = Self(rawValue: 2)
    /// Unsigned 16-bit integers.
    package static let short = Self(rawValue: 3)
    /// Unsigned 32-bit integers.
    package static let long = Self(rawValue: 4)
    /// Pairs of unsigned 32-bit integers: numerator, denominator.
    package static let rational = Self(rawValue: 5)
    /// Signed 8-bit integers.
    package static let signedByte = Self(rawValue: 6)
    /// Bytes whose meaning the tag defines.
    package static let undefined = Self(rawValue: 7)
    /// Signed 16-bit integers.
    package static let signedShort = Self(rawValue: 8)
    /// Signed 32-bit integers.
    package static let signedLong = Self(rawValue: 9)
    /// Pairs of signed 32-bit integers: numerator, denominator.
    package static let signedRational = Self(rawValue: 10)
    /// IEEE 754 numbers of 32 bits.
    package static let float = Self(rawValue: 11)
    /// IEEE 754 numbers of 64 bits.
    package static let double = Self(rawValue: 12)
    /// Offsets of directories, 32 bits.
    package static let directory = Self(rawValue: 13)
    /// Unsigned 64-bit integers (BigTIFF).
    package static let long8 = Self(rawValue: 16)
    /// Signed 64-bit integers (BigTIFF).
    package static let signedLong8 = Self(rawValue: 17)
    /// Offsets of directories, 64 bits (BigTIFF).
    package static let directory8 = Self(rawValue: 18)
    /// UTF-8 text, ended by NUL (EXIF 3.0).
    package static let utf8 = Self(rawValue: 129)
}

extension EXIFValueType {
    private static let widths: [UInt8] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8]

    /// The number of bytes of one value; nil for a type that no specification knows.
    package var byteCount: Int? {
        if self == .utf8 { return 1 }
        guard Int(rawValue) < Self.widths.count else { return nil }
        let width = Int(Self.widths[Int(rawValue)])
        return width == 0 ? nil : width
    }

    /// Whether the values are pairs of integers.
    package var isRational: Bool { self == .rational || self == .signedRational }

    /// Whether the values are signed.
    package var isSigned: Bool {
        [.signedByte, .signedShort, .signedLong, .signedRational, .signedLong8].contains(self)
    }

    /// Whether the values are whole numbers.
    package var isInteger: Bool {
        guard byteCount != nil else { return false }
        return !isRational && ![.ascii, .utf8, .undefined, .float, .double].contains(self)
    }

    /// Whether the value is text. Writers store text as ``undefined`` too.
    package var isText: Bool { [.ascii, .utf8, .undefined].contains(self) }
}
