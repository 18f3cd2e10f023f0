import CSandbox
import Testing

@testable import Isolation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite struct TallyTests {
    @Test func `both ends see the same number`() throws {
        let descriptor = assay_tally_create()
        try #require(descriptor > ASSAY_TALLY)
        let other = dup(descriptor)
        let worker = try #require(Tally(closing: descriptor))
        let host = try #require(Tally(closing: other))
        for _ in 0..<3 { worker.add() }
        #expect(host.value == 3)
    }

    @Test func `nobody can cut it off below the other`() throws {
        let descriptor = assay_tally_create()
        try #require(descriptor >= 0)
        #expect(ftruncate(descriptor, 0) == -1)
        close(descriptor)
    }

    @Test func `a descriptor that is none makes no tally`() {
        #expect(Tally(closing: -1) == nil)
    }
}

@Suite struct ReplySenderTests {
    @Test func `what is held goes first, and together`() throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        try #require(unsafe assay_socket_pair(&ours, &theirs) == 0)
        defer {
            close(ours)
            close(theirs)
        }
        let sender = ReplySender(socket: theirs)
        sender.hold([1, 2])
        sender.hold([3])
        #expect(received(from: ours) == [])
        sender.send([4])
        #expect(received(from: ours) == [1, 2, 3, 4])
        sender.hold([UInt8](repeating: 5, count: ReplySender.mostHeldBytes + 1))
        #expect(received(from: ours).count == ReplySender.mostHeldBytes + 1, "much does not wait")
        sender.hold([6])
        sender.flush()
        sender.flush()
        #expect(received(from: ours) == [6])
    }

    private func received(from socket: Int32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4 * ReplySender.mostHeldBytes)
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe assay_receive(socket, buffer.baseAddress, buffer.count, nil, nil, 0)
        }
        return Array(bytes.prefix(max(0, count)))
    }
}
