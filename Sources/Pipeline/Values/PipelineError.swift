/// Why the pipeline could not go on with a request, an event or a service.
package struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { "\(code.rawValue): \(message)" }

    /// A stable code.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        package init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// What came is not what was agreed.
        package static let malformed = Self(rawValue: "malformed")
        /// A service is busy, throttled or broken; the same again may work.
        package static let unavailable = Self(rawValue: "unavailable")
        /// A service refused, and would again.
        package static let refused = Self(rawValue: "refused")
    }
}
