internal import FoundationEssentials
package import Pipeline

extension Pipeline.Timestamp {
    /// The clock's time.
    package static var now: Self {
        Self(milliseconds: Int(Date().timeIntervalSince1970 * 1_000))
    }
}
