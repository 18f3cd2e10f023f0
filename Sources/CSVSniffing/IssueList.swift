/// The issues that follow from the findings about a text.
struct IssueList {
    let findings: StreamFindings
    let decoder: TextDecoder
    let verdict: CSVVerdict

    /// At most one issue of each kind, with the place of the first occurrence.
    var issues: [CSVIssue] {
        var result: [CSVIssue] = []
        if let offset = verdict.firstInvalidByteOffset {
            result.append(CSVIssue(code: .invalidUTF8, offset: offset, detail: "not UTF-8; read as windows-1252"))
        }
        if verdict.nulByteCount > 0 {
            result.append(CSVIssue(code: .nulBytes, detail: "\(verdict.nulByteCount) bytes of value zero"))
        }
        if decoder.isTruncated {
            result.append(
                CSVIssue(code: .truncatedCodeUnit, offset: verdict.byteCount, detail: "ends inside a UTF-16 character")
            )
        }
        guard verdict.isTable else {
            return result + [CSVIssue(code: .binary, detail: "control characters that no text has")]
        }
        return result + (verdict.columnCount > 0 ? tableIssues : [CSVIssue(code: .empty, detail: "no text")])
    }

    private var tableIssues: [CSVIssue] {
        var result: [CSVIssue] = []
        if findings.unterminatedQuoteOffset != nil {
            let detail = "a quoted field never ends\(alternative("is text"))"
            result.append(
                CSVIssue(code: .unterminatedQuote, offset: verdict.unterminatedQuoteOffset, detail: detail))
        }
        if let offset = findings.strayQuoteOffset {
            let position = decoder.isUTF16 ? nil : offset + decoder.markLength
            let opening = findings.unterminatedQuoteOffset == nil ? alternative("opens one that never ends") : ""
            result.append(CSVIssue(code: .strayQuote, offset: position, detail: "a quote inside a field\(opening)"))
        }
        if verdict.raggedRowCount > 0 {
            let detail = "\(verdict.raggedRowCount) records do not have \(findings.profile.fieldCount) fields"
            result.append(CSVIssue(code: .raggedRows, detail: detail))
        }
        if let row = verdict.firstContradictedAtRow {
            result.append(CSVIssue(code: .contradictedSample, detail: "record \(row) differs from the sample"))
        }
        if findings.profile.columnCount > verdict.columns.count {
            let detail = "\(verdict.columns.count) of \(verdict.columnCount) columns are described"
            result.append(CSVIssue(code: .tooManyColumns, detail: detail))
        }
        if let offset = findings.longRecordOffset {
            let position = decoder.isUTF16 ? nil : offset + decoder.markLength
            result.append(CSVIssue(code: .longRecord, offset: position, detail: "a record of more than 1 MiB"))
        }
        return result
    }

    /// The row count under the other reading of a quote that never closes.
    private func alternative(_ reading: String) -> String {
        guard let count = verdict.alternativeRowCount, count != verdict.rowCount else { return "" }
        return "; if its quote \(reading), rowCount is \(count)"
    }
}
