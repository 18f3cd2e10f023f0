import MetadataCore
import Testing

@Suite struct ByteReaderTests {
    @Test func integersAreReadInBothOrders() throws {
        let bytes: [UInt8] = [0x01, 0x02, 0x03, 0x04, 0xFF, 0xFE]
        var reader = ByteReader(bytes.span)
        let big = try reader.read(UInt16.self)
        let little = try reader.read(UInt16.self, .little)
        let signed = try reader.read(Int16.self)
        #expect(big == 0x0102)
        #expect(little == 0x0403)
        #expect(signed == -2)
        let isAtEnd = reader.isAtEnd
        #expect(isAtEnd)
    }

    @Test(arguments: 0..<8) func aShortReadTellsTheOffsetInTheFile(count: Int) {
        let bytes = [UInt8](repeating: 7, count: count)
        var reader = ByteReader(bytes.span, at: 1_000)
        var failure: ExtractionError?
        do { _ = try reader.read(UInt64.self) } catch { failure = error }
        #expect(failure == .truncated(at: 1_000, needed: 8 - count))
        let position = reader.position
        #expect(position == 0)
    }

    @Test(arguments: [-1, 4, Int.max, Int.min]) func skippingOutsideThrows(count: Int) {
        let bytes: [UInt8] = [1, 2, 3]
        var reader = ByteReader(bytes.span)
        var hasThrown = false
        do { try reader.skip(count) } catch { hasThrown = true }
        #expect(hasThrown)
        let remaining = reader.remaining
        #expect(remaining == 3)
    }

    @Test func aSpanHidesWhatLiesBehindIt() throws {
        let bytes: [UInt8] = [1, 2, 3, 4]
        var reader = ByteReader(bytes.span)
        let span = try reader.readSpan(2)
        let (count, last) = (span.count, span[1])
        #expect(count == 2 && last == 2)
        let peeked = [reader.peek(), reader.peek(2), reader.peek(Int.max)]
        #expect(peeked == [3, nil, nil])
        let starts = (reader.starts(with: [3, 4]), reader.starts(with: [3, 4, 5]))
        #expect(starts == (true, false))
    }
}

@Suite struct SourceReaderTests {
    private let source = MemorySource((0..<1_000).map { UInt8(truncatingIfNeeded: $0) })

    @Test(arguments: [64, 100, 4_096]) func readsAgreeAtEveryWindow(windowByteCount: Int) throws {
        var reader = SourceReader(source, windowByteCount: windowByteCount)
        for offset in [0, 990, 63, 64, 500, 1] {
            try reader.seek(to: offset)
            #expect(try reader.read(UInt8.self) == UInt8(truncatingIfNeeded: offset))
            #expect(try Array(reader.bytes(9)) == (1...9).map { UInt8(truncatingIfNeeded: offset + $0) })
        }
    }

    @Test func nothingIsReadPastTheEnd() throws {
        var reader = SourceReader(source)
        try reader.seek(to: 999)
        #expect(throws: ExtractionError.truncated(at: 1_000, needed: 1)) { try reader.bytes(2) }
        #expect(throws: ExtractionError.self) { try reader.skip(-1) }
        #expect(throws: ExtractionError.self) { try reader.seek(to: 1_001) }
        #expect(reader.remaining == 1)
    }
}

@Suite struct MemorySourceTests {
    @Test func rangesAreCutAtTheEnd() throws {
        let source = MemorySource([0, 1, 2, 3, 4][1...])
        #expect(source.byteCount == 4)
        #expect(Array(source.read(2..<100)) == [3, 4])
        #expect(source.read(50..<60).isEmpty)
        #expect(try Array(source.tail(2)) == [3, 4])
        var buffer = [UInt8](repeating: 9, count: 3)
        #expect(try source.fill(&buffer, from: 3) == 1)
        #expect(buffer == [4, 9, 9])
    }
}
