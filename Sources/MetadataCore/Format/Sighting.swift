/// A look further into bytes whose signature matched: nil when they are not that format after all.
typealias Look = @Sendable (Sample) -> Sighting?

/// What a look saw.
struct Sighting: Sendable {
    /// The format, when it is another than the entry's: a special one of a container.
    var format: FileFormat?
    /// The media type, when it is more exact than the format's.
    var mediaType: String?
    /// What told it, when it is more than the signature.
    var basis: String?
    /// How sure it is.
    var confidence = 1.0

    /// The entry is right, and nothing more is known.
    static let confirmed = Sighting()

    /// The entry is right as far as a weak signature and plausible numbers can tell.
    static let plausible = Sighting(confidence: 0.8)

    /// Another format.
    static func found(_ name: String, _ basis: String, confidence: Double = 1) -> Sighting {
        Sighting(format: FileFormat(rawValue: name), basis: basis, confidence: confidence)
    }
}
