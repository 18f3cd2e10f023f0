package import Foundation

/// A directory of its own for one test, removed with everything in it when the last reference goes.
///
/// ```swift
/// let directory = try TemporaryDirectory()
/// let file = try directory.write([1, 2, 3], to: "sub/three.bin")
/// ```
package final class TemporaryDirectory: Sendable {
    /// Where it stands.
    package let url: URL

    /// Makes an empty directory.
    ///
    /// - Throws: What Foundation throws when it cannot be made.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "assay-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Its path.
    package var path: String { url.path }

    /// Writes a file, and the directories above it.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - name: The path inside this directory.
    /// - Returns: Where it stands.
    /// - Throws: What Foundation throws when it cannot be written.
    @discardableResult
    package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> URL {
        let target = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: target)
        return target
    }
}
