public import SystemPackage

/// Many paths in little memory.
///
/// ```swift
/// let paths = PathList(parsing: bytesOfStandardInput, separator: 0)
/// ```
public struct PathList: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// A list of paths.
    ///
    /// - Parameter paths: The paths, in the order in which they are walked.
    public init(_ paths: [FilePath]) {
        for path in paths { append(path.bytes) }
    }

    /// The paths of a text with one on a line, or between zero bytes. Empty ones are passed over.
    ///
    /// - Parameters:
    ///   - text: The text; the bytes of a path need not be UTF-8.
    ///   - separator: What stands between two paths.
    public init(parsing text: [UInt8], separator: UInt8) {
        for path in text.split(separator: separator) where !path.contains(0) { append(path) }
    }

    private mutating func append(_ path: some Collection<UInt8>) {
        bytes.append(contentsOf: path)
        ends.append(bytes.count)
    }

    /// How many paths there are.
    public var count: Int { ends.count }

    /// One of the paths.
    ///
    /// - Parameter index: Which one, from 0.
    public subscript(index: Int) -> FilePath {
        let start = index == 0 ? 0 : ends[index - 1]
        let path = (bytes[start..<ends[index]] + [0]).map(CChar.init(bitPattern:))
        return unsafe path.withUnsafeBufferPointer { path in
            unsafe path.baseAddress.map { unsafe FilePath(platformString: $0) } ?? FilePath()
        }
    }
}
