package import AWSTransport
package import Pipeline

/// A state machine of Step Functions as the pipeline's workflow.
package struct StepFunctionsStarter: WorkflowStarter {
    private let client: StepFunctionsClient
    private let stateMachine: String

    package init(_ client: StepFunctionsClient, stateMachine: String) {
        self.client = client
        self.stateMachine = stateMachine
    }

    package func start(name: String, input: JSONValue) async throws {
        do {
            _ = try await client.startExecution(of: stateMachine, name: name, input: input.bytes())
        } catch  where error.code == .executionAlreadyExists {
            return
        } catch {
            throw PipelineError(error)
        }
    }
}
