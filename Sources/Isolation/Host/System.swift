#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The number of processors.
enum Processors {
    /// How many are online; at least one.
    ///
    /// The corresponding C function is `sysconf`.
    static var count: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}

/// A clock that only goes forward.
enum MonotonicClock {
    /// Nanoseconds since some moment in the past.
    ///
    /// The corresponding C function is `clock_gettime`.
    static func now() -> Int64 {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

extension Duration {
    /// The whole nanoseconds; the largest number when there are more.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflow || carry ? .max : sum
    }
}

/// Where the workers' programs are.
public enum WorkerExecutable {
    /// The path of a program that was installed with this one: beside it, or in `libexec/assay` beside its folder.
    ///
    /// - Parameter name: The program's name.
    /// - Returns: The path; nil when there is no such program.
    public static func path(named name: String) -> String? {
        guard let folder = ownFolder() else { return nil }
        let places = ["\(folder)/\(name)", "\(folder)/../libexec/assay/\(name)"]
        return places.first { unsafe access($0, X_OK) == 0 }
    }

    private static func ownFolder() -> String? {
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
        // realpath allocates what it returns when it is given no buffer.
        defer { unsafe free(path) }
        let text = unsafe String(cString: path)
        return text.lastIndex(of: "/").map { String(text[..<$0]) }
    }
}
