import Pipeline
import Synchronization

/// A bucket in memory. Its grants are texts that say what they allow.
final class MemoryObjects: ObjectStore {
    private let objects = Mutex<[ObjectName: ObjectHead]>([:])
    private let contents = Mutex<[String: [UInt8]]>([:])

    /// Makes an object appear; the last version of a key is its newest.
    func add(_ name: ObjectName, byteCount: Int, contentType: String = "image/jpeg") {
        let head = ObjectHead(byteCount: byteCount, contentType: contentType, versionID: name.versionID)
        objects.withLock {
            $0[name] = head
            $0[ObjectName(bucket: name.bucket, key: name.key)] = head
        }
    }

    func head(_ object: ObjectName) async throws -> ObjectHead? { objects.withLock { $0[object] } }

    func put(_ bytes: [UInt8], to object: ObjectName, contentType: String) async throws {
        contents.withLock { $0[object.key] = bytes }
    }

    func get(_ object: ObjectName, limit: Int) async throws -> [UInt8] { contents.withLock { $0[object.key] ?? [] } }

    func presign(_ grant: ObjectGrant, validFor seconds: Int) async throws -> GrantedRequest {
        GrantedRequest(method: "-", url: "\(grant) for \(seconds)", headers: [:])
    }

    func createMultipartUpload(_ object: ObjectName, contentType: String) async throws -> String { "upload-1" }

    func completeMultipartUpload(_ object: ObjectName, uploadID: String, parts: [UploadedPart]) async throws {}

    func abortMultipartUpload(_ object: ObjectName, uploadID: String) async throws {}
}
