#if canImport(FoundationEssentials)
private import FoundationEssentials
#else
private import Foundation
#endif

extension MetadataRecord {
    /// Reads a record back from its JSON, canonical or not. Members that this version does not know are ignored.
    ///
    /// - Parameter json: One JSON object, UTF-8.
    /// - Throws: ``ExtractionError`` with code `corrupt` when it is not a record, `unsupported` when it follows another
    ///   schema.
    public init(parsing json: some Sequence<UInt8>) throws(ExtractionError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json))
        } catch {
            throw ExtractionError(.corrupt, "not a metadata record: \(error)")
        }
        guard schema == Self.currentSchema else {
            throw ExtractionError(.unsupported, "the record follows schema \(schema), not \(Self.currentSchema)")
        }
    }
}

extension MetadataRecord: Codable {
    private enum CodingKeys: String, CodingKey {
        case schema, size, format, mediaType, status, checksums, image, document, table, labels, integrity, issues
        case omitted, provenance
    }

    /// Decodes a record; absent lists are empty.
    ///
    /// - Parameter decoder: Where the record is read from.
    /// - Throws: `DecodingError` when a required member is missing or has another type.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            size: try members.decodeIfPresent(Int.self, forKey: .size),
            format: try members.decode(FileFormat.self, forKey: .format),
            mediaType: try members.decode(String.self, forKey: .mediaType),
            status: try members.decode(Status.self, forKey: .status))
        schema = try members.decode(String.self, forKey: .schema)
        checksums = try members.decodeIfPresent(ChecksumValues.self, forKey: .checksums)
        image = try members.decodeIfPresent(ImageMetadata.self, forKey: .image)
        document = try members.decodeIfPresent(DocumentMetadata.self, forKey: .document)
        table = try members.decodeIfPresent(TableMetadata.self, forKey: .table)
        labels = try members.decodeIfPresent([Label].self, forKey: .labels) ?? []
        integrity = try members.decodeIfPresent(Integrity.self, forKey: .integrity)
        issues = try members.decodeIfPresent([Issue].self, forKey: .issues) ?? []
        omitted = try members.decodeIfPresent([String: Int].self, forKey: .omitted) ?? [:]
        provenance = try members.decodeIfPresent([String: [String]].self, forKey: .provenance) ?? [:]
    }

    /// Encodes the record; empty lists are left out.
    ///
    /// - Parameter encoder: Where the record is written to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(schema, forKey: .schema)
        try members.encodeIfPresent(size, forKey: .size)
        try members.encode(format, forKey: .format)
        try members.encode(mediaType, forKey: .mediaType)
        try members.encode(status, forKey: .status)
        try members.encodeIfPresent(checksums, forKey: .checksums)
        try members.encodeIfPresent(image, forKey: .image)
        try members.encodeIfPresent(document, forKey: .document)
        try members.encodeIfPresent(table, forKey: .table)
        try members.encodeIfPresent(labels.isEmpty ? nil : labels, forKey: .labels)
        try members.encodeIfPresent(integrity, forKey: .integrity)
        try members.encodeIfPresent(issues.isEmpty ? nil : issues, forKey: .issues)
        try members.encodeIfPresent(omitted.isEmpty ? nil : omitted, forKey: .omitted)
        try members.encodeIfPresent(provenance.isEmpty ? nil : provenance, forKey: .provenance)
    }
}
