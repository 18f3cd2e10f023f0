import Testing

@testable import MetadataCore

@Suite("Identification of damaged and hostile bytes")
struct FormatRobustnessTests {
    static let samples: [[UInt8]] = [
        FormatSamples.zip([("[Content_Types].xml", "a"), ("word/document.xml", "b")], comment: "c"),
        FormatSamples.zip([("mimetype", "application/epub+zip"), ("META-INF/container.xml", "")]),
        FormatSamples.compound(["WordDocument", "\u{5}SummaryInformation"]),
        FormatSamples.boxes("mif1", compatible: ["heic", "miaf"]),
        FormatSamples.tiff([(0x010F, 2, Array("NIKON\0".utf8)), (0x014A, 4, [0, 0, 0, 0])]),
        Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4, 0xFF, 0xFB, 0x90, 0, 0, 0],
        Array("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><!-- d --><svg xmlns='e'>f</svg>".utf8),
        Array("{\"a\": [1, true, {\"b\": \"c\\\"d\"}], \"e\": null}\n{\"f\": 1}\n".utf8),
        Array("a,\"b\nc\",d\n1,2,3\n4,5,6\n".utf8), Array("\u{FEFF}x,y\n".utf16.flatMap { FormatSamples.little($0) }),
        [0x1A, 0x45, 0xDF, 0xA3, 0x8B, 0x42, 0x82, 0x84] + Array("webm".utf8),
        [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 4, 0, 0, 0, 22, 0, 0, 0, 1, 2, 3, 4],
    ]

    @Test(arguments: samples)
    func everyLengthOfAHeadHasAnAnswer(bytes: [UInt8]) {
        for length in 0...bytes.count {
            let whole = MemorySource(bytes)
            let first = FormatIdentification.identify(whole, head: bytes.prefix(length))
            #expect(first == FormatIdentification.identify(whole, head: bytes.prefix(length)))
            _ = identify(Array(bytes.prefix(length)))
        }
    }

    @Test func aResourceForkWhoseDataEndPast32BitsIsNone() {
        let fork: [UInt8] = [0, 0, 1, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x3F, 0, 0, 0]
        #expect(identify(fork).format == .unknown)
    }

    @Test(arguments: samples)
    func everyByteMayBeAnother(bytes: [UInt8]) {
        for index in bytes.indices {
            for value in [0, 0xFF, bytes[index] ^ 0x80, bytes[index] &+ 1] as [UInt8] {
                var changed = bytes
                changed[index] = value
                #expect((0...1).contains(identify(changed).confidence))
            }
        }
    }

    @Test func everySignatureMayBeFollowedByAnything() {
        var generator = Generator(seed: 1)
        for entry in FormatTable.entries {
            for signature in entry.signatures {
                let start = FormatSamples.matching(signature).dropLast(16)
                for _ in 0..<8 {
                    let bytes =
                        start
                        + (0..<generator.next(below: 600)).map { _ in UInt8.random(in: 0...255, using: &generator) }
                    #expect(!identify(Array(bytes)).mediaType.isEmpty)
                }
            }
        }
    }

    @Test func randomBytesAreSeldomTakenForSomething() {
        var generator = Generator(seed: 2)
        var claimed = 0
        for _ in 0..<2_000 {
            let bytes = (0..<512).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if identify(bytes).format != .unknown { claimed += 1 }
        }
        #expect(claimed <= 10)
    }

    @Test func aSourceThatFailsIsAsOneThatEnds() {
        let bytes = FormatSamples.zip([("[Content_Types].xml", "a"), ("xl/workbook.xml", "b")])
        let found = FormatIdentification.identify(FailingSource(byteCount: 1 << 40), head: bytes.dropLast(22))
        #expect(found.format.rawValue == "xlsx")
    }

    @Test func looksElsewhereAreBounded() {
        let source = CountingSource(bytes: FormatSamples.zip((0..<3_000).map { ("name\($0)", "") }))
        _ = FormatIdentification.identify(source, head: source.bytes.prefix(1_024))
        #expect(source.log.total <= 3 * Sample.lookByteCount)
        #expect(source.log.count <= 8)
    }

    @Test func aSliceThatDoesNotBeginAtZeroIsReadTheSame() {
        let bytes: [UInt8] =
            [9, 9, 9] + [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        let found = FormatIdentification.identify(MemorySource(bytes[3...]), head: bytes[3...])
        #expect(found.format == .png && found.confidence == 1)
    }
}

/// A generator whose numbers are the same in every run.
private struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

private struct FailingSource: ByteSource {
    let byteCount: Int

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        throw ExtractionError(.unreadable, "input error")
    }
}

private struct CountingSource: ByteSource {
    final class Log: @unchecked Sendable {
        var total = 0
        var count = 0
    }

    let bytes: [UInt8]
    let log = Log()
    var byteCount: Int { bytes.count }

    func read(_ range: Range<Int>) -> ArraySlice<UInt8> {
        log.total += range.count
        log.count += 1
        return MemorySource(bytes).read(range)
    }
}
