import CPoppler
import Synchronization

/// What poppler logged since the log was last emptied.
struct PopplerLog: Equatable {
    /// How many messages there were.
    private(set) var count = 0
    /// The first of them.
    private(set) var first: Entry?
    /// Whether poppler had to do without something, and not only warned.
    private(set) var hasErrors = false
    /// Whether poppler searched the file for its objects, because the cross-reference table was wrong.
    private(set) var isRebuilt = false

    /// `3 errors, first: Syntax error at position 117: ...`; nil when nothing was logged.
    var summary: String? {
        first.map { "\(count) \(count == 1 ? "error" : "errors"), first: \($0.text)" }
    }

    /// One message of poppler's, `Syntax error at position 117: ...`.
    struct Entry: Equatable {
        /// The whole message, cut at 300 bytes.
        let text: String
        /// The place in the file, if the message names one.
        let offset: Int?
    }

    private mutating func add(_ entry: Entry) {
        count += 1
        hasErrors = hasErrors || !entry.isWarning
        isRebuilt = isRebuilt || entry.isRebuilding
        if first == nil { first = entry }
    }
}

extension PopplerLog {
    // Written by the handler below, which C calls on the thread that reads a document.
    private static let current = Mutex(PopplerLog())

    /// Puts a handler of ours in the place of the one that prints. Once for the process.
    ///
    /// The corresponding C function is `g_log_set_handler`.
    static func takeOver() {
        _ = handler
    }

    /// Empties the log.
    ///
    /// - Returns: What was in it.
    static func drain() -> PopplerLog {
        current.withLock { log in
            defer { log = PopplerLog() }
            return log
        }
    }

    // Every level, not the two flags below them (glib, gmessages.h).
    private static let everyLevel = GLogLevelFlags(rawValue: GLogLevelFlags.RawValue(truncatingIfNeeded: ~3))

    private static let handler: guint = unsafe g_log_set_handler(
        "Poppler", everyLevel,
        { _, _, message, _ in
            // GLib passes a string that ends with a zero byte and lives until the handler returns.
            let text = unsafe message.map { unsafe String(cString: $0) } ?? ""
            guard !Entry.isAboutPopplerItself(text) else { return }
            PopplerLog.current.withLock { $0.add(Entry(text)) }
        }, nil)
}

extension PopplerLog.Entry {
    private static let longest = 300

    fileprivate init(_ message: String) {
        let shown = message.hasSuffix(Self.lineFeed) ? message.dropLast(Self.lineFeed.count) : message[...]
        text = String(decoding: shown.utf8.prefix(Self.longest), as: UTF8.self)
        offset = Self.offset(in: text)
    }

    /// Whether poppler misses a file of its own data: that says nothing of the document, and depends on the machine and
    /// on whether files may be opened.
    fileprivate static func isAboutPopplerItself(_ message: String) -> Bool {
        ownData.contains { message.contains($0) }
    }

    private static let ownData = [
        "Unknown character collection", "CMap file", "cidToUnicode file", "unicodeMap file", "'nameToUnicode' file",
    ]

    /// How poppler shows a line feed at the end of some messages.
    private static let lineFeed = "<0a>"

    fileprivate var isWarning: Bool { text.hasPrefix("Syntax warning") }

    fileprivate var isRebuilding: Bool { text.contains("try to reconstruct") }

    /// The place, unless it lies outside a file of so many bytes: some messages count in a decoded stream.
    func offset(within byteCount: Int) -> Int? {
        offset.flatMap { $0 <= byteCount ? $0 : nil }
    }

    /// The number behind the words `at position`; poppler writes -1 where it knows none.
    private static func offset(in text: String) -> Int? {
        let words = text.split(separator: " ", maxSplits: 8)
        guard let index = words.firstIndex(of: "position"), index + 1 < words.count else { return nil }
        guard let value = Int(words[index + 1].prefix { $0 != ":" }), value >= 0 else { return nil }
        return value
    }
}
