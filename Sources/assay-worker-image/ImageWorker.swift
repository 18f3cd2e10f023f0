import Isolation
import MetadataCore
import NativeEXIF
import NativeImage

/// The worker that holds libjpeg, libpng and libexif. `assay` starts it; `--about` says what it is.
@main
enum ImageWorker {
    static func main() {
        let arguments = WorkerArguments(parsing: CommandLine.arguments)
        let worker = Worker(
            family: "image", readers: [JPEGLibraryExtractor(), PNGLibraryExtractor(), LibEXIFExtractor()],
            warmUp: WarmUpImages.all)
        MainThread.run {
            if arguments.isAbout {
                print(await worker.shutIn(arguments.bounds).text)
            } else {
                await worker.run(arguments.bounds)
            }
        }
    }
}
