import Isolation
import MetadataCore
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Workers of the test program, which does what its file says.
enum Probe {
    static let format = FileFormat(rawValue: "probe")

    static func family(_ change: (inout WorkerFamily) -> Void = { _ in }) throws -> WorkerFamily {
        let path = try #require(WorkerExecutable.path(named: "assay-worker-probe"))
        var family = WorkerFamily(name: "probe", executable: path, formats: [format], memoryByteCount: 256 << 20)
        family.workerCount = 2
        // Generous: the machine that runs this may be busy with something else.
        family.fileDeadline = .seconds(60)
        family.progressDeadline = .seconds(60)
        family.startDeadline = .seconds(60)
        change(&family)
        return family
    }

    static func pool(_ change: (inout WorkerFamily) -> Void = { _ in }) throws -> WorkerPool {
        WorkerPool(try family(change))
    }
}

extension WorkerPool {
    /// Has the probe do what `command` says.
    func run(_ command: String) async -> Extraction {
        await run(MemorySource(Array(command.utf8)))
    }

    func run(_ source: any ByteSource) async -> Extraction {
        await extractor.extract(from: source, as: Probe.format, options: ExtractionOptions())
    }
}

extension Extraction {
    func value(_ field: Field) -> FieldValue? {
        findings.first { $0.field == field }?.value
    }

    /// What the probe's system call answered: an error number.
    var answer: Int32? {
        value(.documentPageCount)?.integer.flatMap { Int32(exactly: $0) }
    }

    var codes: [MetadataCore.Issue.Code] { issues.map(\.code) }
}

/// This process, as `/proc` shows it.
enum ProcessTable {
    /// The number of descriptors that this process has open.
    static var descriptorCount: Int { entries(of: "/proc/self/fd").count }

    private static func entries(of path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}

/// An open file of the system.
final class OpenFile: ByteSource {
    private let descriptor: Int32
    let byteCount: Int

    /// Opens a file.
    init(at path: String) throws {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        byteCount = Int(lseek(descriptor, 0, SEEK_END))
    }

    /// Makes a file without a name.
    init(containing bytes: [UInt8]) throws {
        var name = Array("/tmp/assay-isolation-XXXXXX".utf8CString)
        descriptor = unsafe mkstemp(&name)
        try #require(descriptor >= 0)
        unsafe unlink(name)
        try #require(unsafe write(descriptor, bytes, bytes.count) == bytes.count)
        byteCount = bytes.count
    }

    deinit {
        close(descriptor)
    }

    var fileDescriptor: Int32? { descriptor }

    func read(_ range: Range<Int>) throws(ExtractionError) -> ArraySlice<UInt8> {
        let range = range.clamped(to: 0..<byteCount)
        var bytes = [UInt8](repeating: 0, count: range.count)
        let count = unsafe pread(descriptor, &bytes, range.count, off_t(range.lowerBound))
        return bytes[0..<max(0, count)]
    }
}
