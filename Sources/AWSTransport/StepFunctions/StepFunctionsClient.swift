/// Starts executions of state machines.
public struct StepFunctionsClient: Sendable {
    /// A started execution.
    public struct Execution: Hashable, Sendable, Decodable {
        /// Its name for the service.
        public var arn: String

        private enum CodingKeys: String, CodingKey {
            case arn = "executionArn"
        }
    }

    private let client: AWSClient

    /// Makes a client.
    ///
    /// - Parameter client: What signs and sends.
    public init(_ client: AWSClient) {
        self.client = client
    }

    /// Starts an execution.
    ///
    /// Names of Standard machines are taken for 90 days: starting one again with the same input while it runs answers
    /// the first, and throws otherwise. Express machines do not compare names.
    ///
    /// - Parameters:
    ///   - stateMachineARN: The machine, or one version or alias of it.
    ///   - name: 1 to 80 characters without white space, brackets, wildcards and `"#%\^|~`$&,;:/`.
    ///   - input: One JSON value, UTF-8.
    /// - Returns: The execution.
    /// - Throws: ``AWSError``, with code `executionAlreadyExists` when the name is taken.
    public func startExecution(
        of stateMachineARN: String, name: String, input: some Sequence<UInt8>
    ) async throws(AWSError) -> Execution {
        let input = StartInput(
            stateMachineArn: stateMachineARN, name: name, input: String(decoding: Array(input), as: UTF8.self))
        return try await client.call("StartExecution", of: .stepFunctions, input, answer: Execution.self)
    }

    private struct StartInput: Encodable {
        var stateMachineArn: String
        var name: String
        var input: String
    }
}
