internal import MetadataCore

/// Reads the chain of cross-reference sections.
struct CrossReferenceReader {
    let file: PDFBytes
    let base: Int
    let limits: Limits
    private(set) var sections: [(section: CrossReferenceSection, trailer: PDFDictionary)] = []
    private(set) var sectionCount = 0
    /// Said where `startxref` names no section, and the last table was taken instead.
    private(set) var startDamage: ExtractionError?
    private var subsectionCount = 0

    private static let chainLimit = 64
    /// ISO 32000-1, annex C allows 8,388,607; some writers go further.
    private static let objectNumberLimit = 1 << 30

    init(file: PDFBytes, base: Int, limits: Limits) {
        self.file = file
        self.base = base
        self.limits = limits
    }

    /// Follows `Prev` from the last section on.
    mutating func readAll() throws(ExtractionError) {
        let end = try FileEnd(file)
        var seen: Set<Int> = [end.offset]
        var next = try readFirstSection(end)
        while let offset = next {
            guard seen.insert(offset).inserted else { throw .corrupt("cross-references go round", at: offset) }
            guard seen.count <= Self.chainLimit else {
                throw ExtractionError(
                    .unsupported, "more than \(Self.chainLimit) sections of cross-references", at: offset)
            }
            next = try readSection(at: offset)
        }
    }

    /// Reads the section that `startxref` names, or else the table that stands before it. Nothing but the trailer may
    /// stand between, so that no later section is overlooked.
    private mutating func readFirstSection(_ end: FileEnd) throws(ExtractionError) -> Int? {
        do throws(ExtractionError) {
            return try readSection(at: end.offset)
        } catch  where error.code == .corrupt && sections.isEmpty {
            guard let place = end.lastTable else { throw error }
            startDamage = error
            return try readTable(at: place, endingAt: end.mark)
        }
    }

    /// Reads one section.
    ///
    /// - Returns: Where the section before it stands.
    private mutating func readSection(at offset: Int) throws(ExtractionError) -> Int? {
        let (place, overflow) = offset.addingReportingOverflow(base)
        guard !overflow, place < file.byteCount else { throw .corrupt("cross-references outside the file", at: nil) }
        let isTable = try file.read(place..<(place + 64)).drop(while: PDFCharacter.isSpace).starts(with: "xref".utf8)
        if isTable { return try readTable(at: place) }
        return try add(try stream(at: place), at: place)
    }

    /// Reads a table, and the stream that a hybrid one names.
    private mutating func readTable(at place: Int, endingAt end: Int? = nil) throws(ExtractionError) -> Int? {
        let (section, trailerEnd) = try table(at: place)
        if let end, !(try file.read(trailerEnd..<max(trailerEnd, end)).allSatisfy(PDFCharacter.isSpace)) {
            throw .corrupt("no cross-references before startxref", at: place)
        }
        let previous = try add(section, at: place)
        guard let hybrid = section.trailer["XRefStm"]?.integer else { return previous }
        let (hiddenPlace, overflow) = hybrid.addingReportingOverflow(base)
        guard !overflow else { throw .corrupt("cross-references outside the file", at: nil) }
        let hidden = try stream(at: hiddenPlace)
        sections.append((hidden, hidden.trailer))
        return previous
    }

    /// - Returns: Where the section before it stands.
    private mutating func add(_ section: CrossReferenceSection, at place: Int) throws(ExtractionError) -> Int? {
        sectionCount += 1
        sections.append((section, section.trailer))
        guard let previous = section.trailer["Prev"] else { return nil }
        guard let offset = previous.integer, offset >= 0 else { throw .corrupt("Prev is no offset", at: place) }
        return offset
    }

    private mutating func add(_ start: Int, _ count: Int, at offset: Int) throws(ExtractionError) {
        subsectionCount += 1
        guard subsectionCount <= max(64, limits.elementCount) else {
            throw .limitExceeded("more than \(limits.elementCount) subsections of cross-references", at: offset)
        }
        guard start >= 0, count >= 0, start <= Self.objectNumberLimit, count <= Self.objectNumberLimit else {
            throw .limitExceeded("cross-references of \(count) objects from number \(start) on", at: offset)
        }
    }
}

// MARK: - Tables

extension CrossReferenceReader {
    /// - Returns: The table, and where its trailer ends.
    private mutating func table(at offset: Int) throws(ExtractionError) -> (CrossReferenceSection, end: Int) {
        var subsections: [CrossReferenceSection.Subsection] = []
        var position = try file.parse(at: offset, limits: limits) { (parser) throws(ExtractionError) in
            parser.scanner.passSpace()
            guard try parser.scanner.pass("xref") else { throw .corrupt("no table", at: offset) }
            return offset + parser.scanner.position
        }
        while let found = try subsection(at: position) {
            try add(found.start, found.count, at: position)
            let bytes = found.count * found.rowByteCount
            guard bytes <= file.byteCount - found.offset else {
                throw .limitExceeded("a table of \(found.count) rows in \(file.byteCount) bytes", at: position)
            }
            if found.count > 0 {
                _ = try TableRow.read(at: found.offset, in: file)
                subsections.append(found)
            }
            position = found.offset + bytes
        }
        let (trailer, end) = try trailer(at: position)
        return (try CrossReferenceSection(trailer: trailer, subsections: subsections, rows: .table), end)
    }

    private func trailer(at position: Int) throws(ExtractionError) -> (PDFDictionary, end: Int) {
        try file.parse(at: position, limits: limits) { (parser) throws(ExtractionError) in
            parser.scanner.passSpace()
            guard try parser.scanner.passPrefix("trailer") else { throw .corrupt("no trailer", at: position) }
            guard let trailer = try parser.object().dictionary else {
                throw .corrupt("a trailer that is no dictionary", at: position)
            }
            return (trailer, position + parser.scanner.position)
        }
    }

    /// The heading of a subsection, `0 6`; nil where the trailer begins.
    private func subsection(at position: Int) throws(ExtractionError) -> CrossReferenceSection.Subsection? {
        let heading = try file.parse(at: position, limits: limits) {
            (parser) throws(ExtractionError) -> (start: Int, count: Int, offset: Int)? in
            parser.scanner.passSpace()
            guard PDFCharacter.isDigit(try parser.scanner.peek()) else { return nil }
            guard let start = try parser.scanner.unsigned() else { throw .corrupt("no subsection", at: position) }
            parser.scanner.passSpace()
            guard let count = try parser.scanner.unsigned() else { throw .corrupt("no subsection", at: position) }
            parser.scanner.passSpace()
            return (start, count, position + parser.scanner.position)
        }
        guard let heading else { return nil }
        let width = try TableRow.byteCount(at: heading.offset, in: file)
        return .init(start: heading.start, count: heading.count, offset: heading.offset, rowByteCount: width)
    }
}

// MARK: - Streams

extension CrossReferenceReader {
    private mutating func stream(at offset: Int) throws(ExtractionError) -> CrossReferenceSection {
        let found = try file.indirectObject(at: offset, limits: limits)
        guard let dictionary = found.object.dictionary, dictionary["Type"]?.name == "XRef" else {
            throw .corrupt("no stream of cross-references", at: offset)
        }
        guard let size = dictionary["Size"]?.integer, let widths = EntryWidths(dictionary["W"]) else {
            throw .corrupt("cross-references without Size or W", at: offset)
        }
        let data = try StreamReader(file: file, limits: limits).data(of: found, dictionary)
        let index = dictionary["Index"]?.array?.map { $0.integer ?? -1 } ?? [0, size]
        guard index.count % 2 == 0 else { throw .corrupt("an Index that is no list of pairs", at: offset) }
        var subsections: [CrossReferenceSection.Subsection] = []
        var row = 0
        for pair in stride(from: 0, to: index.count, by: 2) {
            let (start, count) = (index[pair], index[pair + 1])
            try add(start, count, at: offset)
            guard (row + count) * widths.total <= data.count else {
                throw overstated(count, data: data.count, at: offset)
            }
            let width = widths.total
            if count > 0 {
                subsections.append(.init(start: start, count: count, offset: row * width, rowByteCount: width))
            }
            row += count
        }
        return try CrossReferenceSection(
            trailer: dictionary, subsections: subsections, rows: .stream(data: data, widths: widths))
    }

    /// A few rows too many are a mistake; very many would make other readers reserve memory for them.
    private func overstated(_ count: Int, data: Int, at offset: Int) -> ExtractionError {
        guard count > 100_000, count / 64 > data else {
            return .corrupt("fewer cross-references than stated", at: offset)
        }
        return .limitExceeded("cross-references of \(count) objects in \(data) bytes", at: offset)
    }
}
