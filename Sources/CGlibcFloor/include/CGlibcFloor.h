#ifndef CGLIBCFLOOR_H
#define CGLIBCFLOOR_H

/// The length of the vector (x, y), as C's `hypotf`.
///
/// The C library gave its own a new version, GLIBC_2.35, which Lambda's Amazon Linux 2023 (2.34) does not have. A program
/// that brings this one along runs on both.
float hypotf(float x, float y);

/// The length of the vector (x, y), as C's `hypot`; for the same reason.
double hypot(double x, double y);

#endif
