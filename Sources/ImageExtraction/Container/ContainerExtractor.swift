internal import MetadataCore

/// An extractor that walks one container in process.
///
/// A conforming type only says how the container is walked; starting, ending and turning an error into an issue are
/// the same for all of them.
protocol ContainerExtractor: Extractor {
    /// Walks the container.
    ///
    /// What was learned before an error stays; the error becomes an issue.
    ///
    /// - Parameter scan: The container, its limits, and what was learned of it.
    /// - Throws: ``ExtractionError`` where the walk cannot go on.
    func walk(_ scan: inout ImageScan) throws(ExtractionError)
}

extension ContainerExtractor {
    /// Walks the container and reports how that ended.
    func scan(_ source: any ByteSource, as format: FileFormat, options: ExtractionOptions) -> Extraction {
        var scan = ImageScan(source, as: format, limits: options.limits)
        do throws(ExtractionError) {
            try walk(&scan)
        } catch {
            scan.fail(error)
        }
        return scan.finish()
    }
}
