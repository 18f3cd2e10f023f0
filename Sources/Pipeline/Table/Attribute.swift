/// The name of an attribute of the table.
package struct Attribute: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension Attribute {
    /// The keys of the table and of its indexes.
    package static let partition = Self(rawValue: "pk")
    package static let sort = Self(rawValue: "sk")
    /// The list of a project, newest first: `projectId` and `createdAt#fileId`, only on the item that lists show.
    package static let listPartition = Self(rawValue: "listProject")
    package static let listSort = Self(rawValue: "listOrder")
    /// What is not finished, by the time at which somebody should look at it; absent from everything that is.
    package static let openPartition = Self(rawValue: "open")
    package static let openSort = Self(rawValue: "dueAt")

    package static let status = Self(rawValue: "status")
    package static let rank = Self(rawValue: "rank")
    package static let attempt = Self(rawValue: "attempt")
    package static let fence = Self(rawValue: "fence")
    package static let owner = Self(rawValue: "owner")
    package static let leaseUntil = Self(rawValue: "leaseUntil")
    package static let starts = Self(rawValue: "starts")

    package static let fileID = Self(rawValue: "fileId")
    package static let projectID = Self(rawValue: "projectId")
    package static let fileName = Self(rawValue: "filename")
    package static let contentType = Self(rawValue: "contentType")
    package static let byteCount = Self(rawValue: "size")
    package static let bucket = Self(rawValue: "bucket")
    package static let key = Self(rawValue: "key")
    package static let versionID = Self(rawValue: "versionId")
    package static let sequencer = Self(rawValue: "sequencer")
    package static let createdAt = Self(rawValue: "createdAt")
    package static let createdBy = Self(rawValue: "createdBy")
    package static let uploadID = Self(rawValue: "uploadId")
    package static let expiresAt = Self(rawValue: "expiresAt")

    package static let record = Self(rawValue: "record")
    package static let recordKey = Self(rawValue: "recordKey")
    package static let recordDigest = Self(rawValue: "recordSha256")
    package static let format = Self(rawValue: "format")
    package static let summary = Self(rawValue: "summary")
    package static let errorReason = Self(rawValue: "errorReason")
    package static let errorDetail = Self(rawValue: "errorDetail")
}
