"""Bar charts as SVG."""

from xml.sax.saxutils import escape

COLOURS = ["#1f5fa8", "#7fb2e5", "#e08a1e", "#5a9e4b", "#a8c99d", "#8a6bb1",
           "#999999"]
FONT = 'font-family="Helvetica, Arial, sans-serif"'


class Drawing:
    """Collects SVG elements; the origin is the top left corner."""

    def __init__(self, width, height):
        self.width, self.height, self.parts = width, height, []

    def box(self, x, y, width, height, colour, tip=""):
        inner = f"<title>{escape(tip)}</title>" if tip else ""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
            f'height="{height:.1f}" fill="{colour}">{inner}</rect>')

    def line(self, x1, y1, x2, y2, colour, dashes=""):
        extra = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" '
                          f'y2="{y2:.1f}" stroke="{colour}"{extra}/>')

    def text(self, x, y, words, anchor="start", size=12, weight="normal"):
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {FONT} '
            f'font-size="{size}" font-weight="{weight}" fill="#222">'
            f"{escape(words)}</text>")

    def svg(self):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" '
                f'height="{self.height}" viewBox="0 0 {self.width} '
                f'{self.height}">\n<rect width="100%" height="100%" '
                'fill="#ffffff"/>\n' + "\n".join(self.parts) + "\n</svg>\n")


def bars(title, note, groups, series, most=4.0):
    """A chart of horizontal bars, grouped: `groups` are (name, values), a value
    for each of `series`, or None. A line marks 1; bars longer than `most` are cut
    and say what they are."""
    left, thick, gap, width = 230, 12, 12, 900
    scale = (width - left - 70) / most
    top = 60 + 18 * len(series)
    height = top + len(groups) * (len(series) * thick + gap) + 40
    drawing = Drawing(width, height)
    drawing.text(20, 28, title, size=17, weight="bold")
    drawing.text(20, 48, note, size=12)
    for place, name in enumerate(series):
        drawing.box(20, 58 + 18 * place, 12, 12, COLOURS[place % len(COLOURS)])
        drawing.text(38, 68 + 18 * place, name)
    for step in range(int(most * 2) + 1):
        x = left + step / 2 * scale
        drawing.line(x, top, x, height - 36, "#222" if step == 2 else "#ddd")
        drawing.text(x, height - 20, f"{step / 2:g}", "middle", 11)
    y = top + gap / 2
    for name, values in groups:
        middle = y + len(series) * thick / 2 + 4
        drawing.text(left - 8, middle, name, "end")
        for place, value in enumerate(values):
            if value is not None:
                length = min(value, most) * scale
                drawing.box(left, y + 1, length, thick - 2,
                            COLOURS[place % len(COLOURS)],
                            f"{name}, {series[place]}: {value:.2f}")
                drawing.text(left + length + 4, y + thick - 2, f"{value:.2f}",
                             size=10)
            y += thick
        y += gap
    return drawing.svg()
