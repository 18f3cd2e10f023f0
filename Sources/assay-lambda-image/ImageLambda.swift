import ImageExtraction
import ImageWorker
import Isolation
import ObjectExtraction

/// Makes records of pictures: the Swift readers, and libjpeg, libpng and libexif in a process of their own.
///
/// That process is this same program, started with a worker's arguments: Lambda starts it without any. One program
/// holds what two would hold twice, and its zip is half as long.
@main
enum ImageLambda {
    static func main() async throws {
        guard CommandLine.arguments.count == 1 else { return ImageWorker.run(CommandLine.arguments) }
        try await ExtractorFunction.run(.image) {
            ImageExtractors.all + [WorkerPool(.image(executable: "/proc/self/exe")).extractor]
        }
    }
}
