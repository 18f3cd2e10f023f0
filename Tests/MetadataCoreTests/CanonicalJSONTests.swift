import Foundation
import MetadataCore
import Testing

@Suite struct CanonicalJSONTests {
    /// A record with a value in every member.
    static let full: MetadataRecord = {
        var record = MetadataRecord(
            size: 12, format: FileFormat(rawValue: "jpeg"), mediaType: "image/jpeg", status: .partial)
        record.checksums = ChecksumValues(sha256: "00", crc32c: "11", crc64nvme: "22")
        record.image = image
        record.document = document
        record.table = table
        record.labels = [Label(name: "cat", confidence: 0.5, source: "stub")]
        record.integrity = Integrity(algorithm: "SHA256", type: "COMPOSITE", verified: true)
        record.issues = [
            Issue(.truncated, stage: .extract, offset: 9, field: .imageStoredWidth, detail: "quote \" \u{1} \u{1F600}")
        ]
        record.omitted = ["table.columns": 3, "issues": 1]
        record.provenance = ["image.width": ["jpeg-sof@158"], "a": []]
        return record
    }()

    private static let image: ImageMetadata = {
        var image = ImageMetadata()
        image.width = 1
        image.height = 2
        image.stored = .init()
        image.stored?.width = 2
        image.stored?.height = 1
        image.orientation = 6
        image.frames = 1
        image.color = .init()
        image.color?.model = "rgb"
        image.color?.bitDepth = 8
        image.color?.channels = 3
        image.color?.alpha = false
        image.color?.profile = "sRGB"
        image.resolution = .init()
        image.resolution?.x = 72
        image.resolution?.y = 72.5
        image.resolution?.unit = "inch"
        image.software = "s"
        image.capture = .init()
        image.capture?.time = "2021-04-11T15:47:53.054"
        image.capture?.offset = "-05:00"
        image.capture?.source = "exif-exif"
        image.camera = .init()
        image.camera?.make = "m"
        image.camera?.model = "n"
        image.camera?.lens = "l"
        image.exposure = .init()
        image.exposure?.seconds = 1e-7
        image.exposure?.fNumber = 1.8
        image.exposure?.iso = 32
        image.exposure?.focalLength = 4.25
        image.exposure?.focalLength35mm = 26
        image.exposure?.flashFired = false
        image.location = .init()
        image.location?.latitude = 39.0513444444444
        image.location?.longitude = -94
        image.location?.altitude = 260.5
        image.location?.time = "2021-04-11T20:47:53Z"
        return image
    }()

    private static let document: DocumentMetadata = {
        var document = DocumentMetadata()
        document.pageCount = 3
        document.pdfVersion = "1.7"
        document.title = "t"
        document.author = "a"
        document.subject = "s"
        document.keywords = "k"
        document.creator = "c"
        document.producer = "p"
        document.created = "2020-01-01T00:00:00Z"
        document.modified = "2020-01-02T00:00:00+01:00"
        document.encrypted = false
        document.needsPassword = false
        document.linearized = true
        document.tagged = true
        document.signatures = 0
        document.forms = "none"
        document.javascript = false
        document.attachments = 0
        document.pdfa = "1b"
        document.pageSizes = [.init(width: 595.5, height: 842, count: 3)]
        document.permissions = ["print"]
        document.textLines = [.init(text: "Invoice", page: 1, confidence: 0.998, source: "textract")]
        return document
    }()

    private static let table: TableMetadata = {
        var table = TableMetadata()
        table.encoding = "utf-8"
        table.bom = true
        table.dialect = .init()
        table.dialect?.delimiter = "\t"
        table.dialect?.quote = "\""
        table.dialect?.escape = "\\"
        table.dialect?.lineTerminator = "\r\n"
        table.dialect?.comment = "#"
        table.dialect?.skipRows = 1
        table.header = true
        table.rowCount = 5
        table.emptyRows = 1
        table.columnCount = 1
        table.raggedRows = 0
        table.confidence = 0.99
        var column = TableMetadata.Column()
        column.name = "n"
        column.type = "date"
        column.format = "%Y"
        column.nullable = true
        table.columns = [column]
        return table
    }()

    @Test func keysAreSortedAndNothingIsLost() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let expected = try encoder.encode(Self.full)
        let object = try JSONSerialization.jsonObject(with: Data(Self.full.canonicalJSON())) as? NSDictionary
        #expect(try object == JSONSerialization.jsonObject(with: expected) as? NSDictionary)
        #expect(Self.keys(of: Self.full.canonicalJSON()) == Self.keys(of: Array(expected)))
    }

    /// The member names in the order in which they stand; values of this record hold no colon behind a quote.
    private static func keys(of json: [UInt8]) -> [String] {
        String(decoding: json, as: UTF8.self).split(separator: "\":").compactMap { part in
            part.lastIndex(of: "\"").map { String(part[part.index(after: $0)...]) }
        }
    }

    @Test func decodingAndEncodingGivesTheSameBytes() throws {
        let bytes = Self.full.canonicalJSON()
        let decoded = try MetadataRecord(parsing: bytes)
        #expect(decoded == Self.full)
        #expect(decoded.canonicalJSON() == bytes)
    }

    @Test func whatIsUnknownIsAbsent() {
        let record = MetadataRecord(size: nil, status: .failed)
        #expect(
            String(decoding: record.canonicalJSON(), as: UTF8.self)
                == #"{"format":"unknown","mediaType":"application/octet-stream","schema":"assay/1","status":"failed"}"#)
    }

    @Test(arguments: ["", "{", "[]", "null", #"{"schema":"assay/2","format":"a","mediaType":"b","status":"complete"}"#])
    func whatIsNoRecordIsRefused(json: String) {
        #expect(throws: ExtractionError.self) { try MetadataRecord(parsing: json.utf8) }
    }

    @Test func aNameThatIsNotUTF8IsKeptInBase64() throws {
        let entry = RecordEntry(
            pathBytes: [0x61, 0xFF, 0x62, 0x63], record: MetadataRecord(size: 0, status: .complete))
        let object = try JSONSerialization.jsonObject(with: Data(entry.canonicalJSON())) as? [String: Any]
        #expect(object?["path"] as? String == "a\u{FFFD}bc")
        #expect(object?["pathBase64"] as? String == "Yf9iYw==")
        #expect(!RecordEntry(pathBytes: Array("é".utf8), record: entry.record).canonicalJSON().contains(0xFF))
    }

    @Test(arguments: zip(0..<7, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]))
    func base64FollowsRFC4648(count: Int, text: String) throws {
        let bytes = Array("foobar".utf8.prefix(count))
        let entry = RecordEntry(pathBytes: [0xFF] + bytes, record: MetadataRecord(size: 0, status: .complete))
        let object = try JSONSerialization.jsonObject(with: Data(entry.canonicalJSON())) as? [String: Any]
        let path = try #require(object?["pathBase64"] as? String)
        #expect(Data(base64Encoded: path) == Data([0xFF] + bytes))
        #expect(Data(bytes).base64EncodedString() == text)
    }
}
