internal import CExif
internal import MetadataCore

/// An EXIF block that libexif has loaded.
///
/// The corresponding C type is `ExifData`.
@safe
final class LibEXIFData {
    private let data: UnsafeMutablePointer<ExifData>

    /// Loads a block; nil when the library has no memory.
    ///
    /// Unknown tags stay ignored, for without that the library takes hundreds of megabytes for a small block; and it is
    /// told not to follow the specification, for then it adds tags that the file does not have.
    ///
    /// - Parameter bytes: `Exif\0\0` and a TIFF structure without MakerNotes, 65,534 bytes at most.
    init?(parsing bytes: [UInt8]) {
        guard let count = UInt32(exactly: bytes.count), let data = unsafe exif_data_new() else { return nil }
        unsafe self.data = unsafe data
        unsafe exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION)
        unsafe exif_data_set_option(data, EXIF_DATA_OPTION_IGNORE_UNKNOWN_TAGS)
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe exif_data_load_data(data, buffer.baseAddress, count)
        }
    }

    deinit {
        unsafe exif_data_unref(data)
    }

    /// The entries that the vocabulary knows, in the order of the library's directories.
    func entries() -> [EXIFEntry] {
        let order: ByteOrder = unsafe exif_data_get_byte_order(data) == EXIF_BYTE_ORDER_MOTOROLA ? .big : .little
        let (first, second, exif, gps, _) = unsafe data.pointee.ifd
        return unsafe entries(of: first, as: .image(0), order)
            + entries(of: exif, as: .exif, order)
            + entries(of: gps, as: .gps, order)
            + entries(of: second, as: .image(1), order)
    }

    private func entries(
        of content: UnsafeMutablePointer<ExifContent>?, as directory: EXIFDirectory, _ order: ByteOrder
    ) -> [EXIFEntry] {
        guard let content = unsafe content else { return [] }
        let list = unsafe UnsafeBufferPointer(start: content.pointee.entries, count: Int(content.pointee.count))
        var entries: [EXIFEntry] = []
        for index in 0..<list.count {
            guard let pointer = unsafe list[index] else { continue }
            if let entry = unsafe EXIFEntry(pointer.pointee, directory, order) { entries.append(entry) }
        }
        return entries
    }
}

extension EXIFEntry {
    /// Copies an entry; nil when the vocabulary does not know it.
    fileprivate init?(_ entry: ExifEntry, _ directory: EXIFDirectory, _ order: ByteOrder) {
        let tag = unsafe EXIFTag(rawValue: UInt16(truncatingIfNeeded: entry.tag.rawValue))
        guard EXIFVocabulary.speaks(of: tag, in: directory) else { return nil }
        let bytes = unsafe Array(UnsafeBufferPointer(start: entry.data, count: entry.data == nil ? 0 : Int(entry.size)))
        self.init(
            tag, in: directory, type: unsafe EXIFValueType(rawValue: UInt16(truncatingIfNeeded: entry.format.rawValue)),
            count: unsafe Int(clamping: entry.components), bytes: bytes[...], order: order)
    }
}
