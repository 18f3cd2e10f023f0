/// Answers the events of one function.
///
/// ```swift
/// struct PageCounter: LambdaHandler {
///     func handle(_ event: Request, context: LambdaContext) async throws -> Response { ... }
/// }
/// ```
public protocol LambdaHandler<Event, Output>: Sendable {
    /// What comes in, read from JSON.
    associatedtype Event: Decodable & SendableMetatype
    /// What goes out, written as JSON.
    associatedtype Output: Encodable

    /// Answers one event.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - context: What Lambda says of the invocation.
    /// - Returns: The answer.
    /// - Throws: What is reported to Lambda: by its own name if it is a ``LambdaTypedError``, else by its Swift type's.
    func handle(_ event: Event, context: LambdaContext) async throws -> Output
}

/// An error with a name that Step Functions can match in `ErrorEquals`.
public protocol LambdaTypedError: Error {
    /// `Category.Reason`, such as `Extract.Corrupt`.
    var errorType: String { get }
    /// For people.
    var errorMessage: String { get }
}

extension LambdaTypedError {
    /// The error's description.
    public var errorMessage: String { "\(self)" }
}
