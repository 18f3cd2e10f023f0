#include "CImageShims.h"

#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

_Static_assert(ASSAY_MESSAGE_SIZE >= JMSG_LENGTH_MAX, "libjpeg writes up to JMSG_LENGTH_MAX bytes");

struct assay_jpeg {
    struct jpeg_decompress_struct decoder;
    struct jpeg_error_mgr errors;
    struct jpeg_source_mgr source;
    jmp_buf on_error;
    // Bytes to pass over that lay behind the end of the last call's bytes.
    size_t pending_skip;
    bool is_ready;
    bool is_done;
    int error_code;
    uint32_t warning_count;
    char warning[ASSAY_MESSAGE_SIZE];
    char error[ASSAY_MESSAGE_SIZE];
};

// MARK: - Errors (libjpeg.txt, "Error handling")

static void on_error_exit(j_common_ptr info) {
    assay_jpeg *reader = info->client_data;
    reader->error_code = info->err->msg_code;
    info->err->format_message(info, reader->error);
    longjmp(reader->on_error, 1);
}

static void on_message(j_common_ptr info, int level) {
    assay_jpeg *reader = info->client_data;
    // Level -1 is a warning, 0 and above are traces.
    if (level >= 0) return;
    if (reader->warning_count == 0) info->err->format_message(info, reader->warning);
    if (reader->warning_count < UINT32_MAX) reader->warning_count += 1;
}

static void on_output(j_common_ptr info) {
    (void)info;
}

static assay_status status_of_error(int code) {
    switch (code) {
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_COMPONENT_COUNT:
    case JERR_EMPTY_IMAGE:
    case JERR_IMAGE_TOO_BIG:
    case JERR_SOF_UNSUPPORTED:
        return ASSAY_STATUS_UNSUPPORTED;
    case JERR_OUT_OF_MEMORY:
        return ASSAY_STATUS_NO_MEMORY;
    default:
        return ASSAY_STATUS_CORRUPT;
    }
}

// MARK: - Data source that suspends (libjpeg.txt, "I/O suspension")

static void on_init_source(j_decompress_ptr info) {
    (void)info;
}

static boolean on_fill_buffer(j_decompress_ptr info) {
    (void)info;
    return FALSE;
}

static void on_skip(j_decompress_ptr info, long count) {
    assay_jpeg *reader = info->client_data;
    if (count <= 0) return;
    size_t wanted = (size_t)count;
    size_t here = wanted < reader->source.bytes_in_buffer ? wanted : reader->source.bytes_in_buffer;
    reader->source.next_input_byte += here;
    reader->source.bytes_in_buffer -= here;
    reader->pending_skip += wanted - here;
}

static void on_term_source(j_decompress_ptr info) {
    (void)info;
}

// MARK: - Reader

assay_jpeg *assay_jpeg_create(void) {
    assay_jpeg *reader = calloc(1, sizeof(*reader));
    if (reader == NULL) return NULL;
    reader->decoder.err = jpeg_std_error(&reader->errors);
    reader->decoder.client_data = reader;
    reader->errors.error_exit = on_error_exit;
    reader->errors.emit_message = on_message;
    reader->errors.output_message = on_output;
    reader->source.init_source = on_init_source;
    reader->source.fill_input_buffer = on_fill_buffer;
    reader->source.skip_input_data = on_skip;
    reader->source.resync_to_restart = jpeg_resync_to_restart;
    reader->source.term_source = on_term_source;
    return reader;
}

// Apart from assay_jpeg_read, so that no local of the function that calls setjmp changes after it.
static int read_header(assay_jpeg *reader) {
    if (!reader->is_ready) {
        jpeg_create_decompress(&reader->decoder);
        reader->decoder.src = &reader->source;
        reader->is_ready = true;
    }
    return jpeg_read_header(&reader->decoder, TRUE);
}

assay_status assay_jpeg_read(assay_jpeg *reader, const uint8_t *bytes, size_t count, size_t *advance) {
    *advance = 0;
    reader->source.next_input_byte = bytes;
    reader->source.bytes_in_buffer = count;
    reader->pending_skip = 0;
    assay_status status;
    if (setjmp(reader->on_error) != 0) {
        status = status_of_error(reader->error_code);
    } else if (read_header(reader) == JPEG_SUSPENDED) {
        status = ASSAY_STATUS_MORE;
    } else {
        reader->is_done = true;
        status = ASSAY_STATUS_DONE;
    }
    *advance = count - reader->source.bytes_in_buffer + reader->pending_skip;
    reader->source.next_input_byte = NULL;
    reader->source.bytes_in_buffer = 0;
    return status;
}

static assay_color color_of(J_COLOR_SPACE space) {
    switch (space) {
    case JCS_GRAYSCALE: return ASSAY_COLOR_GRAY;
    case JCS_RGB: return ASSAY_COLOR_RGB;
    case JCS_YCbCr: return ASSAY_COLOR_YCBCR;
    case JCS_CMYK: return ASSAY_COLOR_CMYK;
    case JCS_YCCK: return ASSAY_COLOR_YCCK;
    default: return ASSAY_COLOR_UNKNOWN;
    }
}

// A frame header that was read to its end has components. One that libjpeg stopped in, the first or a second, may
// have left half of its values: its marker (ITU-T T.81, B.1.1.3: SOF0 to SOF15) is still unread then.
static bool has_frame(const assay_jpeg *reader) {
    int marker = reader->decoder.unread_marker;
    return reader->decoder.comp_info != NULL && !(marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xCC);
}

void assay_jpeg_header(const assay_jpeg *reader, assay_header *header) {
    memset(header, 0, sizeof(*header));
    if (has_frame(reader)) {
        header->width = reader->decoder.image_width;
        header->height = reader->decoder.image_height;
        header->bit_depth = (uint32_t)reader->decoder.data_precision;
        header->channels = (uint32_t)reader->decoder.num_components;
    }
    if (reader->is_done) header->color = color_of(reader->decoder.jpeg_color_space);
    header->warning_count = reader->warning_count;
    memcpy(header->warning, reader->warning, sizeof(header->warning));
    memcpy(header->error, reader->error, sizeof(header->error));
}

void assay_jpeg_destroy(assay_jpeg *reader) {
    if (reader == NULL) return;
    // jpeg_destroy raises no error: it frees pools and nothing else.
    if (reader->is_ready) jpeg_destroy_decompress(&reader->decoder);
    free(reader);
}

// MARK: - Version

#define QUOTED_ONCE(x) #x
#define QUOTED(x) QUOTED_ONCE(x)

const char *assay_jpeg_version(void) {
#if defined(LIBJPEG_TURBO_VERSION)
    return QUOTED(LIBJPEG_TURBO_VERSION);
#else
    return QUOTED(JPEG_LIB_VERSION);
#endif
}
