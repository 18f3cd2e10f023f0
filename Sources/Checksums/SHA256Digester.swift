internal import Crypto

/// Computes the SHA-256 digest of bytes that arrive in pieces.
///
/// The result does not depend on how the bytes were cut. To digest several
/// small messages at once, ``digests(of:)`` is about twice as fast.
///
/// ```swift
/// var digester = SHA256Digester()
/// for block in blocks { digester.update(block.span) }
/// print(digester.finalize().hex)
/// ```
public struct SHA256Digester: Sendable {
    private var state = SHA256()

    /// A digester of no bytes yet.
    public init() {}

    /// Appends bytes to the message.
    ///
    /// - Parameter bytes: The next bytes; may be empty.
    /// - Complexity: O(n) in the count of `bytes`.
    public mutating func update(_ bytes: Span<UInt8>) {
        // The span's memory is read in place: no array is made.
        unsafe bytes.withUnsafeBytes { unsafe state.update(bufferPointer: $0) }
    }

    /// The digest of all bytes so far; more may be appended afterwards.
    public func finalize() -> SHA256Digest {
        let digest = state.finalize()
        return unsafe digest.withUnsafeBytes { unsafe SHA256Digest(computed: $0.bindMemory(to: UInt8.self).span) }
    }
}
