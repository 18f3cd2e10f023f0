@_exported public import Isolation
@_exported public import MetadataCore
@_exported public import MetadataEngine
@_exported public import struct SystemPackage.FilePath
