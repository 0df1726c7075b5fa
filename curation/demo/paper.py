"""How a sample looks: a band with its title, text below, and on every page what it is not."""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

NOTICE = "Sample – the original file was not obtainable"

NAVY, YELLOW = HexColor("#12385b"), HexColor("#f2b705")
INK, GREY = HexColor("#1d2329"), HexColor("#56616b")
MARGIN = 22 * mm
FRAME_PADDING = 6  # points, ReportLab's own
NARROW_BAND = 15 * mm


def style(size, *, bold=False, color=INK, **more):
    font = "Helvetica-Bold" if bold else "Helvetica"
    return ParagraphStyle(
        font, fontName=font, fontSize=size, leading=size * 1.4, spaceAfter=size * 0.5,
        textColor=color, **more,
    )  # fmt: skip


class Report:
    """A4 upright: a tall band on the first page, a narrow one on the others."""

    size, scale, band = A4, 1, 78 * mm

    def __init__(self, title, *, by, footer):
        self.title, self.by, self.footer = title, by, footer
        self.story = []

    def heading(self, text):
        self._add(text, 14, bold=True, color=NAVY, spaceBefore=12, keepWithNext=1)

    def text(self, text):
        for part in text.split("\n\n"):
            self._add(part.strip(), 10.5)

    def item(self, text, detail=""):
        self._add(text, 10.5, bullet="•", leftIndent=14, keepWithNext=bool(detail))
        if detail:
            self._add(detail, 9, color=GREY, leftIndent=14)

    def new_page(self):
        self.story.append(PageBreak())

    def _add(self, text, size, bullet=None, **look):
        look = style(size * self.scale, **look)
        self.story.append(Paragraph(escape(text), look, bulletText=bullet))

    def pdf(self):
        """The same bytes each time, so that a sample is one file wherever it is drawn."""
        file = BytesIO()
        document = SimpleDocTemplate(
            file, pagesize=self.size, invariant=1, lang="en", displayDocTitle=1,
            title=self.title, author=self.by, subject=NOTICE,
            leftMargin=MARGIN - FRAME_PADDING, rightMargin=MARGIN - FRAME_PADDING,
            topMargin=NARROW_BAND + 9 * mm, bottomMargin=24 * mm,
        )  # fmt: skip
        below_band = Spacer(1, self.band - NARROW_BAND)
        document.build([below_band, *self.story], self._draw_first_page, self._draw_page)
        return file.getvalue()

    def _draw_first_page(self, canvas, document):
        self._draw_band(canvas, self.band)
        top = self.size[1] - 26 * mm
        for text, size, bold in [(self.title, 21, True), (self.by, 11.5, False)]:
            look = style(size * self.scale, bold=bold, color=white)
            top = self._draw_text(canvas, text, look, below=top) - 3 * mm
        self._draw_edges(canvas, document)

    def _draw_page(self, canvas, document):
        self._draw_band(canvas, NARROW_BAND)
        canvas.setFillColor(white)
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawRightString(self.size[0] - MARGIN, self.size[1] - 9 * mm, self._short_title())
        self._draw_edges(canvas, document)

    def _short_title(self):
        return self.title if len(self.title) <= 45 else f"{self.title[:44].rstrip()}…"

    def _draw_band(self, canvas, height):
        width, top = self.size
        canvas.setFillColor(NAVY)
        canvas.rect(0, top - height, width, height, stroke=0, fill=1)
        canvas.setFillColor(YELLOW)
        canvas.rect(0, top - height - 1.6 * mm, width, 1.6 * mm, stroke=0, fill=1)

    def _draw_text(self, canvas, text, look, below):
        """Returns where the text ends."""
        paragraph = Paragraph(escape(text), look)
        _, height = paragraph.wrap(self.size[0] - 2 * MARGIN, self.size[1])
        paragraph.drawOn(canvas, MARGIN, below - height)
        return below - height

    def _draw_edges(self, canvas, document):
        """The notice stands in the band, who and where at the foot."""
        width, top = self.size
        canvas.setFillColor(YELLOW)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(MARGIN, top - 9 * mm, NOTICE)
        canvas.setFillColor(GREY)
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(MARGIN, 11 * mm, self.footer)
        canvas.drawRightString(width - MARGIN, 11 * mm, f"Page {document.page}")


class Slides(Report):
    """A4 landscape, nothing but the title on the first."""

    size, scale, band = landscape(A4), 1.7, 150 * mm

    def __init__(self, title, *, by, footer):
        super().__init__(title, by=by, footer=footer)
        self.new_page()
