/// One value that one reader found at one place.
///
/// Several findings may speak of the same field; normalization decides which becomes part of the record, and the
/// others stay visible as provenance or as a conflict.
public struct Finding: Hashable, Sendable {
    /// The member of the record that the value is for.
    public var field: Field
    /// The value, in the field's unit.
    public var value: FieldValue
    /// Who read it, from what: `jpeg-sof`, `exif-ifd0`, `libjpeg`, `poppler`.
    public var source: Source
    /// Where the value stands in the file, in bytes from its start.
    public var offset: Int?
    /// How sure the reader is, 0...1. Readers of explicit fields say 1; guesses say less.
    public var confidence: Double

    /// Makes a finding.
    ///
    /// - Parameters:
    ///   - field: The member of the record that the value is for.
    ///   - value: The value, in the field's unit.
    ///   - source: Who read it, from what.
    ///   - offset: Where it stands in the file.
    ///   - confidence: How sure the reader is, 0...1.
    public init(
        _ field: Field, _ value: FieldValue, source: Source, offset: Int? = nil, confidence: Double = 1
    ) {
        self.field = field
        self.value = value
        self.source = source
        self.offset = offset
        self.confidence = confidence
    }

    /// `source@offset`, as provenance writes it.
    public var provenance: String {
        guard let offset else { return source.rawValue }
        return "\(source.rawValue)@\(offset)"
    }
}

extension Finding {
    /// The name of a reader and of the structure it read, in lower case with hyphens.
    public struct Source: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
        /// The name as provenance shows it.
        public let rawValue: String

        /// Makes a source from its name.
        ///
        /// - Parameter rawValue: The name as provenance shows it.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Makes a source from a literal.
        ///
        /// - Parameter value: The name as provenance shows it.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }
    }
}
