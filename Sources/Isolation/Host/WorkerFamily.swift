public import MetadataCore

/// A kind of worker: which program it is, what it reads, and what it may cost.
///
/// ```swift
/// let family = WorkerFamily.image(executable: "/usr/libexec/assay/assay-worker-image")
/// let pool = WorkerPool(family)
/// let engine = ExtractionEngine.standard(native: [pool.extractor])
/// ```
public struct WorkerFamily: Hashable, Sendable {
    /// The name: `image`, `pdf`. It is the name of the pool's extractor, too.
    public var name: String
    /// The path of the worker's program.
    public var executable: String
    /// The formats that the worker's readers read.
    public var formats: Set<FileFormat>
    /// The most workers that work at once; they are started as files wait. The number of processors by default.
    public var workerCount: Int
    /// The most files that wait at one worker while it reads one, that one among them. 4; of images 16.
    public var pipelineDepth = 4
    /// How long one file may take. 20 seconds.
    public var fileDeadline = Duration.seconds(20)
    /// How long one step of a file may take. 10 seconds.
    public var progressDeadline = Duration.seconds(10)
    /// How long a worker may take to start. 10 seconds.
    public var startDeadline = Duration.seconds(10)
    /// The most address space of one worker, in bytes.
    public var memoryByteCount: Int
    /// The most processor time of one worker in its life; it is replaced at half of it. 10 minutes.
    public var cpuTime = Duration.seconds(600)
    /// After how many files a worker is replaced. 20,000.
    public var renewalFileCount = 20_000
    /// At how much resident memory, in bytes, a worker is replaced. Half of ``memoryByteCount``.
    public var renewalByteCount: Int
    /// Whether a started worker waits for one that dies, once one has died. True.
    public var keepsSpare = true
    /// The layers without which nothing is read at all. None by default: the worker runs with what the system has.
    public var requiredLayers: SandboxLayers = []
    /// Further arguments of the program.
    public var arguments: [String] = []

    /// Makes a family.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - executable: The path of the worker's program.
    ///   - formats: The formats that its readers read.
    ///   - memoryByteCount: The most address space of one worker, in bytes.
    public init(name: String, executable: String, formats: Set<FileFormat>, memoryByteCount: Int) {
        self.name = name
        self.executable = executable
        self.formats = formats
        self.memoryByteCount = memoryByteCount
        renewalByteCount = memoryByteCount / 2
        workerCount = Processors.count
    }

    /// libjpeg, libpng and libexif in 256 MiB.
    ///
    /// - Parameter executable: The path of `assay-worker-image`.
    /// - Returns: The family.
    public static func image(executable: String) -> WorkerFamily {
        let formats = ["jpeg", "png", "tiff"].map(FileFormat.init(rawValue:)) + [.exif]
        var family = WorkerFamily(
            name: "image", executable: executable, formats: Set(formats), memoryByteCount: 256 << 20)
        // Reading one takes less time than waking a process.
        family.pipelineDepth = 96
        return family
    }

    /// poppler in 512 MiB.
    ///
    /// - Parameter executable: The path of `assay-worker-pdf`.
    /// - Returns: The family.
    public static func pdf(executable: String) -> WorkerFamily {
        let formats = [FileFormat(rawValue: "pdf")]
        return WorkerFamily(name: "pdf", executable: executable, formats: Set(formats), memoryByteCount: 512 << 20)
    }
}
