import Testing

@testable import AWSTransport

struct S3Tests {
    private let location = S3Location(bucket: "uploads", key: "a b.pdf", versionID: "v1")

    private func answer(_ status: Int, _ headers: HTTPFields, _ body: String = "") -> Result<HTTPResponse, AWSError> {
        .json(body, status: status, headers: headers)
    }

    @Test func `A head tells length, version, type and checksums`() async throws {
        let transport = StubTransport(
            answer(
                200,
                [
                    "content-length": "5", "etag": "\"abc\"", "x-amz-version-id": "v1", "content-type": "text/csv",
                    "x-amz-checksum-crc64nvme": "jSnVw/bqjr4=", "x-amz-checksum-type": "FULL_OBJECT",
                    "x-amz-meta-file": "1", "last-modified": "Fri, 24 May 2013 00:00:00 GMT",
                    "x-amz-server-side-encryption": "AES256",
                ]))
        let head = try await S3Client(transport.client()).head(of: location)
        #expect(head.byteCount == 5 && head.etag == "abc" && head.versionID == "v1")
        #expect(head.contentType == "text/csv" && head.encryption == "AES256" && head.metadata == ["file": "1"])
        #expect(head.checksums == S3Checksums(values: [.crc64nvme: "jSnVw/bqjr4="], kind: .fullObject))
        #expect(head.lastModified?.basicFormat == "20130524T000000Z")
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://uploads.s3.eu-west-1.amazonaws.com/a%20b.pdf?versionId=v1")
        #expect(request.headers["x-amz-checksum-mode"] == "ENABLED")
    }

    @Test(arguments: [
        (403, AWSError.Code.accessDenied), (404, .noSuchKey), (405, .methodNotAllowed), (412, .preconditionFailed),
        (418, "HTTP418"),
    ])
    func `A refused head has a code although it has no content`(status: Int, code: AWSError.Code) async {
        let client = S3Client(StubTransport(answer(status, [:])).client())
        let error = await #expect(throws: AWSError.self) { try await client.head(of: location) }
        #expect(error?.code == code)
        #expect(error?.status == status)
    }

    @Test func `A refusal is read from its document`() async {
        let body =
            "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchVersion</Code><Message>a &lt;b&gt; &#233;</Message></Error>"
        let client = S3Client(StubTransport(answer(404, ["x-amz-request-id": "id"], body)).client())
        let error = await #expect(throws: AWSError.self) { try await client.get(location) }
        #expect(error?.code == .noSuchVersion)
        #expect(error?.message == "a <b> \u{E9}")
        #expect(error?.requestID == "id")
    }

    @Test func `A range is taken only if it is the one that was asked for`() async throws {
        let good = answer(206, ["content-range": "bytes 2-4/10", "content-length": "3"], "cde")
        let short = answer(206, ["content-range": "bytes 2-4/10"], "cd")
        let other = answer(206, ["content-range": "bytes 0-2/10"], "abc")
        let whole = answer(200, ["content-length": "10"], "abcdefghij")
        let transport = StubTransport(short, other, whole, good)
        let object = try await S3Client(transport.client()).get(location, range: 2..<5, ifMatch: "e")
        #expect(object.bytes == Array("cde".utf8))
        #expect(object.head.byteCount == 10)
        #expect(transport.requests.map { $0.headers["range"] } == Array(repeating: "bytes=2-4", count: 4))
        #expect(transport.requests[0].headers["if-match"] == "\"e\"")
    }

    @Test func `A range is cut at the end of the object`() async throws {
        let transport = StubTransport(answer(206, ["content-range": "bytes 8-9/10"], "ij"))
        let object = try await S3Client(transport.client()).get(location, range: 8..<100)
        #expect(object.bytes == Array("ij".utf8))
    }

    @Test func `Attributes list the parts with their checksums`() async throws {
        let body = """
            <GetObjectAttributesResponse xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><ETag>e-2</ETag>
            <Checksum><ChecksumSHA256>abc=-2</ChecksumSHA256><ChecksumType>COMPOSITE</ChecksumType></Checksum>
            <ObjectParts><TotalPartsCount>2</TotalPartsCount><IsTruncated>true</IsTruncated>
            <NextPartNumberMarker>1</NextPartNumberMarker>
            <Part><PartNumber>1</PartNumber><Size>5242880</Size><ChecksumSHA256>p1=</ChecksumSHA256></Part></ObjectParts>
            <ObjectSize>5242881</ObjectSize></GetObjectAttributesResponse>
            """
        let transport = StubTransport(answer(200, [:], body))
        let attributes = try await S3Client(transport.client()).attributes(of: location, afterPart: 0)
        #expect(attributes.byteCount == 5_242_881 && attributes.partCount == 2 && attributes.nextPart == 1)
        #expect(attributes.checksums == S3Checksums(values: [.sha256: "abc=-2"], kind: .composite))
        #expect(attributes.parts.map(\.byteCount) == [5_242_880])
        #expect(attributes.parts.first?.checksums.values == [.sha256: "p1="])
        #expect(transport.requests.first?.url.hasSuffix("/a%20b.pdf?attributes=&versionId=v1") == true)
    }

    @Test func `A put carries its checksum`() async throws {
        let transport = StubTransport(answer(200, ["etag": "\"e\"", "x-amz-version-id": "null"]))
        let stored = try await S3Client(transport.client()).put(
            Array("hello world".utf8), to: location, contentType: "text/plain", onlyIfNew: true)
        #expect(stored == S3Client.Stored(["etag": "\"e\""]))
        let request = try #require(transport.requests.first)
        #expect(request.headers["x-amz-checksum-sha256"] == "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=")
        #expect(request.headers["if-none-match"] == "*")
        #expect(request.query.isEmpty)
    }

    @Test func `A completion that fails although it says 200 fails`() async {
        let body = "\n<Error><Code>InternalError</Code><Message>again</Message></Error>"
        let transport = StubTransport(answer(200, [:], body))
        let error = await #expect(throws: AWSError.self) {
            try await S3Client(transport.client()).completeMultipartUpload("u", at: location, parts: [])
        }
        #expect(error?.code == "InternalError")
        #expect(transport.requests.count == 4)
    }

    @Test func `An upload in parts is begun, completed and given up`() async throws {
        let transport = StubTransport { request, _ in
            switch request.method {
            case "POST" where request.query[0].name == "uploads":
                self.answer(200, [:], "<R><UploadId>u&amp;1</UploadId></R>")
            case "POST": self.answer(200, ["x-amz-version-id": "v2"], "<R><ETag>&quot;e-2&quot;</ETag></R>")
            default: self.answer(404, [:], "<Error><Code>NoSuchUpload</Code></Error>")
            }
        }
        let client = S3Client(transport.client())
        let id = try await client.createMultipartUpload(to: location, contentType: "a/b", checksum: .sha256)
        #expect(id == "u&1")
        let stored = try await client.completeMultipartUpload(
            id, at: location,
            parts: [.init(number: 2, etag: "b", checksum: "c2"), .init(number: 1, etag: "a", checksum: "c1")],
            checksum: .sha256)
        #expect(stored.etag == "e-2" && stored.versionID == "v2")
        try await client.abortMultipartUpload(id, at: location)
        #expect(
            String(decoding: transport.requests[1].body, as: UTF8.self)
                == "<CompleteMultipartUpload>"
                + "<Part><ETag>\"a\"</ETag><PartNumber>1</PartNumber><ChecksumSHA256>c1</ChecksumSHA256></Part>"
                + "<Part><ETag>\"b\"</ETag><PartNumber>2</PartNumber><ChecksumSHA256>c2</ChecksumSHA256></Part>"
                + "</CompleteMultipartUpload>")
        #expect(transport.requests[1].query == [.init("uploadId", "u&1")])
    }

    @Test func `A presigned PUT is bound to size, type, checksum and newness`() throws {
        let client = S3Client(StubTransport(answer(200, [:])).client())
        let terms = S3Client.UploadTerms(byteCount: 12, contentType: "application/pdf", sha256: "s=", isNew: true)
        let upload = try client.presignPut(to: location, terms, for: .seconds(900))
        #expect(
            upload.headers == [
                "content-length": "12", "content-type": "application/pdf", "x-amz-checksum-sha256": "s=",
                "if-none-match": "*",
            ])
        #expect(
            upload.url.contains(
                "X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match%3Bx-amz-checksum-sha256"))
        #expect(upload.expiration.secondsSinceEpoch == 1_700_000_900)
        #expect(!upload.url.contains("versionId"))
    }

    @Test func `A presigned GET names the version and the file`() throws {
        let client = S3Client(StubTransport(answer(200, [:])).client())
        let download = try client.presignGet(
            location, for: .seconds(60), contentDisposition: "attachment; filename=\"a b.pdf\"")
        #expect(download.method == "GET" && download.headers.isEmpty)
        #expect(
            download.url.contains(
                "?response-content-disposition=attachment%3B%20filename%3D%22a%20b.pdf%22&versionId=v1&X-Amz-Algorithm")
        )
    }
}

struct XMLElementTests {
    @Test func `Names, texts and children are read`() throws {
        let root = try XMLElement(parsing: Array("<a x='1'><!-- <b> --><n:b>1 &amp; 2</n:b><c/><b/></a>".utf8))
        #expect(root.name == "a")
        #expect(root.all("b").map(\.text) == ["1 & 2", ""])
        #expect(root["c"] == XMLElement(name: "c"))
    }

    @Test(arguments: [
        "", "text", "<a>", "<a></b>", "</a>", "<a", "<a>&x;</a>", "<a>&#xFFFFFFFF;</a>", "<a>&amp</a>", "<>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a><!--</a>",
    ])
    func `What is not well-formed is refused`(text: String) {
        let error = #expect(throws: AWSError.self) { try XMLElement(parsing: Array(text.utf8)) }
        #expect(error?.code == .malformedResponse)
    }

    @Test func `Nesting is bounded`() {
        #expect(throws: AWSError.self) {
            try XMLElement(parsing: Array(String(repeating: "<a>", count: 100_000).utf8))
        }
    }

    @Test func `Any bytes end`() {
        let text = Array("<a b='c'><d>&lt;e&#65;</d><!--f--><?g?><h/></a>".utf8)
        for index in text.indices {
            for byte in [UInt8](0...255) {
                var copy = text
                copy[index] = byte
                _ = try? XMLElement(parsing: copy)
            }
            _ = try? XMLElement(parsing: Array(text[..<index]))
        }
    }
}
