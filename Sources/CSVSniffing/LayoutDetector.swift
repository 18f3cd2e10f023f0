/// Finds the preamble and the header in a sample.
struct LayoutDetector {
    private let table: SampleTable
    /// The commonest number of fields of the records.
    private let width: Int
    private let comparison: HeaderComparison
    /// Whether most of the records have the commonest number of fields.
    private let isRegular: Bool

    /// No more records than this are looked at for a preamble.
    private static let longestPreamble = 64

    init(_ table: SampleTable, bytes: Span<UInt8>) {
        self.table = table
        width = table.modalFieldCount()
        isRegular = table.modalShare > 0.5
        comparison = HeaderComparison(table, width: width, bytes: bytes)
    }

    /// The layout of the sample.
    func detect() -> Layout {
        var layout = Layout(skipRows: preambleLength(), headerRowCount: 0, columnCount: width)
        guard layout.skipRows < table.count else { return Layout(columnCount: width) }
        layout.headerRowCount = headerLength(from: layout.skipRows)
        if layout.headerRowCount > 0 {
            layout.columnCount = columnCount(header: layout.skipRows + layout.headerRowCount - 1)
        }
        return layout
    }

    /// The number of columns where the header has another number of fields than the data.
    ///
    /// The header is right when each of its fields has a name and it has more of them, or when the data only have
    /// delimiters at the end.
    private func columnCount(header: Int) -> Int {
        let count = table.fieldCount(header)
        if count > width { return table.filledCount(header) == count || width < 2 ? count : width }
        guard count < width, header + 1 < table.count else { return width }
        return comparison.isBlankBehind(count, below: header) ? count : width
    }

    // MARK: - Preamble

    /// The number of records before the header or the first data record.
    private func preambleLength() -> Int {
        let limit = Swift.min(table.count - 1, LayoutDetector.longestPreamble)
        var index = 0
        while index < limit, isPreamble(index) { index += 1 }
        // A preamble that never ends is the table itself.
        return index == limit && limit > 0 && isPreamble(index) ? leadingBlankCount : index
    }

    private var leadingBlankCount: Int {
        var index = 0
        while index < table.count, table.isBlank(index) { index += 1 }
        return index < table.count ? index : 0
    }

    private func isPreamble(_ index: Int) -> Bool {
        if table.isBlank(index) { return true }
        guard width > 1 else { return false }
        let filled = table.filledCount(index)
        if filled == 0 { return true }
        let count = table.fieldCount(index)
        if count == width {
            let usual = Swift.max(comparison.typicalFilledCount, filledCountOfNext(index))
            return filled == 1 && usual > 1 && !comparison.isTyped(index)
        }
        if count == 1 { return true }
        guard isRegular else { return false }
        return !isRaggedHeader(index)
    }

    /// The number of fields with content in the next record that has any.
    private func filledCountOfNext(_ index: Int) -> Int {
        for next in (index + 1)..<Swift.max(index + 1, table.count) {
            let filled = table.filledCount(next)
            if filled > 0 { return filled }
        }
        return 0
    }

    /// Whether a record of another width than the table can be its header: it has text for most of the columns
    /// and data follows it.
    private func isRaggedHeader(_ index: Int) -> Bool {
        let count = table.fieldCount(index)
        guard count * 2 > width, !comparison.isTyped(index), index + 1 < table.count else { return false }
        return table.fieldCount(index + 1) == width && !comparison.looksLikeHeader(index + 1)
    }

    // MARK: - Header

    /// The number of header records from `start` on.
    private func headerLength(from start: Int) -> Int {
        guard comparison.looksLikeHeader(start) else { return 0 }
        var length = 1
        while length < 8, start + length < table.count, continuesHeader(start + length, first: start) { length += 1 }
        return length
    }

    private func continuesHeader(_ index: Int, first: Int) -> Bool {
        if comparison.isRepetition(index, of: first) { return true }
        guard table.fieldCount(index) == table.fieldCount(first), !table.isBlank(index) else { return false }
        return comparison.contradictsData(index) && comparison.hasGap(first)
    }
}
