/// What requests are signed with.
public struct AWSCredentials: Hashable, Sendable {
    /// The public part.
    public var accessKeyID: String
    /// The secret part.
    public var secretAccessKey: String
    /// The token of a session, for credentials that end.
    public var sessionToken: String?
    /// When they end; nil is never, or not known.
    public var expiration: Timestamp?

    /// Makes credentials.
    ///
    /// - Parameters:
    ///   - accessKeyID: The public part.
    ///   - secretAccessKey: The secret part.
    ///   - sessionToken: The token of a session.
    ///   - expiration: When they end.
    public init(
        accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Timestamp? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }

    /// Reads `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, as Lambda sets them.
    ///
    /// - Parameter environment: The variables of the process.
    public init?(environment: [String: String]) {
        guard let id = environment["AWS_ACCESS_KEY_ID"], let secret = environment["AWS_SECRET_ACCESS_KEY"],
            !id.isEmpty, !secret.isEmpty
        else { return nil }
        let token = environment["AWS_SESSION_TOKEN"]
        self.init(accessKeyID: id, secretAccessKey: secret, sessionToken: token == "" ? nil : token)
    }
}

extension AWSCredentials: CustomStringConvertible, CustomDebugStringConvertible {
    /// The public part alone, so that no log holds a secret.
    public var description: String { "AWSCredentials(\(accessKeyID))" }

    /// The public part alone.
    public var debugDescription: String { description }
}
