extension FormatTable {
    /// Raster images.
    static let images: [FormatEntry] = [
        FormatEntry(
            "jpeg", "image/jpeg", .image, "jpg jpeg jpe jfif jfi jif thm", ["0: FF D8 FF"],
            aliases: "image/jpg image/pjpeg"),
        FormatEntry(
            "png", "image/png", .image, "png apng", ["0: 89 'PNG' 0D 0A 1A 0A"],
            aliases: "image/x-png image/apng image/vnd.mozilla.apng", look: ImageLooks.png),
        FormatEntry("mng", "video/x-mng", .image, "mng", ["0: 8A 'MNG' 0D 0A 1A 0A"]),
        FormatEntry("jng", "image/x-jng", .image, "jng", ["0: 8B 'JNG' 0D 0A 1A 0A"]),
        FormatEntry("gif", "image/gif", .image, "gif", ["0: 'GIF87a'", "0: 'GIF89a'"]),
        FormatEntry(
            "bmp", "image/bmp", .image, "bmp dib rle", ["0: 'BM'"],
            aliases: "image/x-ms-bmp image/x-bmp image/x-windows-bmp", look: ImageLooks.bmp),
        FormatEntry(
            "os2icon", "image/x-os2-graphics", .image, "bmp bga",
            ["0: 'BA' & 14: 'BM'", "0: 'BA' & 14: 'IC'", "0: 'BA' & 14: 'CI'", "0: 'BA' & 14: 'PT'"]),
        FormatEntry("webp", "image/webp", .image, "webp", ["0: 'RIFF' & 8: 'WEBP'"]),
        FormatEntry(
            "tiff", "image/tiff", .image, "tif tiff", ["0: 'II' 2A 00", "0: 'MM' 00 2A"],
            aliases: "image/tiff-fx", look: TIFFLook.look),
        FormatEntry(
            "bigtiff", "image/tiff", .image, "tif tiff btf tf8", ["0: 'II' 2B 00 08 00", "0: 'MM' 00 2B 00 08"]),
        FormatEntry(
            "heic", "image/heic", .image, "heic heics hif", ["brand: heic heix heim heis"],
            aliases: "image/heif image/heic-sequence", general: "heif"),
        FormatEntry(
            "heif", "image/heif", .image, "heif heifs hif", ["brand: mif1 mif2 msf1 miaf MiHE MiHB hevc hevx"],
            aliases: "image/heif-sequence", general: "bmff"),
        FormatEntry(
            "avif", "image/avif", .image, "avif avifs", ["brand: avif avis"], aliases: "image/heif", general: "bmff"),
        FormatEntry("avci", "image/avci", .image, "avci avcs", ["brand: avci avcs"], general: "heif"),
        FormatEntry(
            "jxl", "image/jxl", .image, "jxl",
            ["0: FF 0A", "0: 00 00 00 0C 'JXL ' 0D 0A 87 0A", "brand: jxl"], look: ImageLooks.jxl),
        FormatEntry("jp2", "image/jp2", .image, "jp2 jpg2", ["brand: jp2"], aliases: "image/x-jp2", general: "bmff"),
        FormatEntry("jpx", "image/jpx", .image, "jpx jpf", ["brand: jpx"], general: "jp2"),
        FormatEntry("jpm", "image/jpm", .image, "jpm jpgm", ["brand: jpm"]),
        FormatEntry("jph", "image/jph", .image, "jph", ["brand: jph"]),
        FormatEntry(
            "j2k", "image/j2c", .image, "j2k j2c jpc jhc", ["0: FF 4F FF 51"],
            aliases: "image/x-jp2-codestream image/j2k"),
        FormatEntry("jxr", "image/jxr", .image, "jxr wdp hdp", ["0: 'II' BC 01"], aliases: "image/vnd.ms-photo"),
        FormatEntry("jls", "image/jls", .image, "jls", ["0: FF D8 FF F7"]),
        FormatEntry("jbig2", "image/x-jbig2", .image, "jb2 jbig2", ["0: 97 'JB2' 0D 0A 1A 0A"]),
        FormatEntry(
            "psd", "image/vnd.adobe.photoshop", .image, "psd", ["0: '8BPS' 00 01"],
            aliases: "image/x-psd image/psd application/x-photoshop"),
        FormatEntry("psb", "image/vnd.adobe.photoshop", .image, "psb", ["0: '8BPS' 00 02"]),
        FormatEntry(
            "ico", "image/vnd.microsoft.icon", .image, "ico", ["0: 00 00 01 00"],
            aliases: "image/x-icon image/ico", look: ImageLooks.icon),
        FormatEntry(
            "cur", "image/x-win-cursor", .image, "cur", ["0: 00 00 02 00"],
            aliases: "image/x-win-bitmap", look: ImageLooks.icon),
        FormatEntry("ani", "application/x-navi-animation", .image, "ani", ["0: 'RIFF' & 8: 'ACON'"]),
        FormatEntry("icns", "image/x-icns", .image, "icns", ["0: 'icns' 00"], aliases: "image/icns"),
        FormatEntry(
            "pbm", "image/x-portable-bitmap", .image, "pbm pnm", ["0: 'P1'", "0: 'P4'"],
            look: ImageLooks.netpbm),
        FormatEntry(
            "pgm", "image/x-portable-graymap", .image, "pgm pnm", ["0: 'P2'", "0: 'P5'"],
            aliases: "image/x-portable-greymap", look: ImageLooks.netpbm),
        FormatEntry(
            "ppm", "image/x-portable-pixmap", .image, "ppm pnm", ["0: 'P3'", "0: 'P6'"],
            look: ImageLooks.netpbm),
        FormatEntry("pam", "image/x-portable-arbitrarymap", .image, "pam", ["0: 'P7' 0A"]),
        FormatEntry(
            "pfm", "image/x-portable-floatmap", .image, "pfm", ["0: 'PF'", "0: 'Pf'"],
            look: ImageLooks.netpbm),
        FormatEntry("xv", "image/x-xv-thumbnail", .image, "", ["0: 'P7 332'"]),
        FormatEntry("qoi", "image/x-qoi", .image, "qoi", ["0: 'qoif'"], look: ImageLooks.qoi),
        FormatEntry("farbfeld", "image/x-farbfeld", .image, "ff", ["0: 'farbfeld'"]),
        FormatEntry("tga", "image/x-tga", .image, "tga targa icb vda vst", aliases: "image/x-targa image/tga"),
        FormatEntry("dds", "image/x-dds", .image, "dds", ["0: 'DDS ' 7C 00 00 00"], aliases: "image/vnd.ms-dds"),
        FormatEntry(
            "hdr", "image/vnd.radiance", .image, "hdr rgbe xyze pic", ["0: '#?RADIANCE' 0A", "0: '#?RGBE' 0A"]),
        FormatEntry("exr", "image/x-exr", .image, "exr", ["0: 76 2F 31 01"], aliases: "image/aces"),
        FormatEntry(
            "dpx", "image/dpx", .image, "dpx", ["0: 'SDPX' ?? ?? ?? ?? 'V'", "0: 'XPDS' ?? ?? ?? ?? 'V'"],
            aliases: "image/x-dpx"),
        FormatEntry("cineon", "image/x-cineon", .image, "cin", ["0: 80 2A 5F D7 00 00"]),
        FormatEntry(
            "pcx", "image/vnd.zbrush.pcx", .image, "pcx", ["0: 0A 0? 01"], aliases: "image/x-pcx",
            look: ImageLooks.pcx),
        FormatEntry("dcx", "image/x-dcx", .image, "dcx", ["0: B1 68 DE 3A"]),
        FormatEntry("xcf", "image/x-xcf", .image, "xcf", ["0: 'gimp xcf'"]),
        FormatEntry("miff", "image/x-miff", .image, "miff", ["0: 'id=ImageMagick'"]),
        FormatEntry(
            "sgi", "image/x-sgi", .image, "sgi rgb rgba bw",
            ["0: 01 DA 00 01 00 0?", "0: 01 DA 00 02 00 0?", "0: 01 DA 01 01 00 0?", "0: 01 DA 01 02 00 0?"]),
        FormatEntry(
            "sunras", "image/x-sun-raster", .image, "ras sun", ["0: 59 A6 6A 95"],
            aliases: "image/x-cmu-raster"),
        FormatEntry(
            "ilbm", "image/x-ilbm", .image, "iff lbm ilbm", ["0: 'FORM' & 8: 'ILBM'", "0: 'FORM' & 8: 'PBM '"]),
        FormatEntry(
            "fits", "image/fits", .image, "fits fit fts", ["0: 'SIMPLE  =' & 29: 'T'"],
            aliases: "application/fits"),
        FormatEntry("bpg", "image/bpg", .image, "bpg", ["0: 'BPG' FB"]),
        FormatEntry("flif", "image/flif", .image, "flif", ["0: 'FLIF'"], look: ImageLooks.flif),
        FormatEntry("ktx", "image/ktx", .image, "ktx", ["0: AB 'KTX 11' BB 0D 0A 1A 0A"]),
        FormatEntry("ktx2", "image/ktx2", .image, "ktx2", ["0: AB 'KTX 20' BB 0D 0A 1A 0A"]),
        FormatEntry(
            "pvr", "image/x-pvr", .image, "pvr", ["0: 'PVR' 03", "0: 03 'RVP'", "44: 'PVR!'"],
            look: ImageLooks.pvr),
        FormatEntry("pkm", "image/x-pkm", .image, "pkm", ["0: 'PKM 10'", "0: 'PKM 20'"]),
        FormatEntry("vtf", "image/x-vtf", .image, "vtf", ["0: 'VTF' 00 07 00 00 00"]),
        FormatEntry("astc", "image/x-astc", .image, "astc", ["0: 13 AB A1 5C"]),
        FormatEntry(
            "aseprite", "image/x-aseprite", .image, "ase aseprite", ["4: E0 A5 & 132: FA F1"],
            look: ImageLooks.aseprite),
        FormatEntry("psp", "image/x-paintshoppro", .image, "psp pspimage", ["0: 'Paint Shop Pro Image File' 0A 1A"]),
        FormatEntry("pgf", "image/x-pgf", .image, "pgf", ["0: 'PGF' 3?"]),
        FormatEntry("pcd", "image/x-photo-cd", .image, "pcd", ["2048: 'PCD_IPI'"]),
        FormatEntry(
            "pict", "image/x-pict", .image, "pict pct pic",
            ["522: 00 11 02 FF 0C 00", "10: 00 11 02 FF 0C 00", "522: 11 01"],
            look: ImageLooks.pict),
        FormatEntry("xisf", "image/x-xisf", .image, "xisf", ["0: 'XISF0100'"]),
        FormatEntry("xbm", "image/x-xbitmap", .image, "xbm", ["0: '#define '"], look: ImageLooks.xbm),
        FormatEntry("xpm", "image/x-xpixmap", .image, "xpm", ["0: '/* XPM */'"]),
        FormatEntry(
            "djvu", "image/vnd.djvu", .document, "djvu djv",
            ["0: 'AT&TFORM' & 12: 'DJVU'", "0: 'AT&TFORM' & 12: 'DJVM'", "0: 'AT&TFORM' & 12: 'DJVI'"]),
        FormatEntry("dicom", "application/dicom", .image, "dcm dicom", ["128: 'DICM'"]),
        FormatEntry("jbf", "image/x-paintshoppro-browser", .image, "jbf", ["0: 'JASC BROWS FILE' 00"]),
        FormatEntry(
            "procreate", "application/x-procreate", .image, "procreate", ["member: Document.archive"],
            general: "zip"),
        FormatEntry("kra", "application/x-krita", .image, "kra", ["member: maindoc.xml"], general: "zip", priority: -1),
        FormatEntry("ora", "image/openraster", .image, "ora", ["member: stack.xml"], general: "zip"),
        FormatEntry(
            "sketch", "application/x-sketch", .image, "sketch", ["member: document.json"],
            general: "zip", priority: -2),
    ]

    /// Vector images and drawings.
    static let vectorImages: [FormatEntry] = [
        FormatEntry("svg", "image/svg+xml", .image, "svg", ["root: svg"], general: "xml"),
        FormatEntry("emf", "image/emf", .image, "emf", ["0: 01 00 00 00 & 40: ' EMF'"], aliases: "image/x-emf"),
        FormatEntry(
            "wmf", "image/wmf", .image, "wmf",
            ["0: D7 CD C6 9A 00 00", "0: 01 00 09 00 00 03", "0: 02 00 09 00 00 03", "0: 01 00 09 00 00 01"],
            aliases: "image/x-wmf"),
        FormatEntry("wpg", "image/x-wordperfect-graphics", .image, "wpg", ["0: FF 'WPC' & 8: 01 16"]),
        FormatEntry("dwg", "image/vnd.dwg", .image, "dwg", ["0: 'AC10' 3? 3? 00", "0: 'AC1' 3? 3? 3? 00"]),
        FormatEntry("cdr", "application/x-coreldraw", .image, "cdr", ["0: 'RIFF' & 8: 'CDR'"]),
        FormatEntry("xar-image", "image/x-xara", .image, "xar", ["0: 'XARA' A3 A3 0D 0A"]),
        FormatEntry("hpgl", "application/vnd.hp-hpgl", .image, "hpgl plt"),
        FormatEntry("cgm", "image/cgm", .image, "cgm"),
    ]
}
