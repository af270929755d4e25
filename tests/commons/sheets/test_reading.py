"""Whatever spreadsheet wrote it, a table is read; what is no table is said to be none."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from commons.sheets import reading
from commons.sheets.reading import (
    FileTooLargeError,
    NoTableError,
    TooManyRowsError,
    read_table,
)
from commons.sheets.writing import bare, csv_file, safe, xlsx_file

ROWS = [["Nom", "Prix"], ["Mâche d’été", "1,5"], ["=1+1", "-2"]]


def cells(content):
    headings, rows = read_table(content)
    return [headings, *(row.cells for row in rows)]


def workbook(*rows):
    book, file = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_any_separator_and_either_alphabet_is_read(separator, encoding):
    lines = f'Nom{separator}Contenu\r\nMâche d’été{separator}"1,5"\r\n'
    assert cells(lines.encode(encoding)) == [["Nom", "Contenu"], ["Mâche d’été", "1,5"]]


def test_a_workbook_says_what_was_typed():
    content = workbook(
        ["Nom", "Prix", "Jour", "Bio"],
        ["Ail", 0.1 + 0.2, date(2027, 12, 31), True],
        [None, None, None, None],
        ["Blette", 12, None, False],
    )
    assert cells(content)[1:] == [["Ail", "0.3", "2027-12-31", "oui"], ["Blette", "12", "", "non"]]


def test_a_line_keeps_its_number_past_empty_ones():
    _headings, rows = read_table(b"Nom\n\n\nAil\n")
    assert [(row.number, row.cells) for row in rows] == [(4, ["Ail"])]


@pytest.mark.parametrize("formula", ["=1+1", "+33", "-2", "@cmd", "\tx", "\rx"])
def test_a_formula_goes_out_as_text_and_comes_back_as_it_was(formula):
    assert safe(formula) == f"'{formula}"
    assert bare(safe(formula)) == formula
    assert bare("'Ail") == "'Ail"


@pytest.mark.parametrize("form", [csv_file, xlsx_file])
def test_what_is_written_is_read_again(form):
    titles, *rows = [[safe(cell) for cell in row] for row in ROWS]
    sheet = {} if form is csv_file else {"sheet": "Produits"}
    assert cells(form("x", titles, rows, **sheet).getvalue()) == ROWS


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\x89PNG\r\n\x1a\n rest of a picture",
        b"\xff\xd8\xff\xe0 a photograph",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0 a workbook of 1997",
        b"PK\x03\x04 a zip cut short",
        b'Nom;Prix\n"never closed',
        b"Nom\x00;Prix\n",
    ],
)
def test_what_is_no_table_is_refused(content):
    with pytest.raises(NoTableError):
        read_table(content)


def test_a_zip_that_is_no_workbook_is_refused():
    file = BytesIO()
    with ZipFile(file, "w") as zipped:
        zipped.writestr("photo.txt", "x")
    with pytest.raises(NoTableError):
        read_table(file.getvalue())


def test_a_workbook_made_to_exhaust_the_machine_is_not_unfolded():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/worksheets/sheet1.xml", b"0" * (reading.LARGEST_UNFOLDED + 1))
    with pytest.raises(FileTooLargeError):
        read_table(file.getvalue())


def test_too_much_is_refused_at_once():
    with pytest.raises(FileTooLargeError):
        read_table(b"x" * (reading.LARGEST_FILE + 1))
    lines = b"Nom\n" + b"Ail\n" * reading.MOST_ROWS
    assert len(read_table(lines)[1]) == reading.MOST_ROWS
    with pytest.raises(TooManyRowsError):
        read_table(lines + b"Ail\n")
