internal import MetadataCore

/// What an encryption dictionary says of itself, whether or not its encryption can be undone (ISO 32000-2, table 20).
struct EncryptionSummary {
    private let handler: String
    private let version: Int?
    private let revision: Int?
    /// Set where the dictionary is one of the standard handler.
    var standard: EncryptionDictionary?
    private let statedBits: Int?

    init(_ dictionary: PDFDictionary) {
        handler = String((dictionary["Filter"]?.name ?? "?").prefix(40))
        version = dictionary["V"]?.integer
        revision = dictionary["R"]?.integer
        statedBits = dictionary["Length"]?.integer.flatMap { (1...4_096).contains($0) ? $0 : nil }
    }

    /// As ``Field/documentEncryption`` holds it.
    var value: FieldValue {
        var members: [String: FieldValue] = ["handler": .string(handler)]
        members["version"] = version.map { .integer($0) }
        members["revision"] = revision.map { .integer($0) }
        members["keyLength"] = (standard.map { $0.keyByteCount * 8 } ?? statedBits).map { .integer($0) }
        members["cipher"] = standard.map { .string($0.streamCipher.name) }
        return .object(members)
    }
}

extension EncryptionDictionary.Cipher {
    fileprivate var name: String {
        switch self {
        case .none: "none"
        case .rc4: "rc4"
        case .aes128: "aes-128"
        case .aes256: "aes-256"
        }
    }
}
