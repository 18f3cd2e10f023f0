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
    ///
    /// - Parameters:
    ///   - name: The step.
    ///   - extraction: What was learned since the last.
    ///   - usage: With the last step only, which is held until the sender sends.
    func send(_ name: String, _ extraction: Extraction, usage: Frame.Usage? = nil) {
        let whole = Frame.Stage(id: id, name: name, extraction: extraction, usage: usage)
        let bytes = Frame.stage(whole).bytes
        if FrameSplitter.fits(extraction, byteCount: bytes.count) {
            transmit(bytes, of: whole)
        } else {
            sendParts(of: whole)
        }
    }

    private func sendParts(of whole: Frame.Stage) {
        let parts = FrameSplitter.parts(of: whole.extraction)
        for (index, part) in parts.enumerated() {
            var stage = whole
            stage.extraction = part
            stage.usage = index == parts.count - 1 ? whole.usage : nil
            transmit(Frame.stage(stage).bytes, of: stage)
        }
    }

    /// Sends one frame; when the file has had its share, only the news that this is so, with the last step.
    private func transmit(_ bytes: [UInt8], of stage: Frame.Stage) {
        let total = sentByteCount.wrappingAdd(bytes.count, ordering: .relaxed).newValue
        guard total > Self.mostBytes else {
            if stage.usage == nil { sender.send(bytes) } else { sender.hold(bytes) }
            return
        }
        guard stage.usage != nil else { return }
        var last = stage
        last.extraction = Extraction()
        last.extraction.report(.limitExceeded, .warning, "more was found in the file than is kept of one")
        sender.send(Frame.stage(last).bytes)
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

    /// Whether an extraction of so many bytes on the wire goes into one frame.
    static func fits(_ extraction: Extraction, byteCount: Int) -> Bool {
        let longest = max(extraction.findings.count, extraction.issues.count, extraction.embedded.count)
        return longest <= ByteReader.mostElements && byteCount <= mostBytes
    }

    /// Cuts an extraction; a single element that fits into no frame is left out, with an issue.
    static func parts(of extraction: Extraction) -> [Extraction] {
        if fits(extraction, byteCount: byteCount(of: extraction)) { return [extraction] }
        let count = extraction.findings.count + extraction.issues.count + extraction.embedded.count
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
