import Testing

@testable import MetadataCore

@Suite("The table of formats")
struct FormatTableTests {
    @Test func everyWayToTellAFormatIsWellWritten() {
        for entry in FormatTable.entries {
            #expect(entry.malformedCount == 0, "\(entry.format.rawValue)")
        }
    }

    @Test func namesAreUniqueAndShort() {
        let names = FormatTable.entries.map(\.format.rawValue)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { !$0.isEmpty && $0.utf8.count <= 24 })
        #expect(
            names.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 } })
        #expect(names.count >= 250)
    }

    @Test func everyMediaTypeHasTheSyntaxOfRFC6838() {
        for entry in FormatTable.entries {
            for type in [entry.mediaType] + entry.aliases {
                let halves = type.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
                #expect(halves.count == 2 && halves.allSatisfy { isRestrictedName($0) }, "\(type)")
            }
        }
    }

    @Test func mediaTypesAreSharedOnlyByVariantsOfOneThing() {
        let groups = Dictionary(grouping: FormatTable.entries, by: \.mediaType).filter { $0.value.count > 1 }
        #expect(groups.keys.sorted() == Self.sharedMediaTypes)
    }

    @Test func everyGeneralFormatStandsInTheTable() {
        for entry in FormatTable.entries {
            guard let general = entry.general else { continue }
            #expect(FormatTable.entry(of: general) != nil, "\(entry.format.rawValue)")
            #expect(FormatTable.lineage(of: entry.format).count < 8, "\(entry.format.rawValue)")
        }
    }

    @Test func extensionsAreLowerCaseWithoutADot() {
        let names = FormatTable.entries.flatMap(\.fileExtensions)
        #expect(names.allSatisfy { $0 == $0.lowercased() && !$0.contains(".") })
    }

    @Test(arguments: ["dat", "bin", "tmp", "bak", "data", "part", "file", "download"])
    func neutralExtensionsSayNothing(name: String) {
        #expect(FormatTable.formats(fileExtension: name).isEmpty)
    }

    @Test func eachMarkNamesOneFormat() {
        for mark in Mark.allCases {
            let values = FormatTable.entries.flatMap { $0.marks.filter { $0.0 == mark }.map(\.1) }
            #expect(Set(values).count == values.count, "\(mark)")
            #expect(!values.isEmpty)
        }
    }

    @Test func aFormatAnswersFromTheTable() {
        #expect(FileFormat.jpeg.mediaType == "image/jpeg")
        #expect(FileFormat.jpeg.fileExtensions.prefix(2) == ["jpg", "jpeg"])
        #expect(FileFormat.pdf.kind == .document)
        #expect(FileFormat(rawValue: "docx").generalFormat?.rawValue == "opc")
        #expect(FileFormat(rawValue: "no such format").mediaType == "application/octet-stream")
        #expect(FileFormat.unknown.kind == .other)
        #expect(FileFormat.known.contains(.png))
    }

    private func isRestrictedName(_ name: Substring) -> Bool {
        !name.isEmpty && name.utf8.count <= 127
            && name.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
                    || "!#$&-^_.+".utf8.contains(byte)
            }
    }

    private static let sharedMediaTypes = [
        "application/rdf+xml", "application/vnd.ms-excel", "application/x-font-type1", "application/x-ole-storage",
        "application/xml", "audio/mpeg", "image/tiff", "image/vnd.adobe.photoshop", "video/mp4", "video/mpeg",
    ]
}
