import CSVSniffing
import Testing

@Suite struct GeneratedTests {
    /// The members of the truth that a verdict misses.
    private static func misses(_ verdict: CSVVerdict, _ truth: TableGenerator.Truth) -> [String] {
        var misses: [String] = []
        func check(_ name: String, _ isRight: Bool) {
            if !isRight { misses.append(name) }
        }
        check("delimiter", verdict.dialect.delimiter == truth.delimiter)
        check("quote", truth.quote.isEmpty || verdict.dialect.quote == truth.quote)
        check("terminator", verdict.dialect.lineTerminator == truth.terminator)
        check("encoding", verdict.encoding == truth.encoding && verdict.bom == truth.bom)
        check("skipRows", verdict.dialect.skipRows + verdict.blankLineCount == truth.skipRows)
        check("header", verdict.hasHeader == truth.hasHeader)
        check("rowCount", verdict.rowCount == truth.rowCount)
        check("columnCount", verdict.columnCount == truth.columnCount)
        check("names", !truth.hasHeader || verdict.columns.map(\.name) == truth.names)
        check("types", verdict.columns.map(\.type.description) == truth.types)
        return misses
    }

    @Test func `Generated tables are read as they were written`() {
        var missCounts: [String: Int] = [:]
        var exact = 0
        let total = 500
        for seed in 0..<UInt64(total) {
            var generator = TableGenerator(seed: seed)
            let bytes = generator.make()
            let misses = Self.misses(sniff(bytes), generator.truth)
            if misses.isEmpty { exact += 1 } else { print("seed \(seed) misses \(misses)") }
            for miss in misses { missCounts[miss, default: 0] += 1 }
        }
        #expect(exact * 100 >= total * 97, "\(exact) of \(total), misses \(missCounts)")
    }
}
