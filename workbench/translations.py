"""`python -m workbench.translations`: compile the site's translations, without system tools."""

from pathlib import Path

from workbench.engines import ROOT


def compile_all(locale: Path = ROOT / "site" / "locale") -> list[Path]:
    """Compile each catalogue newer than what was made of it; return those compiled."""
    stale = [path for path in sorted(locale.glob("*/LC_MESSAGES/*.po")) if not _is_fresh(path)]
    for source in stale:
        _compile(source)
    return stale


def _is_fresh(source: Path) -> bool:
    made = source.with_suffix(".mo")
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


def _compile(source: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parent.parent.name)
    draft = source.with_suffix(".mo.draft")
    with draft.open("wb") as made:
        write_mo(made, catalogue)
    draft.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_all()
