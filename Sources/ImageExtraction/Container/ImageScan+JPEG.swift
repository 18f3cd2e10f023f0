internal import MetadataCore

extension ImageScan {
    /// Hands on the blocks of a JPEG that stands inside this file, as raw files keep their previews.
    ///
    /// Its size and colour are the preview's, so they are not taken over; nor is damage in it reported as damage of
    /// this file.
    ///
    /// - Returns: Whether it held any block; then another need not be looked at.
    @discardableResult
    mutating func embedBlocks(ofJPEGIn range: Range<Int>) -> Bool {
        guard range.lowerBound < byteCount else {
            extraction.report(.truncated, .note, offset: byteCount, "a preview stands behind the end of the file")
            return false
        }
        var walk = JPEGWalk(ImageScan(SubSource(source, range), as: .jpeg, limits: limits))
        do throws(ExtractionError) {
            try walk.run()
        } catch {
            extraction.report(error.code, .note, offset: error.offset.map { $0 + range.lowerBound }, error.message)
        }
        for block in walk.scan.extraction.embedded {
            embed(block.format, block.bytes, at: block.offset.map { $0 + range.lowerBound })
        }
        return !walk.scan.extraction.embedded.isEmpty
    }
}
