internal import MetadataCore

/// A document put together from what a scan found.
struct RebuiltStructure {
    let document: OpenDocument

    /// - Throws: `corrupt` when no catalog can be found.
    init(_ scan: RepairScan, file: PDFBytes, limits: Limits) throws(ExtractionError) {
        let places = RebuiltPlaces(scan)
        let objects = PDFObjects(file: file, limits: limits) { (number) throws(ExtractionError) in
            places.place(of: number)
        }
        var failure = ExtractionError.corrupt("no catalog is found", at: nil)
        for trailer in Self.trailers(scan, file: file, limits: limits, objects) {
            do throws(ExtractionError) {
                try Self.unpack(scan, places, objects, trailer)
                let document = try OpenDocument(objects, trailer: trailer, sectionCount: nil)
                guard document.catalog?["Pages"] != nil || document.isLocked else { continue }
                self.document = document
                return
            } catch {
                failure = error
            }
        }
        throw failure
    }

    /// Trailers, the last first; then what stands in for one.
    private static func trailers(
        _ scan: RepairScan, file: PDFBytes, limits: Limits, _ objects: PDFObjects
    ) -> [PDFDictionary] {
        var found: [PDFDictionary] = []
        for offset in scan.trailers.reversed() {
            let trailer = try? file.parse(at: offset + "trailer".utf8.count, limits: limits) {
                (parser) throws(ExtractionError) in
                try parser.object().dictionary
            }
            if let trailer = trailer ?? nil, trailer["Root"] != nil { found.append(trailer) }
        }
        for number in scan.tables.reversed().prefix(32) {
            guard let dictionary = loaded(number, scan, objects), dictionary["Root"] != nil else { continue }
            found.append(dictionary)
        }
        for number in scan.catalogs.reversed().prefix(32) {
            guard let place = scan.objects[number] else { continue }
            var trailer = PDFDictionary()
            trailer.append("Root", .reference(PDFReference(number: number, generation: place.generation)))
            found.append(trailer)
        }
        return found
    }

    private static func loaded(_ number: Int, _ scan: RepairScan, _ objects: PDFObjects) -> PDFDictionary? {
        guard let place = scan.objects[number] else { return nil }
        let reference = PDFReference(number: number, generation: place.generation)
        return (try? objects.object(reference))?.object.dictionary
    }

    /// Adds the objects inside object streams, which encryption may hide.
    private static func unpack(
        _ scan: RepairScan, _ places: RebuiltPlaces, _ objects: PDFObjects, _ trailer: PDFDictionary
    ) throws(ExtractionError) {
        guard !scan.objectStreams.isEmpty, places.isPacked else { return }
        let encryption = Encryption(objects, trailer)
        if let failure = encryption.failure { throw failure }
        objects.security = encryption.security
        guard encryption.security?.needsPassword != true else { return }
        places.isPacked = false
        for number in scan.objectStreams {
            do throws(ExtractionError) {
                places.add(try objects.objectStream(number).numbers, of: number)
            } catch  where error.code == .limitExceeded {
                throw error
            } catch {
                continue
            }
        }
    }
}

/// Where objects stand, as far as a scan can tell.
private final class RebuiltPlaces {
    /// Whether object streams were not opened yet.
    var isPacked = true
    private let direct: [Int: (offset: Int, generation: Int)]
    private var packed: [Int: ObjectPlace] = [:]

    private static let packedLimit = 262_144

    init(_ scan: RepairScan) {
        direct = scan.objects
    }

    func place(of number: Int) -> ObjectPlace {
        if let found = direct[number] { return .offset(found.offset, generation: found.generation) }
        return packed[number] ?? .free
    }

    func add(_ numbers: [Int], of stream: Int) {
        for (index, number) in numbers.enumerated() where packed.count < Self.packedLimit {
            packed[number] = .compressed(stream: stream, index: index)
        }
    }
}
