/// Where an upload lies in its bucket: `uploads/PROJECT/FILE/NAME`.
package struct UploadKey: Hashable, Sendable {
    package var projectID: String
    package var fileID: String
    package var fileName: String

    package static let prefix = "uploads/"

    package init(projectID: String, fileID: String, fileName: String) {
        self.projectID = projectID
        self.fileID = fileID
        self.fileName = fileName
    }

    /// Reads a key; nil when it is no upload's. The name may hold slashes.
    ///
    /// - Parameter key: The key, decoded.
    package init?(parsing key: String) {
        guard key.hasPrefix(Self.prefix) else { return nil }
        let parts = key.dropFirst(Self.prefix.count).split(
            separator: "/", maxSplits: 2, omittingEmptySubsequences: false
        ).map(String.init)
        guard parts.count == 3, Identifier.isValid(parts[0]), Identifier.isValid(parts[1]), !parts[2].isEmpty else {
            return nil
        }
        self.init(projectID: parts[0], fileID: parts[1], fileName: parts[2])
    }

    package var text: String { "\(Self.prefix)\(projectID)/\(fileID)/\(fileName)" }
}

/// The names that projects and files have: 1 to 64 letters, digits, `-`, `_`, `.`, beginning with a letter or digit.
package enum Identifier {
    package static func isValid(_ text: String) -> Bool {
        guard (1...64).contains(text.utf8.count), let first = text.utf8.first, isAlphanumeric(first) else {
            return false
        }
        return text.utf8.allSatisfy { isAlphanumeric($0) || marks.contains($0) }
    }

    private static let marks = Set("-_.".utf8)

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
