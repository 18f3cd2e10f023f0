import Foundation

/// Where targets begin: what they make of the fixtures.
enum Seeds {
    /// Longer ones make libFuzzer slow and teach it little.
    private static let mostBytes = 32_768

    /// Writes `FOLDER/TARGET/NAME` for every target that reads a fixture.
    static func write(from fixtures: String, to folder: String) {
        for file in files(in: fixtures) {
            guard let sample = sample(of: file) else { continue }
            for target in Target.all {
                let directory = URL(filePath: folder).appending(path: target.name)
                try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
                for (index, seed) in target.seeds(sample).enumerated() where seed.count <= mostBytes {
                    try? Data(seed).write(to: directory.appending(path: "\(index)-\(file.lastPathComponent)"))
                }
            }
        }
    }

    /// Runs every file of a folder through the targets that read it, and names each pair before it begins.
    static func replay(_ folder: String) {
        var count = 0
        for file in files(in: folder) {
            guard let sample = sample(of: file) else { continue }
            for target in Target.all {
                print("\(target.name) \(file.lastPathComponent)", to: &standardError)
                for seed in target.seeds(sample) {
                    target.run(seed)
                    count += 1
                }
            }
        }
        print("\(count) replayed")
    }

    private static func sample(of file: URL) -> Target.Sample? {
        (try? Data(contentsOf: file)).map { Target.Sample(Array($0)) }
    }

    private static func files(in folder: String) -> [URL] {
        let found = FileManager.default.enumerator(
            at: URL(filePath: folder).resolvingSymlinksInPath(), includingPropertiesForKeys: [.isRegularFileKey])
        let all = (found?.allObjects ?? []).compactMap { $0 as? URL }
        return all.filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .sorted { $0.path < $1.path }
    }
}

/// Unbuffered, so that the last line tells what was running.
private struct StandardError: TextOutputStream {
    mutating func write(_ string: String) {
        FileHandle.standardError.write(Data(string.utf8))
    }
}

nonisolated(unsafe) private var standardError = StandardError()
