import Isolation
import MetadataCore
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite struct SandboxTests {
    @Test(arguments: [
        "open", "write", "status", "connect", "ioctl", "executable-memory", "raise-limit",
    ])
    func `asking for what is forbidden is answered with an error`(command: String) async throws {
        let pool = try Probe.pool()
        try await requireFilter(pool)
        let extraction = await pool.run(command)
        let answer = try #require(extraction.answer)
        #expect([EACCES, EPERM].contains(answer), "\(answer)")
        #expect(extraction.issues.isEmpty)
        #expect(pool.statistics.deaths.isEmpty)
    }

    @Test(arguments: ["execute", "fork", "spawn", "trace", "signal-parent", "mount", "load-module"])
    func `doing what no parser does ends the worker and is recorded`(command: String) async throws {
        let pool = try Probe.pool()
        try await requireFilter(pool)
        let extraction = await pool.run(command)
        #expect(extraction.answer == nil)
        #expect(extraction.codes == [.crashed])
        #expect(extraction.issues.first?.severity == .warning)
        #expect(extraction.issues.first?.detail.contains("SIGSYS") == true)
        #expect(extraction.value(.documentTitle) == .string(command), "what was found before stays")
        #expect(pool.statistics.deaths == ["signal 31 (SIGSYS)": 2])
        #expect(await pool.run("echo").issues.isEmpty)
    }

    @Test func `the layers that the system has are on and told`() async throws {
        let report = try await Probe.pool().report()
        #expect(report.layers.isSuperset(of: [.noNewPrivileges, .resourceLimits, .noCapabilities]))
        #expect(report.family == "probe")
        #expect(report.readers == ["probe"])
        #expect(report.libraries.contains { $0.hasPrefix("libc.so") || $0.hasPrefix("ld-musl") })
        #expect(report.text.contains("no_new_privs"))
    }

    @Test func `a required layer that is missing closes the pool`() async throws {
        let pool = try Probe.pool { $0.requiredLayers = SandboxLayers(rawValue: 1 << 30) }
        let extraction = await pool.run("echo")
        #expect(extraction.codes == [.unavailable])
        #expect(extraction.findings.isEmpty)
        #expect(await pool.run("echo").codes == [.unavailable])
    }

    private func requireFilter(_ pool: WorkerPool) async throws {
        let report = try await pool.report()
        try #require(report.layers.contains(.seccomp), "this system has no seccomp: \(report.layers.names)")
    }
}
