import ImageExtraction
import Isolation
import ObjectExtraction

/// Makes records of pictures: the Swift readers, and libjpeg, libpng and libexif in a process of their own.
@main
enum ImageLambda {
    static func main() async throws {
        try await ExtractorFunction.run(.image) {
            let worker = WorkerExecutable.path(named: "assay-worker-image")
            return ImageExtractors.all
                + [worker].compactMap(\.self).map { WorkerPool(.image(executable: $0)).extractor }
        }
    }
}
