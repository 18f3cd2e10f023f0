internal import Crypto

/// The name of an execution: the same for the same version of a file, so that it cannot run twice under it.
package enum ExecutionName {
    /// `v1-` and the SHA-256 of `fileId#versionId`; a later start of the same version has its number behind it.
    ///
    /// Names may not hold `#`, and are at most 80 characters; this one has 67 to 70.
    package static func name(fileID: String, versionID: String, start: Int) -> String {
        let digest = SHA256.hash(data: Array("\(fileID)#\(versionID)".utf8))
        return "v1-\(digest.hexadecimal)" + (start > 1 ? "-\(start)" : "")
    }
}

extension Sequence where Element == UInt8 {
    /// Two lower-case digits for each byte.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef")
        return reduce(into: "") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}
