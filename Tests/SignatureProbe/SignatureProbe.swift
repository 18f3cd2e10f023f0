import AWSTransport
import FoundationEssentials

/// Signs what it is told to, for judges that are not written in Swift: one JSON request a line in, one answer a line out.
@main
enum SignatureProbe {
    static func main() throws {
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        while let line = readLine() {
            let order = try decoder.decode(SigningOrder.self, from: Data(line.utf8))
            let answer = try encoder.encode(order.answer())
            print(String(decoding: answer, as: UTF8.self))
        }
    }
}

/// A request, and how to sign it.
struct SigningOrder: Decodable {
    /// A name and a value.
    typealias Pair = [String]

    var method: String
    var endpoint: String
    /// As it is sent.
    var path: String
    /// Not encoded.
    var query: [Pair]
    var headers: [Pair]
    var body: String
    var service: String
    var region: String
    var accessKeyID: String
    var secretAccessKey: String
    var sessionToken: String?
    var time: Int
    /// Seconds that a URL is good for; without it the header is signed.
    var expires: Int?

    /// The signed request.
    struct Answer: Encodable {
        var url: String
        var headers: [Pair]
    }

    func answer() throws(AWSError) -> Answer {
        let credentials = AWSCredentials(
            accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken)
        let signer = Signer(service: service, region: region, credentials: credentials)
        let moment = Timestamp(secondsSinceEpoch: time)
        let request = try request()
        let signed =
            if let expires {
                signer.presign(request, for: .seconds(expires), at: moment)
            } else {
                signer.sign(request, at: moment)
            }
        return Answer(url: signed.url, headers: signed.headers.fields.map { [$0.name, $0.value] })
    }

    private func request() throws(AWSError) -> HTTPRequest {
        var fields: HTTPFields = [:]
        for pair in headers { fields.append(pair[0], pair[1]) }
        return HTTPRequest(
            method, try Endpoint(parsing: endpoint), path: path,
            query: query.map { HTTPRequest.QueryItem($0[0], $0[1]) }, headers: fields, body: Array(body.utf8))
    }
}
