import Testing

@testable import AWSTransport

/// Examples that AWS publishes: "Signature Calculations for the Authorization Header", "Authenticating Requests: Using
/// Query Parameters", and the Signature Version 4 test suite.
struct SignerTests {
    private static let s3 = Signer(
        service: "s3", region: "us-east-1",
        credentials: AWSCredentials(
            accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
    private static let bucket = Endpoint(host: "examplebucket.s3.amazonaws.com")
    private static let day = Timestamp(secondsSinceEpoch: 1_369_353_600)

    private static let suite = AWSCredentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    private static let host = Endpoint(host: "example.amazonaws.com")
    private static let moment = Timestamp(secondsSinceEpoch: 1_440_938_160)

    private func signature(of request: HTTPRequest) -> String? {
        request.headers["authorization"]?.split(separator: "Signature=").last.map(String.init)
    }

    @Test func `A GET of a range is signed as S3 publishes it`() {
        let request = HTTPRequest("GET", Self.bucket, path: "/test.txt", headers: ["range": "bytes=0-9"])
        let signed = Self.s3.sign(request, at: Self.day)
        #expect(signature(of: signed) == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
        #expect(
            signed.headers["authorization"]?.contains("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,")
                == true)
    }

    @Test func `A PUT with content is signed as S3 publishes it`() {
        let headers: HTTPFields = [
            "Date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY",
        ]
        let request = HTTPRequest(
            "PUT", Self.bucket, path: "/" + PercentEncoding.encode("test$file.text"), headers: headers,
            body: Array("Welcome to Amazon S3.".utf8))
        #expect(
            signature(of: Self.s3.sign(request, at: Self.day))
                == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
    }

    @Test(
        arguments: [
            ([.init("lifecycle", "")], "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
            (
                [.init("max-keys", "2"), .init("prefix", "J")],
                "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
            ),
        ] as [([HTTPRequest.QueryItem], String)])
    func `Queries are signed as S3 publishes it`(query: [HTTPRequest.QueryItem], expected: String) {
        let request = HTTPRequest("GET", Self.bucket, query: query)
        #expect(signature(of: Self.s3.sign(request, at: Self.day)) == expected)
    }

    @Test func `A presigned GET is the URL that S3 publishes`() {
        let request = HTTPRequest("GET", Self.bucket, path: "/test.txt")
        let signed = Self.s3.presign(request, for: .seconds(86_400), at: Self.day)
        #expect(
            signed.url
                == "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404")
    }

    @Test(
        arguments: [
            ("GET", "/", [], "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
            ("POST", "/", [], "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
            (
                "GET", "/", [.init("Param2", "value2"), .init("Param1", "value1")],
                "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
            ),
            ("GET", "/\u{1234}", [], "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
            ("GET", "/example/..", [], "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
            ("GET", "/./", [], "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
            ("GET", "//", [], "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ] as [(String, String, [HTTPRequest.QueryItem], String)])
    func `The test suite's requests get its signatures`(
        method: String, path: String, query: [HTTPRequest.QueryItem], expected: String
    ) {
        let signer = Signer(service: "service", region: "us-east-1", credentials: Self.suite)
        let request = HTTPRequest(method, Self.host, path: path, query: query)
        #expect(signature(of: signer.sign(request, at: Self.moment)) == expected)
    }

    @Test func `Repeated and spacious header fields are joined and trimmed`() {
        var request = HTTPRequest("GET", Self.host)
        request.headers.append("My-Header1", " a   b  c ")
        request.headers.append("my-header1", "d")
        let canonical = CanonicalRequest(request, payloadDigest: "", pathRules: .normalized)
        #expect(canonical.text.contains("\nmy-header1:a b c,d\n"))
    }

    @Test func `The token of a session is signed`() {
        var credentials = Self.suite
        credentials.sessionToken = "token/+="
        let signer = Signer(service: "s3", region: "us-east-1", credentials: credentials)
        let request = HTTPRequest("GET", Self.host)
        let signed = signer.sign(request, at: Self.moment)
        #expect(signed.headers["x-amz-security-token"] == "token/+=")
        #expect(signed.headers["authorization"]?.contains(";x-amz-security-token,") == true)
        let link = signer.presign(request, for: .seconds(60), at: Self.moment)
        #expect(link.url.contains("&X-Amz-Security-Token=token%2F%2B%3D&X-Amz-Signature="))
    }

    @Test func `A key of S3 is signed as it is, with its dots and slashes`() {
        let location = S3Location(bucket: "b.c", key: "a//../b c+d&\u{E9}.pdf")
        let address = S3Address(location, AWSConfiguration(region: "eu-west-1"))
        #expect(address.path == "/b.c/a//../b%20c%2Bd%26%C3%A9.pdf")
        #expect(address.endpoint.host == "s3.eu-west-1.amazonaws.com")
        let canonical = CanonicalRequest(
            HTTPRequest("GET", address.endpoint, path: address.path), payloadDigest: "", pathRules: .asSent)
        #expect(canonical.text.hasPrefix("GET\n/b.c/a//../b%20c%2Bd%26%C3%A9.pdf\n\n"))
    }

    @Test func `A bucket whose name may stand in the host's stands there`() {
        let location = S3Location(bucket: "uploads-1", key: "k")
        let onAWS = S3Address(location, AWSConfiguration(region: "cn-north-1"))
        #expect(onAWS.endpoint.url + onAWS.path == "https://uploads-1.s3.cn-north-1.amazonaws.com.cn/k")
        let local = AWSConfiguration(
            region: "eu-west-1", endpoint: Endpoint(host: "localhost", port: 1, isSecure: false))
        let onServer = S3Address(location, local)
        #expect(onServer.endpoint.url + onServer.path == "http://localhost:1/uploads-1/k")
    }
}
