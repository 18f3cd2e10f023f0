/// Pages counted by size, in the order in which the sizes first occur.
///
/// ```swift
/// var groups = PageSizeGroups()
/// groups.add(width: 595.276, height: 841.89)
/// groups.value        // [{width, height, count}]
/// ```
package struct PageSizeGroups {
    private var counts: [PageSize: Int] = [:]
    private var order: [PageSize] = []

    private struct PageSize: Hashable {
        let width: Double
        let height: Double
    }

    /// No page yet.
    package init() {}

    /// Counts one page, its sides rounded to a thousandth of a point. A side that no page can have is passed over.
    ///
    /// - Parameters:
    ///   - width: As displayed, in points.
    ///   - height: As displayed, in points.
    package mutating func add(width: Double, height: Double) {
        guard let width = Self.rounded(width), let height = Self.rounded(height) else { return }
        let size = PageSize(width: width, height: height)
        if counts[size] == nil { order.append(size) }
        counts[size, default: 0] += 1
    }

    private static func rounded(_ side: Double) -> Double? {
        guard side.isFinite, side > 0, side < 1e9 else { return nil }
        return (side * 1_000).rounded() / 1_000
    }

    /// The groups as ``Field/documentPageSizes`` holds them; nil when no page was counted.
    package var value: FieldValue? {
        guard !order.isEmpty else { return nil }
        return .array(
            order.map { size in
                .object([
                    "width": .number(size.width), "height": .number(size.height), "count": .integer(counts[size] ?? 0),
                ])
            })
    }
}
