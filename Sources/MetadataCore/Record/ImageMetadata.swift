/// What was learned of an image.
public struct ImageMetadata: Codable, Hashable, Sendable {
    /// The width in pixels as displayed: orientation is applied.
    public var width: Int?
    /// The height in pixels as displayed: orientation is applied.
    public var height: Int?
    /// The size as stored, before orientation.
    public var stored: PixelSize?
    /// How the stored pixels are to be shown, 1...8 (EXIF 2.32, tag 0x0112), after the container's word was weighed.
    public var orientation: Int?
    /// The number of frames or pages.
    public var frames: Int?
    /// How colours are stored.
    public var color: Color?
    /// How large a pixel is meant to be.
    public var resolution: Resolution?
    /// The program that wrote the image.
    public var software: String?
    /// Title.
    public var title: String?
    /// What the picture shows, in words.
    public var description: String?
    /// Who made it.
    public var creator: String?
    /// Keywords; at most 4 KiB of them.
    public var keywords: [String]?
    /// What somebody thought of it, -1 (rejected) to 5.
    public var rating: Double?
    /// When the picture was taken.
    public var capture: Capture?
    /// What it was taken with.
    public var camera: Camera?
    /// How it was exposed.
    public var exposure: Exposure?
    /// Where it was taken.
    public var location: Location?

    /// Nothing known.
    public init() {}
}

extension ImageMetadata {
    /// A size in pixels.
    public struct PixelSize: Codable, Hashable, Sendable {
        /// Pixels in a row.
        public var width: Int?
        /// Rows.
        public var height: Int?

        /// Nothing known.
        public init() {}
    }

    /// How colours are stored.
    public struct Color: Codable, Hashable, Sendable {
        /// `gray`, `rgb`, `ycbcr`, `cmyk`, `ycck`, `palette`, `lab`.
        public var model: String?
        /// Bits a sample.
        public var bitDepth: Int?
        /// Samples a pixel, alpha among them.
        public var channels: Int?
        /// Whether a pixel can be transparent.
        public var alpha: Bool?
        /// The description of the embedded ICC profile.
        public var profile: String?

        /// Nothing known.
        public init() {}
    }

    /// How many pixels a unit of length holds.
    public struct Resolution: Codable, Hashable, Sendable {
        /// Pixels a unit, horizontally.
        public var x: Double?
        /// Pixels a unit, vertically.
        public var y: Double?
        /// `inch`, `centimetre`, `metre`, or `none` when only their ratio means something.
        public var unit: String?

        /// Nothing known.
        public init() {}
    }

    /// When a picture was taken.
    public struct Capture: Codable, Hashable, Sendable {
        /// Local time, `YYYY-MM-DDTHH:MM:SS[.fff]`; shorter when the file says only the day or the minute.
        public var time: String?
        /// The offset of ``time`` from UTC, `+01:00`; nil when the file does not say.
        public var offset: String?
        /// The reader and structure that ``time`` came from: `exif-exif`.
        public var source: String?
        /// The reader and structure that ``offset`` came from: `exif-exif`, `makernote-nikon`.
        public var offsetSource: String?

        /// Nothing known.
        public init() {}
    }

    /// What a picture was taken with.
    public struct Camera: Codable, Hashable, Sendable {
        /// The maker.
        public var make: String?
        /// The model.
        public var model: String?
        /// The lens.
        public var lens: String?
        /// The serial number of the body.
        public var serial: String?

        /// Nothing known.
        public init() {}
    }

    /// How a picture was exposed.
    public struct Exposure: Codable, Hashable, Sendable {
        /// Exposure time in seconds.
        public var seconds: Double?
        /// The f-number.
        public var fNumber: Double?
        /// Sensitivity (ISO 12232).
        public var iso: Int?
        /// Focal length in millimetres.
        public var focalLength: Double?
        /// Focal length as on 35 mm film, in millimetres.
        public var focalLength35mm: Double?
        /// Whether the flash fired.
        public var flashFired: Bool?

        /// Nothing known.
        public init() {}
    }

    /// Where a picture was taken (WGS 84).
    public struct Location: Codable, Hashable, Sendable {
        /// Degrees, north positive.
        public var latitude: Double?
        /// Degrees, east positive.
        public var longitude: Double?
        /// Metres over sea level.
        public var altitude: Double?
        /// When the position was measured, RFC 3339 in UTC.
        public var time: String?

        /// Nothing known.
        public init() {}
    }
}
