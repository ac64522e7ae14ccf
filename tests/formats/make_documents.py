"""Makes the .docx and .odt files of the stories, by python-docx, odfpy and LibreOffice: python3 make_documents.py

LibreOffice turns each of the two into the other: `fr.libreoffice.odt` is what it makes of `fr.docx`.

Where a story has "¦", a run starts or ends in the middle of a word, as word processors leave them behind.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf import style, text
from odf.opendocument import OpenDocumentText

HERE = Path(__file__).parent


def story(name):
    for line in (HERE / f"{name}.story").read_text(encoding="utf-8").splitlines():
        role, _, words = line.partition(": ")
        yield role, words.split("¦")


def make_docx(name):
    document = docx.Document()
    styles = {"headline": "Title", "crosshead": "Heading 2"}
    for index, (role, pieces) in enumerate(story(name)):
        paragraph = document.add_paragraph(style=styles.get(role))
        for number, piece in enumerate(pieces):
            paragraph.add_run(piece).italic = number % 2 == 1
        if index == 2:
            # Deleted words of a tracked change, which are no part of the text.
            deleted = OxmlElement("w:del")
            run = OxmlElement("w:r")
            words = OxmlElement("w:delText")
            words.text = " Supprimé : il aurait fui."
            run.append(words)
            deleted.append(run)
            deleted.set(qn("w:id"), "7")
            paragraph._p.append(deleted)
    document.save(HERE / f"{name}.docx")


def make_odt(name):
    document = OpenDocumentText()
    italic = style.Style(name="Slanted", family="text")
    italic.addElement(style.TextProperties(fontstyle="italic"))
    document.automaticstyles.addElement(italic)
    for role, pieces in story(name):
        if role == "crosshead":
            paragraph = text.H(outlinelevel=2)
        elif role == "headline":
            paragraph = text.P(stylename="Title")
        else:
            paragraph = text.P()
        for number, piece in enumerate(pieces):
            if number % 2 == 1:
                paragraph.addElement(text.Span(stylename=italic, text=piece))
            else:
                paragraph.addText(piece)
        document.text.addElement(paragraph)
    document.save(HERE / f"{name}.odt")


def convert(name, source, target):
    """What LibreOffice makes of a document."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", target, "--outdir", folder, str(HERE / f"{name}.{source}")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        shutil.copy(Path(folder) / f"{name}.{target}", HERE / f"{name}.libreoffice.{target}")


for name in ("fr", "en"):
    make_docx(name)
    make_odt(name)
    convert(name, "docx", "odt")
    convert(name, "odt", "docx")
