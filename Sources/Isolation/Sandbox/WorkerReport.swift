/// What a worker says of itself when it is ready.
public struct WorkerReport: Hashable, Sendable {
    /// The family of libraries that it holds: `image`, `pdf`.
    public var family: String
    /// The layers of its sandbox that are on.
    public var layers: SandboxLayers
    /// The names of its readers, each with the version of its library where the library tells it: `poppler 22.12.0`.
    public var readers: [String]
    /// The shared libraries that it has loaded, by the names of their files, which carry versions.
    public var libraries: [String]

    package init(family: String, layers: SandboxLayers, readers: [String], libraries: [String]) {
        self.family = family
        self.layers = layers
        self.readers = readers
        self.libraries = libraries
    }
}
