/// One attribute of an item of the table.
package enum ItemValue: Hashable, Sendable {
    case string(String)
    case number(Int)

    package var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    package var number: Int? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// Whether this stands before another value of the same type; false across types, as DynamoDB has it. Text is
    /// compared by its UTF-8 bytes.
    package func precedes(_ other: ItemValue) -> Bool {
        switch (self, other) {
        case (.string(let mine), .string(let theirs)): mine.utf8.lexicographicallyPrecedes(theirs.utf8)
        case (.number(let mine), .number(let theirs)): mine < theirs
        default: false
        }
    }
}

/// The attributes of an item, without its key.
package typealias ItemAttributes = [Attribute: ItemValue]

/// The key of an item: a file, or a project; and what of it.
package struct ItemKey: Hashable, Sendable {
    package var partition: String
    package var sort: String

    package init(partition: String, sort: String) {
        self.partition = partition
        self.sort = sort
    }
}

extension ItemKey {
    /// The intent to upload a file.
    package static func upload(_ fileID: String) -> Self { Self(partition: fileID, sort: "UPLOAD") }

    /// The newest version of a file, as lists show it.
    package static func current(_ fileID: String) -> Self { Self(partition: fileID, sort: "CURRENT") }

    /// The result of one version of a file.
    package static func version(_ fileID: String, _ versionID: String) -> Self {
        Self(partition: fileID, sort: "V#\(versionID)")
    }

    /// The membership of a person in a project. No file's identifier holds a `#`.
    package static func member(_ subject: String, of projectID: String) -> Self {
        Self(partition: "PROJECT#\(projectID)", sort: "MEMBER#\(subject)")
    }
}
