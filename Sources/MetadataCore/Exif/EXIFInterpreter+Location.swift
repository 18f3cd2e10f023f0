extension EXIFInterpreter {
    func readLocation(into extraction: inout Extraction) {
        readCoordinates(into: &extraction)
        readAltitude(into: &extraction)
        readTime(into: &extraction)
    }

    // MARK: - Coordinates

    /// A coordinate with its reference and the sign that each reference gives it (EXIF 2.32, section 4.6.6).
    private struct Axis {
        let field: Field
        let tag: EXIFTag
        let reference: EXIFTag
        let signs: [UInt8: Double]
        let limit: Double
    }

    private static let axes = [
        Axis(
            field: .imageLatitude, tag: .gpsLatitude, reference: .gpsLatitudeRef,
            signs: [UInt8(ascii: "N"): 1, UInt8(ascii: "S"): -1], limit: 90),
        Axis(
            field: .imageLongitude, tag: .gpsLongitude, reference: .gpsLongitudeRef,
            signs: [UInt8(ascii: "E"): 1, UInt8(ascii: "W"): -1], limit: 180),
    ]

    /// Without its reference a coordinate may be off by half the globe: then it is absent. Half a position says
    /// nothing either.
    private func readCoordinates(into extraction: inout Extraction) {
        let found = Self.axes.map { axis in position(axis.tag).map { ($0, degrees($0, on: axis)) } }
        let values = found.compactMap { pair in pair.flatMap { entry, value in value.map { (entry, $0) } } }
        guard values.count == Self.axes.count else {
            return report(found.compactMap { $0 }, in: &extraction)
        }
        for (axis, value) in zip(Self.axes, values) {
            add(axis.field, .number(value.1), from: value.0, to: &extraction)
        }
    }

    private func degrees(_ entry: EXIFEntry, on axis: Axis) -> Double? {
        guard let letter = position(axis.reference)?.text?.uppercased().utf8.first, let sign = axis.signs[letter],
            let degrees = sexagesimal(entry), degrees <= axis.limit
        else { return nil }
        return sign * degrees
    }

    /// Degrees, minutes and seconds as one number; minutes or seconds that a writer left out are none.
    private func sexagesimal(_ entry: EXIFEntry) -> Double? {
        guard let degrees = entry.number(at: 0), degrees >= 0 else { return nil }
        let minutes = entry.number(at: 1) ?? 0
        let seconds = entry.number(at: 2) ?? 0
        guard minutes >= 0, seconds >= 0 else { return nil }
        return degrees + minutes / 60 + seconds / 3_600
    }

    private func report(_ found: [(entry: EXIFEntry, degrees: Double?)], in extraction: inout Extraction) {
        guard let entry = found.first(where: { $0.entry.hasFraction })?.entry else { return }
        extraction.report(
            .invalidValue, .note, offset: entry.offset, field: .imageLatitude,
            "a position that is incomplete, out of range or without its references")
    }

    // MARK: - Altitude and time

    /// References 1 and 3 are below the sea and below the ellipsoid (EXIF 3.0, GPSAltitudeRef).
    private func readAltitude(into extraction: inout Extraction) {
        guard let entry = position(.gpsAltitude), let metres = entry.number(), abs(metres) <= Self.highestMetres else {
            return
        }
        let reference = position(.gpsAltitudeRef)?.integer() ?? 0
        let isBelow = reference == 1 || reference == 3
        add(.imageAltitude, .number(isBelow ? -abs(metres) : metres), from: entry, to: &extraction)
    }

    /// Satellites are not that high, and no writer that is sound says more.
    private static let highestMetres = 100_000_000.0

    /// GPSDateStamp and GPSTimeStamp, both in UTC.
    private func readTime(into extraction: inout Extraction) {
        guard let dateEntry = position(.gpsDateStamp), let timeEntry = position(.gpsTimeStamp),
            let date = dateEntry.text.flatMap({ CaptureMoment(parsing: $0) })?.local.prefix(10),
            let time = clock(timeEntry)
        else { return }
        add(.imageLocationTime, .string("\(date)T\(time)Z"), from: timeEntry, to: &extraction)
    }

    private func clock(_ entry: EXIFEntry) -> String? {
        guard let hour = entry.number(at: 0), let minute = entry.number(at: 1), let second = entry.number(at: 2),
            (0..<24).contains(hour), (0..<60).contains(minute), (0..<61).contains(second)
        else { return nil }
        let milliseconds = Int((hour * 3_600 + minute * 60 + second) * 1_000 + 0.5)
        guard milliseconds < 86_400_000 else { return nil }
        let whole = milliseconds / 1_000
        let text = "\((whole / 3_600).padded(2)):\((whole / 60 % 60).padded(2)):\((whole % 60).padded(2))"
        let rest = milliseconds % 1_000
        return rest == 0 ? text : "\(text).\(rest.padded(3))"
    }
}

extension EXIFEntry {
    /// Whether at least one fraction has a denominator: cameras without a fix write 0/0.
    fileprivate var hasFraction: Bool { number() != nil }
}
