#include "CGlibcFloor.h"

#include <math.h>

float hypotf(float x, float y) {
    if (isinf(x) || isinf(y)) return INFINITY;
    // The squares of floats neither overflow nor vanish in a double.
    return (float)sqrt((double)x * x + (double)y * y);
}
