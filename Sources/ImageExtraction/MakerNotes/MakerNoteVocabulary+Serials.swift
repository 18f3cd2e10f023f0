internal import MetadataCore

extension MakerNoteVocabulary {
    /// Printable text with a digit in it, at most 64 bytes; zeros alone are how cameras say that they have none.
    static func serial(_ entry: EXIFEntry, _: MakerNoteValues) -> String? {
        let bytes = entry.bytes.prefix { $0 != 0 && $0 != 0xFF }.trimmingSpace()
        guard (1...64).contains(bytes.count), bytes.allSatisfy({ (0x20...0x7E).contains($0) }),
            bytes.contains(where: { (0x31...0x39).contains($0) })
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number that is shown with ten digits; early models showed it otherwise.
    static func canonSerial(_ entry: EXIFEntry, _ values: MakerNoteValues) -> String? {
        guard entry.type == .long, let number = entry.integer(), number > 0 else { return nil }
        if values.model.contains("EOS D30") {
            let series = String(number >> 16, radix: 16)
            return String(repeating: "0", count: max(0, 4 - series.count)) + series + (number & 0xFFFF).padded(5)
        }
        return number.padded(values.model.contains("EOS-1D") ? 6 : 10)
    }

    /// Eight digits, the last pair first.
    static func sonySerial(_ entry: EXIFEntry, _ values: MakerNoteValues) -> String? {
        guard let text = serial(entry, values), text.utf8.count == 8, text.allSatisfy(\.isNumber) else { return nil }
        let pairs = stride(from: 6, through: 0, by: -2).map { text.dropFirst($0).prefix(2) }
        return pairs.joined()
    }
}
