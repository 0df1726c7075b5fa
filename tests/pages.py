"""Helpers to read a page as a visitor does."""

import re

from lxml import html

BLOCKS = ["dd", "div", "dt", "li", "p", "td", "th"]


def text_of(response):
    """The text of a page's main part, with white space folded and blocks set apart."""
    (main,) = html.fromstring(response.content.decode()).xpath("//main")
    for block in main.iter(*BLOCKS):
        block.tail = f" {block.tail or ''}"
    return fold(main.text_content())


def fold(text):
    return re.sub(r"\s+", " ", text).strip()


def links_of(response):
    """Text and address of each link in the main part, in order."""
    (main,) = html.fromstring(response.content.decode()).xpath("//main")
    return [(fold(link.text_content()), link.get("href")) for link in main.xpath(".//a")]
