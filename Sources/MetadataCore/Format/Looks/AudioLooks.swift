/// Looks further into sound whose signature could be words.
enum AudioLooks {
    /// The first bytes hold one that no text has.
    static let notText: Look = { sample in
        sample.head.prefix(64).contains { $0 < 0x09 || $0 == 0x7F } ? .confirmed : nil
    }

    /// Monkey's Audio: versions 3.9x stand in the next field.
    static let ape: Look = { sample in
        guard let version = sample.integer(UInt16.self, at: 4, .little), (3_200...4_500).contains(version) else {
            return nil
        }
        return .confirmed
    }

    /// The bit stream identification of AC-3 or E-AC-3 (ETSI TS 102 366, 4.4.2.1).
    static let ac3: Look = { sample in
        guard let byte = sample[5], (4...16).contains(byte >> 3), let rate = sample[4], rate & 0x3F < 38 else {
            return nil
        }
        return .plausible
    }
}
