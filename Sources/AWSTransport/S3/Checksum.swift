internal import Crypto
internal import FoundationEssentials

enum Checksum {
    /// SHA-256 in S3's notation.
    static func sha256(_ bytes: [UInt8]) -> String {
        Data(SHA256.hash(data: bytes)).base64EncodedString()
    }
}
