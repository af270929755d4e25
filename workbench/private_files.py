"""Files that hold a password: read by their owner only, whole or absent."""

from pathlib import Path


def write(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.draft")
    draft.touch(mode=0o600)
    draft.write_text(text)
    draft.replace(path)
