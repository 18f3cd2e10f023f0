import SystemPackage
import TestSupport
import Testing

@testable import MetadataEngine

@Suite struct DirectoryWalkTests {
    @Test func namesKeepTheirBytes() throws {
        let hostile = try HostileDirectory.make(sparseByteCount: 1)
        let names = DirectoryWalk([FilePath(hostile.directory.path)]).map(\.location.path.bytes)
        #expect(names.contains { String(validating: $0, as: UTF8.self) == nil })
        #expect(names.contains { $0.contains(0x0A) })
    }

    @Test func aLoopOfLinksIsNotFollowed() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write([1], to: "a/b")
        try directory.link("a/loop", to: ".")
        let names = DirectoryWalk([FilePath(directory.path)]).map { $0.location.path.lastComponent?.string }
        #expect(names == ["b", "loop"])
    }
}
