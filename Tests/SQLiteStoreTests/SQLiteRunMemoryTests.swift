import Foundation
import MetadataCore
import SQLiteStore
import TestSupport
import Testing

@Suite struct SQLiteRunMemoryTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.path + "/run.sqlite" }

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func memory(_ context: String = "c", recalls: Bool = true) throws -> SQLiteRunMemory {
        try SQLiteRunMemory(path: path, context: context, recalls: recalls)
    }

    private func stamp(_ inode: Int, size: Int = 1) -> FileStamp {
        FileStamp(device: 1, inode: UInt64(inode), byteCount: size, modified: 5, changed: -6)
    }

    private func entry(_ path: String) -> RecordEntry {
        RecordEntry(pathBytes: Array(path.utf8), record: MetadataRecord(size: 1, status: .partial), modified: 5)
    }

    private func remember(_ path: String, _ inode: Int, in memory: SQLiteRunMemory, lasting: Bool = true) {
        let entry = entry(path)
        let line = RecordLine(status: .partial, format: .unknown, json: entry.canonicalJSON())
        memory.remember(entry, line, lasting ? stamp(inode) : nil)
    }

    @Test func whatWasRememberedIsRecalledWhileTheFileIsTheSame() throws {
        let first = try memory()
        for index in 0..<1_000 { remember("d/\(index)", index, in: first) }
        try first.finish()
        let second = try memory()
        for index in (0..<1_000).shuffled() {
            let path = Array("d/\(index)".utf8)
            #expect(second.recall(path, stamp(index))?.json == entry("d/\(index)").canonicalJSON())
            #expect(second.recall(path, stamp(index, size: 2)) == nil)
        }
        #expect(second.recall(Array("d".utf8), stamp(0)) == nil)
        #expect(second.recall(Array("e".utf8), stamp(0)) == nil)
    }

    @Test func nothingIsRecalledInAnotherContextOrUnasked() throws {
        let first = try memory()
        remember("a", 1, in: first)
        remember("b", 2, in: first, lasting: false)
        try first.finish()
        #expect(try memory("other").recall(Array("a".utf8), stamp(1)) == nil)
        #expect(try memory(recalls: false).recall(Array("a".utf8), stamp(1)) == nil)
        #expect(try memory().recall(Array("a".utf8), stamp(1)) != nil)
        #expect(try memory().recall(Array("b".utf8), stamp(2)) == nil)
    }

    @Test func aRunThatNeverEndedLosesNothing() async throws {
        let first = try memory()
        for index in 0..<300 { remember("\(index)", index, in: first) }
        // What a killed process leaves: no end of the run, and a frame that was cut.
        let journal = URL(filePath: path + "-run")
        let written = try Data(contentsOf: journal)
        #expect(!written.isEmpty)
        try (written + written.prefix(20)).write(to: journal)
        let second = try memory()
        for index in 0..<300 { #expect(second.recall(Array("\(index)".utf8), stamp(index)) != nil) }
        #expect(try Data(contentsOf: journal).isEmpty)
        #expect(try await SQLiteRecordStore(path: path).page(after: nil, limit: 1_000).count == 300)
    }

    @Test func aDamagedFrameEndsTheJournal() throws {
        let first = try memory()
        for index in 0..<3 { remember("\(index)", index, in: first) }
        let journal = URL(filePath: path + "-run")
        var bytes = try Data(contentsOf: journal)
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: journal)
        let second = try memory()
        #expect((0..<3).map { second.recall(Array("\($0)".utf8), stamp($0)) != nil } == [true, true, false])
    }
}
