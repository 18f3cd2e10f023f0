#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Colors for people: on a terminal, unless `NO_COLOR` is set to anything (https://no-color.org).
enum StatusColor {
    private static let isWanted: Bool = {
        guard Output.standard.isTerminal, unsafe getenv("TERM").map({ unsafe String(cString: $0) }) != "dumb" else {
            return false
        }
        return unsafe getenv("NO_COLOR").map { unsafe $0.pointee == 0 } ?? true
    }()

    /// The escape sequences of ECMA-48, 8.3.117.
    private static let codes = ["complete": "32", "partial": "33", "failed": "31", "unrecognized": "2"]

    static func paint(_ text: String, as status: String) -> String {
        guard isWanted, let code = codes[status] else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
