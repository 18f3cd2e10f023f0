internal import CSandbox

/// What a worker process may use.
package struct SandboxBounds: Hashable, Sendable {
    /// The most address space, in bytes.
    package var memoryByteCount = 256 << 20
    /// The most processor time in all the process's life, in seconds.
    package var cpuSeconds = 600
    /// The most descriptors.
    package var openFileCount = 64
    /// Whether files may be written to descriptors that are open already.
    package var mayWriteFiles = false

    /// The defaults.
    package init() {}

    /// Whether the address space is bounded: always but in builds for the address or thread sanitizer.
    package static var boundsMemory: Bool { assay_is_sanitized() == 0 }

    /// Gives up what no parser needs; called before the first thread is made.
    ///
    /// - Returns: The layers that are on.
    ///
    /// The corresponding C function is `assay_sandbox_prepare`.
    func impose() -> SandboxLayers {
        var bounds = assay_bounds(
            address_space_bytes: UInt64(clamping: memoryByteCount), cpu_seconds: UInt64(clamping: cpuSeconds),
            open_files: UInt64(clamping: openFileCount), may_write_files: mayWriteFiles ? 1 : 0)
        return unsafe SandboxLayers(rawValue: assay_sandbox_prepare(&bounds))
    }

    /// Installs the system call filter in all threads.
    ///
    /// - Returns: The layer that this adds, if it can.
    ///
    /// The corresponding C function is `assay_sandbox_seal`.
    static func seal() -> SandboxLayers {
        SandboxLayers(rawValue: assay_sandbox_seal())
    }
}
