package import Foundation

/// Collections of real files, which are not part of the package.
///
/// The environment variable `ASSAY_CORPORA` names a folder that holds `images`, `pdf` and `csv`; when it is not set,
/// `../shared/corpora` beside the package is tried. Tests that need them are skipped where there is none:
///
/// ```swift
/// @Test(.enabled(if: Corpora.isAvailable)) func `every real photo has a size`() throws {
///     for file in Corpora.files(in: "images") { ... }
/// }
/// ```
package enum Corpora {
    /// The folder, or nil where there is none.
    package static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["ASSAY_CORPORA"].map { URL(filePath: $0) }
        let candidate = named ?? Fixtures.packageRoot.appending(path: "../shared/corpora").standardizedFileURL
        return candidate.fileType == .typeDirectory ? candidate : nil
    }()

    /// Whether there are corpora on this machine.
    package static var isAvailable: Bool { folder != nil }

    /// All regular files below one part of the corpora, in the order of their paths; the truth files are left out.
    ///
    /// - Parameter part: A path inside the corpora: `images`, `csv/pollock148`. Empty for all of them.
    /// - Returns: The files; none where there are no corpora.
    package static func files(in part: String = "") -> [URL] {
        guard let base = folder?.appending(path: part) else { return [] }
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base.path)) ?? []
        return paths.sorted().filter { !$0.contains("_truth") }.map { base.appending(path: $0) }.filter {
            $0.fileType == .typeRegular
        }
    }
}
