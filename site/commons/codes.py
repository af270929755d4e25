"""A QR code as one path of an SVG: drawn here, so that no style is needed around it."""

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M


def drawn(text: str) -> tuple[int, str]:
    """How many modules a side has, margin included, and the path that fills the dark ones."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    rows = code.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return len(rows), path
