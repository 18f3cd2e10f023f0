internal import Crypto

/// The place where a list goes on, sealed: a caller can neither read meaning into it nor make one.
struct PageToken: Sendable {
    private let key: SymmetricKey

    /// Makes a seal.
    ///
    /// - Parameter secret: At least 16 bytes that only the API knows.
    init(secret: [UInt8]) {
        key = SymmetricKey(data: secret)
    }

    func seal(_ position: IndexPosition, of projectID: String) -> String {
        let payload = JSONValue.array(
            [projectID, position.sort, position.key.partition, position.key.sort].map(JSONValue.string)
        ).bytes()
        let code = HMAC<SHA256>.authenticationCode(for: payload, using: key)
        return Base64Text.encodeForURL(Array(code) + payload)
    }

    /// Opens a token.
    ///
    /// - Throws: ``APIProblem`` when it is not one of ours, or is of another project.
    func open(_ token: String, of projectID: String) throws(APIProblem) -> IndexPosition {
        let problem = APIProblem.invalid("pageToken is none of this list")
        guard token.utf8.count <= 4_096, let bytes = Base64Text.decodeFromURL(token), bytes.count > 32 else {
            throw problem
        }
        let payload = Array(bytes[32...])
        guard HMAC<SHA256>.isValidAuthenticationCode(bytes[..<32], authenticating: payload, using: key),
            let parts = (try? JSONValue(parsing: payload))?.array?.compactMap(\.string), parts.count == 4,
            parts[0] == projectID
        else { throw problem }
        return IndexPosition(sort: parts[1], key: ItemKey(partition: parts[2], sort: parts[3]))
    }
}
