/// The names in a directory and what the directory says that they are, packed: a directory may hold millions.
struct DirectoryListing: Sendable {
    private struct Entry {
        /// The first eight bytes of the name as a number, so that most comparisons need no more.
        let prefix: UInt64
        let start: Int
        let count: UInt16
        let kind: FileKind?
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var position = 0

    /// Adds an entry, but for `.` and `..`.
    mutating func append(_ name: some Collection<UInt8>, kind: FileKind?) {
        let dot = UInt8(ascii: ".")
        guard !(name.count <= 2 && name.allSatisfy { $0 == dot }) else { return }
        let prefix = name.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        let missing = UInt64(8 - min(8, name.count))
        entries.append(
            Entry(
                prefix: missing == 8 ? 0 : prefix << (8 * missing), start: bytes.count, count: UInt16(name.count),
                kind: kind))
        bytes.append(contentsOf: name)
    }

    /// Sorts by the bytes of the names.
    mutating func sort() {
        let bytes = bytes
        entries.sort { a, b in
            guard a.prefix == b.prefix else { return a.prefix < b.prefix }
            return Self.slice(a, of: bytes).lexicographicallyPrecedes(Self.slice(b, of: bytes))
        }
    }

    private static func slice(_ entry: Entry, of bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes[entry.start..<entry.start + Int(entry.count)]
    }

    /// Takes the next entry: its location and kind.
    mutating func next(in directory: OpenDirectory) -> (FileLocation, FileKind?)? {
        guard position < entries.count else { return nil }
        let entry = entries[position]
        position += 1
        let name = bytes.span.extracting(entry.start..<entry.start + Int(entry.count))
        return (FileLocation(name, in: directory), entry.kind)
    }

    /// Whether the directory has an entry of this name.
    func contains(_ name: [UInt8]) -> Bool {
        entries.contains { Int($0.count) == name.count && Self.slice($0, of: bytes).elementsEqual(name) }
    }
}
