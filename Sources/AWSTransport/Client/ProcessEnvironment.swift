#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The variables of the process.
public enum ProcessEnvironment {
    /// All variables by name. Names and values that are no UTF-8 are repaired.
    ///
    /// The corresponding C variable is `environ`.
    public static var current: [String: String] {
        var variables: [String: String] = [:]
        var entry = unsafe environ
        while let line = unsafe entry.pointee {
            let text = unsafe String(cString: line)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            unsafe entry += 1
        }
        return variables
    }
}
