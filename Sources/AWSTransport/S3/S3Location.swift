/// An object, or one version of it.
public struct S3Location: Hashable, Sendable {
    /// The bucket's name.
    public var bucket: String
    /// The key, not encoded.
    public var key: String
    /// The version; nil is the newest.
    public var versionID: String?

    /// Makes a location.
    ///
    /// - Parameters:
    ///   - bucket: The bucket's name.
    ///   - key: The key, not encoded.
    ///   - versionID: The version; nil is the newest.
    public init(bucket: String, key: String, versionID: String? = nil) {
        self.bucket = bucket
        self.key = key
        self.versionID = versionID
    }
}
