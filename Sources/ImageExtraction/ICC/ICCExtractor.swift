public import MetadataCore

/// Reads the description of an ICC profile: the name under which people know it.
///
/// ```swift
/// let extraction = await ICCExtractor().extract(from: profile, as: .icc, options: ExtractionOptions())
/// ```
///
/// Follows ICC.1:2022, sections 7 and 10.15 (multiLocalizedUnicodeType), and ICC.1:2001-04, section 6.5.17
/// (textDescriptionType). At most 1,024 tags, and `limits.elementCount` of them, are looked at.
public struct ICCExtractor: Extractor {
    /// `swift-icc`.
    public let name = "swift-icc"
    /// ICC profiles.
    public let formats: Set<FileFormat> = [.icc]

    /// Makes a reader.
    public init() {}

    /// Reads the description.
    ///
    /// - Parameters:
    ///   - source: The profile.
    ///   - format: ``FileFormat/icc``.
    ///   - options: Limits.
    /// - Returns: The description; an issue when the profile is damaged.
    public func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        var extraction = Extraction()
        do throws(ExtractionError) {
            var profile = ICCProfile(source, limits: options.limits)
            guard let description = try profile.description() else { return extraction }
            extraction.find(
                .imageColorProfile, .string(description.text), source: "icc-desc", offset: description.offset)
        } catch {
            extraction.report(error)
        }
        return extraction
    }
}
