/// Where credentials come from.
public protocol CredentialsProvider: Sendable {
    /// The credentials to sign with now. It may wait shortly for a local server that hands them out.
    ///
    /// - Parameter now: The time, to tell whether those at hand are about to end.
    /// - Returns: Credentials that have not ended.
    /// - Throws: ``AWSError`` with code `noCredentials` when none can be had.
    func credentials(at now: Timestamp) throws(AWSError) -> AWSCredentials

    /// Forgets what is at hand: a service said that it has ended.
    func invalidate()
}

extension CredentialsProvider {
    /// Nothing to forget.
    public func invalidate() {}
}

/// Always the same credentials.
extension AWSCredentials: CredentialsProvider {
    /// Themselves.
    ///
    /// - Parameter now: Not looked at.
    /// - Returns: Themselves.
    public func credentials(at now: Timestamp) -> AWSCredentials { self }
}
