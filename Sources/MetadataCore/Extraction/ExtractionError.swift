/// Why a parser or a source could not go on.
///
/// One struct for all of them: `code` is stable and can be matched, `offset` tells where in the file, `message` is for
/// people. A part that was bad while the rest is fine is no error but an ``Issue``.
public struct ExtractionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, in the vocabulary of ``Issue/Code``.
    public var code: Issue.Code
    /// Where in the file, in bytes from its start; nil when no place can be named.
    public var offset: Int?
    /// What was expected and what was found.
    public var message: String

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: The stable code.
    ///   - message: What was expected and what was found.
    ///   - offset: Where in the file, in bytes from its start.
    public init(_ code: Issue.Code, _ message: String, at offset: Int? = nil) {
        self.code = code
        self.offset = offset
        self.message = message
    }

    /// The code, the place and the message.
    public var description: String {
        "\(code.rawValue)\(offset.map { " at byte \($0)" } ?? ""): \(message)"
    }
}

extension ExtractionError {
    /// The file ends before a structure does.
    ///
    /// - Parameters:
    ///   - offset: Where the missing bytes should stand.
    ///   - needed: How many bytes are missing.
    /// - Returns: An error with code `truncated`.
    public static func truncated(at offset: Int, needed: Int) -> Self {
        Self(.truncated, "\(needed) more bytes needed", at: offset)
    }

    /// A structure contradicts its specification.
    ///
    /// - Parameters:
    ///   - message: What was expected and what was found.
    ///   - offset: Where in the file.
    /// - Returns: An error with code `corrupt`.
    public static func corrupt(_ message: String, at offset: Int?) -> Self {
        Self(.corrupt, message, at: offset)
    }

    /// A bound that we set was reached.
    ///
    /// - Parameters:
    ///   - message: Which bound, and what the file asked for.
    ///   - offset: Where in the file.
    /// - Returns: An error with code `limitExceeded`.
    public static func limitExceeded(_ message: String, at offset: Int?) -> Self {
        Self(.limitExceeded, message, at: offset)
    }
}
