import Testing

@testable import MetadataCore

@Suite struct FieldTests {
    @Test func `the ordinal is the place among all cases`() {
        #expect(Field.allCases.map(\.ordinal) == Array(Field.allCases.indices))
    }
}
