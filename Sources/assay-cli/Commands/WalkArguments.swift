import ArgumentParser
import Assay
import SystemPackage

/// The arguments of every command that reads many files.
struct WalkArguments: ParsableArguments {
    @Argument(help: "Files and directories.", completion: .file())
    var paths: [String] = []

    @Option(
        help: ArgumentHelp("Also read the paths in this file, one a line; - is standard input.", valueName: "file"),
        completion: .file())
    var filesFrom: String?

    @Flag(name: [.customShort("0"), .customLong("null")], help: "A zero byte ends each path of --files-from.")
    var endsWithZero = false

    @Option(help: "Only files that match, in the notation of .gitignore. Repeatable.")
    var include: [String] = []

    @Option(help: "No files or directories that match, in the notation of .gitignore. Repeatable.")
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp("Leave out what this ignore file says, from where a walk begins.", valueName: "file"),
        completion: .file())
    var ignoreFile: [String] = []

    @Option(
        help: ArgumentHelp("Obey ignore files of this name in every directory, as .gitignore.", valueName: "name"))
    var ignoreName: String?

    @Option(
        help: ArgumentHelp("Only files changed after a time, or after another file was.", valueName: "time|file"))
    var newerThan: String?

    @Option(help: ArgumentHelp("Only files of at most so many bytes: 500k, 20M, 4Gi.", valueName: "size"))
    var maxFilesize: ByteCount?

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: "How many files are worked on at once. (default: one a core)")
    var jobs: Int?

    @Flag(help: "Do not keep what is read in the system's memory for files.")
    var noCachePollution = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up.") }
        guard !paths.isEmpty || filesFrom != nil else { throw ValidationError("Name a file or a directory.") }
        if endsWithZero, filesFrom == nil { throw ValidationError("--null belongs to --files-from.") }
        _ = try filter(readsFiles: false)
    }

    /// What is to be walked.
    func pathList() throws -> PathList {
        guard let filesFrom else { return PathList(paths.map { FilePath($0) }) }
        let text = try InputFile(filesFrom).contents()
        let separator: UInt8 = endsWithZero ? 0 : 0x0A
        return PathList(
            parsing: Array(paths.joined(separator: endsWithZero ? "\0" : "\n").utf8) + [separator] + text,
            separator: separator)
    }

    /// How it is walked.
    func batchOptions() throws -> BatchOptions {
        var options = BatchOptions()
        options.jobs = jobs ?? Processors.count
        options.filter = try filter(readsFiles: true)
        options.sparesCache = noCachePollution
        return options
    }

    private func filter(readsFiles: Bool) throws -> WalkFilter {
        var filter = WalkFilter()
        for pattern in include where !filter.include(pattern) {
            throw ValidationError("--include '\(pattern)' is no pattern.")
        }
        if readsFiles {
            for name in ignoreFile { filter.exclude(linesOf: try InputFile(name).contents()) }
        }
        for pattern in exclude where !filter.exclude(pattern) {
            throw ValidationError("--exclude '\(pattern)' is no pattern.")
        }
        filter.ignoreFileName = ignoreName
        filter.maximumByteCount = maxFilesize?.value
        if let newerThan { filter.newerThan = try FileTime(argument: newerThan).nanoseconds }
        return filter
    }
}
