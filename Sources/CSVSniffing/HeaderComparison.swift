/// Compares a record with the columns below it.
struct HeaderComparison {
    /// What the sample says about a column.
    private struct Column {
        var types = CellTypes.all
        var cellCount = 0
        var typedCount = 0
        var values: Set<UInt64> = []
        var lengths: Set<Int> = []
    }

    private let table: SampleTable
    private var columns: [Column]
    /// Per record: for each field whether it is a number, a date and so on, for the first records.
    private var typed: [[Bool]] = []
    private var hashes: [[UInt64]] = []
    private var filled: [[Bool]] = []
    private var blank: [[Bool]] = []
    /// The number of fields with content in a record of the middle.
    let typicalFilledCount: Int

    private static let recordLimit = 400
    private static let columnLimit = 1000
    /// Values of the data repeat within so many records; words of a header may come again in a later part.
    private static let nearby = 30

    init(_ table: SampleTable, width: Int, bytes: Span<UInt8>) {
        self.table = table
        columns = Array(repeating: Column(), count: Swift.min(width, HeaderComparison.columnLimit))
        let limit = Swift.min(table.count, HeaderComparison.recordLimit)
        for index in 0..<limit {
            let record = table.record(index).prefix(HeaderComparison.columnLimit)
            typed.append(record.map { CellQuality.isTyped($0, in: bytes) })
            hashes.append(record.map { HeaderComparison.hash($0, in: bytes) })
            filled.append(record.map { !$0.isEmpty })
            blank.append(record.map { HeaderComparison.isBlank($0, in: bytes) })
        }
        let counts = filled.map { row in row.count { $0 } }.filter { $0 > 0 }.sorted()
        typicalFilledCount = counts.isEmpty ? 0 : counts[counts.count / 2]
    }

    private static func isBlank(_ field: FieldSpan, in bytes: Span<UInt8>) -> Bool {
        (field.start..<field.end).allSatisfy { bytes[$0].isBlank || bytes[$0].isTerminator }
    }

    private static func hash(_ field: FieldSpan, in bytes: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in field.start..<field.end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return hash
    }

    /// Whether any field of the record is a number, a date or the like.
    func isTyped(_ index: Int) -> Bool {
        index < typed.count && typed[index].contains(true)
    }

    func isRepetition(_ index: Int, of first: Int) -> Bool {
        guard index < hashes.count else { return false }
        return hashes[index] == hashes[first] && filled[first].contains(true)
    }

    /// Whether a field of the record has no content.
    func hasGap(_ index: Int) -> Bool {
        index < filled.count && filled[index].contains(false)
    }

    /// Whether the record is text where the columns below it hold numbers, dates and the like.
    func contradictsData(_ index: Int) -> Bool {
        guard index < typed.count, !isTyped(index) else { return false }
        let share = typedShares(below: index)
        return zip(filled[index], share).contains { $0 && $1 > 0.7 }
    }

    /// For each column the share of typed cells among the filled ones below a record.
    private func typedShares(below index: Int) -> [Double] {
        var counts = [Int](repeating: 0, count: columns.count)
        var typedCounts = counts
        for row in (index + 1)..<Swift.max(index + 1, typed.count) {
            for column in 0..<Swift.min(counts.count, typed[row].count) where filled[row][column] {
                counts[column] += 1
                if typed[row][column] { typedCounts[column] += 1 }
            }
        }
        return zip(counts, typedCounts).map { $0 == 0 ? 0 : Double($1) / Double($0) }
    }

    /// Whether the record names the columns below it rather than being one of their values.
    func looksLikeHeader(_ index: Int) -> Bool {
        guard index < typed.count, filled[index].contains(true) else { return false }
        let shares = typedShares(below: index)
        var evidence = 0.0
        for column in 0..<Swift.min(columns.count, typed[index].count) where filled[index][column] {
            evidence += columnEvidence(index, column: column, share: shares[column])
        }
        if !isTyped(index) { evidence += uniquenessEvidence(index) }
        return evidence > 0
    }

    private func columnEvidence(_ index: Int, column: Int, share: Double) -> Double {
        if typed[index][column] { return share > 0.5 ? -2 : -1 }
        if share > 0.7 { return 1 }
        return repeats(index, column: column) ? -0.7 : 0
    }

    /// Whether the value soon occurs again below, in a record that does not repeat the whole header.
    private func repeats(_ index: Int, column: Int) -> Bool {
        let value = hashes[index][column]
        let rows = (index + 1)..<Swift.max(index + 1, Swift.min(hashes.count, index + 1 + HeaderComparison.nearby))
        for row in rows
        where column < hashes[row].count && hashes[row][column] == value && !resembles(row, index) {
            return true
        }
        return false
    }

    /// Whether two records agree in most of the fields that are filled in both.
    private func resembles(_ row: Int, _ other: Int) -> Bool {
        var common = 0
        var equal = 0
        for column in 0..<Swift.min(hashes[row].count, hashes[other].count)
        where filled[row][column] && filled[other][column] {
            common += 1
            if hashes[row][column] == hashes[other][column] { equal += 1 }
        }
        return common > 1 && equal * 2 > common
    }

    /// Whether the records below one have nothing but white space in the fields from a column on.
    func isBlankBehind(_ column: Int, below index: Int) -> Bool {
        for row in (index + 1)..<Swift.max(index + 1, blank.count)
        where blank[row].dropFirst(column).contains(false) {
            return false
        }
        return true
    }

    /// Names are filled and differ from each other.
    private func uniquenessEvidence(_ index: Int) -> Double {
        let names = zip(hashes[index], filled[index]).filter { $0.1 }.map { $0.0 }
        let distinct = Set(names).count
        return distinct == names.count ? 0.6 : 0.1
    }
}
