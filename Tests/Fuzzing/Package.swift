// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Holds the fuzz targets. `./run` builds it with the flags that it needs.
let package = Package(
    name: "assay-fuzzing",
    dependencies: [.package(name: "assay", path: "../..")],
    targets: [
        .systemLibrary(name: "CFuzzer"),
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "CFuzzer",
                .product(name: "Assay", package: "assay"),
                .product(name: "Isolation", package: "assay"),
                .product(name: "NativeReaders", package: "assay"),
            ],
            swiftSettings: settings),
    ]
)
