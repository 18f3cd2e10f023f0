import Isolation
import MetadataCore
import NativePDF

/// The worker that holds poppler. `assay` starts it; `--about` says what it is.
@main
enum PDFWorker {
    static func main() {
        let arguments = WorkerArguments(parsing: CommandLine.arguments)
        let document = Worker.WarmUp(FileFormat(rawValue: "pdf"), WarmUpDocument.bytes)
        let worker = Worker(family: "pdf", readers: [PopplerExtractor()], warmUp: [document])
        MainThread.run {
            if arguments.isAbout {
                print(await worker.shutIn(arguments.bounds).text)
            } else {
                await worker.run(arguments.bounds)
            }
        }
    }
}
