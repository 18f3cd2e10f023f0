import Pipeline
import Testing

@Suite("Events of S3")
struct EventTests {
    private func events(_ text: String) throws -> [ObjectEvent] {
        try ObjectEvent.events(parsing: JSONValue(parsing: text.utf8))
    }

    @Test("EventBridge delivers the key as it is")
    func eventBridge() throws {
        let event = try #require(
            try events(
                #"""
                {"version":"0","detail-type":"Object Created","source":"aws.s3","time":"2026-11-25T10:00:00Z",
                 "detail":{"version":"0","bucket":{"name":"b"},"object":{"key":"uploads/p/f/a b+c&é.pdf","size":5,
                 "etag":"x","version-id":"V1","sequencer":"0062E99A88DC407460"},"reason":"PutObject"}}
                """#
            ).first)
        #expect(event.key == "uploads/p/f/a b+c&é.pdf")
        #expect(event.versionID == "V1")
        #expect(event.byteCount == 5)
        #expect(event.time.text == "2026-11-25T10:00:00.000Z")
        #expect(event.sequencer.text == "0062E99A88DC40746000000000000000")
    }

    @Test("S3's own notification codes it as a form does")
    func notification() throws {
        let found = try events(
            #"""
            {"Records":[{"eventVersion":"2.1","eventName":"ObjectCreated:Put","eventTime":"2026-11-25T10:00:00.123Z",
             "s3":{"bucket":{"name":"b"},"object":{"key":"uploads/p/f/a+b%2Bc%26%C3%A9.pdf","size":5,"versionId":"V1",
             "sequencer":"0062E99A88DC407460"}}},
             {"eventName":"ObjectRemoved:DeleteMarkerCreated","eventTime":"2026-11-25T10:00:01.000Z",
             "s3":{"bucket":{"name":"b"},"object":{"key":"k"}}},
             {"eventName":"ReducedRedundancyLostObject","eventTime":"-"}]}
            """#)
        #expect(found.map(\.kind) == [.created, .deleted])
        #expect(found.first?.key == "uploads/p/f/a b+c&é.pdf")
        #expect(found.first?.time.text == "2026-11-25T10:00:00.123Z")
    }

    @Test("S3's test event has no events in it")
    func testEvent() throws {
        #expect(try events(#"{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"b"}"#).isEmpty)
    }

    @Test(
        "What is no event is refused, and says why",
        arguments: [
            "{}", "[]", #"{"Records":5}"#, #"{"Records":[{}]}"#, #"{"detail-type":"Object Created"}"#,
            #"{"detail-type":"Object Created","time":"x","detail":{"bucket":{"name":"b"},"object":{"key":"k"}}}"#,
            #"{"Records":[{"eventName":"ObjectCreated:Put","eventTime":"2026-11-25T10:00:00Z","s3":{"bucket":{"name":"b"},"object":{"key":"%F"}}}]}"#,
        ])
    func malformed(text: String) {
        #expect(throws: PipelineError.self) { try events(text) }
    }

    @Test("Forms decode once, and only what is whole")
    func forms() {
        #expect(FormDecoding.decode("a+b%2Bc%2520") == "a b+c%20")
        #expect(FormDecoding.decode("%C3%A9") == "é")
        #expect(FormDecoding.decode("%C3") == nil)
        #expect(FormDecoding.decode("%4") == nil)
        #expect(FormDecoding.decode("%zz") == nil)
    }

    @Test("Sequencers of different lengths are compared as if filled with zeros on the right")
    func sequencers() throws {
        let marks = try ["0055AED6DCD90281E5", "0055AED6DCD90281E6", "0055aed6dcd90281e6ff", "0062E99A88DC407460"].map {
            try #require(Sequencer($0))
        }
        #expect(marks.sorted() == marks)
        #expect(Sequencer("00AB") == Sequencer("00ab00"))
        #expect(Sequencer.none < marks[0])
        #expect(Sequencer("") == nil)
        #expect(Sequencer("xyz") == nil)
        #expect(Sequencer(String(repeating: "0", count: 65)) == nil)
    }

    @Test("Keys of uploads have a project, a file and a name")
    func keys() {
        let key = UploadKey(parsing: "uploads/p-1/f.2/a/b c.pdf")
        #expect(key == UploadKey(projectID: "p-1", fileID: "f.2", fileName: "a/b c.pdf"))
        #expect(key?.text == "uploads/p-1/f.2/a/b c.pdf")
        for wrong in ["uploads/p/f", "uploads/p/f/", "uploads//f/n", "uploads/p#/f/n", "other/p/f/n", ""] {
            #expect(UploadKey(parsing: wrong) == nil, "\(wrong)")
        }
    }

    @Test("An execution's name is the same for the same version, and one that Step Functions takes")
    func executionNames() {
        let name = ExecutionName.name(fileID: "f", versionID: "v", start: 1)
        #expect(name == "v1-86521133f253e28cff7258d14fd9c2f82488976e4d36e682968bc4df93e85a63")
        #expect(name != ExecutionName.name(fileID: "f", versionID: "w", start: 1))
        #expect(ExecutionName.name(fileID: "f", versionID: "v", start: 12) == name + "-12")
    }
}
