#!/usr/bin/env python3
"""Cuts the face «DaiHoi Figures» from Be Vietnam Pro: ten digits on one width, because the original has no tabular figures.

usage: figures.py FROM.woff2 TO.woff2      (needs fonttools and brotli: apt-get install python3-fonttools python3-brotli)
Be Vietnam Pro is under the SIL Open Font License 1.1, which allows this under a name of its own.
"""
import sys
from fontTools import subset
from fontTools.misc.transform import Transform
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WIDTH = 650  # units; wider digits are narrowed by at most 8 %

source, target = sys.argv[1:3]
options = subset.Options(flavor="woff2", layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True)
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(text="0123456789")
subsetter.subset(font)
glyphs, metrics = font["glyf"], font["hmtx"]
for character in "0123456789":
    name = font.getBestCmap()[ord(character)]
    advance, _ = metrics[name]
    scale = min(1.0, max(0.92, WIDTH / advance))
    pen = TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, Transform(scale, 0, 0, 1, (WIDTH - advance * scale) / 2, 0)), glyphs)
    glyphs[name] = pen.glyph()
    glyphs[name].recalcBounds(glyphs)
    metrics[name] = (WIDTH, glyphs[name].xMin)
for record in font["name"].names:
    if record.nameID in (1, 4, 16):
        record.string = "DaiHoi Figures"
for table in ("GSUB", "GPOS", "GDEF"):
    if table in font:
        del font[table]
font.flavor = "woff2"
font.save(target)
