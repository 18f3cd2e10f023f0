internal import MetadataCore
internal import Synchronization

/// The answer to one request, sent in stages, each in as many frames as it takes.
final class Reply: Sendable {
    /// The most bytes that are sent for one file: less than the host takes.
    static let mostBytes = PoolMachine.mostReplyBytes / 4 * 3

    private let id: UInt32
    private let sender: ReplySender
    private let sentByteCount = Atomic(0)

    init(id: UInt32, sender: ReplySender) {
        self.id = id
        self.sender = sender
    }

    /// Sends what was learned in one step.
    func stage(_ name: String, _ extraction: Extraction) {
        for part in FrameSplitter.parts(of: extraction) { send(name, part, usage: nil) }
    }

    /// Sends the last step.
    func finish(_ name: String, _ extraction: Extraction, usage: Frame.Usage) {
        var parts = FrameSplitter.parts(of: extraction)
        let last = parts.popLast() ?? Extraction()
        for part in parts { send(name, part, usage: nil) }
        send(name, last, usage: usage)
    }

    private func send(_ name: String, _ extraction: Extraction, usage: Frame.Usage?) {
        var stage = Frame.Stage(id: id, name: name, extraction: extraction, usage: usage)
        let byteCount = FrameSplitter.byteCount(of: extraction)
        let total = sentByteCount.wrappingAdd(byteCount, ordering: .relaxed).newValue
        if total > Self.mostBytes {
            guard usage != nil else { return }
            stage.extraction = Extraction()
            stage.extraction.report(.limitExceeded, .warning, "more was found in the file than is kept of one")
        }
        sender.send(.stage(stage))
    }
}

/// Cuts extractions into pieces that fit into frames.
enum FrameSplitter {
    /// Leaves room in a frame for what stands around an extraction.
    static let mostBytes = Frame.mostBytes - 4_096

    /// The bytes of an extraction on the wire.
    static func byteCount(of extraction: Extraction) -> Int {
        var writer = WireWriter()
        WireFindings.write(extraction, to: &writer)
        return writer.bytes.count
    }

    /// Cuts an extraction; a single element that fits into no frame is left out, with an issue.
    static func parts(of extraction: Extraction) -> [Extraction] {
        let count = extraction.findings.count + extraction.issues.count + extraction.embedded.count
        let longest = max(extraction.findings.count, extraction.issues.count, extraction.embedded.count)
        if longest <= ByteReader.mostElements, byteCount(of: extraction) <= mostBytes { return [extraction] }
        guard count > 1 else {
            var substitute = Extraction()
            substitute.report(.limitExceeded, .warning, "a value of more than \(mostBytes) bytes")
            return [substitute]
        }
        return parts(of: extraction.firstHalf) + parts(of: extraction.secondHalf)
    }
}

extension Extraction {
    /// The first half of each list; all of a list of one element.
    fileprivate var firstHalf: Extraction {
        var half = Extraction()
        half.findings = Array(findings.prefix((findings.count + 1) / 2))
        half.issues = Array(issues.prefix((issues.count + 1) / 2))
        half.embedded = Array(embedded.prefix((embedded.count + 1) / 2))
        return half
    }

    /// What ``firstHalf`` leaves.
    fileprivate var secondHalf: Extraction {
        var half = Extraction()
        half.findings = Array(findings.dropFirst((findings.count + 1) / 2))
        half.issues = Array(issues.dropFirst((issues.count + 1) / 2))
        half.embedded = Array(embedded.dropFirst((embedded.count + 1) / 2))
        return half
    }
}
