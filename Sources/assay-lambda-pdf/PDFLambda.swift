import Isolation
import ObjectExtraction
import PDFExtraction

/// Makes records of PDF documents: the Swift reader, and poppler in a process of its own.
@main
enum PDFLambda {
    static func main() async throws {
        try await ExtractorFunction.run(.pdf) {
            let worker = WorkerExecutable.path(named: "assay-worker-pdf")
            return [PDFExtractor()] + [worker].compactMap(\.self).map { WorkerPool(.pdf(executable: $0)).extractor }
        }
    }
}
