extension MetadataRecord {
    /// The record as canonical JSON: UTF-8, sorted keys, no white space, absent members left out.
    ///
    /// - Returns: One JSON object without a newline; equal records give equal bytes.
    public func canonicalJSON() -> [UInt8] {
        canonicalJSON(path: nil, pathBase64: nil, reads: nil)
    }

    func canonicalJSON(path: String?, pathBase64: String?, reads: ReadCounts?) -> [UInt8] {
        var writer = CanonicalJSONWriter()
        writer.object { writeMembers(to: &$0, path: path, pathBase64: pathBase64, reads: reads) }
        return writer.bytes
    }

    private func writeMembers(
        to json: inout CanonicalJSONWriter, path: String?, pathBase64: String?, reads: ReadCounts?
    ) {
        json.member("checksums", checksums)
        json.member("document", document)
        json.member("format", format.rawValue)
        json.member("image", image)
        json.member("integrity", integrity)
        json.member("issues", issues.isEmpty ? nil : issues)
        json.member("labels", labels.isEmpty ? nil : labels)
        json.member("mediaType", mediaType)
        json.member("omitted", sorted: omitted)
        json.member("path", path)
        json.member("pathBase64", pathBase64)
        json.member("provenance", sorted: provenance)
        json.member("reads", reads)
        json.member("schema", schema)
        json.member("size", size)
        json.member("status", status.rawValue)
        json.member("table", table)
    }
}

extension ChecksumValues: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("crc32c", crc32c)
        json.member("crc64nvme", crc64nvme)
        json.member("sha256", sha256)
    }
}

extension ReadCounts: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("bytes", bytes)
        json.member("requests", requests)
    }
}

extension Label: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("confidence", confidence)
        json.member("name", name)
        json.member("source", source)
    }
}

extension Integrity: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("algorithm", algorithm)
        json.member("type", type)
        json.member("verified", verified)
    }
}

extension Issue: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("code", code.rawValue)
        json.member("detail", detail)
        json.member("field", field)
        json.member("offset", offset)
        json.member("retryable", retryable)
        json.member("severity", severity.rawValue)
        json.member("stage", stage.rawValue)
    }
}

extension TableMetadata: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("bom", bom)
        json.member("columnCount", columnCount)
        json.member("columns", columns)
        json.member("confidence", confidence)
        json.member("dialect", dialect)
        json.member("emptyRows", emptyRows)
        json.member("encoding", encoding)
        json.member("fieldCounts", fieldCounts)
        json.member("firstContradictedAtRow", firstContradictedAtRow)
        json.member("footerRows", footerRows)
        json.member("header", header)
        json.member("headerRows", headerRows)
        json.member("lineEnds", lineEnds)
        json.member("raggedRows", raggedRows)
        json.member("rowCount", rowCount)
        json.member("runnerUp", runnerUp)
    }
}

extension TableMetadata.FieldCount: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("fields", fields)
        json.member("rows", rows)
    }
}

extension TableMetadata.LineEnds: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("cr", cr)
        json.member("crlf", crlf)
        json.member("lf", lf)
    }
}

extension TableMetadata.Dialect: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("comment", comment)
        json.member("delimiter", delimiter)
        json.member("escape", escape)
        json.member("lineTerminator", lineTerminator)
        json.member("quote", quote)
        json.member("skipRows", skipRows)
    }
}

extension TableMetadata.Column: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("ambiguous", ambiguous)
        json.member("format", format)
        json.member("name", name)
        json.member("nullable", nullable)
        json.member("type", type)
        json.member("width", width)
    }
}

extension DocumentMetadata: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("attachments", attachments)
        json.member("author", author)
        json.member("created", created)
        json.member("creator", creator)
        json.member("encrypted", encrypted)
        json.member("encryption", encryption)
        json.member("forms", forms)
        json.member("javascript", javascript)
        json.member("keywords", keywords)
        json.member("linearized", linearized)
        json.member("modified", modified)
        json.member("needsPassword", needsPassword)
        json.member("outlines", outlines)
        json.member("pageCount", pageCount)
        json.member("pageSizes", pageSizes)
        json.member("pdfVersion", pdfVersion)
        json.member("pdfa", pdfa)
        json.member("pdfx", pdfx)
        json.member("permissions", permissions)
        json.member("portfolio", portfolio)
        json.member("producer", producer)
        json.member("revisions", revisions)
        json.member("signatures", signatures)
        json.member("subject", subject)
        json.member("tagged", tagged)
        json.member("textLines", textLines)
        json.member("title", title)
    }
}

extension DocumentMetadata.PageSize: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("count", count)
        json.member("height", height)
        json.member("width", width)
    }
}

extension DocumentMetadata.TextLine: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("confidence", confidence)
        json.member("page", page)
        json.member("source", source)
        json.member("text", text)
    }
}

extension DocumentMetadata.Encryption: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("cipher", cipher)
        json.member("handler", handler)
        json.member("keyLength", keyLength)
        json.member("revision", revision)
        json.member("version", version)
    }
}
