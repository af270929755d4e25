"""A QR code, drawn here: one path of an SVG for a page, a small PNG for a mail."""

from io import BytesIO

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.pil import PilImage

QUIET_ZONE = 4  # modules of margin [ISO/IEC 18004]
PIXELS = 6  # per module: sharp when a phone shows it half as large


def drawn(text: str) -> tuple[int, str]:
    """How many modules a side has, margin included, and the path that fills the dark ones.

    Drawn as one path, it needs no style around it.
    """
    rows = _code(text).get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return len(rows), path


def pictured(text: str) -> bytes:
    """The same as a PNG."""
    file = BytesIO()
    _code(text).make_image(image_factory=PilImage).save(file)
    return file.getvalue()


def _code(text: str) -> QRCode:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE, box_size=PIXELS)
    code.add_data(text)
    return code
