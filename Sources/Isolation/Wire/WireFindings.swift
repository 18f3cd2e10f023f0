internal import MetadataCore

/// How findings, issues and blocks are written and read. One pair of functions a type, side by side.
enum WireFindings {
    /// How deep values may nest.
    static let depth = 16

    private static let fields = Field.allCases
    private static let severities: [Issue.Severity] = [.note, .warning, .error]
    private static let stages: [Issue.Stage] = [.open, .read, .identify, .extract, .normalize]

    // MARK: - Findings

    static func write(_ finding: Finding, to writer: inout WireWriter) {
        writer.count(finding.field.ordinal)
        write(finding.value, to: &writer)
        writer.text(finding.source.rawValue)
        writer.optional(finding.offset) { $0.integer($1) }
        writer.number(finding.confidence)
    }

    static func finding(from reader: inout ByteReader) throws(ExtractionError) -> Finding {
        let index = try reader.wireNatural()
        guard fields.indices.contains(index) else { throw .corrupt("field \(index)", at: reader.offset) }
        let value = try value(from: &reader)
        let source = Finding.Source(rawValue: try reader.wireText())
        let offset = try reader.wireOptional { reader throws(ExtractionError) in try reader.wireInteger() }
        let confidence = try reader.wireNumber()
        return Finding(fields[index], value, source: source, offset: offset, confidence: confidence)
    }

    // MARK: - Values

    private enum Tag {
        static let boolean: UInt8 = 0
        static let integer: UInt8 = 1
        static let number: UInt8 = 2
        static let string: UInt8 = 3
        static let array: UInt8 = 4
        static let object: UInt8 = 5
    }

    /// Writes a value; what nests deeper than ``depth`` is left out.
    static func write(_ value: FieldValue, to writer: inout WireWriter, depth: Int = depth) {
        switch value {
        case .boolean(let value):
            writer.byte(Tag.boolean)
            writer.boolean(value)
        case .integer(let value):
            writer.byte(Tag.integer)
            writer.integer(value)
        case .number(let value):
            writer.byte(Tag.number)
            writer.number(value)
        case .string(let value):
            writer.byte(Tag.string)
            writer.text(value)
        case .array(let values):
            writer.byte(Tag.array)
            writer.list(depth > 0 ? values : []) { write($1, to: &$0, depth: depth - 1) }
        case .object(let members):
            writer.byte(Tag.object)
            writer.list(depth > 0 ? members.sorted { $0.key < $1.key } : []) {
                $0.text($1.key)
                write($1.value, to: &$0, depth: depth - 1)
            }
        }
    }

    static func value(from reader: inout ByteReader, depth: Int = depth) throws(ExtractionError) -> FieldValue {
        guard depth >= 0 else { throw .limitExceeded("values nest too deep", at: reader.offset) }
        let tag = try reader.wireByte()
        switch tag {
        case Tag.boolean: return .boolean(try reader.wireBoolean())
        case Tag.integer: return .integer(try reader.wireInteger())
        case Tag.number: return .number(try reader.wireNumber())
        case Tag.string: return .string(try reader.wireText())
        case Tag.array:
            return .array(
                try reader.wireList { reader throws(ExtractionError) in try value(from: &reader, depth: depth - 1) })
        case Tag.object: return .object(try members(from: &reader, depth: depth))
        default: throw .corrupt("a value of kind \(tag)", at: reader.offset)
        }
    }

    private static func members(
        from reader: inout ByteReader, depth: Int
    ) throws(ExtractionError) -> [String: FieldValue] {
        var members: [String: FieldValue] = [:]
        for _ in 0..<(try reader.wireCount()) {
            let name = try reader.wireText()
            members[name] = try value(from: &reader, depth: depth - 1)
        }
        return members
    }

    // MARK: - Issues

    static func write(_ issue: Issue, to writer: inout WireWriter) {
        writer.text(issue.code.rawValue)
        writer.count(severities.firstIndex(of: issue.severity) ?? severities.count)
        writer.count(stages.firstIndex(of: issue.stage) ?? stages.count)
        writer.optional(issue.offset) { $0.integer($1) }
        writer.optional(issue.field) { $0.text($1) }
        writer.boolean(issue.retryable)
        writer.text(issue.detail)
    }

    static func issue(from reader: inout ByteReader) throws(ExtractionError) -> Issue {
        let code = Issue.Code(rawValue: try reader.wireText())
        let severity = try reader.wireNatural()
        let stage = try reader.wireNatural()
        guard severities.indices.contains(severity), stages.indices.contains(stage) else {
            throw .corrupt("severity \(severity), stage \(stage)", at: reader.offset)
        }
        let offset = try reader.wireOptional { reader throws(ExtractionError) in try reader.wireInteger() }
        let field = try reader.wireOptional { reader throws(ExtractionError) in try reader.wireText() }
        let retryable = try reader.wireBoolean()
        var issue = Issue(
            code, severities[severity], stage: stages[stage], offset: offset, retryable: retryable,
            detail: try reader.wireText())
        issue.field = field
        return issue
    }

    // MARK: - Blocks

    static func write(_ block: EmbeddedBlock, to writer: inout WireWriter) {
        writer.text(block.format.rawValue)
        writer.optional(block.offset) { $0.integer($1) }
        writer.block(block.bytes)
    }

    static func block(from reader: inout ByteReader) throws(ExtractionError) -> EmbeddedBlock {
        let format = FileFormat(rawValue: try reader.wireText())
        let offset = try reader.wireOptional { reader throws(ExtractionError) in try reader.wireInteger() }
        return EmbeddedBlock(format, bytes: try reader.wireBlock()[...], offset: offset)
    }

    // MARK: - All together

    static func write(_ extraction: Extraction, to writer: inout WireWriter) {
        writer.list(extraction.findings) { write($1, to: &$0) }
        writer.list(extraction.issues) { write($1, to: &$0) }
        writer.list(extraction.embedded) { write($1, to: &$0) }
    }

    static func extraction(from reader: inout ByteReader) throws(ExtractionError) -> Extraction {
        var extraction = Extraction()
        extraction.findings = try reader.wireList { reader throws(ExtractionError) in try finding(from: &reader) }
        extraction.issues = try reader.wireList { reader throws(ExtractionError) in try issue(from: &reader) }
        extraction.embedded = try reader.wireList { reader throws(ExtractionError) in try block(from: &reader) }
        return extraction
    }
}
