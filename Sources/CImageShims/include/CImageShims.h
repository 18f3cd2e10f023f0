/// Headers of JPEG and PNG as libjpeg and libpng read them.
///
/// Both libraries report errors by longjmp, which must not cross a Swift frame. Every function here sets its own
/// jump target, works on bytes that the caller holds, calls nothing back and returns a status. Nothing is global;
/// two threads may work on two objects at once. No allocation depends on what a file claims.

#ifndef C_IMAGE_SHIMS_H
#define C_IMAGE_SHIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

enum { ASSAY_MESSAGE_SIZE = 200 };

/// How far a library came.
typedef enum assay_status {
    /// The header was read.
    ASSAY_STATUS_DONE = 0,
    /// More bytes are wanted; where they begin is told beside.
    ASSAY_STATUS_MORE = 1,
    /// The library knows what this is, but does not read it.
    ASSAY_STATUS_UNSUPPORTED = 2,
    /// The library takes the bytes for damaged.
    ASSAY_STATUS_CORRUPT = 3,
    /// There is no memory for the library's own structures.
    ASSAY_STATUS_NO_MEMORY = 4,
} assay_status;

/// What a colour is made of.
typedef enum assay_color {
    ASSAY_COLOR_UNKNOWN = 0,
    ASSAY_COLOR_GRAY = 1,
    ASSAY_COLOR_RGB = 2,
    ASSAY_COLOR_YCBCR = 3,
    ASSAY_COLOR_CMYK = 4,
    ASSAY_COLOR_YCCK = 5,
    ASSAY_COLOR_PALETTE = 6,
} assay_color;

/// The version of libpng that runs: `1.6.39`.
const char *assay_png_version(void);

/// The version of libjpeg-turbo, or the API version of another libjpeg, that this was compiled with: the library does
/// not tell it.
const char *assay_jpeg_version(void);

/// What a header says. Zero means unknown.
typedef struct assay_header {
    uint32_t width;
    uint32_t height;
    uint32_t bit_depth;
    uint32_t channels;
    assay_color color;
    bool has_alpha;
    /// How often the library warned and went on.
    uint32_t warning_count;
    /// The first warning, or empty.
    char warning[ASSAY_MESSAGE_SIZE];
    /// Why the library stopped, or empty.
    char error[ASSAY_MESSAGE_SIZE];
} assay_header;

/// A JPEG header in the making.
typedef struct assay_jpeg assay_jpeg;

/// Makes a reader at the start of a JPEG stream; null when there is no memory.
assay_jpeg *assay_jpeg_create(void);

/// Reads on, up to the first scan.
///
/// `bytes` begin where the last call said. `advance` tells by how much the stream has moved when the call returns: it
/// may be more than `count`, because libjpeg passes over segments that it does not use. A call that moves by nothing
/// wants more than `count` bytes at the same place; 65,540 are always enough. Nothing of `bytes` is kept. After any
/// status but `ASSAY_STATUS_MORE` the reader is at its end.
assay_status assay_jpeg_read(assay_jpeg *reader, const uint8_t *bytes, size_t count, size_t *advance);

/// What was read so far. Where the library stopped early, the size may be known and the rest not.
void assay_jpeg_header(const assay_jpeg *reader, assay_header *header);

/// Gives back all memory. Null is allowed.
void assay_jpeg_destroy(assay_jpeg *reader);

/// Reads a PNG's header: all that stands before the first IDAT's data.
///
/// Ancillary chunks other than tRNS are passed over unread. A checksum that does not match is a warning.
assay_status assay_png_read(const uint8_t *bytes, size_t count, assay_header *header);

#if defined(__cplusplus)
}
#endif

#endif
