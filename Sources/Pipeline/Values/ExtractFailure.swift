package import MetadataCore

/// Why a file has no record. Its ``type`` is what a workflow matches on: `Extract.Corrupt`.
package struct ExtractFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package var kind: Kind
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// `Extract.` and the kind; a version that is gone is `superseded`, which is no fault of the file.
    package var type: String { kind == .superseded ? kind.rawValue : "Extract.\(kind.rawValue)" }

    package var description: String { "\(type): \(message)" }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A service failed; the same again may work. The only kind that is retried.
        case transient = "Transient"
        /// The bytes contradict their format.
        case corrupt = "Corrupt"
        /// The content cannot be read without a password.
        case encrypted = "Encrypted"
        /// The file passes a limit.
        case tooLarge = "TooLarge"
        /// No reader knows the format.
        case unsupported = "Unsupported"
        /// The file took longer than it was given.
        case timeout = "Timeout"
        /// The version is not there any more.
        case superseded
    }
}

extension ExtractFailure {
    /// Why a record is no result; nil when it is one.
    ///
    /// - Parameter record: What the engine said of the file.
    package init?(_ record: MetadataRecord) {
        if record.document?.needsPassword == true {
            self.init(.encrypted, "the document cannot be read without a password")
        } else if record.status == .failed || record.status == .unrecognized {
            self.init(unusable: record)
        } else {
            return nil
        }
    }

    private init(unusable record: MetadataRecord) {
        let worst = record.issues.max { $0.severity < $1.severity }
        let fallback = record.status == .unrecognized ? Kind.unsupported : .corrupt
        guard let worst, worst.severity > .note || worst.code == .empty else {
            self.init(fallback, "no reader knows what this is")
            return
        }
        self.init(Kind(worst) ?? fallback, "\(worst.code.rawValue): \(worst.detail)")
    }
}

extension ExtractFailure.Kind {
    private static let byCode: [Issue.Code: Self] = [
        .truncated: .corrupt, .corrupt: .corrupt, .crashed: .corrupt, .encrypted: .encrypted,
        .limitExceeded: .tooLarge, .unsupported: .unsupported, .empty: .unsupported, .timeout: .timeout,
        .cancelled: .timeout, .unreadable: .transient, .changedWhileRead: .superseded,
    ]

    fileprivate init?(_ issue: Issue) {
        guard let kind = Self.byCode[issue.code] else { return nil }
        self = kind
    }
}
