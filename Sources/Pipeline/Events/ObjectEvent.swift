/// One thing that happened to one version of one object.
package struct ObjectEvent: Hashable, Sendable {
    package var kind: Kind
    package var bucket: String
    /// The key as it is, decoded.
    package var key: String
    /// The version; nil when the bucket keeps none, or when the event does not say.
    package var versionID: String?
    package var sequencer: Sequencer
    package var byteCount: Int?
    package var time: Timestamp

    package enum Kind: String, Hashable, Sendable {
        case created
        case deleted
    }

    package init(
        kind: Kind = .created, bucket: String, key: String, versionID: String?, sequencer: Sequencer = .none,
        byteCount: Int? = nil, time: Timestamp
    ) {
        self.kind = kind
        self.bucket = bucket
        self.key = key
        self.versionID = versionID
        self.sequencer = sequencer
        self.byteCount = byteCount
        self.time = time
    }
}

// MARK: - Reading

extension ObjectEvent {
    /// Reads what EventBridge delivers, or a notification that S3 sent itself.
    ///
    /// - Parameter json: The event.
    /// - Returns: The events in it: one of EventBridge, any number of a notification. Kinds that say nothing of
    ///   content, such as S3's test event, are left out.
    /// - Throws: ``PipelineError`` with code `malformed` when it is neither.
    package static func events(parsing json: JSONValue) throws(PipelineError) -> [ObjectEvent] {
        if json["detail-type"] != nil { return try [ObjectEvent(eventBridge: json)].compactMap(\.self) }
        if json["Event"]?.string == "s3:TestEvent" { return [] }
        guard let records = json["Records"]?.array, records.count <= 1_000 else {
            throw PipelineError(.malformed, "neither an EventBridge event nor an S3 notification")
        }
        var events: [ObjectEvent] = []
        for record in records {
            if let event = try ObjectEvent(notification: record) { events.append(event) }
        }
        return events
    }

    private init?(eventBridge json: JSONValue) throws(PipelineError) {
        let kinds: [String: Kind] = ["Object Created": .created, "Object Deleted": .deleted]
        guard let kind = kinds[try json.text("detail-type")] else { return nil }
        guard let detail = json["detail"], let object = detail["object"], let bucket = detail["bucket"] else {
            throw PipelineError(.malformed, "detail.object or detail.bucket is missing")
        }
        try self.init(
            kind, bucket: bucket.text("name"), key: object.text("key"), object, versionMember: "version-id",
            time: json.text("time"))
    }

    private init?(notification json: JSONValue) throws(PipelineError) {
        let name = try json.text("eventName").replacing(prefix: "s3:")
        guard
            let kind: Kind = name.hasPrefix("ObjectCreated:")
                ? .created : name.hasPrefix("ObjectRemoved:") ? .deleted : nil
        else { return nil }
        guard let object = json["s3"]?["object"], let bucket = json["s3"]?["bucket"] else {
            throw PipelineError(.malformed, "s3.object or s3.bucket is missing")
        }
        guard let key = FormDecoding.decode(try object.text("key")) else {
            throw PipelineError(.malformed, "the key is not form-encoded UTF-8")
        }
        try self.init(
            kind, bucket: bucket.text("name"), key: key, object, versionMember: "versionId",
            time: json.text("eventTime"))
    }

    private init(
        _ kind: Kind, bucket: String, key: String, _ object: JSONValue, versionMember: String, time: String
    ) throws(PipelineError) {
        guard let time = Timestamp(parsing: time) else {
            throw PipelineError(.malformed, "the event's time is no time")
        }
        guard !key.isEmpty, key.utf8.count <= 1_024 else { throw PipelineError(.malformed, "the key's length") }
        self.init(
            kind: kind, bucket: bucket, key: key, versionID: object[versionMember]?.string,
            sequencer: object["sequencer"]?.string.flatMap { Sequencer($0) } ?? .none,
            byteCount: object["size"]?.integer,
            time: time)
    }
}

extension String {
    fileprivate func replacing(prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
