internal import MetadataCore

extension Frame {
    /// The frame as it goes over the wire, header included.
    package var bytes: [UInt8] {
        var writer = WireWriter(capacity: expectedByteCount)
        writer.byte(Self.version)
        writer.byte(kind)
        writer.fixed(UInt16(0))
        writer.fixed(UInt32(0))
        write(to: &writer)
        writer.replace(at: 4, with: UInt32(clamping: writer.bytes.count - Self.headerByteCount))
        return writer.bytes
    }

    /// Enough for most frames, so that they need not grow.
    private var expectedByteCount: Int {
        guard case .request(let request) = self, case .inline(let bytes) = request.content else { return 512 }
        return 128 + bytes.count
    }

    private var kind: UInt8 {
        switch self {
        case .request: Kind.request
        case .hello: Kind.hello
        case .stage: Kind.stage
        }
    }

    private func write(to writer: inout WireWriter) {
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
    fileprivate func write(to writer: inout WireWriter) {
        writer.fixed(id)
        writer.text(format.rawValue)
        WireOptions.write(options, to: &writer)
        switch content {
        case .inline(let bytes):
            writer.boolean(false)
            writer.block(bytes)
        case .descriptor(let byteCount):
            writer.boolean(true)
            writer.count(byteCount)
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ExtractionError) {
        id = try reader.read(UInt32.self, .little)
        format = FileFormat(rawValue: try reader.wireText())
        options = try WireOptions.options(from: &reader)
        content =
            try reader.wireBoolean()
            ? .descriptor(byteCount: try reader.wireNatural()) : .inline(try reader.wireBlock()[...])
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
