internal import MetadataCore

/// How one field is decided: what it may hold, and who is believed.
///
/// One table for all fields, so that no file pays for looking them up.
final class FieldTreatment: Sendable {
    let field: Field
    let rule: FieldRule
    let precedence: Precedence

    private init(field: Field, rule: FieldRule, precedence: Precedence) {
        self.field = field
        self.rule = rule
        self.precedence = precedence
    }

    /// In the order of ``Field``'s cases; fields without a rule are in no record.
    static let all = Field.allCases.compactMap { field in
        FieldRule.rule(for: field).map { rule in
            FieldTreatment(field: field, rule: rule, precedence: .precedence(for: field))
        }
    }

    /// Where a field's treatment stands in ``all``.
    static func place(of field: Field) -> Int? { places[field.ordinal] }

    private static let places = Field.allCases.map { field in all.firstIndex { $0.field == field } }
}
