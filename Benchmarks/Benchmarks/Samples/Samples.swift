import Assay
import Normalization

/// What the programs of this package measure alike.
public enum Samples {
    /// A photograph before its metadata are known.
    public static let subject = Normalizer.Subject(
        size: 1_024, format: FileFormat(rawValue: "jpeg"), mediaType: "image/jpeg")

    /// What two readers find in it.
    public static let findings = [
        Finding(.imageStoredWidth, .integer(4_000), source: "jpeg-sof", offset: 158),
        Finding(.imageStoredHeight, .integer(3_000), source: "jpeg-sof", offset: 158),
        Finding(.imageStoredWidth, .integer(4_000), source: "libjpeg"),
        Finding(.imageStoredHeight, .integer(3_000), source: "libjpeg"),
        Finding(.imageOrientation, .integer(6), source: "exif-ifd0", offset: 30),
        Finding(.imageCaptureTime, .string("2026-01-02T03:04:05"), source: "exif-sub", offset: 60),
        Finding(.imageCameraMake, .string("Maker"), source: "exif-ifd0", offset: 90),
        Finding(.imageCameraModel, .string("Model"), source: "exif-ifd0", offset: 100),
    ]
}
