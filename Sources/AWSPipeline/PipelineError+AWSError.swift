package import AWSTransport
package import Pipeline

extension PipelineError {
    /// What a failed call means for the pipeline.
    package init(_ error: AWSError) {
        self.init(error.isRetryable ? .unavailable : .refused, "\(error)")
    }
}

extension AWSError {
    /// Whether there is no such object or version. S3 answers a HEAD without a body, so the status has to do.
    package var meansMissing: Bool {
        status == 404 || [.noSuchKey, .noSuchVersion, .methodNotAllowed].contains(code)
    }
}

extension ExtractFailure: LambdaTypedError {
    package var errorType: String { type }
    package var errorMessage: String { message }
}

extension PipelineError: LambdaTypedError {
    /// What may work when it is done again is `Extract.Transient` to the workflow.
    package var errorType: String {
        code == .unavailable
            ? "Extract.Transient" : "Pipeline.\(code.rawValue.prefix(1).uppercased())\(code.rawValue.dropFirst())"
    }
    package var errorMessage: String { message }
}
