/// Headers of JPEG files, built segment by segment (ITU-T T.81, annex B). No image data follows.
enum JPEGBytes {
    static let start: [UInt8] = [0xFF, 0xD8]

    /// A whole header: tables, frame, scan.
    static func header(
        frame: UInt8 = 0xC0, precision: UInt8 = 8, width: Int = 320, height: Int = 200, components: Int = 3,
        before: [UInt8] = []
    ) -> [UInt8] {
        start + before + quantization + Self.frame(frame, precision, width, height, components) + huffman
            + scan(components)
    }

    /// A segment: marker, length, data.
    static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, marker] + bigEndian(data.count + 2) + data
    }

    /// The segment by which Adobe's programs tell the colour transform: 0 none, 1 YCbCr, 2 YCCK.
    static func adobe(transform: UInt8) -> [UInt8] {
        segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, transform])
    }

    /// As many application segments of the greatest length as asked for.
    static func ballast(_ count: Int) -> [UInt8] {
        let one = segment(0xEF, [UInt8](repeating: 0xFF, count: 65_533))
        var bytes: [UInt8] = []
        for _ in 0..<count { bytes += one }
        return bytes
    }

    static let quantization = segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    static let huffman = segment(0xC4, [0, 1] + [UInt8](repeating: 0, count: 15) + [0])

    static func frame(_ marker: UInt8, _ precision: UInt8, _ width: Int, _ height: Int, _ components: Int) -> [UInt8] {
        var data = [precision]
        data += bigEndian(height)
        data += bigEndian(width)
        data.append(UInt8(components))
        for number in 1...components { data += [UInt8(number), 0x11, 0] }
        return segment(marker, data)
    }

    static func scan(_ components: Int) -> [UInt8] {
        var data = [UInt8(components)]
        for number in 1...components { data += [UInt8(number), 0] }
        return segment(0xDA, data + [0, 63, 0])
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
    }
}
