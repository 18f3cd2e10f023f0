internal import AWSPipeline
package import AWSTransport
package import Pipeline

extension ExtractFailure {
    /// What a failed call to S3 means for the file.
    package init(_ error: AWSError) {
        if error.meansMissing || [.preconditionFailed, .invalidRange].contains(error.code) {
            self.init(.superseded, "the version is gone: \(error)")
        } else if error.code == .timeout {
            self.init(.timeout, "S3 did not answer in time: \(error)")
        } else {
            self.init(.transient, "\(error)")
        }
    }
}
