internal import MetadataCore

/// A part of a record that can begin empty.
protocol EmptyInitializable {
    init()
}

extension ImageMetadata: EmptyInitializable {}
extension ImageMetadata.PixelSize: EmptyInitializable {}
extension ImageMetadata.Color: EmptyInitializable {}
extension ImageMetadata.Resolution: EmptyInitializable {}
extension ImageMetadata.Capture: EmptyInitializable {}
extension ImageMetadata.Camera: EmptyInitializable {}
extension ImageMetadata.Exposure: EmptyInitializable {}
extension ImageMetadata.Location: EmptyInitializable {}
extension DocumentMetadata: EmptyInitializable {}
extension TableMetadata: EmptyInitializable {}

extension Optional where Wrapped: EmptyInitializable {
    /// The value, or an empty one that comes to be when something is set in it.
    var orNew: Wrapped {
        get { self ?? Wrapped() }
        // Changed in place, which only the operator can: to move the whole part out and in again for each of its
        // members would cost more than all else here.
        _modify {
            if case .none = self { self = Wrapped() }
            // swift-format-ignore: NeverForceUnwrap
            yield &self!
        }
    }
}
