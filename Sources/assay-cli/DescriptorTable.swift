#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The system's table of the files that this process has open.
enum DescriptorTable {
    /// The most files that a process may have open unless it is told otherwise.
    private static var usualLimit: Int32 { 1_024 }

    /// Has the table grow at once to the length that a run over many files needs.
    ///
    /// It is to be called before the process has a second thread: from then on Linux waits milliseconds for all
    /// processors each time the table doubles, and whoever opens a file waits with it. Where fewer files may be open,
    /// nothing is done.
    ///
    /// The corresponding C function is `fcntl` with `F_DUPFD_CLOEXEC`.
    static func grow() {
        let last = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, usualLimit - 1)
        if last >= 0 { close(last) }
    }
}
