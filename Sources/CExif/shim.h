#ifndef ASSAY_CEXIF_SHIM_H
#define ASSAY_CEXIF_SHIM_H

#include <libexif/exif-data.h>

#endif
