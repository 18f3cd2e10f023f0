package import Foundation

extension TemporaryDirectory {
    /// Makes a file of a length without writing it: it takes no room on the disk.
    ///
    /// - Parameters:
    ///   - byteCount: The length.
    ///   - name: The path inside this directory.
    /// - Returns: Where it stands.
    /// - Throws: What Foundation throws when it cannot be made.
    package func writeSparse(byteCount: UInt64, to name: String) throws -> URL {
        let target = try write([], to: name)
        let file = try FileHandle(forWritingTo: target)
        defer { try? file.close() }
        try file.truncate(atOffset: byteCount)
        return target
    }

    /// Makes a symbolic link.
    ///
    /// - Parameters:
    ///   - name: The path of the link inside this directory.
    ///   - destination: What it leads to, as it stands in the link.
    /// - Throws: What Foundation throws when it cannot be made.
    package func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url.appending(path: name).path, withDestinationPath: destination)
    }
}
