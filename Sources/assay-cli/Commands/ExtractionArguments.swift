import ArgumentParser
import Assay
import NativeEXIF
import NativeImage
import NativePDF

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

    /// The engine that the arguments ask for.
    func engine(provenance: Bool = false) -> ExtractionEngine {
        var options = ExtractionOptions()
        options.location = location
        options.nativeReaders = native
        options.includesProvenance = provenance
        return .standard(native: Self.nativeReaders, options: options)
    }

    private static var nativeReaders: [any Extractor] {
        [JPEGLibraryExtractor(), PNGLibraryExtractor(), LibEXIFExtractor(), PopplerExtractor()]
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
