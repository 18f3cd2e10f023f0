#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The shared libraries of this process.
enum LoadedLibraries {
    private static let mostBytes = 1 << 20

    /// The names of their files, which carry versions, in sorted order: `libpng16.so.16.39.0`.
    static func names() -> [String] {
        var names: Set<String> = []
        for line in text(of: "/proc/self/maps").split(separator: "\n") {
            guard let slash = line.lastIndex(of: "/") else { continue }
            let name = line[line.index(after: slash)...]
            if name.hasSuffix(".so") || name.contains(".so.") { names.insert(String(name)) }
        }
        return names.sorted()
    }

    private static func text(of path: String) -> String {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 16_384)
        let capacity = block.count
        while bytes.count < mostBytes {
            let count = unsafe read(descriptor, &block, capacity)
            guard count > 0 else { break }
            bytes += block[0..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
