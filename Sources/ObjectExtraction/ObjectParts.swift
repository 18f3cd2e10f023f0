internal import AWSTransport
internal import Checksums
internal import MetadataCore
internal import Pipeline

/// What S3 says of an object's checksums, to be compared with what was read.
struct ObjectParts {
    private let location: S3Location
    private let head: S3ObjectHead
    private let client: S3Client

    init(of location: S3Location, head: S3ObjectHead, client: S3Client) {
        self.location = location
        self.head = head
        self.client = client
    }

    /// The lengths of the parts, where the stored checksum is one of parts; none otherwise, or when S3 does not tell.
    func layout() async throws -> [Int] {
        guard head.checksums.kind == .composite else { return [] }
        var counts: [Int] = []
        var next: Int? = 0
        while let part = next {
            let page: S3ObjectAttributes
            do {
                page = try await client.attributes(of: location, afterPart: part)
            } catch {
                throw ExtractFailure(error)
            }
            counts += page.parts.map(\.byteCount)
            next = page.nextPart
        }
        return counts.reduce(0, +) == head.byteCount ? counts : []
    }

    /// Compares.
    ///
    /// - Returns: nil when S3 keeps no checksum that we compute.
    /// - Throws: ``ExtractFailure`` when they differ: what was read is not what is stored.
    func integrity(of record: MetadataRecord, _ tap: PartwiseSource) throws -> Integrity? {
        guard let checksums = record.checksums else { return nil }
        let computed =
            head.checksums.kind == .composite ? Self.composite(tap.parts ?? []) : Self.whole(checksums)
        for algorithm in [S3Checksums.Algorithm.crc64nvme, .sha256, .crc32c] {
            guard let stored = head.checksums.values[algorithm], let ours = computed[algorithm] else { continue }
            guard stored == ours else {
                throw ExtractFailure(
                    .transient, "the bytes that came have \(algorithm.rawValue) \(ours), not \(stored)")
            }
            let kind = head.checksums.kind ?? .fullObject
            return Integrity(algorithm: algorithm.rawValue, type: kind.rawValue, verified: true)
        }
        return nil
    }

    private static func whole(_ checksums: ChecksumValues) -> [S3Checksums.Algorithm: String] {
        [
            .crc64nvme: checksums.crc64nvme, .sha256: checksums.sha256, .crc32c: checksums.crc32c,
        ].compactMapValues(Hexadecimal.base64)
    }

    private static func composite(
        _ parts: [PartwiseSource.PartChecksums]
    ) -> [S3Checksums.Algorithm: String] {
        guard !parts.isEmpty else { return [:] }
        return [
            .sha256: S3Checksum.composite(of: parts.map(\.sha256)),
            .crc32c: S3Checksum.composite(of: parts.map(\.crc32c)),
        ]
    }
}

extension Integrity {
    /// What a record says when its object was not read whole.
    init(notReadOf checksums: S3Checksums) {
        let stored = [S3Checksums.Algorithm.crc64nvme, .sha256, .crc32c].first { checksums.values[$0] != nil }
        self.init(algorithm: stored?.rawValue ?? "NONE", type: "NOT_READ", verified: false)
    }
}
