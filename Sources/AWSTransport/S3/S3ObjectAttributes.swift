/// The parts that an object was uploaded in, and its checksums.
public struct S3ObjectAttributes: Hashable, Sendable {
    /// One part.
    public struct Part: Hashable, Sendable {
        /// Its number, from 1 on.
        public var number: Int
        /// Its length in bytes.
        public var byteCount: Int
        /// Its own checksums.
        public var checksums: S3Checksums
    }

    /// The length of the whole object, in bytes.
    public var byteCount: Int
    /// The entity tag.
    public var etag: String
    /// The checksums of the whole.
    public var checksums: S3Checksums
    /// How many parts there are; 0 for an object that was uploaded at once.
    public var partCount: Int
    /// The parts that are listed in this answer: S3 lists those with checksums alone, 1,000 at a time.
    public var parts: [Part]
    /// The number after which the next answer begins; nil when all were listed.
    public var nextPart: Int?

    init(_ root: XMLElement) throws(AWSError) {
        guard let byteCount = root["ObjectSize"].flatMap({ Int($0.text) }) else {
            throw AWSError(.malformedResponse, "S3 did not say how long the object is")
        }
        self.byteCount = byteCount
        etag = S3Response.unquoted(root["ETag"]?.text ?? "")
        checksums = root["Checksum"].map { S3Checksums($0) } ?? S3Checksums()
        let list = root["ObjectParts"]
        partCount = (list?["PartsCount"] ?? list?["TotalPartsCount"]).flatMap { Int($0.text) } ?? 0
        nextPart = list?["IsTruncated"]?.text == "true" ? list?["NextPartNumberMarker"].flatMap { Int($0.text) } : nil
        parts = []
        for part in list?.all("Part") ?? [] {
            guard let number = part["PartNumber"].flatMap({ Int($0.text) }),
                let size = part["Size"].flatMap({ Int($0.text) })
            else { throw AWSError(.malformedResponse, "S3 listed a part without number and size") }
            parts.append(Part(number: number, byteCount: size, checksums: S3Checksums(part)))
        }
    }
}
