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
        /// The records that it was tried on; of the best one only.
        var table: SampleTable?
    }

    let configuration: CSVSniffer.Configuration

    /// The number of bytes on which all candidates are tried; the better ones are tried on the whole sample.
    private static let firstLook = 8192

    /// No more records than this are divided by each candidate.
    static let recordLimit = 3000

    /// No more tables of a whole sample than this are held at once; more of them are made again.
    private static let mostTables = 8

    /// The candidates that the bytes allow, the best one first; never empty.
    func rank(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> [Candidate] {
        let all = grammars(ByteCensus(bytes, from: start))
        guard bytes.count > 2 * DialectDetector.firstLook, all.count > 3 else {
            return scored(all, bytes, from: start, isFinal: isFinal, above: Self.second)
        }
        let looks = [start, lineStart(bytes, after: (start + bytes.count) / 2)]
        var best: [Grammar: Double] = [:]
        for look in looks {
            let end = Swift.min(bytes.count, look + DialectDetector.firstLook)
            for candidate in scored(all, bytes.extracting(0..<end), from: look, isFinal: false, above: Self.bar) {
                best[candidate.grammar] = Swift.max(best[candidate.grammar] ?? 0, candidate.score)
            }
        }
        let bar = (best.values.max() ?? 0) * Self.passingShare
        let better = all.filter { (best[$0] ?? 0) >= bar }
        return scored(better, bytes, from: start, isFinal: isFinal, above: Self.second)
    }

    /// The share of the best score that a candidate needs at the first look.
    private static let passingShare = 0.35

    /// What a candidate must reach at the first look.
    private static func bar(_ ranked: [Candidate]) -> Double {
        (ranked.first?.score ?? 0) * passingShare
    }

    /// The score of the best candidate that has another delimiter than the winner: what is below changes nothing.
    private static func second(_ ranked: [Candidate]) -> Double {
        ranked.first { $0.grammar.delimiter != ranked.first?.grammar.delimiter }?.score ?? 0
    }

    /// Where the first line begins behind a place; the place itself if none does.
    private func lineStart(_ bytes: Span<UInt8>, after place: Int) -> Int {
        for index in place..<bytes.count - 1 where bytes[index] == .lineFeed || bytes[index] == .carriageReturn {
            return index + 1
        }
        return place
    }

    /// The candidates that can matter, the best one first.
    ///
    /// How records agree is cheap to tell and bounds the score; cells are looked at only where the bound reaches what a
    /// candidate needs.
    private func scored(
        _ grammars: [Grammar], _ bytes: Span<UInt8>, from start: Int, isFinal: Bool, above need: ([Candidate]) -> Double
    ) -> [Candidate] {
        var bounds: [Double] = []
        var scores: [DialectScore] = []
        /// Which of the scores is that of each grammar.
        var owners: [Int] = []
        let keepsScores = bytes.count - start <= 2 * Self.firstLook || grammars.count <= Self.mostTables
        for grammar in grammars {
            if let owner = scores.indices.first(where: { scores[$0].isShared(by: grammar, in: bytes) }) {
                bounds.append(scores[owner].read(as: grammar).bound)
                owners.append(owner)
                continue
            }
            let score = score(grammar, bytes, from: start, isFinal: isFinal)
            bounds.append(score.bound)
            owners.append(scores.count)
            if keepsScores { scores.append(score) }
        }
        var ranked: [Candidate] = []
        var places: [Int] = []
        // A stable order for equal scores: the order of the grammars is that of preference.
        for place in grammars.indices.sorted(by: { (bounds[$0], -$0) > (bounds[$1], -$1) }) {
            guard bounds[place] >= need(ranked) else { break }
            let owner = owners[place]
            var score = keepsScores ? scores[owner] : score(grammars[place], bytes, from: start, isFinal: isFinal)
            score.addCells(in: bytes)
            if keepsScores { scores[owner] = score }
            let candidate = score.read(as: grammars[place]).candidate
            let rank = ranked.indices.first { (candidate.score, -place) > (ranked[$0].score, -places[$0]) }
            ranked.insert(candidate, at: rank ?? ranked.endIndex)
            places.insert(place, at: rank ?? places.endIndex)
            for other in ranked.indices.dropFirst() { ranked[other].table = nil }
        }
        return ranked
    }

    private func score(_ grammar: Grammar, _ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> DialectScore {
        let table = SampleTable(
            bytes, grammar: grammar, from: start, isFinal: isFinal, limit: DialectDetector.recordLimit)
        return DialectScore(table, bytes: bytes, grammar: grammar)
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
    let counts: [Int]
    /// Backslashes before a quote.
    private(set) var escapedQuoteCount = 0
    private(set) var escapedApostropheCount = 0
    private var sectionSignCount = 0
    /// Line ends outside double quotes, as far as their parity tells.
    private(set) var unquotedLineCount = 0
    /// Spaces after a space.
    private(set) var spaceRunCount = 0

    init(_ bytes: Span<UInt8>, from start: Int) {
        var counts = InlineArray<256, Int>(repeating: 0)
        var previous: UInt8 = 0
        var isQuoted = false
        for index in start..<Swift.max(start, bytes.count) {
            let byte = bytes[index]
            counts[Int(byte)] &+= 1
            switch byte {
            case .doubleQuote:
                isQuoted.toggle()
                if previous == .backslash { escapedQuoteCount &+= 1 }
            case .singleQuote where previous == .backslash:
                escapedQuoteCount &+= 1
                escapedApostropheCount &+= 1
            case .lineFeed, .carriageReturn: unquotedLineCount &+= isQuoted ? 0 : 1
            case 0xA7 where previous == 0xC2: sectionSignCount &+= 1
            case .space where previous == .space: spaceRunCount &+= 1
            default: break
            }
            previous = byte
        }
        self.counts = counts.indices.map { counts[$0] }
    }

    /// Whether the byte 0xA7 only occurs as part of a section sign in UTF-8.
    var isSectionSignUTF8: Bool { sectionSignCount == counts[0xA7] }
}
