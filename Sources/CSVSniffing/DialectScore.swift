/// Measures how well a candidate grammar divides a sample.
struct DialectScore: Sendable {
    /// How much the cells look like values.
    private struct Cells {
        var typedCount = 0
        var qualitySum = 0.0
        var weightSum = 0.0
    }

    private var histogram: [Int: Int] = [:]
    private var cells: Cells?
    private var quotedCount = 0
    private var grammar: Grammar
    private let strayShare: Double
    private let table: SampleTable
    /// The records that count: neither blank lines nor remarks.
    private var records: [Int] = []
    private var recordCount: Int { records.count }

    /// Measures how the records agree.
    init(_ table: SampleTable, bytes: Span<UInt8>, grammar: Grammar) {
        self.grammar = grammar
        self.table = table
        strayShare = Double(table.strayQuoteCount + table.repairCount) / Double(Swift.max(table.count, 1))
        let remarks = table.remarks(in: bytes)
        var counts = FieldCountHistogram()
        for index in 0..<table.count where !table.isBlank(index) && !remarks[index] {
            counts.add(table.fieldCount(index))
            records.append(index)
            for field in table.record(index) where field.isQuoted { quotedCount += 1 }
        }
        histogram = counts.settled
    }

    /// Measures how much the cells look like values; until then ``bound`` is all that is known.
    mutating func addCells(in bytes: Span<UInt8>) {
        guard cells == nil else { return }
        var cells = Cells()
        for index in records {
            for place in table.places(index) {
                let field = table.fields[place]
                let weight = field.isEmpty ? 0.5 : 1
                cells.qualitySum += weight * CellQuality.score(field, in: bytes)
                cells.weightSum += weight
                if !grammar.hasDelimiter, CellQuality.isTyped(field, in: bytes) { cells.typedCount += 1 }
            }
        }
        self.cells = cells
    }

    /// Whether a grammar that differs in its quote only divides the sample in the same way.
    func isShared(by other: Grammar, in bytes: Span<UInt8>) -> Bool {
        var own = grammar
        own.quote = other.quote
        return own == other && table.isUnquoted && !table.isOpened(by: grammar.quote, in: bytes)
            && !table.isOpened(by: other.quote, in: bytes)
    }

    /// The score of a grammar that shares this one.
    func read(as other: Grammar) -> DialectScore {
        var result = self
        result.grammar = other
        return result
    }

    var candidate: DialectDetector.Candidate {
        DialectDetector.Candidate(grammar: grammar, score: score, consistency: consistency, table: table)
    }

    /// No score is larger, whatever the cells hold.
    var bound: Double {
        score(pattern: grammar.hasDelimiter ? pattern : Self.singleColumnBound, quality: 1)
    }

    private var score: Double { score(pattern: pattern, quality: quality) }

    private func score(pattern: Double, quality: Double) -> Double {
        guard recordCount > 0 else { return 0 }
        return pattern * quality * prior * quoteFactor * (1 - 0.5 * Swift.min(strayShare, 1))
    }

    /// How readily the delimiter is believed; the rarer ones need more records than the usual ones.
    private var prior: Double {
        let records = Double(recordCount)
        let doubt = Delimiter.doubt(grammar.delimiter)
        let merging = grammar.mergesDelimiters ? 0.97 : 1
        return Delimiter.prior(grammar.delimiter) * merging * records / (records + doubt)
    }

    /// Quotes and escapes that are not needed count against a grammar.
    private var quoteFactor: Double {
        var factor = grammar.hasEscape ? 0.99 : 1
        if grammar.quote == UInt16(UInt8.singleQuote), quotedCount * 50 < recordCount { factor *= 0.9 }
        if grammar.quote == UInt16(UInt8.singleQuote) { factor *= 0.998 }
        if !grammar.hasQuote { factor *= 0.98 }
        return factor
    }

    /// The share of cells that look like values.
    private var quality: Double {
        guard let cells, cells.weightSum > 0 else { return 0 }
        return cells.qualitySum / cells.weightSum
    }

    /// How much the records agree, and how much a common number of fields says: one field says little.
    private var pattern: Double {
        guard grammar.hasDelimiter else { return singleColumnPattern }
        var sum = 0.0
        // In a fixed order, since floating-point sums depend on it.
        for (fieldCount, records) in histogram.sorted(by: { $0.key < $1.key }) {
            let share = Double(records) / Double(recordCount)
            sum += share * share * (fieldCount > 1 ? 1 - 1 / Double(2 * fieldCount - 1) : 0.02)
        }
        let undivided = Double(histogram[1] ?? 0) / Double(recordCount)
        return sum * (1 - undivided)
    }

    /// The pattern of a single column in which every cell has a form of its own.
    private static let singleColumnBound = 0.5

    private var singleColumnPattern: Double {
        0.1 + 0.4 * Double(cells?.typedCount ?? 0) / Double(Swift.max(recordCount, 1))
    }

    private var consistency: Double {
        Double(histogram.values.max() ?? 0) / Double(Swift.max(recordCount, 1))
    }
}
