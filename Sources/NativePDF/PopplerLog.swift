import CPoppler
import MetadataCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

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

    /// Counts a message. A damaged document may cause hundreds of thousands: only the first becomes text.
    ///
    /// - Parameter message: Ends with a zero byte.
    private mutating func add(_ message: UnsafePointer<CChar>) {
        guard !Self.ownData.contains(where: { unsafe strstr(message, $0) != nil }) else { return }
        count += 1
        if !hasErrors { hasErrors = unsafe strncmp(message, Self.warning, Self.warning.utf8.count) != 0 }
        if !isRebuilt { isRebuilt = unsafe strstr(message, Self.rebuilding) != nil }
        if first == nil { first = Entry(unsafe String(cString: message)) }
    }

    private static let warning = "Syntax warning"
    private static let rebuilding = "try to reconstruct"

    /// What poppler says when it misses a file of its own data. That tells nothing of the document; it depends on the
    /// machine, and on whether files may be opened.
    private static let ownData = [
        "Unknown character collection", "CMap file", "cidToUnicode file", "unicodeMap file", "'nameToUnicode' file",
    ]
}

extension PopplerLog {
    // Written by the handler below, which C calls on the thread that reads a document.
    private static let current = Guarded(PopplerLog())

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
            guard let message = unsafe message else { return }
            PopplerLog.current.withLock { unsafe $0.add(message) }
        }, nil)
}

extension PopplerLog.Entry {
    private static let longest = 300

    fileprivate init(_ message: String) {
        let shown = message.hasSuffix(Self.lineFeed) ? message.dropLast(Self.lineFeed.count) : message[...]
        text = String(decoding: shown.utf8.prefix(Self.longest), as: UTF8.self)
        offset = Self.offset(in: text)
    }

    /// How poppler shows a line feed at the end of some messages.
    private static let lineFeed = "<0a>"

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
