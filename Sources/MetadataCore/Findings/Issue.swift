/// Something about a file that the user should know: damage, a limit, a contradiction.
///
/// Codes are stable; details are for people and may change.
public struct Issue: Codable, Hashable, Sendable {
    /// What it is.
    public var code: Code
    /// How much of the record it touches.
    public var severity: Severity
    /// What was being done.
    public var stage: Stage
    /// Where in the file, in bytes from its start.
    public var offset: Int?
    /// The member of the record that it is about, as a path: `image.width`.
    public var field: String?
    /// Whether trying again later may help: true for busy or changing inputs, false for damaged ones.
    public var retryable: Bool
    /// One sentence for people; at most 500 bytes in a record.
    public var detail: String

    /// Makes an issue.
    ///
    /// - Parameters:
    ///   - code: What it is.
    ///   - severity: How much of the record it touches.
    ///   - stage: What was being done.
    ///   - offset: Where in the file, in bytes from its start.
    ///   - field: The member of the record that it is about.
    ///   - retryable: Whether trying again later may help.
    ///   - detail: One sentence for people.
    public init(
        _ code: Code, _ severity: Severity = .warning, stage: Stage, offset: Int? = nil, field: Field? = nil,
        retryable: Bool = false, detail: String
    ) {
        self.code = code
        self.severity = severity
        self.stage = stage
        self.offset = offset
        self.field = field?.rawValue
        self.retryable = retryable
        self.detail = detail
    }

    /// Records an error that ended one part of the work, while the rest goes on.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - severity: How much of the record it touches.
    ///   - stage: What was being done.
    public init(_ error: ExtractionError, _ severity: Severity = .warning, stage: Stage) {
        self.init(error.code, severity, stage: stage, offset: error.offset, detail: error.message)
    }
}

extension Issue {
    /// How much of the record an issue touches; it decides the record's status.
    public enum Severity: String, Codable, Hashable, Sendable, Comparable {
        /// Nothing is missing: a contradiction that a rule settled, a wrong file name.
        case note
        /// A part is missing or doubtful: the record is `partial`.
        case warning
        /// The file could not be read or understood at all: the record is `failed`.
        case error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        /// Orders by weight: note, warning, error.
        ///
        /// - Parameters:
        ///   - lhs: One severity.
        ///   - rhs: The other.
        /// - Returns: Whether the first weighs less.
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    }

    /// The step of the work that met an issue.
    public enum Stage: String, Codable, Hashable, Sendable {
        /// Finding and opening the file.
        case open
        /// Reading its bytes.
        case read
        /// Telling its format.
        case identify
        /// Reading its metadata.
        case extract
        /// Merging what was found into a record.
        case normalize
    }

    /// A stable code. New codes may be added; none changes its meaning.
    public struct Code: RawRepresentable, Codable, Hashable, Sendable {
        /// The code as it stands in a record.
        public let rawValue: String

        /// Makes a code from its text.
        ///
        /// - Parameter rawValue: The code as it stands in a record.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }
}

extension Issue.Code {
    /// The file ends before one of its structures does.
    public static let truncated = Self(rawValue: "truncated")
    /// A structure contradicts its specification.
    public static let corrupt = Self(rawValue: "corrupt")
    /// Content is encrypted and cannot be read without a password.
    public static let encrypted = Self(rawValue: "encrypted")
    /// The name or the declared type says something else than the bytes.
    public static let typeMismatch = Self(rawValue: "typeMismatch")
    /// Two readings of the same field differ; a rule chose.
    public static let conflict = Self(rawValue: "conflict")
    /// A bound that we set was reached; what lies behind it was not read.
    public static let limitExceeded = Self(rawValue: "limitExceeded")
    /// The file took longer than it was given.
    public static let timeout = Self(rawValue: "timeout")
    /// A native parser died on this file.
    public static let crashed = Self(rawValue: "crashed")
    /// The file changed while it was read, twice.
    public static let changedWhileRead = Self(rawValue: "changedWhileRead")
    /// The format is known, but this variant of it is not read.
    public static let unsupported = Self(rawValue: "unsupported")
    /// The bytes could not be read: permission, input error.
    public static let unreadable = Self(rawValue: "unreadable")
    /// Nothing has this name: a broken link, a file removed meanwhile.
    public static let notFound = Self(rawValue: "notFound")
    /// Not a regular file: a FIFO, a socket, a device. It was not opened.
    public static let notRegularFile = Self(rawValue: "notRegularFile")
    /// A symbolic link, which is not followed unless asked.
    public static let symbolicLink = Self(rawValue: "symbolicLink")
    /// The bytes of the name are not UTF-8; `pathBase64` holds them.
    public static let nameNotUTF8 = Self(rawValue: "nameNotUTF8")
    /// The work was cancelled by the caller.
    public static let cancelled = Self(rawValue: "cancelled")
    /// The file has no bytes.
    public static let empty = Self(rawValue: "empty")
    /// A value was found that its field cannot hold; it was left out.
    public static let invalidValue = Self(rawValue: "invalidValue")
    /// The structure was broken and was rebuilt by a scan; values may differ from what other readers say.
    public static let repaired = Self(rawValue: "repaired")
}
