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

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let sqlite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "assay",
    products: [
        .library(name: "Assay", targets: ["Assay"]),
        .library(name: "SQLiteStore", targets: ["SQLiteStore"]),
        .executable(name: "assay", targets: ["assay-cli"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "CChecksums"),
        .target(name: "MetadataCore", swiftSettings: settings),
        .target(name: "Checksums", dependencies: ["CChecksums", crypto], swiftSettings: settings),
        .target(name: "CSVSniffing", swiftSettings: settings),
        .target(name: "ImageExtraction", dependencies: ["MetadataCore"], swiftSettings: settings),
        .target(name: "Normalization", dependencies: ["MetadataCore"], swiftSettings: settings),
        .target(
            name: "MetadataEngine",
            dependencies: ["Checksums", "CSVSniffing", "MetadataCore", "Normalization", system],
            swiftSettings: settings),
        .target(
            name: "Assay", dependencies: ["ImageExtraction", "MetadataCore", "MetadataEngine", system],
            swiftSettings: settings),
        .target(name: "SQLiteStore", dependencies: ["MetadataCore", sqlite], swiftSettings: settings),
        .executableTarget(
            name: "assay-cli",
            dependencies: ["Assay", "Checksums", "MetadataEngine", "Normalization", "SQLiteStore", arguments, system],
            swiftSettings: settings),
    ]
)
