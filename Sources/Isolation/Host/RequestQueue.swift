/// Requests in order, with cheap ends.
struct RequestQueue {
    private var front: [UInt32] = []
    private var back: [UInt32] = []
    private var start = 0

    /// The number of requests.
    var count: Int { front.count + back.count - start }

    /// Whether there is none.
    var isEmpty: Bool { count == 0 }

    /// The first in line.
    var first: UInt32? { front.last ?? (start < back.count ? back[start] : nil) }

    mutating func append(_ id: UInt32) {
        back.append(id)
    }

    mutating func prepend(_ id: UInt32) {
        front.append(id)
    }

    /// Whether a request waits here.
    func contains(_ id: UInt32) -> Bool {
        front.contains(id) || back[start...].contains(id)
    }

    /// Takes a request out; fast when it is the first.
    ///
    /// - Parameter id: The request.
    /// - Returns: Whether it was there.
    mutating func remove(_ id: UInt32) -> Bool {
        if front.last == id {
            front.removeLast()
            return true
        }
        if front.isEmpty, start < back.count, back[start] == id {
            start += 1
            compact()
            return true
        }
        let before = count
        front.removeAll { $0 == id }
        back.removeSubrange(0..<start)
        start = 0
        back.removeAll { $0 == id }
        return count < before
    }

    private mutating func compact() {
        if start == back.count {
            back.removeAll(keepingCapacity: true)
            start = 0
        } else if start > 1_024 {
            back.removeSubrange(0..<start)
            start = 0
        }
    }
}
