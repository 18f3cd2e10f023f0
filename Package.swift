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

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTP: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let sqlite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func function(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: "assay-lambda-\(name)", dependencies: dependencies, swiftSettings: settings)
}

func library(_ name: String, pkgConfig: String, package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
    name: "assay",
    products: [
        .library(name: "Assay", targets: ["Assay"]),
        .library(name: "CSVSniffing", targets: ["CSVSniffing"]),
        .library(name: "Checksums", targets: ["Checksums"]),
        .library(name: "Normalization", targets: ["Normalization"]),
        .library(name: "NativeReaders", targets: ["NativeEXIF", "NativeImage", "NativePDF"]),
        .library(name: "SQLiteStore", targets: ["SQLiteStore"]),
        .library(name: "Isolation", targets: ["Isolation"]),
        .executable(name: "assay", targets: ["assay-cli"]),
        .executable(name: "assay-worker-image", targets: ["assay-worker-image"]),
        .executable(name: "assay-worker-pdf", targets: ["assay-worker-pdf"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.12.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        // C
        library("CBrotli", pkgConfig: "libbrotlidec", package: "libbrotli-dev"),
        library("CExif", pkgConfig: "libexif", package: "libexif-dev"),
        library("CJPEG", pkgConfig: "libjpeg", package: "libjpeg-dev"),
        library("CPNG", pkgConfig: "libpng", package: "libpng-dev"),
        library("CPoppler", pkgConfig: "poppler-glib", package: "libpoppler-glib-dev"),
        library("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
        .target(name: "CChecksums"),
        .target(name: "CGlibcFloor"),
        .target(name: "CImageShims", dependencies: ["CJPEG", "CPNG"]),
        .target(name: "CSandbox"),

        // Vocabulary and pure readers
        module("MetadataCore"),
        module("Checksums", ["CChecksums", crypto]),
        module("CSVSniffing"),
        module("Inflation", ["CBrotli", "CZlib", "MetadataCore"]),
        module("ImageExtraction", ["Inflation", "MetadataCore"]),
        module("PDFExtraction", ["Inflation", "MetadataCore", crypto, cryptoExtras]),

        // Native readers
        module("NativeEXIF", ["CExif", "MetadataCore"]),
        module("NativeImage", ["CImageShims", "MetadataCore"]),
        module("NativePDF", ["CPoppler", "MetadataCore"]),

        // Worker processes
        module("Isolation", ["CSandbox", "MetadataCore"]),
        module("ImageWorker", ["Isolation", "MetadataCore", "NativeEXIF", "NativeImage"]),

        // Engine
        module("Normalization", ["MetadataCore"]),
        module("MetadataEngine", ["Checksums", "CSVSniffing", "MetadataCore", "Normalization", system]),
        module(
            "Assay",
            ["ImageExtraction", "Isolation", "MetadataCore", "MetadataEngine", "PDFExtraction", system]),
        module("SQLiteStore", ["Checksums", "MetadataCore", sqlite, system]),

        // The pipeline on AWS
        module("AWSTransport", ["CGlibcFloor", "MetadataCore", crypto, logging] + asyncHTTP),
        module("Pipeline", ["MetadataCore", crypto]),
        module("AWSPipeline", ["AWSTransport", "Pipeline"]),
        module(
            "ObjectExtraction",
            ["AWSPipeline", "AWSTransport", "Checksums", "MetadataCore", "MetadataEngine", "Pipeline"]),

        // Commands
        .executableTarget(
            name: "assay-cli",
            dependencies: [
                "Assay", "CSVSniffing", "Checksums", "Isolation", "MetadataCore", "MetadataEngine", "Normalization",
                "SQLiteStore", arguments, system,
            ],
            swiftSettings: settings),

        .executableTarget(name: "assay-worker-image", dependencies: ["ImageWorker"], swiftSettings: settings),
        .executableTarget(
            name: "assay-worker-pdf", dependencies: ["Isolation", "MetadataCore", "NativePDF"], swiftSettings: settings),
        function("image", ["ImageExtraction", "ImageWorker", "Isolation", "ObjectExtraction"]),
        function("pdf", ["Isolation", "ObjectExtraction", "PDFExtraction"]),
        function("csv", ["ObjectExtraction"]),
        function("pipeline", ["AWSPipeline", "Pipeline"]),
        function("api", ["AWSPipeline", "Pipeline"]),

        // Tests
        .target(name: "CProbe", path: "Tests/CProbe"),
        .executableTarget(
            name: "assay-worker-probe", dependencies: ["CProbe", "Isolation", "MetadataCore"],
            path: "Tests/ProbeWorker", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["MetadataCore"], path: "Tests/TestSupport", swiftSettings: settings),
        .executableTarget(
            name: "aws-signature-probe", dependencies: ["AWSTransport"], path: "Tests/SignatureProbe",
            swiftSettings: settings),
        tests("AWSTransportTests", ["AWSTransport", "MetadataCore", "TestSupport", logging] + asyncHTTP),
        tests("AssayTests", ["Assay", "TestSupport", system]),
        tests("ChecksumsTests", ["CChecksums", "Checksums", crypto]),
        tests("CSVSniffingTests", ["CSVSniffing", "TestSupport"]),
        tests(
            "EndToEndTests",
            [
                "MetadataCore", "SQLiteStore", "TestSupport", "assay-cli", "assay-worker-image", "assay-worker-pdf",
                subprocess, system,
            ]),
        tests("ImageExtractionTests", ["CZlib", "ImageExtraction", "Inflation", "MetadataCore", "TestSupport"]),
        tests(
            "IsolationTests",
            [
                "CSandbox", "Isolation", "MetadataCore", "NativeImage", "NativePDF", "TestSupport",
                "assay-worker-image", "assay-worker-pdf", "assay-worker-probe",
            ]),
        tests("MetadataCoreTests", ["MetadataCore", "TestSupport"]),
        tests("MetadataEngineTests", ["MetadataCore", "MetadataEngine", "TestSupport", system]),
        tests("NativeEXIFTests", ["ImageExtraction", "MetadataCore", "NativeEXIF", "TestSupport"]),
        tests("NativeImageTests", ["MetadataCore", "NativeImage", "TestSupport"]),
        tests("NativePDFTests", ["MetadataCore", "NativePDF", "TestSupport"]),
        tests("NormalizationTests", ["MetadataCore", "Normalization"]),
        tests(
            "ObjectExtractionTests",
            ["AWSTransport", "Checksums", "MetadataCore", "ObjectExtraction", "Pipeline", "TestSupport", crypto]),
        tests("PDFExtractionTests", ["MetadataCore", "PDFExtraction", "TestSupport"]),
        tests("PipelineTests", ["MetadataCore", "Pipeline"]),
        tests("SQLiteStoreTests", ["MetadataCore", "SQLiteStore", "TestSupport"]),
    ]
)
