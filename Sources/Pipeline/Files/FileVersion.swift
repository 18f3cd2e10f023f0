/// One version of one uploaded file: what is known of it before it is read.
package struct FileVersion: Hashable, Sendable {
    package var upload: UploadKey
    package var bucket: String
    package var versionID: String
    package var sequencer: Sequencer
    /// When the file was promised or, without a promise, when the object was made. Never the clock of a step.
    package var createdAt: String
    package var contentType: String
    package var byteCount: Int

    package init(
        upload: UploadKey, bucket: String, versionID: String, sequencer: Sequencer, createdAt: String,
        contentType: String, byteCount: Int
    ) {
        self.upload = upload
        self.bucket = bucket
        self.versionID = versionID
        self.sequencer = sequencer
        self.createdAt = createdAt
        self.contentType = contentType
        self.byteCount = byteCount
    }

    package var fileID: String { upload.fileID }

    package var itemKey: ItemKey { .version(fileID, versionID) }
}

extension FileVersion {
    /// Reads the attributes that arrival wrote; nil when one is missing.
    package init?(_ item: ItemAttributes) {
        guard let key = item[.key]?.string, let upload = UploadKey(parsing: key), let bucket = item[.bucket]?.string,
            let versionID = item[.versionID]?.string, let createdAt = item[.createdAt]?.string
        else { return nil }
        self.init(
            upload: upload, bucket: bucket, versionID: versionID,
            sequencer: item[.sequencer]?.string.flatMap { Sequencer($0) } ?? .none, createdAt: createdAt,
            contentType: item[.contentType]?.string ?? "", byteCount: item[.byteCount]?.number ?? 0)
    }

    /// What every item about this version says of it.
    var attributes: ItemAttributes {
        [
            .fileID: .string(fileID), .projectID: .string(upload.projectID), .fileName: .string(upload.fileName),
            .bucket: .string(bucket), .key: .string(upload.text), .versionID: .string(versionID),
            .sequencer: .string(sequencer.text), .createdAt: .string(createdAt), .contentType: .string(contentType),
            .byteCount: .number(byteCount),
        ]
    }
}
