import ImageExtraction
import MetadataCore
import NativeEXIF
import NativeImage
import PDFExtraction

// MARK: - Images

extension Target {
    /// Families of containers by the readers' types; a new reader falls into the last one.
    private static let families: [(name: String, readers: [String])] = [
        ("jpeg", ["JPEGExtractor"]),
        ("png", ["PNGExtractor"]),
        ("gif", ["GIFExtractor"]),
        ("webp", ["WebPExtractor"]),
        ("tiff", ["TIFFExtractor"]),
        ("bmff", ["HEIFExtractor", "CR3Extractor", "JP2Extractor", "JXLExtractor"]),
        ("raw", ["CRWExtractor", "MRWExtractor", "RAFExtractor", "X3FExtractor"]),
        ("psd", ["PSDExtractor"]),
        ("svg", ["SVGExtractor"]),
        ("exif", ["EXIFExtractor"]),
        ("xmp", ["XMPExtractor"]),
        ("icc", ["ICCExtractor"]),
        ("iptc", ["IPTCExtractor"]),
    ]

    private static let blockNames: Set = ["exif", "xmp", "icc", "iptc"]

    private static func readers(of family: [String]) -> [any Extractor] {
        ImageExtractors.all.filter { family.contains("\(type(of: $0))") }
    }

    static let images: [Target] = {
        let named = Set(families.flatMap(\.readers))
        let others = ImageExtractors.all.filter { !named.contains("\(type(of: $0))") }
        return families.filter { !blockNames.contains($0.name) }.map { container($0.name, readers(of: $0.readers)) }
            + [container("bitmaps", others)]
    }()

    /// The blocks that containers hand on.
    static let blocks = families.filter { blockNames.contains($0.name) }.map { family in
        let readers = readers(of: family.readers)
        return Target(
            name: family.name, seeds: { embedded($0, FileFormat(rawValue: family.name)) },
            run: { bytes in read(bytes, FileFormat(rawValue: family.name), readers) })
    }

    static let pdf = container("pdf", [PDFExtractor()])

    /// Native parsers in process, under the sanitizer's allocator.
    static let native = [
        container("native-jpeg", [JPEGLibraryExtractor()]), container("native-png", [PNGLibraryExtractor()]),
        Target(
            name: "native-exif", seeds: { embedded($0, .exif) },
            run: { bytes in read(bytes, .exif, [LibEXIFExtractor()]) }),
    ]
}

// MARK: - How a reader is driven

extension Target {
    private static func container(_ name: String, _ readers: [any Extractor]) -> Target {
        let formats = readers.reduce(into: Set<FileFormat>()) { $0.formUnion($1.formats) }
        return Target(
            name: name, seeds: { formats.contains($0.identification.format) ? [$0.bytes] : [] },
            run: { bytes in
                let format = Sample(bytes).identification.format
                let able = readers.filter { $0.formats.contains(format) }
                read(bytes, format, able.isEmpty ? readers : able)
            })
    }

    /// Runs readers over bytes, each twice; those that do not know the format are told their first one.
    private static func read(_ bytes: [UInt8], _ format: FileFormat, _ readers: [any Extractor]) {
        for reader in readers {
            let known = reader.formats.contains(format)
            guard let format = known ? format : reader.formats.min(by: { $0.rawValue < $1.rawValue }) else { continue }
            let source = MemorySource(bytes)
            let answers = wait {
                let options = ExtractionOptions()
                let first = await reader.extract(from: source, as: format, options: options)
                return (first, await reader.extract(from: source, as: format, options: options))
            }
            require(answers.0 == answers.1, "\(reader.name) gives another answer the second time")
            AnswerRules(byteCount: bytes.count).check(answers.0, of: reader.name)
        }
    }

    /// The blocks of a format that the Swift readers find in a fixture.
    private static func embedded(_ sample: Sample, _ format: FileFormat) -> [[UInt8]] {
        extraction(of: sample).embedded.filter { $0.format == format }.map { Array($0.bytes) }
    }

    static func extraction(of sample: Sample) -> Extraction {
        let format = sample.identification.format
        let source = MemorySource(sample.bytes)
        return wait {
            var all = Extraction()
            for reader in ImageExtractors.all where reader.formats.contains(format) {
                all.merge(await reader.extract(from: source, as: format, options: ExtractionOptions()))
            }
            return all
        }
    }
}
