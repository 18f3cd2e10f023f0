package import MetadataCore

/// One message between the host and a worker.
///
/// On the wire: a header of eight bytes (version, kind, two zero bytes, the length of the rest as a 32-bit number,
/// least significant byte first), then the message's members.
package enum Frame: Hashable, Sendable {
    /// To the worker: read this file, and the blocks inside it.
    case request(Request)
    /// To the host, once: the worker is ready.
    case hello(WorkerReport)
    /// To the host: a part of what was learned of a file, or the last part.
    case stage(Stage)

    /// What is to be read of one file, answered part by part, in this order.
    package struct Request: Hashable, Sendable {
        /// Names the request in the replies.
        package var id: UInt32
        /// Limits and policies.
        package var options: ExtractionOptions
        /// The file and blocks inside it; at least one.
        package var parts: [Part]

        /// Makes a request.
        package init(id: UInt32, options: ExtractionOptions, parts: [Part]) {
            self.id = id
            self.options = options
            self.parts = parts
        }
    }

    /// A file or a block to be read.
    package struct Part: Hashable, Sendable {
        /// What it is.
        package var format: FileFormat
        /// Where its bytes are.
        package var content: Content

        /// Makes a part.
        package init(_ format: FileFormat, _ content: Content) {
            self.format = format
            self.content = content
        }
    }

    /// Where the bytes of a part are.
    package enum Content: Hashable, Sendable {
        /// In the frame.
        case inline(ArraySlice<UInt8>)
        /// In a descriptor that was sent with the frame; the number is the file's length in bytes.
        case descriptor(byteCount: Int)
        /// In the request's first part, from an offset on.
        case inside(offset: Int, byteCount: Int)
    }

    /// Something learned of the part of a file that is being read.
    package struct Stage: Hashable, Sendable {
        /// The request that this answers.
        package var id: UInt32
        /// What was done: the name of a reader or of one of its steps.
        package var name: String
        /// What was learned since the last stage.
        package var extraction: Extraction
        /// Set in the last stage of a part only.
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
    /// The most bytes of a part that stand in a request.
    package static let mostInlineBytes = 32_768
    /// The most parts of a request: each fits with its bytes or its descriptor.
    package static let mostParts = 8

    static let headerByteCount = 8

    enum Kind {
        static let request: UInt8 = 1
        static let hello: UInt8 = 2
        static let stage: UInt8 = 3
    }
}
