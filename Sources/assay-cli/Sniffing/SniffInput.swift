import SystemPackage

/// The bytes of a file or of standard input, in their order.
struct SniffInput {
    /// A file, or "-" for standard input.
    let path: String

    private static let blockSize = 1 << 18

    /// Hands all bytes on, block by block.
    func read(_ body: (Span<UInt8>) -> Void) throws {
        guard path != "-" else { return try read(from: .standardInput, body) }
        let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
        try descriptor.closeAfter { try read(from: descriptor, body) }
    }

    private func read(from descriptor: FileDescriptor, _ body: (Span<UInt8>) -> Void) throws {
        var buffer = [UInt8](repeating: 0, count: Self.blockSize)
        while true {
            let count = unsafe try buffer.withUnsafeMutableBytes { bytes in
                unsafe try descriptor.read(into: bytes)
            }
            guard count > 0 else { return }
            body(buffer.span.extracting(0..<count))
        }
    }
}
