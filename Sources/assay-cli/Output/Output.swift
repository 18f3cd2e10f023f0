import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where the command writes.
struct Output: Sendable {
    static let standard = Output(descriptor: .standardOutput)
    static let error = Output(descriptor: .standardError)

    private let descriptor: FileDescriptor

    private init(descriptor: FileDescriptor) {
        self.descriptor = descriptor
    }

    /// Whether a person looks at it.
    var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

    /// Writes all bytes, at once: what was written is not lost when the process is killed.
    func write(_ bytes: [UInt8]) throws(OutputError) {
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw OutputError(reason: "\(error)")
        }
    }

    func write(_ text: String) throws(OutputError) {
        try write(Array(text.utf8))
    }

    /// Writes where a failure could not be told to anyone.
    func writeIgnoringErrors(_ text: String) {
        try? write(text)
    }
}

/// The output took no more: a full disk, a closed pipe.
struct OutputError: Error, CustomStringConvertible {
    let reason: String

    var description: String { "cannot write the output: \(reason)" }

    /// Calls `body`; what it throws becomes an error of the output.
    static func wrapping<Value>(_ body: () throws -> Value) throws(OutputError) -> Value {
        do {
            return try body()
        } catch {
            throw OutputError(reason: "\(error)")
        }
    }
}
