package import MetadataCore
package import Testing

/// What every extractor has to pass: over all ways to damage a file it ends, never traps, gives the same answer twice,
/// stays inside its limits and does not read without bound.
///
/// ```swift
/// @Test(arguments: Fixtures.files(in: "JPEG")) func `every JPEG passes the exam`(file: Fixtures.File) async throws {
///     let exam = ExtractorExam(JPEGExtractor(), as: .jpeg)
///     await exam.pass(try file.bytes())
/// }
/// ```
///
/// A part of the exam stops at its first failure, whose comment says how the bytes were changed. Files of up to
/// ``offsetCount`` bytes are changed at every offset; longer ones at all offsets near their ends and at evenly spread
/// ones between, so that the bytes read in all stay bounded. Whole files ``pass(_:sourceLocation:)``; hostile
/// ones, which are made to be slow, ``endure(_:sourceLocation:)`` a shorter exam.
package struct ExtractorExam: Sendable {
    /// Who sits the exam.
    package let extractor: any Extractor
    /// What the extractor is told that the bytes are.
    package let format: FileFormat
    /// The options of every run; ``imposeEachLimit(on:sourceLocation:)`` changes the limits one by one.
    package var options = ExtractionOptions()
    /// The most offsets at which one file is cut or changed.
    package var offsetCount = 4_096

    /// How many bytes all variants of one part may have together, which bounds the offsets of long files.
    private static let byteBudget = 16 << 20

    /// Makes an exam.
    ///
    /// - Parameters:
    ///   - extractor: Who sits it.
    ///   - format: What the extractor is told that the bytes are.
    package init(_ extractor: any Extractor, as format: FileFormat) {
        self.extractor = extractor
        self.format = format
    }

    /// All parts of the exam.
    ///
    /// - Parameters:
    ///   - bytes: A file, whole or damaged.
    ///   - sourceLocation: Where a failure is shown.
    package func pass(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) async {
        await check(bytes, options, "unchanged", sourceLocation)
        await cutAtEveryOffset(of: bytes, sourceLocation: sourceLocation)
        await flipEveryByte(of: bytes, sourceLocation: sourceLocation)
        await imposeEachLimit(on: bytes, sourceLocation: sourceLocation)
        await failEveryRead(of: bytes, sourceLocation: sourceLocation)
    }

    /// The short exam for hostile files: as they are, and with each limit at its lowest.
    ///
    /// - Parameters:
    ///   - bytes: A file that is made to be expensive.
    ///   - sourceLocation: Where a failure is shown.
    package func endure(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) async {
        await check(bytes, options, "unchanged", sourceLocation)
        await impose([0], on: bytes, sourceLocation)
    }

    /// Runs over every beginning of the file, the empty one too.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - sourceLocation: Where a failure is shown.
    package func cutAtEveryOffset(of bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) async {
        for count in offsets(in: bytes.count) {
            let variant = Array(bytes.prefix(count))
            guard await check(variant, options, "cut to \(count) bytes", sourceLocation) else { return }
        }
    }

    /// Runs over the file with one byte changed, at every offset and with every mask.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - masks: What the byte is combined with by exclusive or.
    ///   - sourceLocation: Where a failure is shown.
    package func flipEveryByte(
        of bytes: [UInt8], masks: [UInt8] = [0xFF, 0x80, 0x01], sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        for offset in offsets(in: bytes.count) {
            for mask in masks {
                var variant = bytes
                variant[offset] ^= mask
                guard await check(variant, options, "byte \(offset) ^ \(mask)", sourceLocation) else { return }
            }
        }
    }

    /// Runs over the file with each limit set to nothing, to very little and to as much as can be.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - sourceLocation: Where a failure is shown.
    package func imposeEachLimit(on bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) async {
        await impose(LimitTable.values, on: bytes, sourceLocation)
    }

    /// Runs over the file while one read fails, the first, the second and so on.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - sourceLocation: Where a failure is shown.
    package func failEveryRead(of bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) async {
        let whole = ExamSource(bytes)
        _ = await extractor.extract(from: whole, as: format, options: options)
        for number in 0..<min(whole.readCount, 256) {
            let source = ExamSource(bytes, failingRead: number)
            let answer = await extractor.extract(from: source, as: format, options: options)
            guard !answer.issues.isEmpty else {
                return fail("nothing is said when read \(number) fails", sourceLocation)
            }
        }
    }

    /// Runs over files with many random changes: bytes set, runs removed, runs repeated.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - count: How many files.
    ///   - random: Where the changes come from; its seed is named in a failure.
    ///   - sourceLocation: Where a failure is shown.
    package func mutate(
        _ bytes: [UInt8], count: Int, random: inout SeededGenerator, sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        for number in 0..<count {
            let variant = Mutation.applied(to: bytes, using: &random)
            let name = "mutation \(number) of seed \(random.seed)"
            guard await check(variant, options, name, sourceLocation) else { return }
        }
    }
}

// MARK: - One run

extension ExtractorExam {
    private func impose(_ values: [Int], on bytes: [UInt8], _ sourceLocation: SourceLocation) async {
        for (name, limit) in LimitTable.rows {
            for value in values {
                var strict = options
                limit.set(&strict.limits, value)
                guard await check(bytes, strict, "\(name) = \(value)", sourceLocation) else { return }
            }
        }
    }

    /// Runs twice and judges the answer.
    ///
    /// - Returns: Whether nothing was wrong.
    @discardableResult
    private func check(
        _ bytes: [UInt8], _ options: ExtractionOptions, _ variant: String, _ sourceLocation: SourceLocation
    ) async -> Bool {
        let source = ExamSource(bytes)
        let answer = await extractor.extract(from: source, as: format, options: options)
        let again = await extractor.extract(from: MemorySource(bytes), as: format, options: options)
        var faults = AnswerRules(byteCount: bytes.count, limits: options.limits).faults(in: answer)
        if answer != again { faults.append("gives another answer the second time") }
        faults += source.faults(limits: options.limits)
        guard let first = faults.first else { return true }
        fail("\(variant): \(first)", sourceLocation)
        return false
    }

    private func fail(_ message: String, _ sourceLocation: SourceLocation) {
        Testing.Issue.record("\(extractor.name) as \(format.rawValue), \(message)", sourceLocation: sourceLocation)
    }

    /// The offsets to work at: all, or a bounded number that covers both ends and spreads over the middle.
    private func offsets(in byteCount: Int) -> [Int] {
        let count = min(offsetCount, max(64, Self.byteBudget / max(1, byteCount)))
        guard byteCount > count else { return Array(0..<byteCount) }
        let edge = count / 4
        let middle = edge..<(byteCount - edge)
        let step = max(1, middle.count / (count - 2 * edge))
        return Array(0..<edge) + Array(stride(from: middle.lowerBound, to: middle.upperBound, by: step))
            + Array(middle.upperBound..<byteCount)
    }
}

/// The limits that an extractor has to obey, and the values that are tried.
private enum LimitTable {
    struct Limit: Sendable {
        let set: @Sendable (inout Limits, Int) -> Void
    }

    static let values = [0, 1, 2, 16, .max]

    static let rows: [(name: String, limit: Limit)] = [
        ("textByteCount", Limit { $0.textByteCount = $1 }),
        ("embeddedByteCount", Limit { $0.embeddedByteCount = $1 }),
        ("elementCount", Limit { $0.elementCount = $1 }),
        ("depth", Limit { $0.depth = $1 }),
        ("inflatedByteCount", Limit { $0.inflatedByteCount = $1 }),
        ("inMemoryByteCount", Limit { $0.inMemoryByteCount = $1 }),
        ("rangeCount", Limit { $0.rangeCount = $1 }),
        ("issueCount", Limit { $0.issueCount = $1 }),
    ]
}
