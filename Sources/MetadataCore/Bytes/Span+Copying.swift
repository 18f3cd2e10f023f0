extension [UInt8] {
    /// Copies the bytes of a span, all at once.
    package init(copying span: Span<UInt8>) {
        self = unsafe span.withUnsafeBufferPointer { bytes in unsafe Array(bytes) }
    }
}

extension String {
    /// Decodes UTF-8; what is malformed becomes U+FFFD.
    package init(repairing span: Span<UInt8>) {
        self = unsafe span.withUnsafeBufferPointer { bytes in unsafe String(decoding: bytes, as: UTF8.self) }
    }
}
