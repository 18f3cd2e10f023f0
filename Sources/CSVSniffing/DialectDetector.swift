/// Ranks candidate dialects on the beginning of a text.
///
/// A candidate is good when its records agree in their number of fields and its cells look like values: the
/// product of both measures tells nearly always (van den Burg, Nazábal, Sutton: "Wrangling messy CSV files by
/// detecting row and type patterns", 2019).
struct DialectDetector: Sendable {
    /// A grammar and how well it fits.
    struct Candidate: Sendable {
        var grammar: Grammar
        var score: Double
        /// The share of records that have the commonest number of fields.
        var consistency: Double
    }

    let configuration: CSVSniffer.Configuration

    /// The number of bytes on which all candidates are tried; the better ones are tried on the whole sample.
    private static let firstLook = 8192

    /// No more records than this are divided by each candidate.
    private static let recordLimit = 3000

    /// The candidates that the bytes allow, the best one first; never empty.
    func rank(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> [Candidate] {
        let all = grammars(ByteCensus(bytes, from: start))
        guard bytes.count > 2 * DialectDetector.firstLook, all.count > 3 else {
            return scored(all, bytes, from: start, isFinal: isFinal)
        }
        let looks = [start, lineStart(bytes, after: (start + bytes.count) / 2)]
        var best: [Grammar: Double] = [:]
        for look in looks {
            let end = Swift.min(bytes.count, look + DialectDetector.firstLook)
            for candidate in scored(all, bytes.extracting(0..<end), from: look, isFinal: false) {
                best[candidate.grammar] = Swift.max(best[candidate.grammar] ?? 0, candidate.score)
            }
        }
        let bar = (best.values.max() ?? 0) * 0.35
        let better = all.filter { (best[$0] ?? 0) >= bar }
        return scored(better, bytes, from: start, isFinal: isFinal)
    }

    /// Where the first line begins behind a place; the place itself if none does.
    private func lineStart(_ bytes: Span<UInt8>, after place: Int) -> Int {
        for index in place..<bytes.count - 1 where bytes[index] == .lineFeed || bytes[index] == .carriageReturn {
            return index + 1
        }
        return place
    }

    private func scored(_ grammars: [Grammar], _ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> [Candidate] {
        var candidates: [Candidate] = []
        for grammar in grammars {
            let table = SampleTable(
                bytes,
                grammar: grammar,
                from: start,
                isFinal: isFinal,
                limit: DialectDetector.recordLimit
            )
            candidates.append(DialectScore(table, bytes: bytes, grammar: grammar).candidate)
        }
        // A stable order for equal scores: the order of the grammars is that of preference.
        let order = candidates.indices.sorted {
            (candidates[$0].score, -$0) > (candidates[$1].score, -$1)
        }
        return order.map { candidates[$0] }
    }

    private func grammars(_ census: ByteCensus) -> [Grammar] {
        let quotes = quoteCandidates(census)
        let guesses: [UInt8?] = census.escapedQuoteCount > 0 ? [nil, .backslash] : [nil]
        let escapes = configuration.escape.map { [DialectDetector.known($0)] } ?? guesses
        var result: [Grammar] = []
        for delimiter in delimiterCandidates(census) {
            for quote in quotes {
                for escape in escapes {
                    var grammar = Grammar(delimiter: delimiter, quote: quote, escape: escape)
                    if delimiter == 0xA7, census.isSectionSignUTF8 { grammar.useSectionSignUTF8() }
                    result.append(grammar)
                    guard delimiter == .space, census.spaceRunCount > 0 else { continue }
                    result.append(Grammar(delimiter: delimiter, quote: quote, escape: escape, mergesDelimiters: true))
                }
            }
        }
        return result
    }

    /// A byte that the caller gave; 0 stands for none.
    private static func known(_ byte: UInt8) -> UInt8? {
        byte == 0 ? nil : byte
    }

    private func delimiterCandidates(_ census: ByteCensus) -> [UInt8?] {
        if let override = configuration.delimiter { return [DialectDetector.known(override)] }
        // A byte on less than one line in twenty divides no table.
        return Delimiter.all.filter { census.counts[Int($0)] > census.unquotedLineCount / 20 } + [nil]
    }

    private func quoteCandidates(_ census: ByteCensus) -> [UInt8?] {
        if let override = configuration.quote { return [DialectDetector.known(override)] }
        // An escaped apostrophe makes sense only where the apostrophe is the quote.
        let hasEscapedApostrophes = census.escapedApostropheCount > 0 && census.counts[Int(UInt8.doubleQuote)] == 0
        if hasEscapedApostrophes, census.escapedApostropheCount == census.counts[Int(UInt8.singleQuote)] {
            return [.singleQuote]
        }
        var result: [UInt8?] = [.doubleQuote]
        if census.counts[Int(UInt8.singleQuote)] > 1 { result.append(.singleQuote) }
        if census.counts[Int(UInt8.doubleQuote)] > 0 { result.append(nil) }
        return result
    }
}

/// The bytes that can stand between fields. Never a letter or a digit.
enum Delimiter {
    static let all: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x3A, 0x20, 0x5E, 0x7E, 0x23, 0x3D, 0xA7]

    /// How readily each is believed.
    static func prior(_ delimiter: UInt16) -> Double {
        switch delimiter {
        case 0x5E, 0x7E, 0xA7, 0xC2: 0.8
        case 0x23: 0.7
        case 0x20: 0.6
        case 0x3A: 0.4
        case 0x3D: 0.3
        default: 1
        }
    }

    /// How many records it takes until each is believed as readily as it can be, half of the way.
    static func doubt(_ delimiter: UInt16) -> Double {
        switch delimiter {
        case 0x2C, Grammar.absent: 0
        case 0x3B, 0x09: 0.2
        case 0x7C: 1
        default: 6
        }
    }
}

/// How often each byte occurs in a sample.
struct ByteCensus: Sendable {
    private(set) var counts = [Int](repeating: 0, count: 256)
    /// Backslashes before a quote.
    private(set) var escapedQuoteCount = 0
    private(set) var escapedApostropheCount = 0
    private var sectionSignCount = 0
    /// Line ends outside double quotes, as far as their parity tells.
    private(set) var unquotedLineCount = 0
    /// Spaces after a space.
    private(set) var spaceRunCount = 0

    init(_ bytes: Span<UInt8>, from start: Int) {
        var previous: UInt8 = 0
        var isQuoted = false
        for index in start..<Swift.max(start, bytes.count) {
            let byte = bytes[index]
            counts[Int(byte)] &+= 1
            if previous == .backslash, byte == .doubleQuote || byte == .singleQuote { escapedQuoteCount &+= 1 }
            if byte == .doubleQuote { isQuoted.toggle() }
            if byte.isTerminator, !isQuoted { unquotedLineCount &+= 1 }
            if previous == 0xC2, byte == 0xA7 { sectionSignCount &+= 1 }
            if previous == .backslash, byte == .singleQuote { escapedApostropheCount &+= 1 }
            if previous == .space, byte == .space { spaceRunCount &+= 1 }
            previous = byte
        }
    }

    /// Whether the byte 0xA7 only occurs as part of a section sign in UTF-8.
    var isSectionSignUTF8: Bool { sectionSignCount == counts[0xA7] }
}
