// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableExperimentalFeature("Lifetimes"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "assay",
    products: [
        .library(name: "MetadataCore", targets: ["MetadataCore"])
    ],
    targets: [
        .target(name: "MetadataCore", swiftSettings: settings),
        .target(name: "Normalization", dependencies: ["MetadataCore"], swiftSettings: settings),
    ]
)
