import Assay

/// Where a run is at one moment.
struct RunSnapshot: Sendable {
    let counts: RunMonitor.Counts
    let elapsed: Duration
    /// How many files there are, where that is known.
    let totalCount: Int?
    /// The file that has been worked on for the longest time.
    let oldest: (path: String, duration: Duration)?

    private var seconds: Double { max(elapsed / .seconds(1), 0.001) }
    private var rate: Double { Double(counts.fileCount) / seconds }

    /// The seconds that are left, if the rest is like what was done.
    private var secondsLeft: Double? {
        guard let totalCount, totalCount >= counts.fileCount, rate > 0 else { return nil }
        return Double(totalCount - counts.fileCount) / rate
    }

    /// One line for people.
    var text: String {
        var parts = [totalCount.map { "\(counts.fileCount) of \($0) files" } ?? "\(counts.fileCount) files"]
        parts.append("\(counts.byteCount / 1_000_000) MB")
        parts.append("\(Int(rate)) files/s")
        parts.append("\(Int(Double(counts.byteCount) / 1e6 / seconds)) MB/s")
        if counts.unchangedCount > 0 { parts.append("\(counts.unchangedCount) unchanged") }
        if let left = secondsLeft { parts.append("\(Self.clock(left)) left") }
        if let oldest, oldest.duration > .seconds(1) {
            parts.append("\(Int(oldest.duration / .seconds(1))) s in \(Self.safe(oldest.path))")
        }
        return parts.joined(separator: ", ")
    }

    /// One line for machines.
    var json: String {
        var members = [
            "\"bytes\":\(counts.byteCount)", "\"elapsed\":\(Self.decimal(seconds))", "\"files\":\(counts.fileCount)",
        ]
        if let oldest {
            members.append("\"oldest\":{\"path\":\(JSONText.quoted(oldest.path)),")
            members[members.count - 1] += "\"seconds\":\(Self.decimal(oldest.duration / .seconds(1)))}"
        }
        if let left = secondsLeft { members.append("\"secondsLeft\":\(Self.decimal(left))") }
        if let totalCount { members.append("\"total\":\(totalCount)") }
        members.append("\"unchanged\":\(counts.unchangedCount)")
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func clock(_ seconds: Double) -> String {
        let total = Int(min(seconds, 1e9))
        let (minutes, rest) = (total / 60, total % 60)
        return minutes < 60 ? "\(minutes):\(rest < 10 ? "0" : "")\(rest)" : "\(minutes / 60) h \(minutes % 60) min"
    }

    static func decimal(_ seconds: Double) -> Double { (seconds * 1_000).rounded() / 1_000 }

    /// Names can hold control characters, which a terminal would obey.
    static func safe(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
    }
}

/// Text as JSON.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// An object whose members are numbers, sorted by their names.
    static func object(_ members: [String: Int]) -> String {
        let members = members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\($0.value)" }
        return "{" + members.joined(separator: ",") + "}"
    }
}
