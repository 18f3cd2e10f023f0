extension EXIFInterpreter {
    /// A date's tag with those of its fraction and offset (EXIF 2.32, section 4.6.5, D).
    private struct Clock {
        let date: EXIFTag
        let subSeconds: EXIFTag
        let offset: EXIFTag
        let confidence: Double
    }

    /// When the picture was taken comes before when it was digitized. DateTime tells when the file was changed, and
    /// OffsetTime belongs to it: neither says anything of the capture.
    private static let clocks = [
        Clock(
            date: .dateTimeOriginal, subSeconds: .subSecTimeOriginal, offset: .offsetTimeOriginal, confidence: 1),
        Clock(
            date: .dateTimeDigitized, subSeconds: .subSecTimeDigitized, offset: .offsetTimeDigitized, confidence: 0.9),
    ]

    func readCaptureTime(into extraction: inout Extraction) {
        for clock in Self.clocks {
            for entry in all(clock.date) {
                guard let text = entry.text else { continue }
                guard let moment = CaptureMoment(parsing: text, subSeconds: first(clock.subSeconds)?.text) else {
                    report(text, of: entry, in: &extraction)
                    continue
                }
                return add(moment, of: clock, from: entry, to: &extraction)
            }
        }
    }

    private func add(_ moment: CaptureMoment, of clock: Clock, from entry: EXIFEntry, to extraction: inout Extraction) {
        add(.imageCaptureTime, .string(moment.text), from: entry, confidence: clock.confidence, to: &extraction)
        let offset = first(clock.offset)
        if let offset, let text = offset.text.flatMap(CaptureMoment.offset(parsing:)) {
            add(.imageCaptureOffset, .string(text), from: offset, confidence: clock.confidence, to: &extraction)
        } else if let text = moment.offset {
            add(.imageCaptureOffset, .string(text), from: entry, confidence: clock.confidence, to: &extraction)
        }
    }

    /// A clock that was never set writes spaces or zeros between the colons: that is no damage.
    private func report(_ text: String, of entry: EXIFEntry, in extraction: inout Extraction) {
        guard text.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return }
        extraction.report(
            .invalidValue, .note, offset: entry.offset, field: .imageCaptureTime, "a capture time that is no date")
    }
}
