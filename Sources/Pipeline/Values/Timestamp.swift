#if canImport(FoundationEssentials)
private import FoundationEssentials
#else
private import Foundation
#endif

/// A moment, in milliseconds since 1970 in UTC.
package struct Timestamp: Hashable, Sendable, Comparable {
    package var milliseconds: Int

    package init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// Reads RFC 3339 with `Z`, with or without a fraction of a second.
    package init?(parsing text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let whole = Date.ISO8601FormatStyle()
        let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? fractional.parse(text)) ?? (try? whole.parse(text)) else { return nil }
        milliseconds = Int((date.timeIntervalSince1970 * 1_000).rounded())
    }

    /// `2026-11-25T08:30:00.250Z`: as text, moments sort as they do as numbers.
    package var text: String {
        // The format cuts what is less than a millisecond, and most milliseconds are no exact fraction of a second.
        let date = Date(timeIntervalSince1970: (Double(milliseconds) + 0.5) / 1_000)
        return Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(date)
    }

    /// Whole seconds, as DynamoDB's time to live counts.
    package var seconds: Int { milliseconds / 1_000 }

    package func adding(seconds: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds + seconds * 1_000)
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.milliseconds < rhs.milliseconds }
}
