internal import CSandbox

/// The layers of protection around a worker process. Which of them are on depends on the system.
///
/// ```swift
/// let missing = SandboxLayers.all.subtracting(report.layers)
/// ```
public struct SandboxLayers: OptionSet, Hashable, Sendable {
    /// The bits, as the worker sends them.
    public let rawValue: UInt32

    /// Makes a set from its bits.
    ///
    /// - Parameter rawValue: The bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// The process and its children can never gain rights (prctl(2), `PR_SET_NO_NEW_PRIVS`).
    public static let noNewPrivileges = Self(rawValue: UInt32(ASSAY_LAYER_NO_NEW_PRIVILEGES))
    /// Address space, processor time, open files, core and file size are bounded (setrlimit(2)).
    public static let resourceLimits = Self(rawValue: UInt32(ASSAY_LAYER_LIMITS))
    /// System calls are filtered (seccomp(2)).
    public static let seccomp = Self(rawValue: UInt32(ASSAY_LAYER_SECCOMP))
    /// The file system is closed but for the system's own data, and so is the network (landlock(7)).
    public static let landlock = Self(rawValue: UInt32(ASSAY_LAYER_LANDLOCK))
    /// The process has none of root's capabilities (capabilities(7)).
    public static let noCapabilities = Self(rawValue: UInt32(ASSAY_LAYER_NO_CAPABILITIES))

    /// Every layer.
    public static let all: Self = [.noNewPrivileges, .resourceLimits, .seccomp, .landlock, .noCapabilities]

    private static let names: [(Self, String)] = [
        (.noNewPrivileges, "no_new_privs"), (.resourceLimits, "rlimits"), (.seccomp, "seccomp"),
        (.landlock, "landlock"), (.noCapabilities, "no capabilities"),
    ]

    /// The names of the layers that are on, in a fixed order.
    public var names: [String] {
        Self.names.filter { contains($0.0) }.map(\.1)
    }
}
