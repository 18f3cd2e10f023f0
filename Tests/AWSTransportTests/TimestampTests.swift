import Testing

@testable import AWSTransport

struct TimestampTests {
    @Test(arguments: [
        (0, "19700101T000000Z"), (951_782_400, "20000229T000000Z"), (1_369_353_600, "20130524T000000Z"),
        (4_107_542_399, "21000228T235959Z"), (4_107_542_400, "21000301T000000Z"), (-1, "19691231T235959Z"),
    ])
    func `Times are written in the basic format`(seconds: Int, text: String) {
        #expect(Timestamp(secondsSinceEpoch: seconds).basicFormat == text)
    }

    @Test func `HTTP dates are read`() {
        #expect(Timestamp(httpDate: "Sun, 06 Nov 1994 08:49:37 GMT")?.secondsSinceEpoch == 784_111_777)
        #expect(Timestamp(httpDate: "Thu, 29 Feb 2024 23:59:59 GMT")?.basicFormat == "20240229T235959Z")
    }

    @Test(arguments: [
        "", "now", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT",
    ])
    func `What is no HTTP date is none`(text: String) {
        #expect(Timestamp(httpDate: text) == nil)
    }

    @Test func `ISO 8601 is read, without its fraction`() {
        #expect(Timestamp(iso8601: "2013-05-24T00:00:00Z")?.secondsSinceEpoch == 1_369_353_600)
        #expect(Timestamp(iso8601: "2013-05-24T00:00:00.123Z")?.secondsSinceEpoch == 1_369_353_600)
        #expect(Timestamp(iso8601: "2013-05-24T00:00:00+01:00") == nil)
        #expect(Timestamp(iso8601: "9999999999-05-24T00:00:00Z") == nil)
    }

    @Test func `Every day of four hundred years is written and read`() {
        for day in stride(from: 0, to: 146_097, by: 1) {
            let time = Timestamp(secondsSinceEpoch: day * 86_400)
            let text = time.basicFormat
            let extended = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6).prefix(2))T00:00:00Z"
            #expect(Timestamp(iso8601: extended) == time)
        }
    }
}
