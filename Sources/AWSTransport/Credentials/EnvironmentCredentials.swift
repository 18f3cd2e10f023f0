/// Chooses the provider that the environment names.
enum EnvironmentCredentials {
    /// Keys in the environment come first, as Lambda sets them; then the container endpoint.
    static func provider(
        for environment: [String: String], transport: any HTTPTransport
    ) throws(AWSError) -> any CredentialsProvider {
        if let credentials = AWSCredentials(environment: environment) { return credentials }
        if let container = try ContainerCredentials(environment: environment, transport: transport) {
            return container
        }
        throw AWSError(
            .noCredentials,
            "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_CONTAINER_CREDENTIALS_FULL_URI")
    }
}
