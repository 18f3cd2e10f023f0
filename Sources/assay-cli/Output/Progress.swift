import ArgumentParser
import Assay

/// When and how the run says on standard error where it is.
enum ProgressMode: String, CaseIterable, ExpressibleByArgument {
    /// For people, when standard error is a terminal.
    case auto
    /// For people.
    case always
    /// Not at all.
    case never
    /// One JSON object a line and second.
    case json
}

/// Shows where a run is, as long as it runs.
struct Progress {
    private let mode: ProgressMode
    private let monitor: RunMonitor

    init(_ mode: ProgressMode, of monitor: RunMonitor) {
        self.mode = mode
        self.monitor = monitor
    }

    /// Whether anything is shown.
    var isShown: Bool {
        switch mode {
        case .auto: Output.error.isTerminal
        case .always, .json: true
        case .never: false
        }
    }

    /// Shows until the task is cancelled, then a last time.
    func show() async {
        while (try? await Task.sleep(for: mode == .json ? .seconds(1) : .milliseconds(200))) != nil { draw() }
        if mode == .json {
            draw()
        } else if Output.error.isTerminal {
            Output.error.writeIgnoringErrors("\r\u{1B}[K")
        }
    }

    private func draw() {
        let snapshot = monitor.snapshot
        switch mode {
        case .json: Output.error.writeIgnoringErrors(snapshot.json + "\n")
        default:
            Output.error.writeIgnoringErrors(
                Output.error.isTerminal ? "\r\u{1B}[K\(snapshot.text)" : snapshot.text + "\n")
        }
    }
}
