import MetadataCore
import Pipeline
import Testing

@Suite("The API")
struct APITests {
    private let world = World()

    private var api: UploadAPI {
        UploadAPI(world.services, secret: Array("0123456789abcdef".utf8), newID: { "generated" })
    }

    private func post(_ path: String, _ body: String, as subject: String? = "me") async throws -> APIResponse {
        try await api.answer(APIRequest(method: "POST", path: path, body: Array(body.utf8), subject: subject))
    }

    private func get(_ path: String, _ query: [String: String] = [:], as subject: String = "me") async throws
        -> APIResponse
    {
        try await api.answer(APIRequest(method: "GET", path: path, query: query, subject: subject))
    }

    private func join(_ project: String, _ subject: String) async throws {
        _ = try await world.table.write([
            ItemWrite(.member(subject, of: project), if: .absent(.createdAt), set: [.createdAt: .string("-")])
        ])
    }

    private static func body(
        project: String = "project", name: String = "a.jpg", size: Int = 100, type: String = "image/jpeg",
        more: String = ""
    ) -> String {
        #"{"projectId":"\#(project)","filename":"\#(name)","size":\#(size),"contentType":"\#(type)"\#(more)}"#
    }

    @Test("A promise binds length and type, and doing it again with the same fileId does it once")
    func createUpload() async throws {
        try await join("project", "me")
        let body = Self.body(more: #","fileId":"mine""#)
        let first = try await post("/uploads/create", body)
        #expect(first.status == 200)
        #expect(first.body["url"]?.string?.contains("byteCount: 100, contentType: \"image/jpeg\"") == true)
        world.advance(seconds: 5)
        let second = try await post("/uploads/create", body)
        #expect(second.status == 200)
        #expect(world.table.items[.upload("mine")]?[.createdAt] == .string("2027-01-15T08:00:00.000Z"))
        let other = try await post("/uploads/create", Self.body(size: 101, more: #","fileId":"mine""#))
        #expect(other.status == 409)
    }

    @Test("Long files are uploaded in parts")
    func parts() async throws {
        try await join("project", "me")
        let answer = try await post("/uploads/create", Self.body(size: (100 << 20) + 1, more: #","fileId":"long""#))
            .body
        let parts = try #require(answer["parts"]?.array)
        #expect(parts.count == 7)
        #expect(parts.compactMap { $0["size"]?.integer }.reduce(0, +) == (100 << 20) + 1)
        let complete = #"{"fileId":"long","parts":[{"number":1,"etag":"\"0a\""},{"number":2,"etag":"0b-2"}]}"#
        #expect(try await post("/uploads/complete", complete).status == 200)
        #expect(try await post("/uploads/complete", #"{"fileId":"long","parts":[]}"#).status == 400)
        let unordered = #"{"fileId":"long","parts":[{"number":2,"etag":"0a"},{"number":1,"etag":"0b"}]}"#
        #expect(try await post("/uploads/complete", unordered).status == 400)
        #expect(try await post("/uploads/complete", complete, as: "stranger").status == 404)
        #expect(try await post("/uploads/abort", #"{"fileId":"long"}"#).status == 200)
        #expect(try await get("/files", ["projectId": "project"]).body["files"] == .array([]))
    }

    @Test(
        "A request that is not as agreed is answered with 400 and what is wrong",
        arguments: [
            ("", "JSON"), ("[]", "JSON"), ("{", "JSON"), (Self.body(more: #","sise":1"#), "sise"),
            (Self.body(project: "a#b"), "projectId"), (Self.body(project: ""), "projectId"),
            (Self.body(name: ""), "filename"), (Self.body(name: "a/b"), "filename"),
            (Self.body(name: ".."), "filename"),
            (Self.body(size: 0), "size"), (Self.body(size: 6 << 30), "size"),
            (Self.body(type: "text/html"), "contentType"),
            (Self.body(more: #","checksumSha256":"AAAA""#), "checksumSha256"),
            (Self.body(more: #","fileId":5"#), "fileId"),
            (#"{"projectId":"project","filename":"a","size":1.5,"contentType":"image/png"}"#, "size"),
            (Self.body(name: String(repeating: "x", count: 70_000)), "body"),
        ])
    func invalid(body: String, named: String) async throws {
        try await join("project", "me")
        let response = try await post("/uploads/create", body)
        #expect(response.status == 400)
        #expect(response.body["message"]?.string?.contains(named) == true, "\(response.body)")
    }

    @Test("Who has no token is told so, and who is no member")
    func strangers() async throws {
        try await join("project", "me")
        #expect(try await post("/uploads/create", Self.body(), as: nil).status == 401)
        #expect(try await post("/uploads/create", Self.body(), as: "stranger").status == 403)
        #expect(try await get("/files", ["projectId": "project"], as: "stranger").status == 403)
        #expect(try await get("/nothing").status == 404)
    }

    @Test("Somebody else's file is answered byte for byte as one that does not exist")
    func tenancy() async throws {
        try await join("project", "me")
        try await join("other", "them")
        _ = try await Router(world.services).route(world.upload("file"))
        #expect(try await get("/files/file").status == 200)
        let hidden = try await get("/files/file", as: "them")
        #expect(hidden.status == 404)
        #expect(hidden == (try await get("/files/nothing", as: "them")))
        #expect(try await post("/downloads/create", #"{"fileId":"file"}"#).status == 200)
        let kept = try await post("/downloads/create", #"{"fileId":"file"}"#, as: "them")
        #expect(kept == (try await post("/downloads/create", #"{"fileId":"nothing"}"#, as: "them")))
        #expect(try await get("/files/PROJECT%23other", as: "them").status == 404)
        #expect(try await get("/files/PROJECT#other", as: "them").status == 404)
    }

    @Test("The list goes newest first, page by page, and loses nothing")
    func pages() async throws {
        try await join("project", "me")
        for number in 0..<120 {
            world.advance(seconds: number % 3)
            _ = try await Router(world.services).route(world.upload("file\(number)"))
        }
        var seen: [String] = []
        var token: String?
        repeat {
            var query = ["projectId": "project"]
            query["pageToken"] = token
            let page = try await get("/files", query).body
            seen += (page["files"]?.array ?? []).compactMap { $0["fileId"]?.string }
            token = page["nextPageToken"]?.string
        } while token != nil
        #expect(seen.count == 120)
        #expect(Set(seen).count == 120)
        #expect(seen.first == "file119" || seen.first == "file118")
    }

    @Test("A page token is of one list, and nobody else can make one")
    func tokens() async throws {
        try await join("project", "me")
        try await join("other", "me")
        for number in 0..<60 { _ = try await Router(world.services).route(world.upload("file\(number)")) }
        let token = try #require(try await get("/files", ["projectId": "project"]).body["nextPageToken"]?.string)
        #expect(try await get("/files", ["projectId": "project", "pageToken": token]).status == 200)
        #expect(try await get("/files", ["projectId": "other", "pageToken": token]).status == 400)
        let forged = (token.hasPrefix("A") ? "B" : "A") + String(token.dropFirst())
        #expect(try await get("/files", ["projectId": "project", "pageToken": forged]).status == 400)
        #expect(try await get("/files", ["projectId": "project", "pageToken": "-"]).status == 400)
        #expect(try await get("/files", ["projectId": "project", "limit": "5"]).status == 400)
    }

    @Test("A processed file shows its record, wherever the record is kept", arguments: [10, 100 << 10])
    func record(inlineByteCount: Int) async throws {
        try await join("project", "me")
        _ = try await Router(world.services).route(world.upload("file"))
        var services = world.services
        services.settings.inlineRecordByteCount = inlineByteCount
        let execution = try #require(world.takeExecutions().first)
        guard case .object(var input) = execution.input else { return }
        input["owner"] = .string(execution.name)
        input["claim"] = try await Claimant(services).handle(.object(input))
        input["record"] = try JSONValue(parsing: World.record.canonicalJSON())
        let writes = try await Filer(services).writes(.object(input))
        #expect(try await world.table.write([writes.version]) == .written)
        let shown = try await get("/files/file").body
        #expect(shown["status"] == .string("processed"))
        #expect(shown["record"]?["size"] == .integer(100))
        #expect(
            world.table.items[.version("file", "v1")]?[.recordKey]
                == (inlineByteCount > 10 ? nil : .string("metadata/file/v1.json")))
    }

    @Test("An invocation's event is read as API Gateway writes it")
    func invocation() throws {
        let event = try JSONValue(
            parsing: #"""
                {"version":"2.0","rawPath":"/files","queryStringParameters":{"projectId":"p"},
                 "headers":{"authorization":"Bearer abc"},"body":"eA==","isBase64Encoded":true,
                 "requestContext":{"http":{"method":"GET","path":"/files"},"authorizer":{"jwt":{"claims":{"sub":"me"}}}}}
                """#.utf8)
        let request = try APIRequest(parsing: event)
        #expect(request.subject == "me")
        #expect(request.query == ["projectId": "p"])
        #expect(request.body == Array("x".utf8))
        #expect(request.bearerToken == "abc")
    }

    @Test("Names of downloads are told in ASCII and in UTF-8")
    func disposition() {
        #expect(
            ContentDisposition.attachment("a \"b\" é.pdf")
                == #"attachment; filename="a _b_ _.pdf"; filename*=UTF-8''a%20%22b%22%20%C3%A9.pdf"#)
    }
}
