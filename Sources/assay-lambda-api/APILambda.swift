import AWSPipeline
import Pipeline

/// The API behind API Gateway.
@main
enum APILambda {
    static func main() async throws {
        try await PipelineFunction.run { function, services, event in
            let secret = Array((function.environment["PAGE_TOKEN_KEY"] ?? "").utf8)
            guard secret.count >= 16 else {
                throw PipelineError(.malformed, "PAGE_TOKEN_KEY has to be 16 bytes or more")
            }
            var rules = UploadRules()
            rules.maximumByteCount = services.settings.maximumByteCount
            let api = UploadAPI(services, rules: rules, secret: secret, newID: FileIdentifier.random)
            return try await api.answer(APIRequest(parsing: event)).json
        }
    }
}
