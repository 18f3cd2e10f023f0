internal import Isolation
internal import MetadataCore
internal import NativeEXIF
internal import NativeImage

/// The worker that holds libjpeg, libpng and libexif, for programs to be.
package enum ImageWorker {
    /// Reads what the host sends until it sends no more; with `--about`, says what the worker is.
    ///
    /// - Parameter arguments: All of the program's arguments, its name first.
    package static func run(_ arguments: [String]) {
        let arguments = WorkerArguments(parsing: arguments)
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
