/// Estimates cheaply whether text is a delimited table.
struct TableLikelihood {
    /// The best of the usual delimiters, 0...1.
    let value: Double

    /// Delimiters that are rare in other kinds of text; a table with another one is not recognised.
    private static let delimiters: [UInt8] = [0x2C, 0x3B, .tab, 0x7C]

    init(_ head: Span<UInt8>, isFinal: Bool) {
        let start = TableLikelihood.markLength(head)
        guard TableLikelihood.mayBeTable(head, from: start) else {
            value = 0
            return
        }
        var best = 0.0
        for delimiter in TableLikelihood.delimiters {
            let table = SampleTable(head, grammar: Grammar(delimiter: delimiter), from: start, isFinal: isFinal)
            best = Swift.max(best, TableEvidence(table, bytes: head).likelihood(delimiter: delimiter))
        }
        value = best
    }

    private static func markLength(_ bytes: Span<UInt8>) -> Int {
        bytes.count > 2 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// Whether the bytes are text that does not begin as markup or a script does.
    private static func mayBeTable(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < bytes.count, bytes[index].isBlank || bytes[index].isTerminator { index += 1 }
        guard index < bytes.count else { return false }
        // < { [ and #! begin other formats.
        let first = bytes[index]
        if first == 0x3C || first == 0x7B || first == 0x5B { return false }
        if first == 0x23, index + 1 < bytes.count, bytes[index + 1] == 0x21 { return false }
        var controls = 0
        for index in bytes.indices where bytes[index] < 0x20 && !(0x09...0x0D).contains(bytes[index]) { controls += 1 }
        return controls == 0
    }
}

/// What speaks for and against a sample being a table.
private struct TableEvidence {
    private var records = 0
    private var regular = 0
    private var columns = 0
    private var cells = 0
    private var emptyCells = 0
    private var longCells = 0
    private var unbalancedCells = 0
    private var quality = 0.0
    /// Records of the usual width whose first field is empty, and whose last field is.
    private var emptyFirst = 0
    private var emptyLast = 0
    private var typedCells = 0

    init(_ table: SampleTable, bytes: Span<UInt8>) {
        columns = table.modalFieldCount()
        guard columns > 1 else { return }
        for index in 0..<table.count where !table.isBlank(index) {
            records += 1
            guard table.fieldCount(index) == columns else { continue }
            regular += 1
            let record = table.record(index)
            if record.first?.isEmpty == true { emptyFirst += 1 }
            if record.last?.isEmpty == true { emptyLast += 1 }
            for field in record { add(field, bytes: bytes) }
        }
    }

    private mutating func add(_ field: FieldSpan, bytes: Span<UInt8>) {
        cells += 1
        if field.isEmpty {
            emptyCells += 1
            return
        }
        quality += CellQuality.score(field, in: bytes)
        if CellQuality.isTyped(field, in: bytes) { typedCells += 1 }
        guard !field.isQuoted else { return }
        var words = 1
        var depth = 0
        for index in field.start..<field.end {
            switch bytes[index] {
            case .space: words += 1
            case 0x28, 0x5B, 0x7B: depth += 1
            case 0x29, 0x5D, 0x7D: depth -= 1
            default: break
            }
        }
        if words > 6 { longCells += 1 }
        if depth != 0 { unbalancedCells += 1 }
    }

    func likelihood(delimiter: UInt8) -> Double {
        guard columns > 1, records > 1, cells > emptyCells else { return 0 }
        let consistency = share(regular, of: records)
        // A delimiter at the end of every line ends statements, and one at both ends draws a box.
        let isFramed = share(emptyLast, of: regular) > 0.7
        let isBoxed = isFramed && share(emptyFirst, of: regular) > 0.7
        let width = columns - (isFramed ? 1 : 0)
        guard consistency > 0.75, width > 1, !isBoxed else { return 0 }
        let filled = Double(cells - emptyCells)
        guard Double(unbalancedCells) < 0.05 * filled else { return 0 }
        return consistency * consistency * (quality / filled) * widthFactor(width, delimiter: delimiter)
            * (1 - share(longCells, of: cells)) * emptinessFactor * recordFactor
    }

    private func share(_ part: Int, of whole: Int) -> Double {
        Double(part) / Double(Swift.max(whole, 1))
    }

    /// Two columns come about by chance, unless they hold numbers and dates or a tab divides them.
    private func widthFactor(_ width: Int, delimiter: UInt8) -> Double {
        let isTyped = share(typedCells, of: cells - emptyCells) > 0.3
        let bonus = (isTyped ? 0.15 : 0) + (delimiter == .tab ? 0.1 : 0)
        switch width {
        case 2: return 0.55 + bonus
        case 3: return 0.75 + bonus
        default: return Swift.min(1, 0.9 + bonus)
        }
    }

    private var emptinessFactor: Double {
        share(emptyCells, of: cells) > 0.6 ? 0.5 : 1
    }

    private var recordFactor: Double {
        Double(records) / (Double(records) + 0.6)
    }
}
