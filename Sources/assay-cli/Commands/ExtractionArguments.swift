import ArgumentParser
import Assay

/// The arguments of every command that extracts.
struct ExtractionArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("What happens to positions: keep, drop, or round:N decimals.", valueName: "policy"),
        transform: LocationPolicy.init(argument:))
    var location: LocationPolicy = .keep

    @Option(
        help: ArgumentHelp("When native libraries are asked: always, or where they are needed.", valueName: "policy"),
        transform: NativeReaderPolicy.init(argument:))
    var native: NativeReaderPolicy = .needed

    @Option(help: ArgumentHelp("How long a native library may take for one file.", valueName: "seconds"))
    var timeout: Double = 10

    @Option(help: ArgumentHelp("The most memory of one process that runs a native library: 256M.", valueName: "size"))
    var maxMemory: ByteCount?

    @Flag(help: "Read nothing natively where a layer of the sandbox is missing.")
    var requireSandbox = false

    func validate() throws {
        guard timeout > 0, timeout <= 3_600 else {
            throw ValidationError("--timeout takes seconds, more than 0, up to 3600.")
        }
        if let maxMemory, maxMemory.value < 64 << 20 { throw ValidationError("--max-memory takes 64Mi or more.") }
    }

    /// The engine that the arguments ask for. Native libraries are reached through worker processes only.
    func engine(provenance: Bool = false, rangesOnly: Bool = false) -> ExtractionEngine {
        var options = ExtractionOptions()
        options.location = location
        options.nativeReaders = native
        options.includesProvenance = provenance
        options.readsRangesOnly = rangesOnly
        return .standard(native: pools.map(\.extractor), options: options)
    }

    /// The workers that the arguments ask for.
    var pools: [WorkerPool] {
        WorkerPool.installed { family in
            family.fileDeadline = .seconds(timeout)
            family.progressDeadline = .seconds(timeout)
            if let bound = maxMemory?.value, bound < family.memoryByteCount {
                family.memoryByteCount = bound
                family.renewalByteCount = bound / 2
            }
            if requireSandbox { family.requiredLayers = .all }
        }
    }
}

extension NativeReaderPolicy {
    /// Reads `always` or `needed`.
    fileprivate init(argument: String) throws {
        guard let policy = Self(rawValue: argument) else {
            throw ValidationError("'\(argument)' is no policy for native readers; write always or needed.")
        }
        self = policy
    }
}

extension LocationPolicy {
    /// Reads `keep`, `drop` or `round:N`.
    fileprivate init(argument: String) throws {
        switch argument {
        case "keep": self = .keep
        case "drop": self = .drop
        default:
            guard argument.hasPrefix("round:"), let decimals = Int(argument.dropFirst(6)), 0...12 ~= decimals else {
                throw ValidationError("'\(argument)' is no location policy; write keep, drop or round:2, say.")
            }
            self = .round(decimals: decimals)
        }
    }
}
