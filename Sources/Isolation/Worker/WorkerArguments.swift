/// The arguments of a worker's program.
package struct WorkerArguments: Hashable, Sendable {
    /// What the process may use.
    package private(set) var bounds = SandboxBounds()
    /// Whether the program is only to say what it is.
    package private(set) var isAbout = false
    /// What is left: arguments that this type does not know.
    package private(set) var rest: [String] = []

    /// Reads arguments.
    ///
    /// - Parameter arguments: All of them, the program's name first: `--memory BYTES`, `--cpu SECONDS`, `--about`.
    package init(parsing arguments: [String]) {
        var iterator = arguments.dropFirst().makeIterator()
        while let argument = iterator.next() {
            switch argument {
            case "--memory": bounds.memoryByteCount = iterator.next().flatMap(Int.init) ?? bounds.memoryByteCount
            case "--cpu": bounds.cpuSeconds = iterator.next().flatMap(Int.init) ?? bounds.cpuSeconds
            case "--about": isAbout = true
            default: rest.append(argument)
            }
        }
        bounds.mayWriteFiles = isAbout
    }
}

extension WorkerReport {
    /// The report as lines of text.
    public var text: String {
        """
        family     \(family)
        readers    \(readers.joined(separator: " "))
        sandbox    \(layers.names.joined(separator: ", "))
        missing    \(SandboxLayers.all.subtracting(layers).names.joined(separator: ", "))
        libraries  \(libraries.joined(separator: " "))
        """
    }
}
