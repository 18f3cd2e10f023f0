internal import MetadataCore

extension FieldRule {
    private static let pixels = 1...Int(Int32.max)
    private static let positive = Double.leastNonzeroMagnitude...1e12

    static let image: [Field: FieldRule] = [
        .imageStoredWidth: .integer(pixels) { $0.image.orNew.stored.orNew.width = $1 },
        .imageStoredHeight: .integer(pixels) { $0.image.orNew.stored.orNew.height = $1 },
        .imageOrientation: .integer(1...8) { $0.image.orNew.orientation = $1 },
        .imageContainerOrientation: .integer(1...8) { $0.image.orNew.orientation = $1 },
        .imageFrames: .integer(1...Int(Int32.max)) { $0.image.orNew.frames = $1 },
        .imageColorModel: .word(["gray", "rgb", "ycbcr", "cmyk", "ycck", "palette", "lab", "bayer", "multichannel"]) {
            $0.image.orNew.color.orNew.model = $1
        },
        .imageBitDepth: .integer(1...64) { $0.image.orNew.color.orNew.bitDepth = $1 },
        .imageChannels: .integer(1...65_535) { $0.image.orNew.color.orNew.channels = $1 },
        .imageAlpha: .boolean { $0.image.orNew.color.orNew.alpha = $1 },
        .imageColorProfile: .text { $0.image.orNew.color.orNew.profile = $1 },
        .imageResolutionX: .number(positive) { $0.image.orNew.resolution.orNew.x = $1 },
        .imageResolutionY: .number(positive) { $0.image.orNew.resolution.orNew.y = $1 },
        .imageResolutionUnit: .word(["inch", "centimetre", "metre", "none"]) {
            $0.image.orNew.resolution.orNew.unit = $1
        },
        .imageSoftware: .text { $0.image.orNew.software = $1 },
        .imageTitle: .text { $0.image.orNew.title = $1 },
        .imageDescription: .text { $0.image.orNew.description = $1 },
        .imageCreator: .text { $0.image.orNew.creator = $1 },
        .imageKeywords: .members { record, value in
            guard let words = value.array?.compactMap(\.string), !words.isEmpty else { return false }
            record.image.orNew.keywords = words
            return true
        },
        .imageRating: .number(-1...5) { $0.image.orNew.rating = $1 },
        .imageCaptureTime: .text { $0.image.orNew.capture.orNew.time = $1 },
        .imageCaptureOffset: .text { $0.image.orNew.capture.orNew.offset = $1 },
        .imageCameraMake: .text { $0.image.orNew.camera.orNew.make = $1 },
        .imageCameraModel: .text { $0.image.orNew.camera.orNew.model = $1 },
        .imageCameraLens: .text { $0.image.orNew.camera.orNew.lens = $1 },
        .imageCameraSerial: .text { $0.image.orNew.camera.orNew.serial = $1 },
        .imageExposureSeconds: .number(positive) { $0.image.orNew.exposure.orNew.seconds = $1 },
        .imageExposureFNumber: .number(positive) { $0.image.orNew.exposure.orNew.fNumber = $1 },
        .imageExposureISO: .integer(1...Int(UInt32.max)) { $0.image.orNew.exposure.orNew.iso = $1 },
        .imageExposureFocalLength: .number(positive) { $0.image.orNew.exposure.orNew.focalLength = $1 },
        .imageExposureFocalLength35mm: .number(positive) { $0.image.orNew.exposure.orNew.focalLength35mm = $1 },
        .imageExposureFlashFired: .boolean { $0.image.orNew.exposure.orNew.flashFired = $1 },
        .imageLatitude: .number(-90...90) { $0.image.orNew.location.orNew.latitude = $1 },
        .imageLongitude: .number(-180...180) { $0.image.orNew.location.orNew.longitude = $1 },
        .imageAltitude: .number(-1e7...1e9) { $0.image.orNew.location.orNew.altitude = $1 },
        .imageLocationTime: .text { $0.image.orNew.location.orNew.time = $1 },
    ]
}
