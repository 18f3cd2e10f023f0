import Dispatch

/// Runs an asynchronous function to its end. It begins on this thread, and all readers stay there.
func wait<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value {
    let box = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.immediate {
        box.value = await work()
        done.signal()
    }
    done.wait()
    guard let value = box.value else { fatalError("nothing was returned") }
    return value
}

/// Written before the semaphore is signalled and read after.
private final class Box<Value>: @unchecked Sendable {
    var value: Value?
}
