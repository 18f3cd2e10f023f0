internal import Crypto
internal import CryptoExtras
internal import MetadataCore

/// AES in cipher block chaining, as PDF uses it (ISO 32000-2, 7.6.3.2).
enum AESBlocks {
    private static let blockByteCount = 16

    /// Decrypts what begins with its initialization vector and ends with padding; bytes behind the last whole block
    /// are left out.
    static func decryptPadded(_ bytes: some Collection<UInt8>, key: [UInt8]) throws(ExtractionError) -> [UInt8] {
        let vector = Array(bytes.prefix(blockByteCount))
        let rest = Array(bytes.dropFirst(blockByteCount))
        let whole = rest.prefix(rest.count - rest.count % blockByteCount)
        guard vector.count == blockByteCount, !whole.isEmpty else { return [] }
        var plain = try decrypt(Array(whole), key: key, vector: vector)
        if let padding = plain.last, (1...UInt8(blockByteCount)).contains(padding) { plain.removeLast(Int(padding)) }
        return plain
    }

    /// Decrypts whole blocks.
    static func decrypt(_ bytes: [UInt8], key: [UInt8], vector: [UInt8]) throws(ExtractionError) -> [UInt8] {
        do {
            let vector = try AES._CBC.IV(ivBytes: vector)
            return Array(try AES._CBC.decrypt(bytes, using: SymmetricKey(data: key), iv: vector, noPadding: true))
        } catch {
            throw .corrupt("encrypted data of a wrong length", at: nil)
        }
    }

    /// Encrypts whole blocks.
    static func encrypt(_ bytes: [UInt8], key: [UInt8], vector: [UInt8]) throws(ExtractionError) -> [UInt8] {
        do {
            let vector = try AES._CBC.IV(ivBytes: vector)
            return Array(try AES._CBC.encrypt(bytes, using: SymmetricKey(data: key), iv: vector, noPadding: true))
        } catch {
            throw .corrupt("encrypted data of a wrong length", at: nil)
        }
    }
}
