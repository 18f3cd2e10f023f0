internal import Isolation
internal import MetadataCore

/// One small file for each reader, so that all code paths that load something late have run.
enum WarmUpImages {
    static let all = [
        Worker.WarmUp(FileFormat(rawValue: "jpeg"), jpeg), Worker.WarmUp(FileFormat(rawValue: "png"), png),
        Worker.WarmUp(.exif, exif),
    ]

    /// SOI, SOF0 of one gray pixel, SOS (ITU-T T.81, B.2).
    private static let jpeg: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF, 0xD9,
    ]

    /// The signature, IHDR of one gray pixel, IDAT, IEND (PNG, 11.2).
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
        0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0,
        1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    /// A TIFF header and one entry, Orientation = 1 (TIFF 6.0, 2).
    private static let exif: [UInt8] = [
        0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
    ]
}
