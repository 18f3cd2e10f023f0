import MetadataCore

/// Swift Testing has an `Issue` too; in these tests it is the one of records.
typealias Issue = MetadataCore.Issue
