#include "CImageShims.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <png.h>

typedef struct png_input {
    const uint8_t *bytes;
    size_t count;
    assay_header *header;
} png_input;

// MARK: - Callbacks (libpng-manual.txt, sections III and IX)

static void on_read(png_structp png, png_bytep target, size_t count) {
    png_input *input = png_get_io_ptr(png);
    if (count > input->count) png_error(png, "read past the end");
    memcpy(target, input->bytes, count);
    input->bytes += count;
    input->count -= count;
}

static void keep_message(char *target, const char *message) {
    snprintf(target, ASSAY_MESSAGE_SIZE, "%s", message);
}

static void on_error(png_structp png, png_const_charp message) {
    png_input *input = png_get_error_ptr(png);
    keep_message(input->header->error, message);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message) {
    png_input *input = png_get_error_ptr(png);
    if (input->header->warning_count == 0) keep_message(input->header->warning, message);
    if (input->header->warning_count < UINT32_MAX) input->header->warning_count += 1;
}

// MARK: - Reading

static assay_color color_of(int type) {
    switch (type) {
    case PNG_COLOR_TYPE_GRAY:
    case PNG_COLOR_TYPE_GRAY_ALPHA: return ASSAY_COLOR_GRAY;
    case PNG_COLOR_TYPE_RGB:
    case PNG_COLOR_TYPE_RGB_ALPHA: return ASSAY_COLOR_RGB;
    case PNG_COLOR_TYPE_PALETTE: return ASSAY_COLOR_PALETTE;
    default: return ASSAY_COLOR_UNKNOWN;
    }
}

static void configure(png_structp png, png_input *input) {
    png_set_read_fn(png, input, on_read);
    // Rows are never decoded, so a large picture costs nothing here.
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(png, 1 << 20);
    png_set_crc_action(png, PNG_CRC_WARN_USE, PNG_CRC_WARN_USE);
    // Without this, text and profile chunks are allocated by the length that they claim: 57 bytes took 1 GB.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
}

// Apart from the function that calls setjmp, so that none of that one's locals changes after it.
static void read_header(png_structp png, png_infop info, png_input *input) {
    configure(png, input);
    png_read_info(png, info);
}

static void take_header(png_structp png, png_infop info, assay_header *header) {
    header->width = png_get_image_width(png, info);
    header->height = png_get_image_height(png, info);
    if (header->width == 0 || header->height == 0) return;
    header->bit_depth = png_get_bit_depth(png, info);
    header->channels = png_get_channels(png, info);
    int type = png_get_color_type(png, info);
    header->color = color_of(type);
    header->has_alpha = (type & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png, info, PNG_INFO_tRNS) != 0;
}

static assay_status read_info(png_structp png, png_infop info, png_input *input) {
    assay_status status = ASSAY_STATUS_DONE;
    if (setjmp(png_jmpbuf(png)) != 0) {
        status = ASSAY_STATUS_CORRUPT;
    } else {
        read_header(png, info, input);
    }
    return status;
}

assay_status assay_png_read(const uint8_t *bytes, size_t count, assay_header *header) {
    memset(header, 0, sizeof(*header));
    png_input input = {bytes, count, header};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &input, on_error, on_warning);
    if (png == NULL) return ASSAY_STATUS_NO_MEMORY;
    png_infop info = png_create_info_struct(png);
    assay_status status = ASSAY_STATUS_NO_MEMORY;
    if (info != NULL) {
        status = read_info(png, info, &input);
        // The getters of a header that was read raise no error.
        take_header(png, info, header);
    }
    png_destroy_read_struct(&png, &info, NULL);
    return status;
}

const char *assay_png_version(void) {
    return png_get_libpng_ver(NULL);
}
