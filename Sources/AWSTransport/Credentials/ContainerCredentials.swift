internal import FoundationEssentials
internal import MetadataCore

/// Credentials that a server beside the process hands out: ECS, EKS and Lambda with SnapStart.
///
/// They are kept and asked for anew five minutes before they end.
public final class ContainerCredentials: CredentialsProvider {
    private static let host = Endpoint(host: "169.254.170.2", isSecure: false)
    private static let margin = 300

    private let request: HTTPRequest
    private let transport: any HTTPTransport
    private let current = Guarded<AWSCredentials?>(nil)

    /// Reads `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` or `_FULL_URI`, and `AWS_CONTAINER_AUTHORIZATION_TOKEN`; nil when
    /// neither address is set.
    ///
    /// - Parameters:
    ///   - environment: The variables of the process.
    ///   - transport: What asks the server.
    /// - Throws: ``AWSError`` with code `invalidConfiguration` when the address is neither local nor `https`.
    public init?(environment: [String: String], transport: any HTTPTransport) throws(AWSError) {
        guard var request = try Self.request(environment) else { return nil }
        request.headers["authorization"] = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
        self.request = request
        self.transport = transport
    }

    private static func request(_ environment: [String: String]) throws(AWSError) -> HTTPRequest? {
        if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"], !path.isEmpty {
            return HTTPRequest("GET", host, path: path)
        }
        guard let url = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"], !url.isEmpty else { return nil }
        let afterScheme = url.split(separator: "://", maxSplits: 1).last?.startIndex ?? url.startIndex
        let slash = url[afterScheme...].firstIndex(of: "/") ?? url.endIndex
        let endpoint = try Endpoint(parsing: String(url[..<slash]))
        let locals: Set<String> = ["localhost", "127.0.0.1", "[::1]", host.host, "169.254.170.23"]
        guard endpoint.isSecure || locals.contains(endpoint.host) else {
            throw AWSError(.invalidConfiguration, "credentials are not asked for at \(endpoint.url)")
        }
        return HTTPRequest("GET", endpoint, path: String(url[slash...]))
    }

    /// Those at hand, or new ones when they are about to end.
    ///
    /// - Parameter now: The time.
    /// - Returns: Credentials that have not ended.
    /// - Throws: ``AWSError`` with code `noCredentials` when the server gives none.
    public func credentials(at now: Timestamp) throws(AWSError) -> AWSCredentials {
        if let credentials = current.withLock({ $0 }), !credentials.ends(before: now, margin: Self.margin) {
            return credentials
        }
        let fresh = try fetch()
        current.withLock { $0 = fresh }
        return fresh
    }

    /// Forgets those at hand.
    public func invalidate() {
        current.withLock { $0 = nil }
    }

    private func fetch() throws(AWSError) -> AWSCredentials {
        let bounds = ExchangeBounds(timeout: .seconds(2), responseByteCount: 65_536)
        let response = try transport.sendAndWait(request, within: bounds).get()
        guard response.isSuccess, let answer = try? JSONDecoder().decode(Answer.self, from: Data(response.body)) else {
            throw AWSError(.noCredentials, "the container's server answered \(response.status)")
        }
        return AWSCredentials(
            accessKeyID: answer.AccessKeyId, secretAccessKey: answer.SecretAccessKey, sessionToken: answer.Token,
            expiration: answer.Expiration.flatMap(Timestamp.init(iso8601:)))
    }

    /// The members are named as the server names them.
    private struct Answer: Decodable {
        let AccessKeyId: String
        let SecretAccessKey: String
        let Token: String?
        let Expiration: String?
    }
}

extension AWSCredentials {
    fileprivate func ends(before now: Timestamp, margin: Int) -> Bool {
        guard let expiration else { return false }
        return expiration.secondsSinceEpoch - margin <= now.secondsSinceEpoch
    }
}
