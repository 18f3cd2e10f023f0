import MetadataCore
import Testing

@testable import Isolation

@Suite struct OutboxTests {
    private func payload(_ id: UInt32, byteCount: Int) throws -> Payload {
        let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: id), count: byteCount)
        return try Payload(id: id, sources: [TypedSource(MemorySource(bytes), .exif)], options: ExtractionOptions())
    }

    /// What arrives when so many bytes of each message are taken at a time.
    private func sent(_ payloads: [Payload], atMost limit: Int) -> (bytes: [UInt8], messageCount: Int) {
        var outbox = Outbox()
        for payload in payloads { outbox.append(payload) }
        var (bytes, count): ([UInt8], Int) = ([], 0)
        while let message = outbox.next {
            bytes += message.bytes.prefix(limit)
            outbox.passed(min(limit, message.bytes.count))
            count += 1
        }
        return (bytes, count)
    }

    @Test(arguments: [1, 7, 1_000, Int.max])
    func `requests arrive whole and in order, however much is sent at once`(limit: Int) throws {
        let payloads = try [(1, 10), (2, 3_000), (3, 0), (4, 30_000), (5, 30_000), (6, 1)].map {
            try payload($0.0, byteCount: $0.1)
        }
        #expect(sent(payloads, atMost: limit).bytes == payloads.flatMap(\.frame))
    }

    @Test func `small requests go together, large ones apart`() throws {
        let small = try (1...20).map { try payload($0, byteCount: 100) }
        #expect(sent(small, atMost: .max).messageCount == 1)
        let large = try (1...4).map { try payload($0, byteCount: 32_000) }
        #expect(sent(large, atMost: .max).messageCount == 2)
    }

    @Test func `descriptors go with the first byte only`() throws {
        let source = MemorySource([UInt8](repeating: 0, count: Frame.mostInlineBytes + 1))
        let payload = try Payload(id: 1, sources: [TypedSource(source, .exif)], options: ExtractionOptions())
        var outbox = Outbox()
        outbox.append(payload)
        #expect(outbox.next?.descriptors.count == 1)
        outbox.passed(1)
        #expect(outbox.next?.descriptors == [])
        outbox.append(payload)
        #expect(outbox.count == 1, "one is on its way")
        #expect(outbox.next?.descriptors == [], "what comes later does not go with the rest of what was begun")
        outbox.passed(payload.frame.count - 1)
        #expect(outbox.next?.descriptors.count == 1)
        outbox.passed(payload.frame.count)
        #expect(outbox.next == nil)
    }
}

@Suite struct PayloadTests {
    private func contents(_ sources: [TypedSource]) throws -> [Frame.Content] {
        try Payload(id: 1, sources: sources, options: ExtractionOptions()).request.parts.map(\.content)
    }

    @Test func `a block that stands in the file is not sent once more`() throws {
        let file = TypedSource(MemorySource([1, 2, 3, 4]), .jpeg, offset: 0)
        let block = TypedSource(MemorySource([2, 3]), .exif, offset: 1)
        #expect(try contents([file, block]) == [.inline([1, 2, 3, 4]), .inside(offset: 1, byteCount: 2)])
    }

    @Test(arguments: [nil, 0, 2, 3, -1, Int.max, Int.min])
    func `a block that does not stand where it says is sent`(offset: Int?) throws {
        let file = TypedSource(MemorySource([1, 2, 3, 4]), .jpeg, offset: 0)
        let block = TypedSource(MemorySource([2, 3]), .exif, offset: offset)
        #expect(try contents([file, block]) == [.inline([1, 2, 3, 4]), .inline([2, 3])])
    }

    @Test func `blocks without their file are sent`() throws {
        let outer = TypedSource(MemorySource([9, 2, 3, 4]), .exif, offset: 5)
        let inner = TypedSource(MemorySource([2, 3]), .exif, offset: 1)
        #expect(try contents([outer, inner]) == [.inline([9, 2, 3, 4]), .inline([2, 3])])
    }
}

extension Payload {
    fileprivate var frame: [UInt8] { Frame.request(request).bytes }
}
