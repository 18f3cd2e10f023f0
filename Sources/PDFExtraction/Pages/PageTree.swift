internal import MetadataCore

/// The root of the page tree (ISO 32000-2, 7.7.3.2).
struct PageTree {
    let root: PDFDictionary
    let reference: PDFReference
    let loaded: LoadedObject
    /// How many pages it says that there are; nil where it says nothing that can be true.
    let declaredCount: Int?
    /// Said where the declared count can not be true.
    let excess: ExtractionError?

    /// Finds the tree that the catalog names; nil where it is encrypted and cannot be opened.
    ///
    /// - Throws: `corrupt` where there is none. In a file that is read strictly also when it has no usable count, and
    ///   `limitExceeded` when the count is more than the file has bytes.
    init?(of document: OpenDocument) throws(ExtractionError) {
        guard let catalog = document.catalog else { return nil }
        do throws(ExtractionError) {
            try self.init(catalog, document.objects)
        } catch  where error.code == .encrypted {
            return nil
        }
    }

    private init(_ catalog: PDFDictionary, _ objects: PDFObjects) throws(ExtractionError) {
        let isLenient = objects.file.isLenient
        guard let reference = catalog["Pages"]?.reference, let loaded = try objects.object(reference),
            let root = try objects.resolve(loaded.object).dictionary,
            try objects.resolve(root["Type"]).name == "Pages" || isLenient
        else { throw .corrupt("the catalog names no page tree", at: nil) }
        (self.root, self.reference, self.loaded) = (root, reference, loaded)
        let count = try objects.resolve(root["Count"]).integer.flatMap { $0 < 1 ? nil : $0 }
        guard count != nil || isLenient else { throw .corrupt("a page tree without a count", at: loaded.offset) }
        guard let count, count > objects.file.byteCount else {
            (declaredCount, excess) = (count, nil)
            return
        }
        let detail = "\(count) pages in \(objects.file.byteCount) bytes"
        let error = ExtractionError.limitExceeded(detail, at: loaded.offset)
        guard isLenient else { throw error }
        (declaredCount, excess) = (nil, error)
    }
}
