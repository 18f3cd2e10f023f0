internal import MetadataCore

/// The encryption dictionary of the standard security handler (ISO 32000-2, 7.6.2 to 7.6.4).
struct EncryptionDictionary {
    /// `R`: 2, 3, 4, 5 or 6.
    let revision: Int
    /// `P`.
    let permissions: Int
    let ownerEntry: [UInt8]
    let userEntry: [UInt8]
    let userKeyEntry: [UInt8]
    let ownerKeyEntry: [UInt8]
    let encryptsMetadata: Bool
    /// The length of the file's key, in bytes.
    let keyByteCount: Int
    let stringCipher: Cipher
    let streamCipher: Cipher

    /// How data is encrypted.
    enum Cipher: Hashable {
        case none, rc4, aes128, aes256
    }

    /// - Throws: `unsupported` for other handlers and versions, `corrupt` when entries are missing.
    init(_ dictionary: PDFDictionary) throws(ExtractionError) {
        guard dictionary["Filter"]?.name == "Standard" else {
            let name = dictionary["Filter"]?.name ?? "?"
            throw ExtractionError(.unsupported, "the security handler \(name.prefix(40))")
        }
        guard let version = dictionary["V"]?.integer, let revision = dictionary["R"]?.integer,
            let permissions = dictionary["P"]?.number, let owner = dictionary["O"]?.string,
            let user = dictionary["U"]?.string
        else { throw .corrupt("an encryption dictionary without its entries", at: nil) }
        guard (2...6).contains(revision), [1, 2, 4, 5].contains(version), (version == 5) == (revision >= 5) else {
            throw ExtractionError(.unsupported, "encryption of version \(version), revision \(revision)")
        }
        let needed = revision >= 5 ? 48 : 32
        guard owner.count >= needed, user.count >= needed, abs(permissions) < 1e15 else {
            throw .corrupt("an encryption dictionary with short entries", at: nil)
        }
        self.revision = revision
        // Some writers give the same 32 bits without a sign.
        self.permissions = Int(Int32(truncatingIfNeeded: Int(permissions)))
        ownerEntry = Array(owner.prefix(needed))
        userEntry = Array(user.prefix(needed))
        userKeyEntry = dictionary["UE"]?.string ?? []
        ownerKeyEntry = dictionary["OE"]?.string ?? []
        encryptsMetadata = dictionary["EncryptMetadata"]?.boolean ?? true
        let filters = CryptFilters(dictionary, version: version)
        stringCipher = filters.strings
        streamCipher = filters.streams
        keyByteCount = Self.keyByteCount(dictionary, version: version, filters: filters)
    }

    private static func keyByteCount(_ dictionary: PDFDictionary, version: Int, filters: CryptFilters) -> Int {
        if version == 1 { return 5 }
        if version == 5 { return 32 }
        let bits = dictionary["Length"]?.integer ?? (version == 4 ? 128 : 40)
        // Table 20 wants bits; some writers give bytes.
        let bytes = (5...16).contains(bits) ? bits : bits / 8
        if version == 4, filters.strings == .aes128 || filters.streams == .aes128 { return 16 }
        return (5...16).contains(bytes) ? bytes : 16
    }
}

/// The ciphers that an encryption dictionary names (ISO 32000-2, 7.6.6).
private struct CryptFilters {
    let strings: EncryptionDictionary.Cipher
    let streams: EncryptionDictionary.Cipher

    init(_ dictionary: PDFDictionary, version: Int) {
        guard version >= 4 else {
            (strings, streams) = (.rc4, .rc4)
            return
        }
        strings = Self.cipher(dictionary, "StrF")
        streams = Self.cipher(dictionary, "StmF")
    }

    private static func cipher(_ dictionary: PDFDictionary, _ key: String) -> EncryptionDictionary.Cipher {
        guard let name = dictionary[key]?.name, let filter = dictionary["CF"]?.dictionary?[name]?.dictionary else {
            return .none
        }
        return methods[filter["CFM"]?.name ?? "None"] ?? .none
    }

    private static let methods: [String: EncryptionDictionary.Cipher] = [
        "V2": .rc4, "AESV2": .aes128, "AESV3": .aes256,
    ]
}

extension EncryptionDictionary {
    /// What a user may do (ISO 32000-2, table 22). Revision 2 knows the first four bits, which stand for the others too.
    var permissionNames: [String] {
        Self.bits.filter { permissions >> ((revision == 2 ? $0.early : $0.bit) - 1) & 1 == 1 }.map(\.name)
    }

    private static let bits: [(name: String, bit: Int, early: Int)] = [
        ("print", 3, 3), ("modify", 4, 4), ("copy", 5, 5), ("annotate", 6, 6), ("fillForms", 9, 6),
        ("extract", 10, 5), ("assemble", 11, 4), ("printHighResolution", 12, 3),
    ]
}
