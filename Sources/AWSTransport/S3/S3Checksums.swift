/// The checksums that S3 stores with an object, in its own notation: Base64 of the big-endian bytes.
public struct S3Checksums: Hashable, Sendable {
    /// An algorithm.
    public enum Algorithm: String, Hashable, Sendable, CaseIterable {
        /// CRC-32 of ISO/IEC 8802-3.
        case crc32 = "CRC32"
        /// CRC-32 of Castagnoli.
        case crc32c = "CRC32C"
        /// CRC-64 of NVM Express; what S3 computes when the sender names nothing.
        case crc64nvme = "CRC64NVME"
        /// SHA-1.
        case sha1 = "SHA1"
        /// SHA-256.
        case sha256 = "SHA256"

        /// The name of the header field, and of the XML element in other case.
        public var headerName: String { "x-amz-checksum-" + rawValue.lowercased() }
    }

    /// What a checksum was computed over.
    public enum Kind: String, Hashable, Sendable {
        /// All bytes of the object.
        case fullObject = "FULL_OBJECT"
        /// The checksums of its parts; `-n` tells their number.
        case composite = "COMPOSITE"
    }

    /// The values by algorithm.
    public var values: [Algorithm: String]
    /// What they were computed over; nil when S3 does not say.
    public var kind: Kind?

    /// Makes checksums.
    ///
    /// - Parameters:
    ///   - values: The values by algorithm.
    ///   - kind: What they were computed over.
    public init(values: [Algorithm: String] = [:], kind: Kind? = nil) {
        self.values = values
        self.kind = kind
    }

    init(_ headers: HTTPFields) {
        let pairs = Algorithm.allCases.compactMap { algorithm in
            headers[algorithm.headerName].map { (algorithm, $0) }
        }
        self.init(
            values: Dictionary(uniqueKeysWithValues: pairs),
            kind: headers["x-amz-checksum-type"].flatMap(Kind.init(rawValue:)))
    }

    init(_ element: XMLElement) {
        let pairs = Algorithm.allCases.compactMap { algorithm in
            element["Checksum" + algorithm.rawValue].map { (algorithm, $0.text) }
        }
        self.init(
            values: Dictionary(uniqueKeysWithValues: pairs),
            kind: element["ChecksumType"].flatMap { Kind(rawValue: $0.text) })
    }
}
