/// Looks further into texts whose first words are common.
enum TextLooks {
    /// `From ADDRESS DATE` in front of headers.
    static let mbox: Look = { sample in
        let line = sample.head.prefix(256).prefix { $0 != 0x0A && $0 != 0x0D }
        let words = line.ascii(at: 0, count: 256).split(separator: " ")
        guard words.count >= 6, words.contains(where: { $0.contains(":") && $0.contains { $0.isNumber } }) else {
            return nil
        }
        return .plausible
    }

    /// `---` or `***` with a file, then its counterpart; `diff` and `Index:` with a hunk behind.
    static let diff: Look = { sample in
        let text = sample.head.ascii(at: 0, count: 2_048)
        let isDiff =
            text.contains("@@ -") || text.contains("+++ ") || text.contains("***************")
            || text.hasPrefix("diff --git a/")
        return isDiff ? .plausible : nil
    }

    /// The interpreter after `#!`, without its path and version; `env` gives way to what it starts.
    static let shebang: Look = { sample in
        let line = sample.head.dropFirst(2).prefix(128).prefix { $0 != 0x0A && $0 != 0x0D }
        let words = line.ascii(at: 0, count: 128).split(separator: " ")
        let names = words.compactMap { $0.split(separator: "/").last.map(String.init) }
        guard let name = names.first(where: { $0 != "env" && !$0.hasPrefix("-") }) else { return .plausible }
        let program = String(name.prefix { $0.isLetter })
        guard let entry = FormatTable.entry(.interpreter, program) else { return .plausible }
        return .found(entry.format.rawValue, "interpreter \(program)", confidence: 0.95)
    }

    /// A file of settings: a section in brackets, then a key and a value.
    static func settings(_ content: ArraySlice<UInt8>) -> FormatIdentification? {
        let lines = content.prefix(4_096).split(maxSplits: 32, omittingEmptySubsequences: true) {
            $0 == 0x0A || $0 == 0x0D
        }
        let significant = lines.filter { $0.first != UInt8(ascii: ";") && $0.first != UInt8(ascii: "#") }
        guard let section = significant.first, section.first == UInt8(ascii: "["), section.count > 2,
            section.last == UInt8(ascii: "]"), significant.count > 1,
            significant[1].contains(UInt8(ascii: "=")) || significant[1].first == UInt8(ascii: "[")
        else { return nil }
        return FormatIdentification(FileFormat(rawValue: "ini"), basis: "text: section and key", confidence: 0.8)
    }
}
