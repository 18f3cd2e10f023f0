internal import CSandbox

/// The memory of this process.
package enum Heap {
    /// Has it grow and shrink in large steps: a process that reads many files takes and frees the same amounts again
    /// and again, and need not ask the system each time.
    ///
    /// The corresponding C function is `mallopt`; elsewhere than in glibc it does nothing.
    package static func growInLargeSteps() {
        assay_heap_grow_in_large_steps()
    }
}
