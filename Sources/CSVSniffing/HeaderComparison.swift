/// Compares a record with the columns below it.
struct HeaderComparison {
    /// What is known of a cell.
    private struct Cell {
        /// Whether it is a number, a date and so on.
        var isTyped: Bool
        var isFilled: Bool
        /// Whether it holds nothing but white space.
        var isBlank: Bool
        var hash: UInt64
    }

    private let columnCount: Int
    /// The cells of the first records, one record behind the other.
    private var cells: [Cell] = []
    private var rowEnds: [Int] = []
    /// The number of fields with content in a record of the middle.
    private(set) var typicalFilledCount = 0

    private static let recordLimit = 400
    private static let columnLimit = 1000
    /// Values of the data repeat within so many records; words of a header may come again in a later part.
    private static let nearby = 30

    init(_ table: SampleTable, width: Int, bytes: Span<UInt8>) {
        columnCount = Swift.min(width, HeaderComparison.columnLimit)
        for index in 0..<Swift.min(table.count, HeaderComparison.recordLimit) {
            for place in table.places(index).prefix(HeaderComparison.columnLimit) {
                cells.append(HeaderComparison.cell(table.fields[place], in: bytes))
            }
            rowEnds.append(cells.count)
        }
        let counts = rowEnds.indices.map { row($0).count { $0.isFilled } }.filter { $0 > 0 }.sorted()
        typicalFilledCount = counts.isEmpty ? 0 : counts[counts.count / 2]
    }

    private static func cell(_ field: FieldSpan, in bytes: Span<UInt8>) -> Cell {
        Cell(
            isTyped: CellQuality.isTyped(field, in: bytes), isFilled: !field.isEmpty,
            isBlank: isBlank(field, in: bytes), hash: hash(field, in: bytes))
    }

    private func row(_ index: Int) -> ArraySlice<Cell> {
        cells[(index == 0 ? 0 : rowEnds[index - 1])..<rowEnds[index]]
    }

    private var rows: Range<Int> { rowEnds.indices }

    /// The rows behind one.
    private func rows(below index: Int) -> Range<Int> { Swift.min(index + 1, rows.count)..<rows.count }

    private static func isBlank(_ field: FieldSpan, in bytes: Span<UInt8>) -> Bool {
        (field.start..<field.end).allSatisfy { bytes[$0].isBlank || bytes[$0].isTerminator }
    }

    private static func hash(_ field: FieldSpan, in bytes: Span<UInt8>) -> UInt64 {
        var hash = UInt64(field.end - field.start)
        var index = field.start
        while index &+ 8 <= field.end {
            hash = mixed(hash, ByteMasks.word(bytes, at: index))
            index &+= 8
        }
        var rest: UInt64 = 0
        while index < field.end {
            rest = rest &<< 8 | UInt64(bytes[index])
            index &+= 1
        }
        return mixed(hash, rest)
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    /// Whether any field of the record is a number, a date or the like.
    func isTyped(_ index: Int) -> Bool {
        rows.contains(index) && row(index).contains { $0.isTyped }
    }

    func isRepetition(_ index: Int, of first: Int) -> Bool {
        guard rows.contains(index) else { return false }
        return row(index).elementsEqual(row(first)) { $0.hash == $1.hash } && row(first).contains { $0.isFilled }
    }

    /// Whether a field of the record has no content.
    func hasGap(_ index: Int) -> Bool {
        rows.contains(index) && row(index).contains { !$0.isFilled }
    }

    /// Whether the record is text where the columns below it hold numbers, dates and the like.
    func contradictsData(_ index: Int) -> Bool {
        guard rows.contains(index), !isTyped(index) else { return false }
        return zip(row(index), typedShares(below: index)).contains { $0.isFilled && $1 > 0.7 }
    }

    /// For each column the share of typed cells among the filled ones below a record.
    private func typedShares(below index: Int) -> [Double] {
        var counts = [Int](repeating: 0, count: columnCount)
        var typedCounts = counts
        for other in rows(below: index) {
            for (column, cell) in row(other).prefix(columnCount).enumerated() where cell.isFilled {
                counts[column] += 1
                if cell.isTyped { typedCounts[column] += 1 }
            }
        }
        return zip(counts, typedCounts).map { $0 == 0 ? 0 : Double($1) / Double($0) }
    }

    /// Whether the record names the columns below it rather than being one of their values.
    func looksLikeHeader(_ index: Int) -> Bool {
        guard rows.contains(index), row(index).contains(where: { $0.isFilled }) else { return false }
        let shares = typedShares(below: index)
        var evidence = 0.0
        for (column, cell) in row(index).prefix(columnCount).enumerated() where cell.isFilled {
            evidence += columnEvidence(cell, index, column: column, share: shares[column])
        }
        if !isTyped(index) { evidence += uniquenessEvidence(index) }
        return evidence > 0
    }

    private func columnEvidence(_ cell: Cell, _ index: Int, column: Int, share: Double) -> Double {
        if cell.isTyped { return share > 0.5 ? -2 : -1 }
        if share > 0.7 { return 1 }
        return repeats(cell.hash, index, column: column) ? -0.7 : 0
    }

    /// Whether the value soon occurs again below, in a record that does not repeat the whole header.
    private func repeats(_ value: UInt64, _ index: Int, column: Int) -> Bool {
        for other in rows(below: index).prefix(HeaderComparison.nearby) {
            let found = row(other).dropFirst(column).first?.hash
            if found == value, !resembles(other, index) { return true }
        }
        return false
    }

    /// Whether two records agree in most of the fields that are filled in both.
    private func resembles(_ first: Int, _ second: Int) -> Bool {
        var common = 0
        var equal = 0
        for (one, other) in zip(row(first), row(second)) where one.isFilled && other.isFilled {
            common += 1
            if one.hash == other.hash { equal += 1 }
        }
        return common > 1 && equal * 2 > common
    }

    /// Whether the records below one have nothing but white space in the fields from a column on.
    func isBlankBehind(_ column: Int, below index: Int) -> Bool {
        rows(below: index).allSatisfy { row($0).dropFirst(column).allSatisfy { $0.isBlank } }
    }

    /// Names are filled and differ from each other.
    private func uniquenessEvidence(_ index: Int) -> Double {
        let names = row(index).filter { $0.isFilled }.map { $0.hash }
        return Set(names).count == names.count ? 0.6 : 0.1
    }
}
