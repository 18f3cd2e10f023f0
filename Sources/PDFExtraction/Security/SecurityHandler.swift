internal import MetadataCore

/// Decrypts strings and streams, where the empty password opens the file (ISO 32000-2, 7.6).
struct SecurityHandler {
    let dictionary: EncryptionDictionary
    /// The file's key; nil when a password is needed.
    private let key: [UInt8]?

    init(_ dictionary: EncryptionDictionary, identifier: [UInt8]) throws(ExtractionError) {
        self.dictionary = dictionary
        key = try EmptyPassword.key(dictionary, identifier: identifier)
    }

    /// Whether a password has to be given: not where only embedded files are encrypted.
    var needsPassword: Bool {
        key == nil && (dictionary.stringCipher != .none || dictionary.streamCipher != .none)
    }

    /// Whether a stream of this dictionary is encrypted: cross-references never are (7.5.8.2), XMP sometimes not.
    func encryptsStream(_ stream: PDFDictionary) -> Bool {
        switch stream["Type"]?.name {
        case "XRef": false
        case "Metadata": dictionary.encryptsMetadata && dictionary.streamCipher != .none
        default: dictionary.streamCipher != .none
        }
    }

    /// Decrypts a string of an object that stands in the file itself.
    func decryptString(_ bytes: [UInt8], of reference: PDFReference) throws(ExtractionError) -> [UInt8] {
        try decrypt(bytes, of: reference, dictionary.stringCipher)
    }

    /// Decrypts the data of a stream.
    func decryptStream(
        _ bytes: ArraySlice<UInt8>, of reference: PDFReference
    ) throws(ExtractionError) -> ArraySlice<UInt8> {
        try decrypt(bytes, of: reference, dictionary.streamCipher)[...]
    }

    private func decrypt(
        _ bytes: some Collection<UInt8>, of reference: PDFReference, _ cipher: EncryptionDictionary.Cipher
    ) throws(ExtractionError) -> [UInt8] {
        guard cipher != .none else { return Array(bytes) }
        guard let key else { throw ExtractionError(.encrypted, "a password is needed") }
        switch cipher {
        case .none: return Array(bytes)
        case .rc4:
            var cipher = RC4(key: Self.objectKey(key, reference, salt: []))
            return cipher.apply(bytes)
        case .aes128:
            return try AESBlocks.decryptPadded(bytes, key: Self.objectKey(key, reference, salt: Array("sAlT".utf8)))
        case .aes256: return try AESBlocks.decryptPadded(bytes, key: key)
        }
    }

    /// ISO 32000-2, algorithm 1.
    private static func objectKey(_ key: [UInt8], _ reference: PDFReference, salt: [UInt8]) -> [UInt8] {
        var seed = key
        seed += (0..<3).map { UInt8(truncatingIfNeeded: reference.number >> ($0 * 8)) }
        seed += (0..<2).map { UInt8(truncatingIfNeeded: reference.generation >> ($0 * 8)) }
        return Array(EmptyPassword.md5(seed + salt).prefix(min(16, key.count + 5)))
    }
}
