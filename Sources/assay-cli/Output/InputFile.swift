import Assay
import SystemPackage

/// A file that the command itself needs, or standard input when its name is `-`.
struct InputFile {
    let name: String
    private let descriptor: FileDescriptor

    init(_ name: String) throws(InputError) {
        self.name = name
        do {
            descriptor = name == "-" ? .standardInput : try FileDescriptor.open(FilePath(name), .readOnly)
        } catch {
            throw InputError(reason: "\(name): \(error)")
        }
    }

    /// All bytes.
    func contents() throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachBlock { bytes += $0 }
        return bytes
    }

    /// The entries of a file of records, one a line.
    func forEachEntry(_ body: (RecordEntry, ArraySlice<UInt8>) throws -> Void) throws {
        var rest: [UInt8] = []
        var number = 0
        func take(_ line: ArraySlice<UInt8>) throws {
            number += 1
            guard !line.isEmpty else { return }
            do {
                try body(try RecordEntry(parsing: line), line)
            } catch let error as ExtractionError {
                throw InputError(reason: "\(name), line \(number): \(error)")
            }
        }
        var failure: (any Error)?
        try forEachBlock { block in
            guard failure == nil else { return }
            rest += block
            var lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
            let last = lines.removeLast()
            do {
                for line in lines { try take(line) }
            } catch {
                failure = error
            }
            rest = Array(last)
        }
        if let failure { throw failure }
        try take(rest[...])
    }

    private func forEachBlock(_ body: (ArraySlice<UInt8>) -> Void) throws(InputError) {
        var block = [UInt8](repeating: 0, count: 1 << 18)
        do {
            defer { if name != "-" { try? descriptor.close() } }
            while case let count = try unsafe block.withUnsafeMutableBytes({ try unsafe descriptor.read(into: $0) }),
                count > 0
            {
                body(block[..<count])
            }
        } catch {
            throw InputError(reason: "\(name): \(error)")
        }
    }
}

/// A file that the command needs cannot be read.
struct InputError: Error, CustomStringConvertible {
    let reason: String

    var description: String { "cannot read \(reason)" }
}
