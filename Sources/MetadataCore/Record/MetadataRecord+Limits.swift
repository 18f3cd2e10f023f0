extension MetadataRecord {
    /// The record with its lists cut until it is no longer than the limit; `omitted` says how many elements each lost.
    package func cut(to limits: Limits) -> MetadataRecord {
        var record = self
        record.keep(limits.issueCount, of: \.issues, named: "issues")
        guard !record.isSurelyShorter(than: limits.recordByteCount) else { return record }
        while record.canonicalJSON().count > limits.recordByteCount, record.shortenLongestList() {}
        return record
    }

    /// Whether the texts alone tell that the limit is far away; a byte of text takes at most six in JSON.
    private func isSurelyShorter(than byteCount: Int) -> Bool {
        guard labels.isEmpty, provenance.isEmpty, document?.textLines == nil else { return false }
        let texts = [
            image?.software, image?.title, image?.description, image?.creator, image?.color?.profile,
            image?.camera?.make, image?.camera?.model, image?.camera?.lens, image?.camera?.serial,
            document?.title, document?.author, document?.subject, document?.keywords, document?.creator,
            document?.producer, document?.pdfVersion, document?.pdfa, document?.pdfx, document?.created,
            document?.modified, document?.encryption?.handler,
        ]
        var textByteCount = texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        for text in image?.keywords ?? [] { textByteCount += text.utf8.count }
        for issue in issues { textByteCount += issue.detail.utf8.count }
        for column in table?.columns ?? [] { textByteCount += column.name?.utf8.count ?? 0 }
        let elementCount =
            issues.count + (image?.keywords?.count ?? 0) + (document?.pageSizes?.count ?? 0)
            + (document?.permissions?.count ?? 0) + (table?.columns?.count ?? 0) + (table?.fieldCounts?.count ?? 0)
        return 6 * textByteCount + 300 * elementCount + 8_192 < byteCount
    }

    private mutating func keep<Element>(_ count: Int, of list: WritableKeyPath<Self, [Element]>, named name: String) {
        let excess = self[keyPath: list].count - count
        guard excess > 0 else { return }
        self[keyPath: list].removeLast(excess)
        omitted[name, default: 0] += excess
    }

    /// Drops an eighth of the list that has most elements; false when no list is left to cut.
    private mutating func shortenLongestList() -> Bool {
        let counts = [
            columns.count, pageSizes.count, textLines.count, issues.count, labels.count, provenance.count,
        ]
        guard let longest = counts.max(), longest > 0 else { return false }
        let kept = longest - max(1, longest / 8)
        switch counts.firstIndex(of: longest) {
        case 0: keep(kept, of: \.columns, named: "table.columns")
        case 1: keep(kept, of: \.pageSizes, named: "document.pageSizes")
        case 2: keep(kept, of: \.textLines, named: "document.textLines")
        case 3: keep(kept, of: \.issues, named: "issues")
        case 4: keep(kept, of: \.labels, named: "labels")
        default: dropProvenance()
        }
        return true
    }

    private mutating func dropProvenance() {
        omitted["provenance"] = provenance.count
        provenance = [:]
    }
}

// MARK: - Lists within the parts

extension MetadataRecord {
    private var columns: [TableMetadata.Column] {
        get { table?.columns ?? [] }
        set { table?.columns = newValue }
    }

    private var pageSizes: [DocumentMetadata.PageSize] {
        get { document?.pageSizes ?? [] }
        set { document?.pageSizes = newValue }
    }

    private var textLines: [DocumentMetadata.TextLine] {
        get { document?.textLines ?? [] }
        set { document?.textLines = newValue }
    }
}
