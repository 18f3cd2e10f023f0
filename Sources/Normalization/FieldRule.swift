internal import MetadataCore

/// What a field may hold and where in the record it goes.
enum FieldRule: Sendable {
    /// A whole number within bounds.
    case integer(ClosedRange<Int>, @Sendable (inout MetadataRecord, Int) -> Void)
    /// A finite number within bounds.
    case number(ClosedRange<Double>, @Sendable (inout MetadataRecord, Double) -> Void)
    /// Text that is not blank.
    case text(@Sendable (inout MetadataRecord, String) -> Void)
    /// One of a few words.
    case word(Set<String>, @Sendable (inout MetadataRecord, String) -> Void)
    /// True or false.
    case boolean(@Sendable (inout MetadataRecord, Bool) -> Void)
    /// Text that may be empty, kept as it is.
    case members(@Sendable (inout MetadataRecord, FieldValue) -> Bool)

    /// Puts a value into the record.
    ///
    /// - Returns: False when the field cannot hold it; the record is unchanged then.
    func apply(_ value: FieldValue, to record: inout MetadataRecord) -> Bool {
        switch self {
        case .integer(let bounds, let set):
            guard let number = value.integer, bounds.contains(number) else { return false }
            set(&record, number)
        case .number(let bounds, let set):
            guard let number = value.number, bounds.contains(number) else { return false }
            set(&record, number)
        case .text(let set):
            guard let text = value.string, !text.allSatisfy(\.isWhitespace) else { return false }
            set(&record, text)
        case .word(let words, let set):
            guard let word = value.string, words.contains(word) else { return false }
            set(&record, word)
        case .boolean(let set):
            guard let flag = value.boolean else { return false }
            set(&record, flag)
        case .members(let set):
            return set(&record, value)
        }
        return true
    }
}

extension FieldRule {
    /// The rule of a field.
    static func rule(for field: Field) -> FieldRule? {
        image[field] ?? document[field] ?? table[field] ?? other[field]
    }

    private static let other: [Field: FieldRule] = [
        .labels: .members { record, value in
            guard let labels = value.array else { return false }
            record.labels += labels.compactMap(Label.init)
            return true
        }
    ]
}

extension Label {
    fileprivate init?(_ value: FieldValue) {
        guard let name = value["name"]?.string, let confidence = value["confidence"]?.number else { return nil }
        self.init(name: name, confidence: confidence, source: value["source"]?.string ?? "")
    }
}
