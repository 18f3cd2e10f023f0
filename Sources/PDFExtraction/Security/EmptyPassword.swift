internal import Crypto
internal import MetadataCore

/// Opens a file with the empty password.
enum EmptyPassword {
    /// The file's key; nil when a password is needed.
    ///
    /// - Throws: `corrupt` when the entries cannot be decrypted.
    static func key(_ dictionary: EncryptionDictionary, identifier: [UInt8]) throws(ExtractionError) -> [UInt8]? {
        dictionary.revision >= 5 ? try modern(dictionary) : legacy(dictionary, identifier: identifier)
    }

    /// The padding string (ISO 32000-2, algorithm 2, step a).
    private static let padding: [UInt8] = [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ]

    static func md5(_ bytes: [UInt8]) -> [UInt8] { Array(Insecure.MD5.hash(data: bytes)) }
}

// MARK: - Revisions 2 to 4

extension EmptyPassword {
    /// As the user's password, then as the owner's, which hides the user's.
    private static func legacy(_ dictionary: EncryptionDictionary, identifier: [UInt8]) -> [UInt8]? {
        if let key = legacy(dictionary, identifier: identifier, password: padding) { return key }
        return legacy(dictionary, identifier: identifier, password: hiddenPassword(dictionary))
    }

    /// ISO 32000-2, algorithms 2 and 6, for a padded password.
    private static func legacy(
        _ dictionary: EncryptionDictionary, identifier: [UInt8], password: [UInt8]
    ) -> [UInt8]? {
        let permissions = UInt32(truncatingIfNeeded: dictionary.permissions)
        var seed = password + dictionary.ownerEntry
        seed += (0..<4).map { UInt8(truncatingIfNeeded: permissions >> ($0 * 8)) }
        seed += identifier
        if dictionary.revision >= 4, !dictionary.encryptsMetadata { seed += [0xFF, 0xFF, 0xFF, 0xFF] }
        let key = shortened(md5(seed), dictionary)
        return isUser(dictionary, key, identifier) ? key : nil
    }

    /// The first bytes of a digest, which from revision 3 on is made fifty times more.
    private static func shortened(_ digest: [UInt8], _ dictionary: EncryptionDictionary) -> [UInt8] {
        guard dictionary.revision >= 3 else { return Array(digest.prefix(5)) }
        var key = digest
        for _ in 0..<50 { key = md5(Array(key.prefix(dictionary.keyByteCount))) }
        return Array(key.prefix(dictionary.keyByteCount))
    }

    /// The user's password, where the owner's is empty (ISO 32000-2, algorithm 7).
    private static func hiddenPassword(_ dictionary: EncryptionDictionary) -> [UInt8] {
        let key = shortened(md5(padding), dictionary)
        var password = dictionary.ownerEntry
        for round in (UInt8(0)...(dictionary.revision >= 3 ? 19 : 0)).reversed() {
            var cipher = RC4(key: key.map { $0 ^ round })
            password = cipher.apply(password)
        }
        return password
    }

    /// ISO 32000-2, algorithms 4 and 5.
    private static func isUser(_ dictionary: EncryptionDictionary, _ key: [UInt8], _ identifier: [UInt8]) -> Bool {
        guard dictionary.revision >= 3 else {
            var cipher = RC4(key: key)
            return cipher.apply(padding) == dictionary.userEntry
        }
        var check = md5(padding + identifier)
        for round in UInt8(0)...19 {
            var cipher = RC4(key: key.map { $0 ^ round })
            check = cipher.apply(check)
        }
        return check == Array(dictionary.userEntry.prefix(16))
    }
}

// MARK: - Revisions 5 and 6

extension EmptyPassword {
    /// ISO 32000-2, algorithm 2.A: as the user's password, then as the owner's, which is hashed with the user's entry.
    private static func modern(_ dictionary: EncryptionDictionary) throws(ExtractionError) -> [UInt8]? {
        let (user, owner) = (dictionary.userEntry, dictionary.ownerEntry)
        if let key = try unwrapped(dictionary, entry: user, wrapped: dictionary.userKeyEntry, suffix: []) { return key }
        return try unwrapped(dictionary, entry: owner, wrapped: dictionary.ownerKeyEntry, suffix: user)
    }

    private static func unwrapped(
        _ dictionary: EncryptionDictionary, entry: [UInt8], wrapped: [UInt8], suffix: [UInt8]
    ) throws(ExtractionError) -> [UInt8]? {
        guard entry.count == 48, wrapped.count >= 32 else {
            throw .corrupt("an encryption dictionary with short entries", at: nil)
        }
        let (check, validation, salt) = (Array(entry[0..<32]), Array(entry[32..<40]), Array(entry[40..<48]))
        guard try hash(dictionary, salt: validation, suffix: suffix) == check else { return nil }
        let wrapping = try hash(dictionary, salt: salt, suffix: suffix)
        let vector = [UInt8](repeating: 0, count: 16)
        return try AESBlocks.decrypt(Array(wrapped.prefix(32)), key: wrapping, vector: vector)
    }

    /// ISO 32000-2, algorithm 2.B, for the empty password; revision 5 ends with its first step.
    private static func hash(
        _ dictionary: EncryptionDictionary, salt: [UInt8], suffix: [UInt8]
    ) throws(ExtractionError) -> [UInt8] {
        var key = Array(SHA256.hash(data: salt + suffix))
        guard dictionary.revision >= 6 else { return key }
        var round = 0
        var last: UInt8 = 0
        while round < 64 || Int(last) > round - 32 {
            let encrypted = try AESBlocks.encrypt(
                repeated(key + suffix), key: Array(key[0..<16]), vector: Array(key[16..<32]))
            // The first sixteen bytes as a number modulo 3; 256 is 1 modulo 3.
            switch encrypted.prefix(16).reduce(0, { $0 + Int($1) }) % 3 {
            case 0: key = Array(SHA256.hash(data: encrypted))
            case 1: key = Array(SHA384.hash(data: encrypted))
            default: key = Array(SHA512.hash(data: encrypted))
            }
            last = encrypted.last ?? 0
            round += 1
        }
        return Array(key[0..<32])
    }

    /// 64 times the same bytes.
    private static func repeated(_ bytes: [UInt8]) -> [UInt8] {
        var block = bytes
        for _ in 0..<6 { block += block }
        return block
    }
}
