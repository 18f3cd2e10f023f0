import MetadataCore
import Testing

@Suite("Moments")
struct ExifMomentTests {
    @Test(arguments: [
        ("2021:04:11 15:47:53", "2021-04-11T15:47:53"), ("2021-04-11T15:47:53.0500", "2021-04-11T15:47:53.05"),
        ("2021:04:11 15:47", "2021-04-11T15:47"), ("2021:04:11", "2021-04-11"),
        ("2021:04:11   :  :  ", "2021-04-11"), (" 2021:04:11 15:47:60", "2021-04-11T15:47:60"),
        ("2021:04:11 24:00:00", "2021-04-11"), ("2021-04-11T15:47:53.000Z", "2021-04-11T15:47:53"),
    ])
    func `keeps the parts that a writer gave`(text: String, local: String) {
        #expect(CaptureMoment(parsing: text)?.text == local)
    }

    @Test(arguments: [
        "", "    :  :     :  :  ", "0000:00:00 00:00:00", "2021:13:01 00:00:00", "2021:00:01 00:00:00",
        "2021:04:00 00:00:00", "2021:04:32 00:00:00", "2021/04/11 15:47:53", "21:04:11 15:47:53", "20210411",
    ])
    func `finds no moment where there is none`(text: String) {
        #expect(CaptureMoment(parsing: text) == nil)
    }

    @Test func `takes a fraction from elsewhere only when the text has none`() {
        #expect(CaptureMoment(parsing: "2021:04:11 15:47:53", subSeconds: "25 ")?.fraction == "25")
        #expect(CaptureMoment(parsing: "2021:04:11 15:47:53.5", subSeconds: "25")?.fraction == "5")
        #expect(CaptureMoment(parsing: "2021:04:11 15:47:53", subSeconds: "a5")?.fraction == "")
        #expect(CaptureMoment(parsing: "2021:04:11", subSeconds: "25")?.fraction == "")
    }

    @Test(arguments: [
        ("+01:00", "+01:00"), ("-0530", "-05:30"), ("Z", "+00:00"), (" +14:00 ", "+14:00"), ("+13:45", "+13:45"),
    ])
    func `reads offsets`(text: String, offset: String) {
        #expect(CaptureMoment.offset(parsing: text) == offset)
    }

    @Test(arguments: ["", "01:00", "+14:30", "-12:30", "+1:00", "+01:60", "CET"])
    func `refuses what no clock is off by`(text: String) {
        #expect(CaptureMoment.offset(parsing: text) == nil)
    }

    @Test func `reads the offset behind a time`() {
        #expect(CaptureMoment(parsing: "2021-04-11T15:47:53.05-05:00")?.offset == "-05:00")
        #expect(CaptureMoment(parsing: "2021-04-11T15:47:53")?.offset == nil)
    }
}
