internal import Crypto

/// For what a signature is good: a day, a region, a service.
///
/// Specification: "Signature Version 4", section "Create a string to sign".
struct SigningScope: Hashable, Sendable {
    static let algorithm = "AWS4-HMAC-SHA256"

    let day: String
    let region: String
    let service: String

    var text: String { "\(day)/\(region)/\(service)/aws4_request" }

    /// The signature of a canonical request, in hexadecimal digits.
    func signature(of canonicalRequest: String, at time: Timestamp, secret: String) -> String {
        let digest = Hexadecimal.encode(SHA256.hash(data: Array(canonicalRequest.utf8)))
        let stringToSign = [Self.algorithm, time.basicFormat, text, digest].joined(separator: "\n")
        return Hexadecimal.encode(Self.authenticate(stringToSign, key: key(of: secret)))
    }

    private func key(of secret: String) -> SymmetricKey {
        [day, region, service, "aws4_request"].reduce(SymmetricKey(data: Array("AWS4\(secret)".utf8))) { key, part in
            SymmetricKey(data: Self.authenticate(part, key: key))
        }
    }

    private static func authenticate(_ text: String, key: SymmetricKey) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    }
}
