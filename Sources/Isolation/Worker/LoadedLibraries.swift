#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The shared libraries of this process.
public enum LoadedLibraries {
    private static let mostBytes = 1 << 20

    /// The names of their files, which carry versions, in sorted order.
    ///
    /// - Returns: Names such as `libpng16.so.16.39.0`; none where the system does not tell them.
    public static func names() -> [String] {
        let bytes = bytes(of: "/proc/self/maps")
        var names: [ArraySlice<UInt8>] = []
        // The parts of one file follow each other.
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let slash = line.lastIndex(of: UInt8(ascii: "/")) else { continue }
            let name = line[(slash + 1)...]
            if name != names.last { names.append(name) }
        }
        return Set(names.map { String(decoding: $0, as: UTF8.self) }).filter(isLibrary).sorted()
    }

    private static func isLibrary(_ name: String) -> Bool {
        name.hasSuffix(".so") || name.utf8.indices.contains { name.utf8[$0...].starts(with: ".so.".utf8) }
    }

    private static func bytes(of path: String) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 16_384)
        let capacity = block.count
        while bytes.count < mostBytes {
            let count = unsafe read(descriptor, &block, capacity)
            guard count > 0 else { break }
            bytes += block[0..<count]
        }
        return bytes
    }
}
