"""Sample photos: drawn scenes, each with the words that say so."""

import math
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = WIDTH, HEIGHT = 1600, 1067


def sample_image(scene, notice):
    """A JPEG of one of SCENES with the notice on it, the same bytes each time."""
    top, bottom, draw_scene = SCENES[scene]
    image = _sky(top, bottom)
    draw_scene(ImageDraw.Draw(image))
    _write_notice(image, notice)
    file = BytesIO()
    image.save(file, "JPEG", quality=86)
    return file.getvalue()


def _sky(top, bottom):
    mask = Image.linear_gradient("L").resize(SIZE)
    return Image.composite(Image.new("RGB", SIZE, bottom), Image.new("RGB", SIZE, top), mask)


def _write_notice(image, notice):
    draw = ImageDraw.Draw(image, "RGBA")
    font = ImageFont.load_default(size=54)
    box = draw.textbbox((60, HEIGHT - 130), notice, font=font)
    draw.rounded_rectangle((box[0] - 26, box[1] - 20, box[2] + 26, box[3] + 20), 14, (0, 0, 0, 190))
    draw.text((60, HEIGHT - 130), notice, font=font, fill="white")


def _rows_of_people(draw, first, rows, colour):
    for row in range(rows):
        size = 34 + 9 * row
        y = first + row * 62
        for seat in range(-1, WIDTH // (size * 3) + 2):
            x = seat * size * 3 + row % 2 * size * 1.5
            tint = tuple(max(0, part - 9 * row) for part in colour)
            draw.ellipse((x, y, x + size, y + size), tint)
            draw.rounded_rectangle(
                (x - size * 0.6, y + size, x + size * 1.6, y + size * 3), size * 0.7, tint
            )


def hall(draw):
    for beam in range(9):
        draw.line((beam * 200, 0, 800 + (beam * 200 - 800) * 0.35, 380), (255, 236, 200), 7)
    draw.rectangle((520, 380, 1080, 640), (244, 240, 230))
    draw.rectangle((560, 415, 1040, 605), (18, 56, 91))
    draw.rectangle((600, 460, 900, 480), (242, 183, 5))
    draw.rectangle((600, 510, 990, 522), (200, 212, 224))
    draw.rectangle((600, 545, 940, 557), (200, 212, 224))
    _rows_of_people(draw, 650, 6, (92, 76, 66))


def stage(draw):
    for x in (300, 800, 1300):
        draw.polygon([(x - 20, 0), (x + 20, 0), (x + 260, 760), (x - 260, 760)], (74, 72, 140))
    draw.rectangle((0, 760, WIDTH, HEIGHT), (38, 30, 44))
    draw.rectangle((0, 745, WIDTH, 765), (242, 183, 5))
    for x in (360, 580, 800, 1020, 1240):
        colour = (226, 120 + x // 16, 96)
        draw.ellipse((x - 42, 470, x + 42, 554), (236, 202, 176))
        draw.rounded_rectangle((x - 70, 560, x + 70, 745), 40, colour)
        draw.rectangle((x - 90, 690, x + 90, 745), (240, 238, 246))


def cleantech(draw):
    draw.polygon([(0, 760), (500, 640), (1100, 700), (WIDTH, 620), (WIDTH, HEIGHT), (0, HEIGHT)],
                 (92, 158, 92))  # fmt: skip
    for x, y, reach in ((300, 330, 210), (760, 250, 260), (1250, 360, 190)):
        draw.polygon([(x - 8, y), (x + 8, y), (x + 16, 720), (x - 16, 720)], (246, 248, 250))
        for turn in (90, 210, 330):
            tip = math.radians(turn + x / 9)
            side = tip + 0.09
            ends = [(x + reach * math.cos(a), y + reach * math.sin(a)) for a in (tip, side)]
            draw.polygon([(x, y), *ends], (246, 248, 250))
    for panel in range(5):
        x = 180 + panel * 270
        draw.polygon([(x, 930), (x + 200, 930), (x + 240, 800), (x + 40, 800)], (24, 62, 110))
        draw.line((x + 100, 930, x + 140, 800), (120, 164, 210), 4)
        draw.line((x + 20, 865, x + 220, 865), (120, 164, 210), 4)


def biopark(draw):
    draw.rectangle((0, 820, WIDTH, HEIGHT), (132, 178, 112))
    for x, floors, wide in ((160, 4, 420), (620, 6, 360), (1020, 3, 440)):
        top = 820 - floors * 90
        draw.rectangle((x, top, x + wide, 820), (240, 244, 246))
        for floor in range(floors):
            y = top + 22 + floor * 90
            draw.rectangle((x + 20, y, x + wide - 20, y + 48), (92, 160, 178))
    for step in range(60):
        y = 60 + step * 15
        swing = math.sin(step / 5) * 70
        draw.line((1500 - swing, y, 1500 + swing, y), (206, 226, 220), 4)
        draw.ellipse((1488 - swing, y - 12, 1512 - swing, y + 12), (28, 110, 120))
        draw.ellipse((1488 + swing, y - 12, 1512 + swing, y + 12), (206, 88, 70))


def steelwork(draw):
    draw.rectangle((0, 860, WIDTH, HEIGHT), (40, 34, 36))
    for x, tall in ((180, 620), (360, 700), (1320, 660)):
        draw.polygon([(x - 34, 860), (x + 34, 860), (x + 22, 860 - tall), (x - 22, 860 - tall)],
                     (66, 52, 52))  # fmt: skip
        for puff in range(4):
            r = 50 + puff * 22
            y = 840 - tall - puff * 44
            draw.ellipse((x + puff * 46 - r, y - r, x + puff * 46 + r, y + r), (214, 178, 160))
    for gable in range(4):
        x = 480 + gable * 190
        draw.polygon([(x, 860), (x, 600), (x + 190, 500), (x + 190, 860)], (84, 66, 64))
        draw.rectangle((x + 40, 690, x + 150, 770), (250, 170, 60))
    draw.polygon([(0, 960), (WIDTH, 900), (WIDTH, 935), (0, 1000)], (255, 132, 32))


def city(draw):
    for block in range(20):
        tall = 180 + (block * 97) % 260
        x = block * 82
        shade = 70 + (block * 31) % 50
        draw.rectangle((x, 860 - tall, x + 78, 860), (shade, shade + 6, shade + 34))
        for window in range((tall - 40) // 46):
            y = 880 - tall + window * 46
            lit = (252, 214, 122) if (block + window) % 3 else (58, 62, 88)
            draw.rectangle((x + 14, y, x + 32, y + 24), lit)
            draw.rectangle((x + 46, y, x + 64, y + 24), lit)
    draw.rectangle((740, 300, 860, 860), (150, 70, 62))
    draw.polygon([(730, 300), (870, 300), (800, 130)], (84, 120, 116))
    draw.ellipse((765, 350, 835, 420), (250, 244, 226))
    draw.line((800, 385, 800, 360), (40, 40, 50), 5)
    draw.line((800, 385, 820, 385), (40, 40, 50), 5)
    draw.rectangle((0, 860, WIDTH, HEIGHT), (62, 74, 100))


# Its sky from top to bottom, and what stands before it.
SCENES = {
    "hall": ((88, 62, 50), (196, 158, 120), hall),
    "stage": ((26, 24, 62), (88, 60, 120), stage),
    "cleantech": ((112, 184, 232), (232, 244, 250), cleantech),
    "biopark": ((164, 208, 226), (246, 250, 244), biopark),
    "steelwork": ((122, 92, 104), (248, 190, 130), steelwork),
    "city": ((66, 60, 112), (246, 170, 140), city),
}
