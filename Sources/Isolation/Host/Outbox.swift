internal import CSandbox

/// Requests on their way to a worker: several go in one message, with their descriptors.
struct Outbox {
    /// Bytes, and the descriptors that go with the first of them.
    struct Message {
        private var writer = WireWriter()
        private var sentByteCount = 0
        private(set) var descriptors: [Int32] = []
        fileprivate private(set) var requestCount = 0

        /// More bytes than this do not go in one message, unless one request has them.
        private static let mostBytes = 1 << 16

        /// What is to be sent.
        var bytes: ArraySlice<UInt8> { writer.bytes[sentByteCount...] }

        fileprivate var isBegun: Bool { sentByteCount > 0 }

        fileprivate func hasRoom(for payload: Payload) -> Bool {
            writer.bytes.count + payload.request.expectedByteCount <= Self.mostBytes
                && descriptors.count + payload.descriptors.count <= Int(ASSAY_MOST_DESCRIPTORS)
        }

        fileprivate mutating func append(_ payload: Payload) {
            writer.reserve(payload.request.expectedByteCount)
            Frame.request(payload.request).write(to: &writer)
            descriptors += payload.descriptors
            requestCount += 1
        }

        fileprivate mutating func pass(_ byteCount: Int) {
            sentByteCount += byteCount
            descriptors = []
        }
    }

    private var messages: [Message] = []

    /// How many requests there are of which no byte was sent.
    var count: Int {
        messages.reduce(0) { $0 + ($1.isBegun ? 0 : $1.requestCount) }
    }

    /// Writes a request at the end of the last message, or at the start of one more.
    mutating func append(_ payload: Payload) {
        if messages.last.map({ $0.isBegun || !$0.hasRoom(for: payload) }) ?? true { messages.append(Message()) }
        messages[messages.count - 1].append(payload)
    }

    /// The next message; what is left of the same one until all of it was sent.
    var next: Message? { messages.first }

    /// Notes that so many bytes of the message were sent.
    mutating func passed(_ byteCount: Int) {
        messages[0].pass(byteCount)
        if messages[0].bytes.isEmpty { messages.removeFirst() }
    }
}
