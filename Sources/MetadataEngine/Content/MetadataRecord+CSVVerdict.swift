package import CSVSniffing
package import MetadataCore
internal import Normalization

extension MetadataRecord {
    /// The record of a text of which no more is known than what the sniffer says.
    package init(_ verdict: CSVVerdict) {
        let format: FileFormat = verdict.dialect.delimiter == "\t" ? .tsv : .csv
        let subject = Normalizer.Subject(size: verdict.byteCount, format: format, mediaType: format.mediaType)
        let extraction = Extraction(verdict)
        self = Normalizer().normalize(subject, findings: extraction.findings, issues: extraction.issues).record
    }
}
