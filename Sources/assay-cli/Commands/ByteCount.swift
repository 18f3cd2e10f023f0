import ArgumentParser

/// A number of bytes as people write it: `1500`, `20M`, `4Gi`, `1.5GB`.
struct ByteCount: ExpressibleByArgument {
    let value: Int

    private static let decimal = ["": 1.0, "k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12]
    private static let binary = ["ki": 1_024.0, "mi": 1_048_576.0, "gi": 1_073_741_824.0, "ti": 1_099_511_627_776.0]

    init?(argument: String) {
        let digits = argument.prefix { $0.isNumber || $0 == "." }
        var unit = argument.dropFirst(digits.count).lowercased()
        if unit.hasSuffix("b") { unit.removeLast() }
        guard let number = Double(digits), let factor = Self.decimal[unit] ?? Self.binary[unit],
            let value = Int(exactly: (number * factor).rounded())
        else { return nil }
        self.value = value
    }
}
