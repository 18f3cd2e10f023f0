#!/usr/bin/env python3
"""Write a large CSV file of many types, quotes and line breaks inside quotes.

usage: csv_mixed.py [--megabytes N] [--seed N] > mixed.csv

13 columns: integers, decimals, dates, times, booleans, codes and texts. Nearly half of the rows have a quoted
field, one in ten holds a line break. The same seed gives the same bytes. Rows come from a pool that is written
again and again with a new number in front, so that gigabytes take seconds.
"""
import argparse
import random
import sys

HEADER = "id,uuid,created,day,amount,quantity,active,country,zip,name,note,ratio,clock\n"
WORDS = "alpha beta gamma delta epsilon north south river stone paper light green über naïve".split()
COUNTRIES = ["DE", "FR", "US", "GB", "JP", "BR", "IN", "ZA"]


def words(chance, count):
    return " ".join(chance.choice(WORDS) for _ in range(count))


def note(chance):
    kind = chance.random()
    if kind < 0.10:
        return f'"{words(chance, 4)}\n{words(chance, 3)}"'
    if kind < 0.25:
        return f'"{words(chance, 3)}, {words(chance, 2)}"'
    if kind < 0.35:
        return f'"the ""{words(chance, 1)}"" of {words(chance, 2)}"'
    if kind < 0.45:
        return f'"{words(chance, 5)}"'
    return "" if kind < 0.55 else words(chance, 4)


def row(chance):
    """A row without its number."""
    day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    clock = f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}"
    return ",".join([
        f"{chance.getrandbits(64):016x}-{chance.getrandbits(32):08x}", f"{day} {clock}", day,
        f"{chance.randrange(-100000, 1000000) / 100:.2f}", str(chance.randrange(1000)),
        chance.choice(["true", "false"]), chance.choice(COUNTRIES), f"{chance.randrange(100000):05}",
        f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()}", note(chance),
        f"{chance.random():.6f}", clock,
    ]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    pool = [row(chance) for _ in range(20_000)]
    remaining = arguments.megabytes * 1_000_000
    sys.stdout.buffer.write(HEADER.encode())
    number = 0
    while remaining > 0:
        part = "".join(f"{number + index},{line}" for index, line in enumerate(pool)).encode()
        sys.stdout.buffer.write(part)
        number += len(pool)
        remaining -= len(part)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.stderr.close()
