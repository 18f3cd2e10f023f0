internal import CSandbox

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A worker's process and the host's end of the conversation.
struct WorkerProcess {
    let process: pid_t
    let socket: Int32
    var decoder = FrameDecoder()
    /// What could not be sent yet, in order, and how much of the first was.
    private var outbox: [Payload] = []
    private var sentByteCount = 0

    /// Whether something waits until the worker reads.
    var isBlocked: Bool { !outbox.isEmpty }

    /// Starts a worker.
    ///
    /// Must be called on a thread that lives as long as the worker: the end of that thread ends the worker, too.
    ///
    /// - Parameter family: The program and its bounds.
    /// - Throws: ``StartFailure`` with the system's error number.
    init(starting family: WorkerFamily) throws(StartFailure) {
        var ours: Int32 = -1
        var theirs: Int32 = -1
        let error = unsafe assay_socket_pair(&ours, &theirs)
        guard error == 0 else { throw StartFailure(error: error) }
        defer { close(theirs) }
        do throws(StartFailure) {
            process = try Self.spawn(family, socket: theirs)
            socket = ours
        } catch {
            close(ours)
            throw error
        }
    }

    struct StartFailure: Error {
        let error: Int32
    }

    /// The corresponding C function is `posix_spawn`.
    private static func spawn(_ family: WorkerFamily, socket: Int32) throws(StartFailure) -> pid_t {
        let arguments =
            [
                family.executable, "--memory", "\(family.memoryByteCount)", "--cpu",
                "\(max(1, family.cpuTime.components.seconds))",
            ] + family.arguments
        var pointers = unsafe arguments.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        // strdup allocates each argument.
        defer { unsafe pointers.forEach { unsafe free($0) } }
        var process: pid_t = 0
        let error = unsafe assay_spawn(family.executable, pointers, socket, &process)
        guard error == 0 else { throw StartFailure(error: error) }
        return process
    }

    // MARK: - Sending

    /// Sends a request, or as much of it as the worker has room for.
    mutating func send(_ payload: Payload) {
        outbox.append(payload)
        flush()
    }

    /// Sends what waits. Errors are not seen here: a dead worker's end shows in reading.
    mutating func flush() {
        while let payload = outbox.first {
            let sent = send(payload, from: sentByteCount)
            if sent == -Int(EAGAIN) || sent == -Int(ETOOMANYREFS) { return }
            guard sent > 0 else {
                outbox = []
                sentByteCount = 0
                return
            }
            sentByteCount += sent
            if sentByteCount == payload.bytes.count {
                outbox.removeFirst()
                sentByteCount = 0
            }
        }
    }

    /// The corresponding C function is `sendmsg`.
    private func send(_ payload: Payload, from position: Int) -> Int {
        unsafe payload.bytes.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[position...])
            let descriptor = position == 0 ? payload.descriptor : -1
            return unsafe assay_send(socket, rest.baseAddress, rest.count, descriptor, 0)
        }
    }

    // MARK: - Ending

    /// How the worker has spent its life so far; nil when that is not known.
    var time: ProcessTime? {
        var time = assay_time()
        guard unsafe assay_process_time(process, &time) == 0 else { return nil }
        return ProcessTime(cpuMicroseconds: Int(time.cpu_microseconds), waitedNanoseconds: time.waited_nanoseconds)
    }

    /// Ends the process at once; it is still to be collected.
    ///
    /// The corresponding C function is `kill`.
    func kill() {
        #if canImport(Glibc)
        _ = Glibc.kill(process, SIGKILL)
        #else
        _ = Musl.kill(process, SIGKILL)
        #endif
    }

    /// Ends the process if it has not ended, collects it and closes the connection.
    ///
    /// - Returns: How it ended.
    ///
    /// The corresponding C function is `wait4`.
    func collect() -> WorkerEnd {
        close(socket)
        var end = assay_end()
        let error = unsafe assay_kill_and_wait(process, &end)
        if error != 0 { return .misbehaviour("its process was collected by somebody else") }
        return end.signal != 0 ? .signal(end.signal) : .status(end.status)
    }
}
