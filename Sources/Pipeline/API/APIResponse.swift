/// An answer of the API.
package struct APIResponse: Hashable, Sendable {
    package var status: Int
    package var body: JSONValue

    package init(status: Int = 200, _ body: JSONValue) {
        self.status = status
        self.body = body
    }

    /// The answer as API Gateway takes it.
    package var json: JSONValue {
        .object([
            "statusCode": .integer(status),
            "headers": .object([
                "content-type": .string("application/json"), "cache-control": .string("no-store"),
            ]),
            "body": .string(String(decoding: body.bytes(), as: UTF8.self)),
        ])
    }
}

/// A request that is not answered with what it asked for.
package struct APIProblem: Error, Hashable, Sendable {
    package var status: Int
    package var code: String
    package var message: String

    package init(_ status: Int, _ code: String, _ message: String) {
        self.status = status
        self.code = code
        self.message = message
    }

    package var response: APIResponse {
        APIResponse(status: status, .object(["error": .string(code), "message": .string(message)]))
    }

    static func invalid(_ message: String) -> Self { Self(400, "invalidRequest", message) }

    static let unauthenticated = Self(401, "unauthenticated", "a valid token is needed")

    static let forbidden = Self(403, "forbidden", "you are no member of this project")

    /// What does not exist, and what somebody else has, are answered alike.
    static let notFound = Self(404, "notFound", "there is no such file")
}
