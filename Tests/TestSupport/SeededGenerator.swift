/// A random number generator whose numbers follow from its seed (SplitMix64): a failing test can be run again.
///
/// ```swift
/// var random = SeededGenerator()      // prints its seed
/// var same = SeededGenerator(seed: 42)
/// ```
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    /// What the numbers follow from.
    package let seed: UInt64

    private var state: UInt64

    /// Makes a generator with a given seed.
    ///
    /// - Parameter seed: What the numbers follow from.
    package init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// Makes a generator with a new seed, and prints the seed.
    package init() {
        self.init(seed: .random(in: .min ... .max))
        print("seed: \(seed)")
    }

    /// The next number.
    ///
    /// - Returns: A number evenly spread over all values.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
