extension FormatTable {
    /// Archives, compressed files and packages.
    static let archives: [FormatEntry] = zipBased + archiveFiles + compressedFiles

    private static let zipBased: [FormatEntry] = [
        FormatEntry(
            "zip", "application/zip", .archive, "zip zipx", ["0: 'PK' 03 04", "0: 'PK' 05 06", "0: 'PK' 07 08 'PK'"],
            aliases: "application/x-zip-compressed application/x-zip", look: ZIPLook.look),
        FormatEntry(
            "jar", "application/java-archive", .archive, "jar", ["member: META-INF/MANIFEST.MF"],
            aliases: "application/x-java-archive application/x-jar", general: "zip", priority: -2),
        FormatEntry("war", "application/x-java-web-archive", .archive, "war", ["member: WEB-INF/"], general: "jar"),
        FormatEntry(
            "ear", "application/x-java-enterprise-archive", .archive, "ear", ["member: META-INF/application.xml"],
            general: "jar"),
        FormatEntry(
            "apk", "application/vnd.android.package-archive", .archive, "apk", ["member: AndroidManifest.xml"],
            general: "jar", priority: 1),
        FormatEntry(
            "aar", "application/x-android-library", .archive, "aar", ["member: R.txt"], general: "zip",
            priority: -2),
        FormatEntry(
            "xpi", "application/x-xpinstall", .archive, "xpi",
            ["member: META-INF/mozilla.rsa install.rdf META-INF/mozilla.mf"], general: "zip", priority: 1),
        FormatEntry("kmz", "application/vnd.google-earth.kmz", .archive, "kmz", ["member: doc.kml"], general: "zip"),
        FormatEntry("ipa", "application/x-ios-app", .archive, "ipa", ["member: Payload/"], general: "zip"),
        FormatEntry(
            "appx", "application/x-appx", .archive, "appx msix", ["member: AppxManifest.xml"], general: "opc",
            priority: 1),
        FormatEntry(
            "vsix", "application/x-vsix", .archive, "vsix", ["member: extension.vsixmanifest"], general: "opc",
            priority: 1),
        FormatEntry("nupkg", "application/x-nupkg", .archive, "nupkg", ["member: *.nuspec"], general: "opc"),
        FormatEntry(
            "3mf", "model/3mf", .model, "3mf", ["member: 3D/3dmodel.model 3D/"],
            aliases: "application/vnd.ms-3mfdocument", general: "opc", priority: 1),
        FormatEntry(
            "usdz", "model/vnd.usdz+zip", .model, "usdz", ["member: *.usdc *.usda"], general: "zip",
            priority: -1),
        FormatEntry("npz", "application/x-npz", .scientific, "npz", ["member: *.npy"], general: "zip", priority: -1),
        FormatEntry("wheel", "application/x-wheel+zip", .archive, "whl", ["member: *.dist-info/WHEEL"], general: "zip"),
        FormatEntry(
            "cbz", "application/vnd.comicbook+zip", .archive, "cbz", ["member: ComicInfo.xml"],
            aliases: "application/x-cbz", general: "zip"),
        FormatEntry(
            "pytorch", "application/x-pytorch", .database, "pt pth", ["member: archive/data.pkl"],
            general: "zip"),
    ]

    private static let archiveFiles: [FormatEntry] = [
        FormatEntry(
            "tar", "application/x-tar", .archive, "tar", ["257: 'ustar' 00", "257: 'ustar  ' 00"],
            aliases: "application/x-gtar"),
        FormatEntry("7z", "application/x-7z-compressed", .archive, "7z", ["0: '7z' BC AF 27 1C"]),
        FormatEntry(
            "rar", "application/vnd.rar", .archive, "rar", ["0: 'Rar!' 1A 07 00", "0: 'Rar!' 1A 07 01 00"],
            aliases: "application/x-rar-compressed application/x-rar"),
        FormatEntry(
            "cpio", "application/x-cpio", .archive, "cpio", ["0: '070701'", "0: '070702'", "0: '070707'"],
            look: ArchiveLooks.cpio),
        FormatEntry("ar", "application/x-archive", .archive, "a ar lib", ["0: '!<arch>' 0A"]),
        FormatEntry(
            "deb", "application/vnd.debian.binary-package", .archive, "deb udeb ddeb",
            ["0: '!<arch>' 0A 'debian'"], aliases: "application/x-deb", general: "ar"),
        FormatEntry(
            "rpm", "application/x-rpm", .archive, "rpm", ["0: ED AB EE DB"],
            aliases: "application/x-redhat-package-manager"),
        FormatEntry("cab", "application/vnd.ms-cab-compressed", .archive, "cab", ["0: 'MSCF' 00 00 00 00"]),
        FormatEntry("installshield", "application/x-installshield", .archive, "cab hdr", ["0: 'ISc('"]),
        FormatEntry(
            "lha", "application/x-lzh-compressed", .archive, "lzh lha", ["2: '-lh' ?? '-'", "2: '-lz' ?? '-'"],
            aliases: "application/x-lha"),
        FormatEntry("arj", "application/x-arj", .archive, "arj", ["0: 60 EA"], look: ArchiveLooks.arj),
        FormatEntry("ace", "application/x-ace-compressed", .archive, "ace", ["7: '**ACE**'"]),
        FormatEntry("zoo", "application/x-zoo", .archive, "zoo", ["20: DC A7 C4 FD"]),
        FormatEntry(
            "stuffit", "application/x-stuffit", .archive, "sit", ["0: 'SIT!' & 10: 'rLau'", "0: 'StuffIt (c)1997-'"]),
        FormatEntry("xar", "application/x-xar", .archive, "xar pkg xip", ["0: 'xar!' 00 1C 00 01"]),
        FormatEntry("wim", "application/x-ms-wim", .archive, "wim esd swm", ["0: 'MSWIM' 00 00 00"]),
        FormatEntry(
            "crx", "application/x-chrome-extension", .archive, "crx",
            ["0: 'Cr24' 02 00 00 00", "0: 'Cr24' 03 00 00 00"]),
        FormatEntry("warc", "application/warc", .archive, "warc", ["0: 'WARC/0.'", "0: 'WARC/1.'"]),
        FormatEntry(
            "binhex", "application/mac-binhex40", .archive, "hqx",
            ["0: '(This file must be converted with BinHex'"]),
        FormatEntry("tnef", "application/vnd.ms-tnef", .archive, "tnef", ["0: 78 9F 3E 22"]),
        FormatEntry("pst", "application/vnd.ms-outlook-pst", .archive, "pst ost", ["0: '!BDN'"]),
        FormatEntry("dbx", "application/x-outlook-express", .archive, "dbx", ["0: CF AD 12 FE"]),
        FormatEntry(
            "bittorrent", "application/x-bittorrent", .archive, "torrent",
            ["0: 'd8:announce'", "0: 'd4:info'", "0: 'd13:announce-list'", "0: 'd7:comment'", "0: 'd10:created by'"]),
        FormatEntry("wtv", "video/x-wtv", .video, "wtv", ["0: B7 D8 00 20 37 49 DA 11 A6 4E 00 07 E9 5E AD 8D"]),
    ]

    private static let compressedFiles: [FormatEntry] = [
        FormatEntry(
            "gzip", "application/gzip", .archive, "gz tgz svgz emz gzip", ["0: 1F 8B 08"],
            aliases: "application/x-gzip"),
        FormatEntry(
            "bzip2", "application/x-bzip2", .archive, "bz2 tbz2 tbz",
            ["0: 'BZh' 3? '1AY&SY'", "0: 'BZh' 3? 17 'rE8P' 90"]),
        FormatEntry("xz", "application/x-xz", .archive, "xz txz", ["0: FD '7zXZ' 00"]),
        FormatEntry("zstd", "application/zstd", .archive, "zst tzst zstd", ["0: 28 B5 2F FD"]),
        FormatEntry("lz4", "application/x-lz4", .archive, "lz4", ["0: 04 22 4D 18", "0: 02 21 4C 18"]),
        FormatEntry(
            "lzip", "application/x-lzip", .archive, "lz", ["0: 'LZIP' 01", "0: 'LZIP' 00"],
            aliases: "application/lzip"),
        FormatEntry("lzma", "application/x-lzma", .archive, "lzma", ["0: 5D 00 00"], look: ArchiveLooks.lzma),
        FormatEntry("lzop", "application/x-lzop", .archive, "lzo", ["0: 89 'LZO' 00 0D 0A 1A 0A"]),
        FormatEntry(
            "compress", "application/x-compress", .archive, "z", ["0: 1F 9D 9?", "0: 1F 9D 8?", "0: 1F 9D 1?"]),
        FormatEntry("snappy", "application/x-snappy-framed", .archive, "sz", ["0: FF 06 00 00 'sNaPpY'"]),
        FormatEntry(
            "zlib", "application/zlib", .archive, "zlib zz", ["0: 78 01", "0: 78 5E", "0: 78 9C", "0: 78 DA"],
            priority: -1, look: ArchiveLooks.zlib),
    ]

    /// Images of disks and file systems.
    static let diskImages: [FormatEntry] = [
        FormatEntry(
            "iso9660", "application/x-iso9660-image", .archive, "iso", ["32769: 'CD001'"],
            aliases: "application/x-cd-image application/vnd.efi.iso"),
        FormatEntry("udf", "application/x-udf-image", .archive, "iso udf", ["32769: 'BEA01'"], general: "iso9660"),
        FormatEntry("dmg", "application/x-apple-diskimage", .archive, "dmg"),
        FormatEntry("qcow2", "application/x-qemu-disk", .archive, "qcow2 qcow", ["0: 'QFI' FB 00 00 00"]),
        FormatEntry(
            "vmdk", "application/x-vmdk-disk", .archive, "vmdk",
            ["0: 'KDMV' ?? 00 00 00", "0: '# Disk DescriptorFile'"]),
        FormatEntry("vhd", "application/x-vhd-disk", .archive, "vhd", ["0: 'conectix'"]),
        FormatEntry("vhdx", "application/x-vhdx-disk", .archive, "vhdx", ["0: 'vhdxfile'"]),
        FormatEntry("vdi", "application/x-virtualbox-vdi", .archive, "vdi", ["64: 7F 10 DA BE"]),
        FormatEntry(
            "squashfs", "application/vnd.squashfs", .archive, "squashfs sqfs snap", ["0: 'hsqs'", "0: 'sqsh'"],
            look: ArchiveLooks.squashfs),
        FormatEntry(
            "ext", "application/x-ext-filesystem", .archive, "img",
            ["1080: 53 EF 00 00", "1080: 53 EF 01 00", "1080: 53 EF 02 00"], look: ArchiveLooks.ext),
        FormatEntry(
            "mbr", "application/x-raw-disk-image", .archive, "img",
            ["510: 55 AA & 0: EB ?? 90", "510: 55 AA & 0: 33 C0"]),
    ]
}
