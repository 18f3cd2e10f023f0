import ImageWorker

/// The worker of the command: `assay` starts it; `--about` says what it is.
@main
enum ImageWorkerProgram {
    static func main() {
        ImageWorker.run(CommandLine.arguments)
    }
}
