internal import MetadataCore

/// The size of a page in points, to a thousandth.
struct PageSize: Hashable {
    let width: Double
    let height: Double

    /// Rounds a size; nil when a side is no number that a page can have.
    init?(width: Double, height: Double) {
        guard let width = Self.rounded(width), let height = Self.rounded(height) else { return nil }
        self.width = width
        self.height = height
    }

    private static func rounded(_ side: Double) -> Double? {
        guard side.isFinite, side > 0, side < 1e9 else { return nil }
        return (side * 1_000).rounded() / 1_000
    }
}

/// Pages counted by size, in the order in which the sizes first occur.
struct PageSizeGroups {
    private var counts: [PageSize: Int] = [:]
    private var order: [PageSize] = []

    /// Counts one page.
    mutating func add(_ size: PageSize) {
        if counts[size] == nil { order.append(size) }
        counts[size, default: 0] += 1
    }

    /// The groups as `[{width, height, count}]`; nil when no page was counted.
    var value: FieldValue? {
        guard !order.isEmpty else { return nil }
        return .array(
            order.map { size in
                .object([
                    "width": .number(size.width), "height": .number(size.height), "count": .integer(counts[size] ?? 0),
                ])
            })
    }
}
