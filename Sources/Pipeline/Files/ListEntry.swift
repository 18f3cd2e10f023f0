/// How an item takes its place in the two sparse indexes.
package enum ListEntry {
    /// The members that put an item into its project's list.
    package static func listed(projectID: String, createdAt: String, fileID: String) -> ItemAttributes {
        [.listPartition: .string(projectID), .listSort: .string("\(createdAt)#\(fileID)")]
    }

    /// The members that keep an item among the unfinished ones.
    package static func open(fileID: String, due: Timestamp) -> ItemAttributes {
        [.openPartition: .string(openPartition(of: fileID)), .openSort: .string(due.text)]
    }

    /// All partitions of the unfinished, so that no one of them takes every write.
    package static let openPartitions = (0..<8).map { "open-\($0)" }

    private static func openPartition(of fileID: String) -> String {
        let sum = fileID.utf8.reduce(0 as UInt32) { ($0 &* 31) &+ UInt32($1) }
        return openPartitions[Int(sum % UInt32(openPartitions.count))]
    }
}
