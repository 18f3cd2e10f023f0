internal import MetadataCore

extension ImageScan {
    /// Changes how many bytes are fetched at once, from the position of the walk on.
    ///
    /// A walk that skips pixels wants small windows, one that reads everything wants large ones.
    ///
    /// - Throws: ``ExtractionError`` never in practice: the position stays.
    mutating func setWindow(_ byteCount: Int) throws(ExtractionError) {
        let offset = reader.offset
        reader = SourceReader(source, windowByteCount: byteCount)
        try reader.seek(to: offset)
    }
}
