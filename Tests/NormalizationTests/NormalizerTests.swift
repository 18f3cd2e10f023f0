import MetadataCore
import Normalization
import Testing

@Suite struct NormalizerTests {
    private let subject = Normalizer.Subject(size: 10, format: FileFormat(rawValue: "jpeg"), mediaType: "image/jpeg")

    private func record(
        _ findings: [Finding], issues: [Issue] = [], options: ExtractionOptions = ExtractionOptions()
    ) -> MetadataRecord {
        Normalizer(options: options).normalize(subject, findings: findings, issues: issues).record
    }

    private func size(_ width: Int, _ height: Int, _ source: Finding.Source) -> [Finding] {
        [
            Finding(.imageStoredWidth, .integer(width), source: source, offset: 5),
            Finding(.imageStoredHeight, .integer(height), source: source, offset: 3),
        ]
    }

    @Test(arguments: 1...8) func orientationTurnsTheDisplayedSize(orientation: Int) {
        let turned = record(
            size(40, 30, "jpeg-sof") + [Finding(.imageOrientation, .integer(orientation), source: "exif-ifd0")])
        #expect(turned.image?.stored?.width == 40)
        #expect(turned.image?.width == (orientation >= 5 ? 30 : 40))
        #expect(turned.image?.height == (orientation >= 5 ? 40 : 30))
        #expect(turned.status == .complete)
    }

    @Test func theContainerLeadsTheLibraryWhoeverSpokeFirst() {
        let record = record(size(41, 30, "libjpeg") + size(40, 30, "jpeg-sof"))
        #expect(record.image?.width == 40)
        #expect(record.issues.map(\.code) == [.conflict])
        #expect(record.issues.first?.field == "image.stored.width")
        #expect(record.issues.first?.severity == .note)
        #expect(record.status == .complete)
    }

    @Test func agreementIsNoConflict() {
        let findings = [
            Finding(.imageExposureSeconds, .number(0.004), source: "exif-exif"),
            Finding(.imageExposureSeconds, .number(0.00400001), source: "libexif"),
            Finding(.imageCameraMake, .string("Canon"), source: "exif-ifd0"),
            Finding(.imageCameraMake, .string(" Canon\0"), source: "libexif"),
        ]
        #expect(record(findings).issues.isEmpty)
    }

    @Test func theContainersTransformationOutranksEXIF() {
        let record = record(
            size(40, 30, "heif-ispe") + [
                Finding(.imageOrientation, .integer(1), source: "exif-ifd0"),
                Finding(.imageContainerOrientation, .integer(6), source: "heif-irot"),
            ])
        #expect(record.image?.orientation == 6)
        #expect(record.image?.width == 30)
        #expect(record.issues.map(\.code) == [.conflict])
    }

    @Test func aValueThatItsFieldCannotHoldGivesWayToTheNext() {
        let record = record([
            Finding(.imageOrientation, .integer(9), source: "exif-ifd0", offset: 77),
            Finding(.imageOrientation, .integer(3), source: "libexif"),
        ])
        #expect(record.image?.orientation == 3)
        #expect(record.issues.map(\.code) == [.invalidValue])
        #expect(record.issues.first?.offset == 77)
    }

    @Test func numbersThatAreNotFiniteStayOut() {
        let record = record([
            Finding(.imageExposureFNumber, .number(.infinity), source: "exif-exif"),
            Finding(.imageAltitude, .number(.nan), source: "exif-gps"),
        ])
        #expect(record.image?.exposure?.fNumber == nil)
        #expect(record.image?.location?.altitude == nil)
    }

    @Test func anOffsetBelongsToTheTimeOfItsOwnReader() {
        let time = Finding(.imageCaptureTime, .string("2020-01-02T03:04:05"), source: "exif-exif")
        let own = Finding(.imageCaptureOffset, .string("+01:00"), source: "exif-exif")
        let foreign = Finding(.imageCaptureOffset, .string("+02:00"), source: "xmp")
        #expect(record([time, own, foreign]).image?.capture?.offset == "+01:00")
        #expect(record([time, foreign]).image?.capture?.offset == nil)
        #expect(record([foreign]).image?.capture == nil)
        #expect(record([time]).image?.capture?.source == "exif-exif")
    }

    @Test(arguments: [
        (Issue.Severity.note, MetadataRecord.Status.complete), (.warning, .partial), (.error, .failed),
    ]) func theWorstIssueDecidesTheStatus(severity: Issue.Severity, status: MetadataRecord.Status) {
        #expect(record([], issues: [Issue(.corrupt, severity, stage: .extract, detail: "x")]).status == status)
    }

    @Test func longTextIsCutBetweenCharactersAndSaysSo() {
        let record = record([
            Finding(.imageSoftware, .string(String(repeating: "é", count: 3_000)), source: "exif-ifd0")
        ])
        #expect(record.image?.software?.utf8.count == 4_096)
        #expect(record.issues.map(\.code) == [.limitExceeded])
    }

    @Test func aRecordIsNeverLongerThanItsLimit() {
        let columns = (0..<20_000).map {
            FieldValue.object(["name": .string("column \($0)"), "type": .string("string")])
        }
        let issues = (0..<500).map { Issue(.corrupt, .note, stage: .extract, offset: $0, detail: "d") }
        let record = record([Finding(.tableColumns, .array(columns), source: "csv-sniffer")], issues: issues)
        #expect(record.canonicalJSON().count <= 65_536)
        #expect(record.omitted["issues"] == 400)
        #expect((record.omitted["table.columns"] ?? 0) + (record.table?.columns?.count ?? 0) == 20_000)
    }

    @Test func textLinesAreFoundAndCutToTheLimit() {
        let lines = (1...2_000).map {
            FieldValue.object([
                "text": .string("line \($0)"), "page": .integer($0), "confidence": .number(0.5),
                "source": .string("ocr"),
            ])
        }
        let record = record([Finding(.documentTextLines, .array(lines), source: "ocr")])
        let kept = record.document?.textLines ?? []
        #expect(kept.first == .init(text: "line 1", page: 1, confidence: 0.5, source: "ocr"))
        #expect(kept.count > 500 && kept.count + (record.omitted["document.textLines"] ?? 0) == 2_000)
        #expect(record.canonicalJSON().count <= 65_536)
    }

    @Test func provenanceOfWhatIsDisplayedNamesTheTurn() {
        var options = ExtractionOptions()
        options.includesProvenance = true
        let findings =
            size(40, 30, "heif-ispe") + [
                Finding(.imageOrientation, .integer(1), source: "exif-ifd0", offset: 70),
                Finding(.imageContainerOrientation, .integer(6), source: "heif-irot", offset: 60),
                Finding(.imageCaptureOffset, .string("+01:00"), source: "xmp"),
            ]
        let provenance = record(findings, options: options).provenance
        #expect(provenance["image.width"] == ["heif-ispe@3", "heif-irot@60"])
        #expect(provenance["image.height"] == ["heif-ispe@5", "heif-irot@60"])
        #expect(provenance["image.orientation"] == ["heif-irot@60", "exif-ifd0@70"])
        #expect(provenance["image.containerOrientation"] == nil)
        #expect(provenance["image.capture.offset"] == nil)
    }

    @Test func anOffsetInAMakerNoteHoldsForTheTimesInEXIF() {
        let findings = [
            Finding(.imageCaptureTime, .string("2021-01-02T03:04:05"), source: "exif-exif"),
            Finding(.imageCaptureOffset, .string("+01:00"), source: "makernote-nikon"),
        ]
        #expect(record(findings).image?.capture?.offset == "+01:00")
        #expect(record(findings).image?.capture?.offsetSource == "makernote-nikon")
        let other = [Finding(.imageCaptureTime, .string("2021-01-02T03:04:05"), source: "xmp"), findings[1]]
        #expect(record(other).image?.capture?.offset == nil)
    }

    @Test func manyLongIssuesAreCutToTheLimit() {
        let issues = (0..<100).map { _ in
            Issue(.corrupt, .note, stage: .extract, detail: String(repeating: "\u{1}", count: 500))
        }
        let record = record(size(1, 1, "png"), issues: issues)
        #expect(record.canonicalJSON().count <= Limits().recordByteCount)
        #expect(record.omitted["issues"] == 100 - record.issues.count)
    }

    @Test func provenanceNamesTheWinnerFirst() {
        var options = ExtractionOptions()
        options.includesProvenance = true
        let record = record(size(40, 30, "libjpeg") + size(40, 30, "jpeg-sof"), options: options)
        #expect(record.provenance["image.stored.width"] == ["jpeg-sof@5", "libjpeg@5"])
    }

    @Test func tablesDescribeTheirMediaType() {
        let subject = Normalizer.Subject(size: 1, format: FileFormat(rawValue: "csv"), mediaType: "text/csv")
        let findings = [
            Finding(.tableEncoding, .string("utf-8"), source: "csv-sniffer"),
            Finding(.tableHeader, .boolean(true), source: "csv-sniffer"),
        ]
        let record = Normalizer().normalize(subject, findings: findings, issues: []).record
        #expect(record.mediaType == "text/csv; charset=utf-8; header=present")
    }

    @Test func everyFieldHasAPlaceInTheRecord() {
        let values: [FieldValue] = [
            .integer(1), .number(0.5), .string("rgb"), .string("inch"), .string("acroform"), .boolean(true),
            .array([.object(["name": .string("a"), "confidence": .number(1)])]), .object(["delimiter": .string(",")]),
        ]
        for field in Field.allCases {
            let empty = record([])
            let fits = values.contains { value in
                var filled = record([
                    Finding(field, value, source: "exif-test"),
                    Finding(.imageCaptureTime, .string("2020-01-02T03:04:05"), source: "exif-test"),
                ])
                filled.issues = []
                return filled != empty && filled.status == .complete
            }
            #expect(fits, "\(field.rawValue) is lost")
        }
    }
}
