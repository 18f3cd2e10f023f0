/// Where an object is asked for: the bucket in the host's name, or in the path where the name does not allow that.
struct S3Address: Hashable {
    let endpoint: Endpoint
    /// Encoded once and never normalised, as S3 wants it.
    let path: String

    init(_ location: S3Location, _ configuration: AWSConfiguration) {
        let key = PercentEncoding.encode(location.key, keepsSlashes: true)
        let override = configuration.override(for: "s3")
        var endpoint = override ?? configuration.endpoint(of: "s3")
        if override == nil, Self.isHostLabel(location.bucket) {
            endpoint.host = location.bucket + "." + endpoint.host
            path = "/" + key
        } else {
            path = "/" + PercentEncoding.encode(location.bucket) + "/" + key
        }
        self.endpoint = endpoint
    }

    /// A dot would make a name that the certificate does not cover.
    private static func isHostLabel(_ bucket: String) -> Bool {
        3...63 ~= bucket.utf8.count && bucket.first != "-" && bucket.last != "-"
            && bucket.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || byte == UInt8(ascii: "-")
            }
    }
}
