/// The members of a request's JSON body: only those that are known, each of its type.
struct RequestBody {
    private let members: [String: JSONValue]

    static let maximumByteCount = 64 << 10

    /// Reads a body.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - known: The members that may be there.
    /// - Throws: ``APIProblem`` that says what is wrong.
    init(_ bytes: [UInt8], known: Set<String>) throws(APIProblem) {
        guard bytes.count <= Self.maximumByteCount else {
            throw .invalid("the body has \(bytes.count) bytes, where \(Self.maximumByteCount) are allowed")
        }
        guard let members = (try? JSONValue(parsing: bytes))?.object else {
            throw .invalid("the body is no JSON object")
        }
        if let stranger = members.keys.sorted().first(where: { !known.contains($0) }) {
            throw .invalid("unknown member \(stranger.prefix(64))")
        }
        self.members = members
    }

    func text(_ name: String) throws(APIProblem) -> String {
        guard let value = members[name] else { throw .invalid("\(name) is missing") }
        guard let text = value.string else { throw .invalid("\(name) has to be text") }
        return text
    }

    func textIfPresent(_ name: String) throws(APIProblem) -> String? {
        members[name] == nil ? nil : try text(name)
    }

    func identifier(_ name: String) throws(APIProblem) -> String {
        let text = try text(name)
        guard Identifier.isValid(text) else {
            throw .invalid("\(name) has to be 1 to 64 letters, digits, '-', '_' or '.'")
        }
        return text
    }

    func count(_ name: String) throws(APIProblem) -> Int {
        guard let value = members[name] else { throw .invalid("\(name) is missing") }
        guard let count = value.integer else { throw .invalid("\(name) has to be a whole number") }
        return count
    }

    func list(_ name: String) throws(APIProblem) -> [JSONValue] {
        guard let elements = members[name]?.array else { throw .invalid("\(name) has to be a list") }
        return elements
    }
}
