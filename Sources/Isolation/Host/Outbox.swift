internal import CSandbox

/// Requests on their way to a worker: several go in one message, with their descriptors.
struct Outbox {
    /// Bytes, and the descriptors that go with the first of them.
    struct Message {
        var bytes: ArraySlice<UInt8>
        var descriptors: [Int32] = []
    }

    private var waiting: [Payload] = []
    /// What is left of a message of which a part was sent.
    private var begun: Message?

    /// More bytes than this are not copied together.
    private static let mostBytes = 1 << 16

    /// How many requests are in no message yet.
    var count: Int { waiting.count }

    mutating func append(_ payload: Payload) {
        waiting.append(payload)
    }

    /// The next message; the same one until a part of it is sent.
    mutating func next() -> Message? {
        if begun == nil { begun = gathered() }
        return begun
    }

    /// Notes that so many bytes of the message were sent.
    mutating func passed(_ byteCount: Int) {
        begun?.bytes.removeFirst(byteCount)
        begun?.descriptors = []
        if begun?.bytes.isEmpty == true { begun = nil }
    }

    private mutating func gathered() -> Message? {
        guard let first = waiting.first else { return nil }
        var message = Message(bytes: first.bytes[...], descriptors: first.descriptors)
        var count = 1
        for payload in waiting.dropFirst() {
            guard message.bytes.count + payload.bytes.count <= Self.mostBytes,
                message.descriptors.count + payload.descriptors.count <= Int(ASSAY_MOST_DESCRIPTORS)
            else { break }
            message.bytes += payload.bytes
            message.descriptors += payload.descriptors
            count += 1
        }
        waiting.removeFirst(count)
        return message
    }
}
