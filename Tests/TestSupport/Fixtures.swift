package import Foundation

/// The files of the Fixtures folder.
package enum Fixtures {
    /// One file.
    package struct File: Hashable, Sendable, CustomStringConvertible {
        /// The path inside the Fixtures folder: `JPEG/gray.jpg`.
        package let path: String

        /// Where it stands on this machine.
        package var url: URL { Fixtures.folder.appending(path: path) }

        /// Its format's folder, or `Hostile`.
        package var group: String { String(path.prefix { $0 != "/" }) }

        /// The path inside the Fixtures folder, so that a failing argument names itself.
        package var description: String { path }

        /// Reads the whole file.
        ///
        /// - Returns: Its bytes.
        /// - Throws: What Foundation throws when it cannot be read.
        package func bytes() throws -> [UInt8] {
            try [UInt8](Data(contentsOf: url))
        }
    }

    /// The folder of the package, found from where this file was compiled; links are resolved.
    package static let packageRoot = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Fixtures folder.
    package static var folder: URL { packageRoot.appending(path: "Fixtures") }

    /// All fixtures in the order of their paths: neither golden records nor the README.
    package static let all: [File] = files(below: folder)

    /// The fixtures of one format, `JPEG`, or the hostile ones, `Hostile`.
    ///
    /// - Parameter group: The name of a folder in Fixtures.
    /// - Returns: Its files in the order of their paths.
    package static func files(in group: String) -> [File] {
        all.filter { $0.group == group }
    }

    /// The hostile fixtures of one format.
    ///
    /// - Parameter prefix: How their names begin: `jpeg-`, `pdf-`.
    /// - Returns: The files in the order of their paths.
    package static func hostile(_ prefix: String) -> [File] {
        all.filter { $0.path.hasPrefix("Hostile/\(prefix)") }
    }

    /// Reads one fixture.
    ///
    /// - Parameter path: The path inside the Fixtures folder.
    /// - Returns: Its bytes.
    /// - Throws: What Foundation throws when it cannot be read.
    package static func bytes(_ path: String) throws -> [UInt8] {
        try File(path: path).bytes()
    }

    private static func files(below folder: URL) -> [File] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        let known = Set(paths)
        return paths.sorted().filter { isFixture($0, among: known, in: folder) }.map(File.init(path:))
    }

    private static func isFixture(_ path: String, among known: Set<String>, in folder: URL) -> Bool {
        guard path.contains("/"), !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
            return false
        }
        let isGolden = path.hasSuffix(".json") && known.contains(String(path.dropLast(".json".count)))
        guard !isGolden else { return false }
        return folder.appending(path: path).fileType == .typeRegular
    }
}
