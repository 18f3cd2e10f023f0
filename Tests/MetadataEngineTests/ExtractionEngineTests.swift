import Foundation
import MetadataCore
import MetadataEngine
import SystemPackage
import TestSupport
import Testing

/// An extractor that finds the width 7 in every PNG, and one block of EXIF at offset 100.
private struct Stub: Extractor {
    let name = "stub"
    let formats: Set<FileFormat> = [FileFormat(rawValue: "png")]

    func extract(from source: any ByteSource, as format: FileFormat, options: ExtractionOptions) async -> Extraction {
        var extraction = Extraction()
        extraction.find(.imageStoredWidth, .integer(7), source: "stub", offset: 16)
        extraction.embedded = [EmbeddedBlock(.exif, bytes: [1, 2, 3], offset: 100)]
        return extraction
    }
}

/// An extractor of EXIF blocks that finds positions.
private struct InnerStub: Extractor {
    let name = "inner"
    let formats: Set<FileFormat> = [.exif]

    func extract(from source: any ByteSource, as format: FileFormat, options: ExtractionOptions) async -> Extraction {
        var extraction = Extraction()
        extraction.find(.imageLatitude, .number(12.345678), source: "exif-gps", offset: 2)
        extraction.find(.imageLongitude, .number(-1.5), source: "exif-gps", offset: 2)
        extraction.find(.imageAltitude, .number(100), source: "exif-gps", offset: 2)
        extraction.report(.corrupt, offset: 1, "inner damage")
        return extraction
    }
}

/// A native reader of all that the stubs read, which counts how often it is asked.
private struct Bundling: BundlingExtractor {
    let name = "bundling"
    let formats: Set<FileFormat> = [FileFormat(rawValue: "png"), .exif]
    let isNative = true
    let calls = Calls()

    /// How many sources each call was about.
    final class Calls: Sendable {
        let counts = Guarded<[Int]>([])
    }

    func extract(from source: any ByteSource, as format: FileFormat, options: ExtractionOptions) async -> Extraction {
        await extract(from: [TypedSource(source, format)], options: options)[0]
    }

    func extract(from sources: [TypedSource], options: ExtractionOptions) async -> [Extraction] {
        calls.counts.withLock { $0.append(sources.count) }
        return sources.map { typed in
            var extraction = Extraction()
            extraction.find(
                typed.format == .exif ? .imageSoftware : .imageStoredHeight,
                typed.format == .exif ? .string("soft") : .integer(9), source: "bundling", offset: 1)
            return extraction
        }
    }
}

private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]

@Suite struct ExtractionEngineTests {
    private func engine(_ change: (inout ExtractionOptions) -> Void = { _ in }) -> ExtractionEngine {
        var options = ExtractionOptions()
        change(&options)
        return ExtractionEngine(extractors: [Stub(), InnerStub()], options: options)
    }

    @Test func bytesGiveARecord() async throws {
        let record = try await engine().record(of: png)
        #expect(record.format.rawValue == "png")
        #expect(record.size == 16)
        #expect(record.image?.stored?.width == 7)
        #expect(record.checksums?.sha256.count == 64)
    }

    @Test func embeddedBlocksAreReadAndTheirOffsetsAreTheFiles() async throws {
        let record = try await engine { $0.includesProvenance = true }.record(of: png)
        #expect(record.provenance["image.location.latitude"] == ["exif-gps@102"])
        #expect(record.issues.first?.offset == 101)
        #expect(record.status == .partial)
    }

    @Test func aFileAndItsBlocksAreAskedAtOnce() async throws {
        let native = Bundling()
        var options = ExtractionOptions()
        options.includesProvenance = true
        let engine = ExtractionEngine(extractors: [Stub(), native, InnerStub()], options: options)
        let record = try await engine.record(of: png)
        #expect(native.calls.counts.withLock { $0 } == [2])
        #expect(record.image?.stored?.height == 9)
        #expect(record.provenance["image.software"] == ["bundling@101"])
        #expect(record.provenance["image.stored.height"] == ["bundling@1"])
    }

    @Test func positionsFollowThePolicy() async throws {
        let rounded = try await engine { $0.location = .round(decimals: 1) }.record(of: png).image?.location
        #expect(rounded?.latitude == 12.3)
        #expect(rounded?.altitude == nil)
        #expect(try await engine { $0.location = .drop }.record(of: png).image?.location == nil)
        #expect(try await engine().record(of: png).image?.location?.latitude == 12.345678)
    }

    @Test func withoutChecksumsNoneAreThere() async throws {
        #expect(try await engine { $0.computesChecksums = false }.record(of: png).checksums == nil)
    }

    @Test func rangesOnlyMeansNoChecksumsAndACount() async throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write(png + [UInt8](repeating: 0, count: 500_000), to: "a.png")
        let entry = try await engine { $0.readsRangesOnly = true }.record(of: FilePath(directory.path + "/a.png"))
        #expect(entry.record.image?.stored?.width == 7)
        #expect(entry.record.checksums == nil)
        #expect(entry.reads == ReadCounts(bytes: 65_536, requests: 1))
        let json = String(decoding: entry.canonicalJSON(), as: UTF8.self)
        #expect(json.contains(#""reads":{"bytes":65536,"requests":1}"#))
        #expect(try await engine().record(of: FilePath(directory.path + "/a.png")).reads == nil)
    }

    @Test func aHintThatIsWrongIsAnIssue() async throws {
        let record = try await engine().record(of: png, hint: FormatHint(fileName: "a.jpg"))
        #expect(record.issues.map(\.code).contains(.typeMismatch))
    }

    @Test func noBytesAreAnInputToo() async throws {
        let record = try await engine().record(of: [UInt8]())
        #expect(record.status == .unrecognized)
        #expect(record.issues.map(\.code) == [.empty])
        #expect(record.checksums?.sha256.hasPrefix("e3b0c44298fc1c14") == true)
    }

    @Test func theDigestsOfALargeFileAreThoseOfItsBytes() async throws {
        let directory = try TemporaryDirectory()
        let bytes = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* $0 &>> 3) }
        let path = try directory.write(bytes, to: "large.bin")
        let fromFile = try await engine().record(of: FilePath(path.path)).record
        #expect(try await engine().record(of: bytes).checksums == fromFile.checksums)
        #expect(fromFile.size == bytes.count)
    }
}

@Suite struct ChangingFileTests {
    /// A source that fails, to stand for a disk that does.
    private struct Broken: ByteSource {
        let byteCount = 600_000
        func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
            guard range.lowerBound < 300_000 else {
                throw ExtractionError(.unreadable, "input error", at: range.lowerBound)
            }
            return [UInt8](repeating: 0x20, count: range.count)[...]
        }
    }

    @Test func aReadErrorIsAnIssueOfTheRecord() async throws {
        let record = try await ExtractionEngine(extractors: []).record(of: Broken())
        #expect(record.status == .failed)
        #expect(record.checksums == nil)
        #expect(record.issues.map(\.code) == [.unreadable])
        #expect(record.size == 600_000)
    }

    /// Appends to the file each time that it is read.
    private struct Appending: Extractor {
        let name = "appending"
        let formats: Set<FileFormat> = [FileFormat(rawValue: "png")]
        let path: String
        let times: Int
        let counter: Counter

        func extract(from source: any ByteSource, as: FileFormat, options: ExtractionOptions) async -> Extraction {
            if await counter.next() <= times, let file = FileHandle(forWritingAtPath: path) {
                _ = try? file.seekToEnd()
                try? file.write(contentsOf: Data([0]))
                try? file.close()
            }
            return Extraction()
        }
    }

    private actor Counter {
        private var value = 0
        func next() -> Int {
            value += 1
            return value
        }
    }

    @Test(arguments: [1, 2]) func aFileThatChangesIsReadOnceMore(times: Int) async throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write(png, to: "growing.png")
        let engine = ExtractionEngine(extractors: [Appending(path: path.path, times: times, counter: Counter())])
        let record = try await engine.record(of: FilePath(path.path)).record
        #expect(record.issues.map(\.code) == (times == 1 ? [] : [.changedWhileRead]))
        #expect(record.size == 17)
    }
}
