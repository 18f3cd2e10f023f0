import ImageExtraction
import MetadataCore
import TestSupport
import Testing

@Suite("XMP packets")
struct XMPExtractorTests {
    private func read(_ bytes: [UInt8], limits: Limits = Limits()) async -> Extraction {
        var options = ExtractionOptions()
        options.limits = limits
        return await XMPExtractor().extract(from: MemorySource(bytes), as: .xmp, options: options)
    }

    private func values(_ extraction: Extraction) -> [Field: FieldValue] {
        Dictionary(extraction.findings.map { ($0.field, $0.value) }) { first, _ in first }
    }

    private func packet(attributes: String = "", elements: String = "", prolog: String = "") -> String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>\(prolog)
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
         xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:e="http://ns.adobe.com/exif/1.0/"
         xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" \(attributes)>\(elements)</rdf:Description>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """
    }

    @Test func `reads all items of lists, and the first of alternatives`() async {
        let list = { (name: String, kind: String, items: [String]) in
            let items = items.map { "<rdf:li xml:lang=\"x\">\($0)</rdf:li>" }.joined(separator: "\n ")
            return "<dc:\(name)>\n<rdf:\(kind)>\(items)</rdf:\(kind)></dc:\(name)>"
        }
        let text = packet(
            attributes: #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmp:Rating="4" aux:SerialNumber="0123""#,
            elements: list("subject", "Bag", ["sea", "sky", " "]) + list("creator", "Seq", ["Ada", "Bob"])
                + list("title", "Alt", ["View", "Blick"]) + list("description", "Alt", ["A view"]))
        #expect(
            values(await read(Array(text.utf8))) == [
                .imageKeywords: .array([.string("sea"), .string("sky")]), .imageCreator: .string("Ada; Bob"),
                .imageTitle: .string("View"), .imageDescription: .string("A view"), .imageRating: .number(4),
                .imageCameraSerial: .string("0123"),
            ])
    }

    @Test func `reads properties as attributes and as elements`() async {
        let text = packet(
            attributes: #"tiff:Make="Maker &amp; Sons" tiff:Model='&#x4D;&#79;del'"#,
            elements: "<aux:Lens>50mm f/2.8</aux:Lens><xmp:CreateDate>2010-04-13T09:37:22.50+02:00</xmp:CreateDate>")
        let extraction = await read(Array(text.utf8))
        #expect(
            values(extraction) == [
                .imageCameraMake: .string("Maker & Sons"), .imageCameraModel: .string("MOdel"),
                .imageCameraLens: .string("50mm f/2.8"), .imageCaptureTime: .string("2010-04-13T09:37:22.5"),
                .imageCaptureOffset: .string("+02:00"),
            ])
        #expect(extraction.issues == [])
    }

    @Test func `when it was taken comes before when it was digitized`() async {
        let text = packet(
            attributes: #"xmp:CreateDate="2011-01-01T00:00:00Z" photoshop:DateCreated="2010-12-31""#)
        #expect(values(await read(Array(text.utf8))) == [.imageCaptureTime: .string("2010-12-31")])
        let all = packet(
            attributes: #"photoshop:DateCreated="2010-12-31""#,
            elements: "<e:DateTimeOriginal>2009-01-01T10:00:00</e:DateTimeOriginal>")
        #expect(values(await read(Array(all.utf8))) == [.imageCaptureTime: .string("2009-01-01T10:00:00")])
    }

    @Test func `takes the first item of an array and no member of a structure`() async {
        let text = packet(
            elements: """
                <tiff:Make><rdf:Alt><rdf:li xml:lang="x-default">First</rdf:li><rdf:li>Second</rdf:li></rdf:Alt></tiff:Make>
                <e:Outer rdf:parseType="Resource"><tiff:Model>Inner</tiff:Model></e:Outer>
                """)
        #expect(values(await read(Array(text.utf8))) == [.imageCameraMake: .string("First")])
    }

    @Test func `knows properties by namespace, not by prefix`() async {
        let text = packet(attributes: #"xmlns:tiff="urn:other" tiff:Make="Maker""#)
            .replacing(
                #"xmlns:tiff="http://ns.adobe.com/tiff/1.0/""#, with: #"xmlns:t="http://ns.adobe.com/tiff/1.0/""#
            )
            .replacing("</rdf:Description>", with: "<t:Model>Model</t:Model></rdf:Description>")
        #expect(values(await read(Array(text.utf8))) == [.imageCameraModel: .string("Model")])
    }

    @Test func `expands no entity`() async {
        let bomb = """
            <!DOCTYPE x [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            """
        let extraction = await read(Array(packet(attributes: #"tiff:Make="&b;""#, prolog: bomb).utf8))
        #expect(values(extraction) == [.imageCameraMake: .string("&b;")])
    }

    @Test func `what stands before the damage stays`() async {
        let text = packet(elements: "<tiff:Make>Maker</tiff:Make><tiff:Model>Mod")
        let cut = text.utf8.prefix { _ in true }.dropLast(70)
        let extraction = await read(Array(cut))
        #expect(values(extraction) == [.imageCameraMake: .string("Maker")])
        #expect(extraction.issues.count == 1)
        #expect(extraction.issues.allSatisfy { $0.severity == .warning && $0.offset != nil })
    }

    @Test(arguments: [true, false])
    func `reads UTF-16`(isBig: Bool) async {
        let text = "\u{FEFF}" + packet(attributes: #"tiff:Make="Máker""#)
        let bytes = text.utf16.flatMap {
            isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        #expect(values(await read(bytes)) == [.imageCameraMake: .string("Máker")])
    }

    @Test func `depth, elements and bytes are bounded`() async {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(await read(Array(deep.utf8)).issues.map(\.code) == [.limitExceeded])
        var limits = Limits()
        limits.elementCount = 2
        #expect(await read(Array(packet().utf8), limits: limits).issues.map(\.code) == [.limitExceeded])
        limits.embeddedByteCount = 10
        #expect(await read(Array(packet().utf8), limits: limits).issues.map(\.code) == [.limitExceeded])
    }

    @Test func `passes the exam`() async {
        let text = packet(
            attributes: #"tiff:Make="Maker &amp; Sons" xmp:CreateDate="2011-01-01T00:00:00Z""#,
            elements: "<aux:Lens><rdf:Alt><rdf:li>A<!-- c --><![CDATA[<B>]]></rdf:li></rdf:Alt></aux:Lens>")
        await ExtractorExam(XMPExtractor(), as: .xmp).pass(Array(text.utf8))
    }
}
