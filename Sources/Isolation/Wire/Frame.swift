package import MetadataCore

/// One message between the host and a worker.
///
/// On the wire: a header of eight bytes (version, kind, two zero bytes, the length of the rest as a 32-bit number,
/// least significant byte first), then the message's members.
package enum Frame: Hashable, Sendable {
    /// To the worker: read this file.
    case request(Request)
    /// To the host, once: the worker is ready.
    case hello(WorkerReport)
    /// To the host: a part of what was learned of a file, or the last part.
    case stage(Stage)

    /// A file to be read.
    package struct Request: Hashable, Sendable {
        /// Names the request in the replies.
        package var id: UInt32
        /// What the file is.
        package var format: FileFormat
        /// Limits and policies.
        package var options: ExtractionOptions
        /// Where the bytes are.
        package var content: Content

        /// Makes a request.
        package init(id: UInt32, format: FileFormat, options: ExtractionOptions, content: Content) {
            self.id = id
            self.format = format
            self.options = options
            self.content = content
        }
    }

    /// Where the bytes of a file are.
    package enum Content: Hashable, Sendable {
        /// In the frame.
        case inline([UInt8])
        /// In a descriptor that was sent with the frame; the number is the file's length in bytes.
        case descriptor(byteCount: Int)
    }

    /// Something learned of a file.
    package struct Stage: Hashable, Sendable {
        /// The request that this answers.
        package var id: UInt32
        /// What was done: the name of a reader or of one of its steps.
        package var name: String
        /// What was learned since the last stage.
        package var extraction: Extraction
        /// Set in the last stage of a file only.
        package var usage: Usage?

        /// Makes a stage.
        package init(id: UInt32, name: String, extraction: Extraction, usage: Usage? = nil) {
            self.id = id
            self.name = name
            self.extraction = extraction
            self.usage = usage
        }
    }

    /// What the worker has used so far, in all its life.
    package struct Usage: Hashable, Sendable {
        /// Processor time in microseconds.
        package var cpuMicroseconds: Int
        /// The largest resident memory, in bytes.
        package var peakByteCount: Int

        /// Makes a usage.
        package init(cpuMicroseconds: Int, peakByteCount: Int) {
            self.cpuMicroseconds = cpuMicroseconds
            self.peakByteCount = peakByteCount
        }
    }
}

extension Frame {
    /// The version of all that is written here. Both ends must have the same.
    package static let version: UInt8 = 1
    /// The most bytes of one frame behind its header.
    package static let mostBytes = 1 << 20
    /// The most bytes of content that stand in a request.
    package static let mostInlineBytes = 32_768

    static let headerByteCount = 8

    enum Kind {
        static let request: UInt8 = 1
        static let hello: UInt8 = 2
        static let stage: UInt8 = 3
    }
}

// MARK: - Writing

extension Frame {
    /// The frame as it goes over the wire, header included.
    package var bytes: [UInt8] {
        var writer = WireWriter()
        writer.byte(Self.version)
        writer.byte(kind)
        writer.fixed(UInt16(0))
        writer.fixed(UInt32(0))
        write(to: &writer)
        writer.replace(at: 4, with: UInt32(clamping: writer.bytes.count - Self.headerByteCount))
        return writer.bytes
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
            writer.block(bytes[...])
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
            ? .descriptor(byteCount: try reader.wireNatural()) : .inline(try reader.wireBlock())
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
