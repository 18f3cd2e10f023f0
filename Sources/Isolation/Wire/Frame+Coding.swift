internal import MetadataCore

extension Frame {
    /// The frame as it goes over the wire, header included.
    package var bytes: [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Writes the frame, header included.
    func write(to writer: inout WireWriter) {
        let start = writer.bytes.count
        writer.byte(Self.version)
        writer.byte(kind)
        writer.fixed(UInt16(0))
        writer.fixed(UInt32(0))
        writeMembers(to: &writer)
        let byteCount = writer.bytes.count - start - Self.headerByteCount
        writer.replace(at: start + 4, with: UInt32(clamping: byteCount))
    }

    private var kind: UInt8 {
        switch self {
        case .request: Kind.request
        case .hello: Kind.hello
        case .stage: Kind.stage
        }
    }

    private func writeMembers(to writer: inout WireWriter) {
        switch self {
        case .request(let request): request.write(to: &writer)
        case .hello(let report): report.write(to: &writer)
        case .stage(let stage): stage.write(to: &writer)
        }
    }

    /// Reads the members of a frame; all bytes must be used.
    init(kind: UInt8, body: Span<UInt8>) throws(ExtractionError) {
        var reader = ByteReader(body)
        switch kind {
        case Kind.request: self = .request(try Request(from: &reader))
        case Kind.hello: self = .hello(try WorkerReport(from: &reader))
        case Kind.stage: self = .stage(try Stage(from: &reader))
        default: throw .corrupt("a frame of kind \(kind)", at: nil)
        }
        guard reader.isAtEnd else { throw .corrupt("\(reader.remaining) bytes behind a frame", at: reader.offset) }
    }
}

extension Frame.Request {
    /// About how many bytes it takes as a frame, rather more.
    var expectedByteCount: Int {
        parts.reduce(128) { count, part in
            guard case .inline(let bytes) = part.content else { return count + 64 }
            return count + 64 + bytes.count
        }
    }

    fileprivate func write(to writer: inout WireWriter) {
        writer.fixed(id)
        WireOptions.write(options, to: &writer)
        writer.list(parts) { $1.write(to: &$0) }
    }

    fileprivate init(from reader: inout ByteReader) throws(ExtractionError) {
        id = try reader.read(UInt32.self, .little)
        options = try WireOptions.options(from: &reader)
        parts = try reader.wireList { reader throws(ExtractionError) in try Frame.Part(from: &reader) }
        guard 1...Frame.mostParts ~= parts.count else { throw .corrupt("\(parts.count) parts", at: reader.offset) }
    }
}

extension Frame.Part {
    private enum Tag {
        static let inline: UInt8 = 0
        static let descriptor: UInt8 = 1
        static let inside: UInt8 = 2
    }

    fileprivate func write(to writer: inout WireWriter) {
        writer.text(format.rawValue)
        switch content {
        case .inline(let bytes):
            writer.byte(Tag.inline)
            writer.block(bytes)
        case .descriptor(let byteCount):
            writer.byte(Tag.descriptor)
            writer.count(byteCount)
        case .inside(let offset, let byteCount):
            writer.byte(Tag.inside)
            writer.count(offset)
            writer.count(byteCount)
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ExtractionError) {
        format = FileFormat(rawValue: try reader.wireText())
        let tag = try reader.wireByte()
        switch tag {
        case Tag.inline: content = .inline(try reader.wireBlock()[...])
        case Tag.descriptor: content = .descriptor(byteCount: try reader.wireNatural())
        case Tag.inside: content = .inside(offset: try reader.wireNatural(), byteCount: try reader.wireNatural())
        default: throw .corrupt("content of kind \(tag)", at: reader.offset)
        }
    }
}

extension Frame.Stage {
    fileprivate func write(to writer: inout WireWriter) {
        writer.fixed(id)
        writer.text(name)
        WireFindings.write(extraction, to: &writer)
        writer.optional(usage) {
            $0.count($1.cpuMicroseconds)
            $0.count($1.peakByteCount)
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ExtractionError) {
        id = try reader.read(UInt32.self, .little)
        name = try reader.wireText()
        extraction = try WireFindings.extraction(from: &reader)
        usage = try reader.wireOptional { reader throws(ExtractionError) in
            Frame.Usage(cpuMicroseconds: try reader.wireNatural(), peakByteCount: try reader.wireNatural())
        }
    }
}

extension WorkerReport {
    fileprivate func write(to writer: inout WireWriter) {
        writer.count(Field.allCases.count)
        writer.text(family)
        writer.unsigned(UInt64(layers.rawValue))
        writer.list(readers) { $0.text($1) }
        writer.list(libraries) { $0.text($1) }
    }

    fileprivate init(from reader: inout ByteReader) throws(ExtractionError) {
        let fields = try reader.wireNatural()
        guard fields == Field.allCases.count else { throw .corrupt("a worker of another version", at: nil) }
        family = try reader.wireText()
        layers = SandboxLayers(rawValue: UInt32(truncatingIfNeeded: try reader.wireUnsigned()))
        readers = try reader.wireList { reader throws(ExtractionError) in try reader.wireText() }
        libraries = try reader.wireList { reader throws(ExtractionError) in try reader.wireText() }
    }
}
