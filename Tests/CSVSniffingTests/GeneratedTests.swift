import CSVSniffing
import Testing

@Suite struct GeneratedTests {
    /// The members of the truth, each with whether a verdict gives it.
    private static func judge(_ verdict: CSVVerdict, _ truth: TableGenerator.Truth) -> [(name: String, isRight: Bool)] {
        let names = truth.headerRows == 0 || verdict.columns.map(\.name) == truth.names
        return [
            ("delimiter", verdict.dialect.delimiter == truth.delimiter),
            ("quote", truth.quote.isEmpty || verdict.dialect.quote == truth.quote),
            ("escape", verdict.dialect.escape == truth.escape),
            ("terminator", verdict.dialect.lineTerminator == truth.terminator),
            ("encoding", verdict.encoding == truth.encoding && verdict.bom == truth.bom),
            ("skipRows", verdict.dialect.skipRows == truth.skipRows),
            ("headerRows", verdict.headerRowCount == truth.headerRows),
            ("footerRows", verdict.footerRowCount == truth.footerRows),
            ("rowCount", verdict.rowCount == truth.rowCount),
            ("emptyRows", verdict.emptyRowCount == truth.emptyRows),
            ("raggedRows", verdict.raggedRowCount == truth.raggedRows),
            ("commentRows", verdict.commentRowCount == truth.commentRows),
            ("columnCount", verdict.columnCount == truth.columnCount),
            ("names", names),
            ("types", verdict.columns.map(\.type.description) == truth.types),
        ]
    }

    /// Without optimization a quarter of the tables takes longer than all do with it.
    #if DEBUG
    private static let total = 500
    #else
    private static let total = 2_000
    #endif

    @Test func `Generated tables are read as they were written`() {
        let total = Self.total
        var misses: [String: Int] = [:]
        var exact = 0
        var sure = 0
        var sureAndRight = 0
        for seed in 0..<UInt64(total) {
            var generator = TableGenerator(seed: seed)
            let verdict = sniff(generator.make())
            let missed = Self.judge(verdict, generator.truth).filter { !$0.isRight }.map(\.name)
            for name in missed { misses[name, default: 0] += 1 }
            if missed.isEmpty { exact += 1 } else { print("seed \(seed) misses \(missed)") }
            guard verdict.confidence >= 0.9 else { continue }
            sure += 1
            if !missed.contains("delimiter"), !missed.contains("quote") { sureAndRight += 1 }
        }
        print("exact \(exact) of \(total), misses \(misses); of \(sure) sure ones \(sureAndRight) right")
        #expect(exact * 100 >= total * 97, "\(exact) of \(total), misses \(misses)")
        for (name, count) in misses { #expect(count * 100 <= total, "\(name): \(count) of \(total) missed") }
        #expect(sure * 2 > total && sureAndRight * 10 >= sure * 9, "\(sureAndRight) of \(sure) sure ones are right")
    }
}
