import Assay
import CSVSniffing
import MetadataCore

@testable import Isolation

extension Target {
    /// Two looks at the same bytes agree, and the confidence is one.
    static let identification = Target(
        name: "identification", seeds: { [$0.bytes] },
        run: { bytes in
            let first = Sample(bytes).identification
            require(first == Sample(bytes).identification, "another format the second time")
            require((0...1).contains(first.confidence), "confidence \(first.confidence)")
        })

    /// Any division into pieces gives the same verdict.
    static let csv = Target(
        name: "csv", seeds: { $0.identification.mayBeTable ? [$0.bytes] : [] },
        run: { bytes in
            let whole = sniff(bytes, in: .max)
            let drawn = Int(bytes.first ?? 0) + 2
            for count in [1, drawn, 4_096] where count < bytes.count {
                require(sniff(bytes, in: count) == whole, "pieces of \(count) bytes give another verdict")
            }
        })

    /// Where the stream is cut makes no difference, and what was read is written the same.
    static let frames = Target(
        name: "frames", seeds: { frameSeeds($0) },
        run: { bytes in
            let whole = decode(bytes, in: .max)
            require(decode(bytes, in: 1 + Int(bytes.last ?? 0)) == whole, "other frames when the stream is cut")
            for encoded in whole {
                let again = decode(encoded, in: .max)
                require(again == [encoded], "a frame is written in another way than it was read")
            }
        })

    /// A record that can be read is written and read back the same.
    static let records = Target(
        name: "records",
        seeds: { sample in
            wait {
                [(try? await ExtractionEngine.standard().record(of: sample.bytes))?.canonicalJSON()].compactMap(\.self)
            }
        },
        run: { bytes in
            guard let record = try? MetadataRecord(parsing: bytes) else { return }
            let written = record.canonicalJSON()
            guard let again = try? MetadataRecord(parsing: written) else { fatalError("what was written is no record") }
            require(again.canonicalJSON() == written, "a record changes when it is read and written")
        })

    /// From bytes to the record: it is bounded, and decoding it gives the same bytes.
    static let engine = Target(
        name: "engine", seeds: { [$0.bytes] },
        run: { bytes in
            let record = wait { try? await ExtractionEngine.standard().record(of: bytes) }
            guard let record else { fatalError("no record") }
            let written = record.canonicalJSON()
            require(record.size == bytes.count, "another size")
            require(written.count <= Limits().recordByteCount, "a record of \(written.count) bytes")
            let again = try? MetadataRecord(parsing: written)
            require(again?.canonicalJSON() == written, "a record changes when it is read and written")
        })
}

// MARK: - Helpers

extension Target {
    private static func sniff(_ bytes: [UInt8], in count: Int) -> CSVVerdict {
        var sniffer = CSVSniffer()
        var start = 0
        while start < bytes.count {
            let end = start + min(count, bytes.count - start)
            sniffer.update(bytes.span.extracting(start..<end))
            start = end
        }
        return sniffer.finalize()
    }

    /// The bytes of the frames of a stream, up to the first error. Bytes, because a number in them may not equal itself.
    private static func decode(_ bytes: [UInt8], in count: Int) -> [[UInt8]] {
        var decoder = FrameDecoder()
        var frames: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = start + min(count, bytes.count - start)
            decoder.append(bytes[start..<end])
            start = end
            do {
                while let frame = try decoder.next() { frames.append(frame.bytes) }
            } catch {
                return frames
            }
        }
        return frames
    }

    private static func frameSeeds(_ sample: Sample) -> [[UInt8]] {
        let format = sample.identification.format
        let content = Frame.Content.inline(Array(sample.bytes.prefix(64))[...])
        let parts = [Frame.Part(format, content), Frame.Part(.exif, .inside(offset: 1, byteCount: 2))]
        let request = Frame.request(.init(id: 1, options: .init(), parts: parts))
        let usage = Frame.Usage(cpuMicroseconds: 1, peakByteCount: 2)
        let stage = Frame.stage(.init(id: 1, name: "swift", extraction: extraction(of: sample), usage: usage))
        let report = WorkerReport(family: "image", layers: .all, readers: ["libjpeg"], libraries: ["libjpeg 6b"])
        return [request.bytes + stage.bytes, Frame.hello(report).bytes + request.bytes]
    }
}
