import SystemPackage
import TestSupport
import Testing

@testable import MetadataEngine

@Suite struct DirectoryWalkTests {
    @Test func namesKeepTheirBytes() throws {
        let hostile = try HostileDirectory.make(sparseByteCount: 1)
        let names = DirectoryWalk(PathList([FilePath(hostile.directory.path)])).map(\.location.pathBytes)
        #expect(names.contains { String(validating: $0, as: UTF8.self) == nil })
        #expect(names.contains { $0.contains(0x0A) })
    }

    @Test func aLoopOfLinksIsNotFollowed() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write([1], to: "a/b")
        try directory.link("a/loop", to: ".")
        let names = DirectoryWalk(PathList([FilePath(directory.path)])).map {
            String(decoding: $0.location.nameBytes, as: UTF8.self)
        }
        #expect(names == ["b", "loop"])
    }

    @Test func namesAreSortedByTheirBytes() throws {
        let directory = try TemporaryDirectory()
        let names = ["a", "a-long-name-1", "a-long-name-2", "a-long-name", "b", "B", "ab", "a.b", "é", "...", ".x"]
        for name in names { try directory.write([1], to: name) }
        let found = DirectoryWalk(PathList([FilePath(directory.path)])).map { Array($0.location.nameBytes) }
        #expect(found == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    }
}

@Suite struct WalkFilterTests {
    private func names(_ filter: WalkFilter, in directory: TemporaryDirectory) -> [String] {
        DirectoryWalk(PathList([FilePath(directory.path)]), filter: filter).map {
            String(decoding: $0.location.pathBytes.dropFirst(directory.path.utf8.count + 1), as: UTF8.self)
        }
    }

    private func tree(_ names: String...) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        for name in names { try directory.write([1], to: name) }
        return directory
    }

    @Test func includedPatternsKeepOnlyTheirFiles() throws {
        let directory = try tree("a.jpg", "b.png", "c/d.jpg", "c/e.txt")
        var filter = WalkFilter()
        filter.include("*.jpg")
        #expect(names(filter, in: directory) == ["a.jpg", "c/d.jpg"])
        filter.include("c/*.txt")
        #expect(names(filter, in: directory) == ["a.jpg", "c/d.jpg", "c/e.txt"])
    }

    @Test func anExcludedDirectoryIsNotEntered() throws {
        let directory = try tree("cache/a", "b/cache/c", "b/cached", "cache.txt")
        var filter = WalkFilter()
        filter.exclude("cache/")
        #expect(names(filter, in: directory) == ["b/cached", "cache.txt"])
    }

    @Test func aLaterPatternTakesBack() throws {
        let directory = try tree("a.log", "b.log", "c.txt")
        var filter = WalkFilter()
        filter.exclude(linesOf: Array("# logs\n*.log\n\n!b.log\n".utf8))
        #expect(names(filter, in: directory) == ["b.log", "c.txt"])
    }

    @Test func ignoreFilesHoldForTheirDirectoryAndBelow() throws {
        let directory = try tree("x.tmp", "a/x.tmp", "a/b/x.tmp", "a/b/y.tmp", "c/x.tmp")
        try directory.write(Array("*.tmp".utf8), to: "a/.ignore")
        try directory.write(Array("!y.tmp".utf8), to: "a/b/.ignore")
        var filter = WalkFilter()
        filter.ignoreFileName = ".ignore"
        #expect(names(filter, in: directory) == ["a/.ignore", "a/b/.ignore", "a/b/y.tmp", "c/x.tmp", "x.tmp"])
        filter.ignoreFileName = nil
        #expect(names(filter, in: directory).count == 7)
    }
}

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("*.jpg", "a/b.jpg", true), ("*.jpg", "a.jpg/b", false), ("a*b?c", "axxbyc", true), ("a*b?c", "abc", false),
        ("/a", "a", true), ("/a", "b/a", false), ("a/b", "a/b", true), ("a/b", "x/a/b", false),
        ("**/b", "a/x/b", true), ("a/**", "a/x/y", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
        ("a/**/b", "a/x/y/c", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[]]x", "]x", true),
        ("[x", "[x", true), ("\\*", "*", true), ("\\*", "a", false), ("a ", "a", true), ("\\#a", "#a", true),
        ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false),
    ])
    func patternsFollowGitignore(pattern: String, path: String, expected: Bool) throws {
        let pattern = try #require(GlobPattern(Array(pattern.utf8)[...]))
        let components = Array(path.utf8).split(separator: UInt8(ascii: "/"))
        #expect(pattern.matches(components, isDirectory: false) == expected)
    }

    @Test(arguments: ["", "#x", "!", "/", "   "]) func whatIsNoPatternIsNone(line: String) {
        #expect(GlobPattern(Array(line.utf8)[...]) == nil)
    }
}
