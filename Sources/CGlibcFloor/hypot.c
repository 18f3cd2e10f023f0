#include "CGlibcFloor.h"

#include <math.h>

double hypot(double x, double y) {
    if (isinf(x) || isinf(y)) return INFINITY;
    // The squares of doubles neither overflow nor vanish in the longer exponent of a long double.
    return (double)sqrtl((long double)x * x + (long double)y * y);
}
