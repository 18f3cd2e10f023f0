import MetadataCore
import Testing

@testable import NativeEXIF

@Suite("Hidden MakerNotes")
struct HiddenMakerNoteTests {
    private let tag: [UInt8] = [0x7C, 0x92]

    private func hidden(_ structure: [UInt8]) throws -> [UInt8] {
        try HiddenMakerNoteBlock(structure[...], limits: Limits()).bytes
    }

    @Test func `the copy has no MakerNote, and nothing else differs`() throws {
        let block = BlockBuilder.camera()
        let copy = try hidden(block)
        #expect(copy.starts(with: Array("Exif\0\0".utf8)))
        let changed = zip(block, copy.dropFirst(6)).filter { $0 != $1 }
        #expect(changed.map(\.0) == tag)
        #expect(changed.map(\.1) == [0xFF, 0xFF])
    }

    @Test(arguments: [UInt16(0x8769), 0x8825, 0xA005])
    func `a MakerNote is hidden in whatever directory it stands`(pointer: UInt16) throws {
        var builder = BlockBuilder()
        builder.append([BlockBuilder.pointer(pointer, 8 + 2 + 12 + 4)])
        builder.append([BlockBuilder.makerNote([1, 2, 3, 4])])
        #expect(!(try hidden(builder.bytes)).contains(tag))
    }

    @Test func `a MakerNote in the thumbnail's directory is hidden`() throws {
        var builder = BlockBuilder()
        builder.append([BlockBuilder.short(0x0112, 1)])
        let second = builder.append([BlockBuilder.makerNote([1, 2, 3, 4])])
        var bytes = builder.bytes
        bytes[22] = UInt8(second)
        #expect(!(try hidden(bytes)).contains(tag))
    }

    @Test func `a chain of very many directories is refused`() {
        var builder = BlockBuilder()
        for _ in 0..<100 {
            let next = builder.bytes.count + 2 + 12 + 4
            builder.append([BlockBuilder.pointer(0x8769, next)])
        }
        #expect(throws: ExtractionError.self) { try hidden(builder.bytes) }
    }

    @Test func `values that would take too much memory are refused`() {
        var builder = BlockBuilder()
        let values = (0..<200).map { BlockBuilder.Entry(tag: $0 + 256, type: 2, count: 2_000, value: [8, 0, 0, 0]) }
        builder.append(values)
        var limits = Limits()
        limits.embeddedByteCount = 100_000
        #expect(throws: ExtractionError.self) { try HiddenMakerNoteBlock(builder.bytes[...], limits: limits) }
    }
}
