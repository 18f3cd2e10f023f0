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
    /// None where the system does not share memory: then the worker lets no answer wait.
    private let tally: Tally?
    private var outbox = Outbox()

    /// Whether something waits until the worker reads.
    private(set) var isBlocked = false

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
            (process, tally) = try Self.spawn(family, socket: theirs)
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
    private static func spawn(_ family: WorkerFamily, socket: Int32) throws(StartFailure) -> (pid_t, Tally?) {
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
        let shared = assay_tally_create()
        let error = unsafe assay_spawn(family.executable, pointers, socket, shared, &process)
        let tally = Tally(closing: shared)
        guard error == 0 else { throw StartFailure(error: error) }
        return (process, tally)
    }

    // MARK: - Sending

    /// How many requests wait of which no byte was sent.
    var queuedCount: Int { outbox.count }

    /// Has a request sent at the next ``flush()``.
    mutating func queue(_ payload: Payload) {
        outbox.append(payload)
    }

    /// Sends what waits, as much of it as the worker has room for. Errors are not seen here: a dead worker's end shows
    /// in reading.
    mutating func flush() {
        isBlocked = false
        while let message = outbox.next {
            let sent = send(message)
            isBlocked = sent == -Int(EAGAIN) || sent == -Int(ETOOMANYREFS)
            if isBlocked { return }
            guard sent > 0 else {
                outbox = Outbox()
                return
            }
            outbox.passed(sent)
        }
    }

    /// The corresponding C function is `sendmsg`.
    private func send(_ message: Outbox.Message) -> Int {
        unsafe message.bytes.withUnsafeBytes { bytes in
            unsafe assay_send(
                socket, bytes.baseAddress, bytes.count, message.descriptors, message.descriptors.count, 0)
        }
    }

    // MARK: - Ending

    /// How the worker has spent its life so far; nil when that is not known.
    var time: ProcessTime? {
        var time = assay_time()
        guard unsafe assay_process_time(process, &time) == 0 else { return nil }
        return ProcessTime(
            cpuMicroseconds: Int(time.cpu_microseconds), waitedNanoseconds: time.waited_nanoseconds,
            finishedCount: finishedCount)
    }

    /// How many requests it says that it has finished, of some of which the answers may be lost.
    var finishedCount: Int { tally.map { Int($0.value) } ?? 0 }

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
