/// Where the services are and how patient we are with them.
public struct AWSConfiguration: Sendable {
    /// The region, such as `eu-west-1`.
    public var region: String
    /// One server for all services, as an emulator is; nil is AWS itself.
    public var endpoint: Endpoint?
    /// Servers of single services, by their endpoint prefix: `s3`, `dynamodb`, `states`, `sqs`.
    public var serviceEndpoints: [String: Endpoint]
    /// When and how often to try again.
    public var retry: RetryPolicy
    /// The time that one try may take, from its beginning to the last byte of the response.
    public var attemptTimeout: Duration

    /// Makes a configuration.
    ///
    /// - Parameters:
    ///   - region: The region.
    ///   - endpoint: One server for all services.
    ///   - retry: When and how often to try again.
    ///   - attemptTimeout: The time that one try may take.
    public init(
        region: String, endpoint: Endpoint? = nil, retry: RetryPolicy = RetryPolicy(),
        attemptTimeout: Duration = .seconds(10)
    ) {
        self.region = region
        self.endpoint = endpoint
        serviceEndpoints = [:]
        self.retry = retry
        self.attemptTimeout = attemptTimeout
    }

    /// Reads `AWS_REGION` (or `AWS_DEFAULT_REGION`), `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_S3`, `_DYNAMODB`, `_SFN`,
    /// `_SQS`.
    ///
    /// - Parameter environment: The variables of the process.
    /// - Throws: ``AWSError`` with code `invalidConfiguration` when there is no region or a URL cannot be read.
    public init(environment: [String: String]) throws(AWSError) {
        guard let region = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"], !region.isEmpty else {
            throw AWSError(.invalidConfiguration, "AWS_REGION is not set")
        }
        self.init(region: region)
        endpoint = try Self.endpoint("AWS_ENDPOINT_URL", environment)
        let variables = ["s3": "S3", "dynamodb": "DYNAMODB", "states": "SFN", "sqs": "SQS"]
        for (service, suffix) in variables {
            serviceEndpoints[service] = try Self.endpoint("AWS_ENDPOINT_URL_" + suffix, environment)
        }
    }

    private static func endpoint(_ name: String, _ environment: [String: String]) throws(AWSError) -> Endpoint? {
        guard let text = environment[name], !text.isEmpty else { return nil }
        return try Endpoint(parsing: text)
    }

    /// The server of a service that was set, if any.
    func override(for service: String) -> Endpoint? { serviceEndpoints[service] ?? endpoint }

    /// The server of a service.
    ///
    /// - Parameter service: The endpoint prefix, such as `dynamodb`.
    /// - Returns: The one that was set, else that of AWS in the region.
    func endpoint(of service: String) -> Endpoint {
        override(for: service) ?? Endpoint(host: "\(service).\(region).\(domain)")
    }

    private var domain: String { region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com" }
}
