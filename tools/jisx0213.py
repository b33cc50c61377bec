#!/usr/bin/env python3
"""Writes the characters of JIS X 0213 that JIS X 0208 has not, for the references of Aozora Bunko to them:

    python3 tools/jisx0213.py > src/format/aozora/jisx0213.txt

A line is a row of a plane: the plane, a hyphen, the row, and its 94 cells, a tab before each; a cell without a character of
its own is empty. The source is Python's codec EUC-JIS-2004.
"""

# The rows of plane 2; the codec takes the others for JIS X 0212.
PLANE_2 = {1, 3, 4, 5, 8, 12, 13, 14, 15, *range(78, 95)}


def decoded(encoding, plane, row, cell):
    prefix = b"\x8f" if plane == 2 else b""
    try:
        return (prefix + bytes([0xA0 + row, 0xA0 + cell])).decode(encoding)
    except UnicodeDecodeError:
        return ""


def own(plane, row, cell):
    character = decoded("euc_jis_2004", plane, row, cell)
    known = plane == 1 and decoded("euc_jp", plane, row, cell) == character
    return "" if known else character


for plane in 1, 2:
    for row in range(1, 95):
        if plane == 2 and row not in PLANE_2:
            continue
        cells = [own(plane, row, cell) for cell in range(1, 95)]
        if any(cells):
            print(f"{plane}-{row}", *cells, sep="\t")
