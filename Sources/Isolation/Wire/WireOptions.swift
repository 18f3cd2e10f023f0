internal import MetadataCore

/// How limits and policies are written and read.
enum WireOptions {
    /// Every limit; a test compares their number with that of the type's members.
    static let limits: [any WritableKeyPath<Limits, Int> & Sendable] = [
        \.textByteCount, \.embeddedByteCount, \.elementCount, \.depth, \.inflatedByteCount, \.inMemoryByteCount,
        \.rangeCount, \.recordByteCount, \.issueCount,
    ]

    private static let standard = ExtractionOptions()

    /// Writes the options, the standard ones as such: they go with nearly every request.
    static func write(_ options: ExtractionOptions, to writer: inout WireWriter) {
        writer.optional(options == standard ? nil : options) { writeMembers(of: $1, to: &$0) }
    }

    private static func writeMembers(of options: ExtractionOptions, to writer: inout WireWriter) {
        for limit in limits { writer.integer(options.limits[keyPath: limit]) }
        switch options.location {
        case .keep: writer.byte(0)
        case .drop: writer.byte(1)
        case .round(let decimals):
            writer.byte(2)
            writer.integer(decimals)
        }
        writer.boolean(options.includesProvenance)
        writer.boolean(options.computesChecksums)
        writer.boolean(options.readsRangesOnly)
    }

    static func options(from reader: inout ByteReader) throws(ExtractionError) -> ExtractionOptions {
        try reader.wireOptional { reader throws(ExtractionError) in try members(from: &reader) } ?? standard
    }

    private static func members(from reader: inout ByteReader) throws(ExtractionError) -> ExtractionOptions {
        var options = ExtractionOptions()
        for limit in limits { options.limits[keyPath: limit] = try reader.wireInteger() }
        let location = try reader.wireByte()
        switch location {
        case 0: options.location = .keep
        case 1: options.location = .drop
        case 2: options.location = .round(decimals: try reader.wireInteger())
        default: throw .corrupt("location policy \(location)", at: reader.offset)
        }
        options.includesProvenance = try reader.wireBoolean()
        options.computesChecksums = try reader.wireBoolean()
        options.readsRangesOnly = try reader.wireBoolean()
        return options
    }
}
