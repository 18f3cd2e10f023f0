import Foundation

extension URL {
    /// What stands at this path, links followed; nil where nothing does.
    var fileType: FileAttributeType? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolvingSymlinksInPath().path)
        return attributes?[.type] as? FileAttributeType
    }
}
