import AWSPipeline
import Pipeline

/// The small steps of the pipeline in one program; the function's handler says which one it is.
@main
enum PipelineLambda {
    static func main() async throws {
        try await PipelineFunction.run { function, services, event in
            switch function.environment["_HANDLER"] {
            case "router":
                let outcomes = try await Router(services).handle(event)
                return .object(["outcomes": .array(outcomes.map { .string($0.rawValue) })])
            case "validate": return try await Claimant(services).handle(event)
            case "normalize": return try await Filer(services).handle(event)
            case "text": return TextReading.handle(event)
            case "sweeper": return .object(["outcome": .string(try await Sweeper(services).handle(event).rawValue)])
            case "reconciler": return try await Reconciler(services).run().json
            case "backfill": return try await Backfill(services).handle(event)
            case "replayer": return await Replayer(services).handle(event)
            case let handler: throw PipelineError(.malformed, "there is no handler \(handler ?? "without a name")")
            }
        }
    }
}
