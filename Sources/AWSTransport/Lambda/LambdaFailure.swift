internal import FoundationEssentials

/// How a failed invocation is reported.
struct LambdaFailure: Error, Hashable, Encodable {
    var errorType: String
    var errorMessage: String
    var stackTrace: [String] = []

    init(type: String, message: String) {
        errorType = type
        errorMessage = message
    }

    init(_ error: any Error) {
        switch error {
        case let error as any LambdaTypedError: self.init(type: error.errorType, message: error.errorMessage)
        case let error as AWSError: self.init(type: "AWS.\(error.code.rawValue)", message: "\(error)")
        default: self.init(type: "\(type(of: error))", message: "\(error)")
        }
    }

    /// The type with nothing that a header cannot carry.
    var headerValue: String {
        String(decoding: errorType.utf8.map { 0x21...0x7E ~= $0 ? $0 : UInt8(ascii: "_") }.prefix(256), as: UTF8.self)
    }

    var json: [UInt8] {
        (try? JSONEncoder().encode(self)).map { Array($0) } ?? Array("{}".utf8)
    }
}
