import Assay
import Foundation
import Isolation
import NativeEXIF
import NativeImage
import NativePDF

/// What it costs to ask native readers in a worker process instead of this one.
///
///     IsolationCost image|pdf WORKER FOLDER [ROUNDS]
///
/// Runs over the folder with readers in this process and with the worker, in turn, and prints the medians of the
/// processor time for one file, that of the worker included.
@main
enum IsolationCost {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else { fatalError("usage: IsolationCost image|pdf WORKER FOLDER [ROUNDS]") }
        let isPDF = arguments[1] == "pdf"
        let rounds = arguments.count > 4 ? Int(arguments[4]) ?? 7 : 7
        let paths = PathList([FilePath(arguments[3])])
        var inProcess: [Double] = []
        var isolated: [Double] = []
        for _ in 0..<rounds {
            inProcess.append(await microseconds(over: paths, isPDF ? [PopplerExtractor()] : imageReaders))
            let pool = WorkerPool(isPDF ? .pdf(executable: arguments[2]) : .image(executable: arguments[2]))
            isolated.append(await microseconds(over: paths, [pool.extractor], pool))
        }
        print("in process \(median(inProcess)) us a file, by a worker \(median(isolated)) us a file")
        print("difference \(median(zip(isolated, inProcess).map { $0 - $1 })) us a file")
    }

    private static var imageReaders: [any Extractor] {
        [JPEGLibraryExtractor(), PNGLibraryExtractor(), LibEXIFExtractor()]
    }

    private static func microseconds(
        over paths: PathList, _ native: [any Extractor], _ pool: WorkerPool? = nil
    ) async -> Double {
        var reading = ExtractionOptions()
        reading.nativeReaders = .always
        let engine = ExtractionEngine.standard(native: native, options: reading)
        var options = BatchOptions()
        options.jobs = 1
        let begin = processorSeconds()
        var count = 0
        for await entries in engine.batch(under: paths, options: options) { count += entries.count }
        pool?.shutdown()
        // The worker's time is known when it has ended.
        if pool != nil { try? await Task.sleep(for: .milliseconds(300)) }
        return (processorSeconds() - begin) * 1e6 / Double(max(1, count))
    }

    private static func processorSeconds() -> Double {
        [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
            var usage = rusage()
            getrusage(Int32(who.rawValue), &usage)
            return sum + seconds(usage.ru_utime) + seconds(usage.ru_stime)
        }
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    private static func median(_ values: [Double]) -> Double {
        (values.sorted()[values.count / 2] * 10).rounded() / 10
    }
}
