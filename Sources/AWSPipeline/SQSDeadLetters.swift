package import AWSTransport
package import Pipeline

/// A queue of SQS as the pipeline's dead letters.
package struct SQSDeadLetters: DeadLetters {
    private let client: SQSClient
    private let queue: String

    package init(_ client: SQSClient, queue: String) {
        self.client = client
        self.queue = queue
    }

    package func send(_ letter: JSONValue) async throws {
        do {
            try await client.send(String(decoding: letter.bytes(), as: UTF8.self), to: queue)
        } catch {
            throw PipelineError(error)
        }
    }
}
