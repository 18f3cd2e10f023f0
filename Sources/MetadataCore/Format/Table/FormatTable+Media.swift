extension FormatTable {
    /// Sound.
    static let audio: [FormatEntry] = [
        FormatEntry(
            "mp3", "audio/mpeg", .audio, "mp3 mpga",
            ["0: FF FA", "0: FF FB", "0: FF F2", "0: FF F3", "0: FF E2", "0: FF E3"],
            aliases: "audio/mp3 audio/x-mpeg audio/mpeg3", look: MPEGAudioLook.frames),
        FormatEntry(
            "mp2", "audio/mpeg", .audio, "mp2", ["0: FF FC", "0: FF FD", "0: FF F4", "0: FF F5"],
            look: MPEGAudioLook.frames),
        FormatEntry(
            "aac", "audio/aac", .audio, "aac adts", ["0: FF F0", "0: FF F1", "0: FF F8", "0: FF F9"],
            aliases: "audio/x-aac audio/x-hx-aac-adts audio/aacp", look: MPEGAudioLook.adts),
        FormatEntry("adif", "audio/x-hx-aac-adif", .audio, "aac", ["0: 'ADIF'"], look: AudioLooks.notText),
        FormatEntry("flac", "audio/flac", .audio, "flac", ["0: 'fLaC' 00", "0: 'fLaC' 80"], aliases: "audio/x-flac"),
        FormatEntry(
            "ogg", "audio/ogg", .audio, "ogg oga", ["0: 'OggS' 00", "0: 'OggS' 00 & 28: 01 'vorbis'"],
            aliases: "application/ogg audio/vorbis"),
        FormatEntry(
            "opus", "audio/ogg; codecs=opus", .audio, "opus ogg oga", ["0: 'OggS' 00 & 28: 'OpusHead'"],
            aliases: "audio/opus", general: "ogg"),
        FormatEntry(
            "oggflac", "audio/ogg; codecs=flac", .audio, "oga ogg", ["0: 'OggS' 00 & 28: 7F 'FLAC'"], general: "ogg"),
        FormatEntry(
            "spx", "audio/ogg; codecs=speex", .audio, "spx ogg oga", ["0: 'OggS' 00 & 28: 'Speex   '"],
            aliases: "audio/speex", general: "ogg"),
        FormatEntry(
            "wav", "audio/x-wav", .audio, "wav wave bwf",
            ["0: 'RIFF' & 8: 'WAVE'", "0: 'RF64' & 8: 'WAVE'", "0: 'RIFX' & 8: 'WAVE'", "0: 'BW64' & 8: 'WAVE'"],
            aliases: "audio/wav audio/wave audio/vnd.wave"),
        FormatEntry(
            "aiff", "audio/x-aiff", .audio, "aiff aif aifc", ["0: 'FORM' & 8: 'AIFF'", "0: 'FORM' & 8: 'AIFC'"],
            aliases: "audio/aiff"),
        FormatEntry("8svx", "audio/x-8svx", .audio, "8svx iff", ["0: 'FORM' & 8: '8SVX'"]),
        FormatEntry("au", "audio/basic", .audio, "au snd", ["0: '.snd' 00 00"]),
        FormatEntry(
            "m4a", "audio/mp4", .audio, "m4a m4b m4p m4r", ["brand: M4A M4B M4P"],
            aliases: "audio/x-m4a audio/m4a", general: "mp4"),
        FormatEntry("aax", "audio/vnd.audible.aax", .audio, "aax", ["brand: aax"], general: "mp4"),
        FormatEntry("amr", "audio/amr", .audio, "amr", ["0: '#!AMR' 0A"]),
        FormatEntry("amrwb", "audio/amr-wb", .audio, "awb", ["0: '#!AMR-WB' 0A"]),
        FormatEntry(
            "ac3", "audio/ac3", .audio, "ac3 eac3", ["0: 0B 77"], aliases: "audio/eac3 audio/x-ac3",
            look: AudioLooks.ac3),
        FormatEntry("dts", "audio/vnd.dts", .audio, "dts", ["0: 7F FE 80 01"]),
        FormatEntry("caf", "audio/x-caf", .audio, "caf", ["0: 'caff' 00 01 00 00"]),
        FormatEntry("ape", "audio/x-ape", .audio, "ape", ["0: 'MAC '"], aliases: "audio/ape", look: AudioLooks.ape),
        FormatEntry("wavpack", "audio/x-wavpack", .audio, "wv", ["0: 'wvpk'"], look: AudioLooks.notText),
        FormatEntry(
            "musepack", "audio/x-musepack", .audio, "mpc mp+", ["0: 'MP+' ?7", "0: 'MPCK'"],
            look: AudioLooks.notText),
        FormatEntry("tta", "audio/x-tta", .audio, "tta", ["0: 'TTA1' 01 00"]),
        FormatEntry("dsf", "audio/x-dsf", .audio, "dsf", ["0: 'DSD ' 1C 00 00 00"]),
        FormatEntry("dff", "audio/x-dff", .audio, "dff", ["0: 'FRM8' & 12: 'DSD '"]),
        FormatEntry(
            "midi", "audio/x-midi", .audio, "mid midi kar rmi", ["0: 'MThd' 00 00 00 06", "0: 'RIFF' & 8: 'RMID'"],
            aliases: "audio/midi audio/mid"),
        FormatEntry(
            "mod", "audio/x-mod", .audio, "mod",
            ["1080: 'M.K.'", "1080: 'M!K!'", "1080: '4CHN'", "1080: '6CHN'", "1080: '8CHN'"]),
        FormatEntry("xm", "audio/x-xm", .audio, "xm", ["0: 'Extended Module: '"]),
        FormatEntry("it", "audio/x-it", .audio, "it", ["0: 'IMPM' & 28: ?? ?? ?? ??"], look: AudioLooks.notText),
        FormatEntry("s3m", "audio/x-s3m", .audio, "s3m", ["28: 1A 10 & 44: 'SCRM'"]),
        FormatEntry("soundfont", "audio/x-sfbk", .audio, "sf2 sf3", ["0: 'RIFF' & 8: 'sfbk'"]),
        FormatEntry("voc", "audio/x-voc", .audio, "voc", ["0: 'Creative Voice File' 1A"]),
        FormatEntry(
            "realaudio", "audio/x-realaudio", .audio, "ra", ["0: '.ra' FD 00"],
            aliases: "audio/vnd.rn-realaudio audio/x-pn-realaudio"),
        FormatEntry("wma", "audio/x-ms-wma", .audio, "wma", general: "asf"),
        FormatEntry("mka", "audio/matroska", .audio, "mka", aliases: "audio/x-matroska", general: "mkv"),
        FormatEntry("oma", "audio/x-oma", .audio, "oma aa3", ["0: 'ea3' 03 00"]),
        FormatEntry("audible", "audio/x-pn-audibleaudio", .audio, "aa", ["4: 57 90 75 36"], aliases: "audio/audible"),
    ]

    /// Moving pictures.
    static let video: [FormatEntry] = [
        FormatEntry("bmff", "application/x-isobmff", .video, "", ["4: 'ftyp'"], look: BMFFLook.look),
        FormatEntry(
            "mp4", "video/mp4", .video, "mp4 mpg4 m4s",
            [
                "brand: isom iso2 iso3 iso4 iso5 iso6 iso7 iso8 iso9 mp41 mp42 mp71 avc1 MSNV NDSC NDSH NDSM NDSP NDSS NDXC NDXH NDXM NDXP NDXS dash msdh XAVC hvc1 av01 cmfc cmf2 FACE mmp4 dby1"
            ],
            aliases: "video/x-mp4 application/mp4", general: "bmff"),
        FormatEntry("mov", "video/quicktime", .video, "mov qt", ["brand: qt"], general: "bmff"),
        FormatEntry(
            "m4v", "video/mp4", .video, "m4v mp4", ["brand: M4V M4VH M4VP"], aliases: "video/x-m4v", general: "mp4"),
        FormatEntry("f4v", "video/mp4", .video, "f4v", ["brand: F4V"], aliases: "video/x-f4v", general: "mp4"),
        FormatEntry(
            "3gp", "video/3gpp", .video, "3gp 3gpp",
            ["brand: 3ge6 3ge7 3ge9 3gp1 3gp2 3gp3 3gp4 3gp5 3gp6 3gp7 3gp8 3gp9 3gr6 3gs6 3gs7 3gg6"],
            aliases: "audio/3gpp", general: "bmff"),
        FormatEntry(
            "3g2", "video/3gpp2", .video, "3g2 3gpp2", ["brand: 3g2a 3g2b 3g2c KDDI"], aliases: "audio/3gpp2",
            general: "bmff"),
        FormatEntry("mj2", "video/mj2", .video, "mj2 mjp2", ["brand: mjp2 mj2s"], general: "bmff"),
        FormatEntry(
            "mkv", "video/matroska", .video, "mkv mk3d mks", ["0: 1A 45 DF A3", "doctype: matroska"],
            aliases: "video/x-matroska", look: VideoLooks.ebml),
        FormatEntry("webm", "video/webm", .video, "webm", ["doctype: webm"], aliases: "audio/webm"),
        FormatEntry(
            "avi", "video/x-msvideo", .video, "avi", ["0: 'RIFF' & 8: 'AVI '", "0: 'RIFF' & 8: 'AVIX'"],
            aliases: "video/vnd.avi video/avi video/msvideo"),
        FormatEntry(
            "ogv", "video/ogg", .video, "ogv ogg ogx",
            ["0: 'OggS' 00 & 28: 80 'theora'", "0: 'OggS' 00 & 28: 'fishead' 00", "0: 'OggS' 00 & 28: 'BBCD' 00"],
            general: "ogg"),
        FormatEntry("flv", "video/x-flv", .video, "flv", ["0: 'FLV' 01 0?"]),
        FormatEntry(
            "asf", "application/vnd.ms-asf", .video, "asf wmv wma",
            ["0: 30 26 B2 75 8E 66 CF 11 A6 D9 00 AA 00 62 CE 6C"],
            aliases: "video/x-ms-asf video/x-ms-wmv audio/x-ms-wma"),
        FormatEntry(
            "mpeg", "video/mpeg", .video, "mpg mpeg vob m2p ps", ["0: 00 00 01 BA"], aliases: "video/mp2p video/mp1s"),
        FormatEntry("mpegvideo", "video/mpeg", .video, "m1v m2v mpv mpg", ["0: 00 00 01 B3"], aliases: "video/mpv"),
        FormatEntry(
            "mpegts", "video/mp2t", .video, "ts m2ts mts m2t", ["0: 47", "4: 47"], aliases: "video/m2ts",
            look: VideoLooks.transportStream),
        FormatEntry("h264", "video/h264", .video, "h264 264 avc", ["0: 00 00 00 01 67", "0: 00 00 00 01 27"]),
        FormatEntry(
            "mxf", "application/mxf", .video, "mxf",
            ["0: 06 0E 2B 34 02 05 01 01 0D 01 02 01 01 02", "0: 06 0E 2B 34 02 05 01 01 0D 01 02 01 01 03"]),
        FormatEntry("realmedia", "application/vnd.rn-realmedia", .video, "rm rmvb", ["0: '.RMF' 00 00"]),
        FormatEntry(
            "swf", "application/vnd.adobe.flash.movie", .video, "swf", ["0: 'FWS'", "0: 'CWS'", "0: 'ZWS'"],
            aliases: "application/x-shockwave-flash", look: VideoLooks.flash),
        FormatEntry("dv", "video/dv", .video, "dv dif", ["0: 1F 07 00"], aliases: "video/x-dv", look: VideoLooks.dv),
        FormatEntry("ivf", "video/x-ivf", .video, "ivf", ["0: 'DKIF' 00 00 20 00"]),
        FormatEntry("y4m", "video/x-yuv4mpeg", .video, "y4m", ["0: 'YUV4MPEG2 '"]),
        FormatEntry("fli", "video/x-fli", .video, "fli flc flx", ["4: 11 AF", "4: 12 AF"], look: VideoLooks.flic),
        FormatEntry(
            "bink", "video/vnd.radgamettools.bink", .video, "bik bk2", ["0: 'BIKi'", "0: 'BIKb'", "0: 'KB2'"],
            look: AudioLooks.notText),
        FormatEntry("nut", "video/x-nut", .video, "nut", ["0: 'nut/multimedia container' 00"]),
        FormatEntry("r3d", "video/x-red-r3d", .video, "r3d", ["4: 'RED1'", "4: 'RED2'"]),
    ]

    /// More ways to tell formats that stand in the table, each with a look of its own.
    static let further: [FormatEntry] = [
        FormatEntry("mp3", "audio/mpeg", .audio, "mp3", ["0: 'ID3'"], look: MPEGAudioLook.tag),
        FormatEntry(
            "mov", "video/quicktime", .video, "",
            ["4: 'styp'", "4: 'moov'", "4: 'mdat'", "4: 'wide'", "4: 'free'", "4: 'skip'", "4: 'pnot'"],
            look: BMFFLook.bare),
        FormatEntry("jp2", "image/jp2", .image, "", ["0: 00 00 00 0C 'jP  ' 0D 0A 87 0A"], look: BMFFLook.jpeg2000),
    ]
}
