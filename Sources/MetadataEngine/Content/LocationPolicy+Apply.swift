internal import MetadataCore

extension LocationPolicy {
    private static let coordinates: Set<Field> = [.imageLatitude, .imageLongitude]
    private static let all: Set<Field> = [.imageLatitude, .imageLongitude, .imageAltitude, .imageLocationTime]

    /// Rounds or removes positions, before anything else sees them.
    func apply(to findings: inout [Finding]) {
        switch self {
        case .keep: return
        case .drop: findings.removeAll { Self.all.contains($0.field) }
        case .round(let decimals):
            findings.removeAll { Self.all.subtracting(Self.coordinates).contains($0.field) }
            for index in findings.indices where Self.coordinates.contains(findings[index].field) {
                findings[index].value = Self.rounded(findings[index].value, decimals)
            }
        }
    }

    private static func rounded(_ value: FieldValue, _ decimals: Int) -> FieldValue {
        guard let number = value.number else { return value }
        let scale = (0..<max(0, min(decimals, 12))).reduce(1.0) { scale, _ in scale * 10 }
        return .number((number * scale).rounded() / scale)
    }
}
