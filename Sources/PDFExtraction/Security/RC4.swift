/// The stream cipher of the first encryption of PDF (ISO 32000-2, 7.6.3.2). It protects nothing; it is read only.
struct RC4 {
    private var state = Array(UInt8(0)...UInt8(255))
    private var first: UInt8 = 0
    private var second: UInt8 = 0

    /// - Parameter key: At least one byte.
    init(key: [UInt8]) {
        guard !key.isEmpty else { return }
        var other: UInt8 = 0
        for index in state.indices {
            other = other &+ state[index] &+ key[index % key.count]
            state.swapAt(index, Int(other))
        }
    }

    /// Encrypts or decrypts, which is the same.
    mutating func apply(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { byte in
            first &+= 1
            second &+= state[Int(first)]
            state.swapAt(Int(first), Int(second))
            return byte ^ state[Int(state[Int(first)] &+ state[Int(second)])]
        }
    }
}
