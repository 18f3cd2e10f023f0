import CPoppler
import MetadataCore

/// The GIO stream type that reads from a ``SourceStream``.
///
/// GObject types are registered once for the process. The Swift object hangs on the instance by a key and is retained
/// for as long as the instance lives.
///
/// The corresponding C types are `GInputStream` and `GSeekable`.
enum SourceInputStream {
    /// Makes a stream; the caller owns the reference and releases it by `g_object_unref`.
    ///
    /// - Parameter stream: What it reads from; nothing else may read from it meanwhile.
    /// - Returns: The stream, or null when the type cannot be registered.
    ///
    /// The corresponding C function is `g_object_new_with_properties`.
    @unsafe static func make(_ stream: SourceStream) -> UnsafeMutablePointer<GInputStream>? {
        guard type != 0, let object = unsafe g_object_new_with_properties(type, 0, nil, nil) else { return nil }
        let retained = unsafe Unmanaged.passRetained(stream).toOpaque()
        unsafe g_object_set_data_full(object, key, retained) { pointer in
            // Ends what passRetained began.
            guard let pointer = unsafe pointer else { return }
            unsafe Unmanaged<SourceStream>.fromOpaque(pointer).release()
        }
        return unsafe UnsafeMutableRawPointer(object).assumingMemoryBound(to: GInputStream.self)
    }

    fileprivate static let key = "assay-source"

    private static let type: GType = {
        let type = unsafe g_type_register_static_simple(
            g_input_stream_get_type(), "AssaySourceInputStream",
            guint(MemoryLayout<GInputStreamClass>.size), { pointer, _ in unsafe SourceInputStream.fillClass(pointer) },
            guint(MemoryLayout<GInputStream>.size), nil, GTypeFlags(rawValue: 0))
        var seekable = unsafe GInterfaceInfo(
            interface_init: { pointer, _ in unsafe SourceInputStream.fillInterface(pointer) },
            interface_finalize: nil, interface_data: nil)
        unsafe g_type_add_interface_static(type, g_seekable_get_type(), &seekable)
        return type
    }()

    /// The Swift object behind an instance.
    fileprivate static func stream(of instance: UnsafeMutableRawPointer?) -> SourceStream? {
        guard let instance = unsafe instance else { return nil }
        let object = unsafe instance.assumingMemoryBound(to: GObject.self)
        guard let pointer = unsafe g_object_get_data(object, key) else { return nil }
        return unsafe Unmanaged<SourceStream>.fromOpaque(pointer).takeUnretainedValue()
    }

    fileprivate static func fail(_ error: UnsafeMutablePointer<UnsafeMutablePointer<GError>?>?, _ message: String) {
        let code = Int32(bitPattern: G_IO_ERROR_FAILED.rawValue)
        unsafe g_set_error_literal(error, g_io_error_quark(), code, message)
    }
}

// MARK: - Virtual functions

extension SourceInputStream {
    // GLib passes the class structure of the size that the type was registered with.
    private static func fillClass(_ pointer: gpointer?) {
        guard let table = unsafe pointer?.assumingMemoryBound(to: GInputStreamClass.self) else { return }
        unsafe table.pointee.read_fn = { instance, buffer, count, _, error in
            guard let stream = unsafe SourceInputStream.stream(of: instance), let buffer = unsafe buffer else {
                return -1
            }
            guard let bytes = stream.read(Int(clamping: count)) else {
                unsafe SourceInputStream.fail(error, stream.failure?.message ?? "the stream cannot be read")
                return -1
            }
            // `bytes` has at most the `count` bytes that the buffer holds.
            unsafe bytes.withUnsafeBytes { source in
                guard let start = source.baseAddress else { return }
                unsafe buffer.copyMemory(from: start, byteCount: source.count)
            }
            return bytes.count
        }
    }

    // GLib passes the interface structure of GSeekable.
    private static func fillInterface(_ pointer: gpointer?) {
        guard let table = unsafe pointer?.assumingMemoryBound(to: GSeekableIface.self) else { return }
        unsafe table.pointee.tell = { instance in
            goffset(unsafe SourceInputStream.stream(of: UnsafeMutableRawPointer(instance))?.position ?? 0)
        }
        unsafe table.pointee.can_seek = { _ in 1 }
        unsafe table.pointee.can_truncate = { _ in 0 }
        unsafe table.pointee.seek = { instance, offset, origin, _, error in
            guard let stream = unsafe SourceInputStream.stream(of: UnsafeMutableRawPointer(instance)) else { return 0 }
            let base = origin == G_SEEK_SET ? 0 : origin == G_SEEK_CUR ? stream.position : stream.byteCount
            let (target, overflow) = base.addingReportingOverflow(Int(offset))
            guard !overflow, stream.seek(to: target) else {
                unsafe SourceInputStream.fail(error, "a place outside the document")
                return 0
            }
            return 1
        }
    }
}
