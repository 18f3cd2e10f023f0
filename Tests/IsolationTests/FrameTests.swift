import MetadataCore
import TestSupport
import Testing

@testable import Isolation

@Suite struct FrameTests {
    static var samples: [Frame] {
        var options = ExtractionOptions()
        options.limits.textByteCount = 17
        options.limits.issueCount = -3
        options.location = .round(decimals: 2)
        options.includesProvenance = true
        options.computesChecksums = false
        options.readsRangesOnly = true
        return [
            .hello(WorkerReport(family: "pdf", layers: [.seccomp, .landlock], readers: ["a", ""], libraries: [])),
            .request(Frame.Request(id: 7, options: options, parts: [.init(.exif, .inline([1, 2, 3]))])),
            .request(
                Frame.Request(
                    id: .max, options: .init(),
                    parts: [
                        .init(.unknown, .descriptor(byteCount: 1 << 40)),
                        .init(.exif, .inside(offset: 1 << 30, byteCount: 0)), .init(.icc, .inline([])),
                    ])),
            .stage(Frame.Stage(id: 0, name: "", extraction: Extraction())),
            .stage(
                Frame.Stage(
                    id: 9, name: "poppler", extraction: SampleExtraction.all,
                    usage: .init(cpuMicroseconds: 12, peakByteCount: .max))),
        ]
    }

    @Test(arguments: samples)
    func `what is written is read back the same`(frame: Frame) throws {
        var decoder = FrameDecoder()
        decoder.append(frame.bytes[...])
        let read = try decoder.next()
        #expect(read == frame)
        let rest = try decoder.next()
        #expect(rest == nil)
        #expect(decoder.pendingByteCount == 0)
    }

    @Test(arguments: [1, 2, 3, 7, 8, 9, 64, 1_000])
    func `where the stream is cut makes no difference`(pieceByteCount: Int) throws {
        let stream = Self.samples.flatMap(\.bytes)
        var decoder = FrameDecoder()
        var frames: [Frame] = []
        for start in stride(from: 0, to: stream.count, by: pieceByteCount) {
            decoder.append(stream[start..<min(stream.count, start + pieceByteCount)])
            while let frame = try decoder.next() { frames.append(frame) }
        }
        #expect(frames == Self.samples)
    }

    @Test(arguments: samples)
    func `a frame that is cut inside its body is refused or awaited`(frame: Frame) throws {
        let bytes = frame.bytes
        for count in 0..<bytes.count {
            var decoder = FrameDecoder()
            decoder.append(bytes[0..<count])
            let early = try decoder.next()
            #expect(early == nil)
            guard count >= 8 else { continue }
            var shortened = Array(bytes[0..<count])
            let length = UInt32(count - 8)
            for place in 0..<4 { shortened[4 + place] = UInt8(truncatingIfNeeded: length >> UInt32(8 * place)) }
            var strict = FrameDecoder()
            strict.append(shortened[...])
            #expect(throws: ExtractionError.self) { try strict.next() }
        }
    }

    @Test(arguments: samples)
    func `every flipped byte gives a frame or an error`(frame: Frame) {
        let bytes = frame.bytes
        for index in bytes.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var flipped = bytes
                flipped[index] ^= mask
                var decoder = FrameDecoder()
                decoder.append(flipped[...])
                guard let read = try? decoder.next() else { continue }
                #expect(read != frame)
            }
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `random bytes give a frame or an error`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let count = Int.random(in: 0..<200, using: &generator)
            let body = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let kind = UInt8.random(in: 0...4, using: &generator)
            var decoder = FrameDecoder()
            decoder.append([Frame.version, kind, 0, 0, UInt8(count), 0, 0, 0])
            decoder.append(body[...])
            guard let frame = try? decoder.next() else { continue }
            var second = FrameDecoder()
            second.append(frame.bytes[...])
            let again = try? second.next()
            #expect(again?.bytes == frame.bytes, "seed \(seed)")
        }
    }

    @Test func `a frame longer than allowed is refused before it is read`() {
        var decoder = FrameDecoder()
        decoder.append([Frame.version, 3, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F])
        #expect(throws: ExtractionError.self) { try decoder.next() }
        decoder.append(Frame.stage(.init(id: 0, name: "", extraction: Extraction())).bytes[...])
        #expect(throws: ExtractionError.self) { try decoder.next() }
    }

    @Test(arguments: [0, Frame.mostParts + 1])
    func `a request about nothing or too much is refused`(partCount: Int) {
        let part = Frame.Part(.exif, .inline([]))
        let request = Frame.Request(id: 1, options: .init(), parts: Array(repeating: part, count: partCount))
        var decoder = FrameDecoder()
        decoder.append(Frame.request(request).bytes[...])
        #expect(throws: ExtractionError.self) { try decoder.next() }
    }

    @Test func `another version is refused`() {
        var bytes = Self.samples[0].bytes
        bytes[0] += 1
        var decoder = FrameDecoder()
        decoder.append(bytes[...])
        #expect(throws: ExtractionError.self) { try decoder.next() }
    }

    @Test func `a value that nests too deep is refused`() throws {
        var writer = WireWriter()
        for _ in 0..<100 {
            writer.byte(4)
            writer.count(1)
        }
        writer.byte(0)
        writer.boolean(true)
        var reader = ByteReader(writer.bytes.span)
        var caught: ExtractionError?
        do throws(ExtractionError) { _ = try WireFindings.value(from: &reader) } catch { caught = error }
        #expect(caught?.code == .limitExceeded)
    }

    @Test func `every limit goes over the wire`() {
        #expect(Mirror(reflecting: Limits()).children.count == WireOptions.limits.count)
        #expect(Set(WireOptions.limits.map { Limits()[keyPath: $0] }).count > 1)
        #expect(Mirror(reflecting: ExtractionOptions()).children.count == 6)
    }

    @Test func `an extraction that fits into no frame is sent in parts`() throws {
        let text = String(repeating: "x", count: 10_000)
        var large = Extraction()
        for index in 0..<300 { large.find(.documentTitle, .string(text), source: "a", offset: index) }
        large.report(.corrupt, .note, "kept")
        let parts = FrameSplitter.parts(of: large)
        #expect(parts.count > 1)
        #expect(parts.allSatisfy { FrameSplitter.byteCount(of: $0) <= FrameSplitter.mostBytes })
        var whole = Extraction()
        for part in parts { whole.merge(part) }
        #expect(whole == large)
    }

    @Test func `a value that fits into no frame becomes an issue`() {
        var large = Extraction()
        large.find(.documentTitle, .string(String(repeating: "x", count: 2 << 20)), source: "a")
        let parts = FrameSplitter.parts(of: large)
        #expect(parts.map { $0.findings.count } == [0])
        #expect(parts.flatMap { $0.issues.map(\.code) } == [.limitExceeded])
    }
}

/// One of everything that an extraction can hold.
enum SampleExtraction {
    static var all: Extraction {
        var extraction = Extraction()
        for field in Field.allCases { extraction.find(field, .string("ä\u{0}😀"), source: "x", offset: 3) }
        let nested = FieldValue.array([.object(["a": .number(-0.5), "": .array([])]), .boolean(false)])
        extraction.find(.labels, nested, source: "", offset: -1, confidence: 0.25)
        for value in [Int.min, -1, 0, 1, .max] { extraction.find(.documentPageCount, .integer(value), source: "n") }
        for severity in [MetadataCore.Issue.Severity.note, .warning, .error] {
            extraction.report(.corrupt, severity, offset: 5, field: .labels, "detail")
        }
        for stage in [MetadataCore.Issue.Stage.open, .read, .identify, .extract, .normalize] {
            extraction.issues.append(MetadataCore.Issue(.crashed, stage: stage, retryable: true, detail: ""))
        }
        extraction.embedded = [
            EmbeddedBlock(.icc, bytes: [9, 8], offset: nil), EmbeddedBlock(.xmp, bytes: [], offset: 1),
        ]
        return extraction
    }
}
