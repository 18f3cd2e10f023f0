/// Why a call to a service, or the loop that answers Lambda, could not go on.
///
/// One struct for all services: ``code`` is stable and can be matched, also against codes that are not listed here.
///
/// ```swift
/// do {
///     try await table.put(item, into: "files", condition: "attribute_not_exists(pk)")
/// } catch where error.code == .conditionFailed {
///     // someone was ahead
/// }
/// ```
public struct AWSError: Error, Hashable, Sendable {
    /// What went wrong: the service's own code, without its name space, or one of ours.
    public struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
        /// The name.
        public let rawValue: String

        /// Makes a code.
        ///
        /// - Parameter rawValue: The service's own name of the error.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Makes a code from a literal.
        ///
        /// - Parameter value: The service's own name of the error.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }
    }

    /// The stable code.
    public var code: Code
    /// For people: what the service or the transport said.
    public var message: String
    /// The status of the response; nil when none came.
    public var status: Int?
    /// The service's id of the request, for its support.
    public var requestID: String?
    /// The item that a condition was checked against, if asked for and if there was one.
    public var existingItem: DynamoDBItem?
    /// Why each write of a transaction was refused, in the order of the writes; empty for other calls.
    public var cancellationReasons: [CancellationReason]

    /// Why one write of a transaction was refused.
    public struct CancellationReason: Hashable, Sendable {
        /// `None`, `ConditionalCheckFailed`, `TransactionConflict`, ...
        public var code: String
        /// For people.
        public var message: String?
        /// The item as it was, if asked for.
        public var existingItem: DynamoDBItem?
    }

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: The stable code.
    ///   - message: For people.
    ///   - status: The status of the response, if one came.
    ///   - requestID: The service's id of the request.
    public init(_ code: Code, _ message: String, status: Int? = nil, requestID: String? = nil) {
        self.code = code
        self.message = message
        self.status = status
        self.requestID = requestID
        cancellationReasons = []
    }
}

extension AWSError: CustomStringConvertible {
    /// Code, status and message.
    public var description: String {
        "\(code.rawValue)\(status.map { " (\($0))" } ?? ""): \(message)"
    }
}

// MARK: - Codes

extension AWSError.Code {
    /// The environment lacks a value, or one cannot be read.
    public static let invalidConfiguration: Self = "InvalidConfiguration"
    /// No credentials were found, or they cannot be renewed.
    public static let noCredentials: Self = "NoCredentials"
    /// No connection, or one that ended before the response began.
    public static let connectionFailed: Self = "ConnectionFailed"
    /// No whole response in time.
    public static let timeout: Self = "Timeout"
    /// The response ended early.
    public static let truncated: Self = "Truncated"
    /// The response is larger than allowed.
    public static let responseTooLarge: Self = "ResponseTooLarge"
    /// The response is not what the service documents.
    public static let malformedResponse: Self = "MalformedResponse"
    /// The task was cancelled.
    public static let cancelled: Self = "Cancelled"

    /// A condition was false (DynamoDB).
    public static let conditionFailed: Self = "ConditionalCheckFailedException"
    /// A transaction was refused; ``AWSError/cancellationReasons`` says why (DynamoDB).
    public static let transactionCancelled: Self = "TransactionCanceledException"
    /// An execution of that name exists (Step Functions).
    public static let executionAlreadyExists: Self = "ExecutionAlreadyExists"
    /// No object of that key, or its newest version is a delete marker (S3).
    public static let noSuchKey: Self = "NoSuchKey"
    /// No such version of the object (S3).
    public static let noSuchVersion: Self = "NoSuchVersion"
    /// The version that was asked for is a delete marker (S3).
    public static let methodNotAllowed: Self = "MethodNotAllowed"
    /// An `if-match` or `if-none-match` was false (S3).
    public static let preconditionFailed: Self = "PreconditionFailed"
    /// The range lies past the end of the object (S3).
    public static let invalidRange: Self = "InvalidRange"
    /// No upload of that id: it was completed, aborted or never begun (S3).
    public static let noSuchUpload: Self = "NoSuchUpload"
    /// The caller may not do that.
    public static let accessDenied: Self = "AccessDenied"
}

// MARK: - What can be tried again

extension AWSError {
    private static let throttlingCodes: Set<String> = [
        "BandwidthLimitExceeded", "EC2ThrottledException", "LimitExceededException", "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled",
        "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException",
        "TooManyRequestsException", "TransactionInProgressException",
    ]
    private static let transientCodes: Set<String> = [
        "ConnectionFailed", "InternalError", "InternalFailure", "InternalServerError", "MalformedResponse",
        "RequestTimeout", "RequestTimeoutException", "ServiceUnavailable", "Timeout", "Truncated",
    ]
    private static let skewCodes: Set<String> = [
        "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
        "SignatureDoesNotMatch",
    ]
    private static let expiryCodes: Set<String> = ["ExpiredToken", "ExpiredTokenException"]

    /// Whether the service asks to be called less often.
    public var isThrottling: Bool {
        Self.throttlingCodes.contains(code.rawValue) || status == 429
            || cancellationReasons.contains { $0.code == "ThrottlingError" || $0.code == "TransactionConflict" }
    }

    /// Whether the same request may succeed later. A refused condition, a missing object or a denied call may not.
    public var isRetryable: Bool {
        isThrottling || Self.transientCodes.contains(code.rawValue) || [500, 502, 503, 504].contains(status)
    }

    /// Whether our clock may be why the request was refused.
    var mayBeClockSkew: Bool { Self.skewCodes.contains(code.rawValue) }

    /// Whether the credentials have ended and may be had anew.
    var isExpiredCredentials: Bool { Self.expiryCodes.contains(code.rawValue) }
}
