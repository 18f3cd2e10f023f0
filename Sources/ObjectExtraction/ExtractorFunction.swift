internal import AWSPipeline
internal import AWSTransport
package import MetadataCore
internal import Pipeline

/// A Lambda function that makes records of one family of files.
///
/// `READING_MODE` is `stream` (the default), `ranges`, or the count of bytes up to which an object is read whole.
package enum ExtractorFunction {
    /// How long before Lambda's own deadline a file has to be done, so that its failure is ours to report.
    static let margin = Duration.milliseconds(1_500)

    /// Serves invocations until the process is ended.
    ///
    /// - Parameters:
    ///   - family: What the function reads.
    ///   - extractors: Makes its readers.
    /// - Throws: When the function cannot begin, or Lambda cannot be reached.
    package static func run(_ family: ReaderFamily, extractors: @escaping @Sendable () -> [any Extractor]) async throws
    {
        try await LambdaRuntime(initializing: {
            let environment = ProcessEnvironment.current
            let client = try AWSClient(environment: environment, transport: AsyncHTTPTransport())
            let mode = environment["READING_MODE"].flatMap { ReadingMode($0) } ?? .stream
            return ExtractorHandler(
                extractor: ObjectExtractor(family, extractors: extractors(), mode: mode), client: S3Client(client))
        }).run()
    }
}

private struct ExtractorHandler: LambdaHandler {
    let extractor: ObjectExtractor
    let client: S3Client

    func handle(_ event: JSONValue, context: LambdaContext) async throws -> JSONValue {
        try await extractor.handle(
            event, client: client, deadline: context.deadline(leaving: ExtractorFunction.margin))
    }
}
