/// How far a file is. Within one attempt it only ever rises.
package enum FileStatus: String, Hashable, Sendable, CaseIterable, Comparable {
    /// An upload was promised; no byte has been seen.
    case pending
    /// The object is there.
    case uploaded
    /// An execution holds it.
    case processing
    /// There is no record, and the reason is known.
    case failed
    /// There is a record.
    case processed

    package var rank: Int {
        switch self {
        case .pending: 0
        case .uploaded: 1
        case .processing: 2
        case .failed: 3
        case .processed: 4
        }
    }

    /// Whether nothing more happens by itself.
    package var isFinal: Bool { self >= .failed }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
}
