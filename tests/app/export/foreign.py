"""Reads exports with Python's own readers, so that none of it is code of the exporters.

foreign.py csv            standard input: CSV; prints its rows as JSON objects
foreign.py schema FILE    standard input: JSON; checks it against a JSON schema; exit 1 and the mistake when it differs
foreign.py odt|docx FILE  prints [[style, text, [marked words...], [links...]], ...] of its paragraphs as JSON
foreign.py qdpx FILE      prints the selections as JSON, their words cut from the packed sources

Exit 77 when a module is missing.
"""
import csv
import io
import json
import sys
import zipfile
from xml.etree import ElementTree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
QDA = "{urn:QDA-XML:project:1.0}"


def read_csv():
    text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
    return list(csv.DictReader(text, strict=True))


def check_schema(path):
    try:
        import jsonschema
    except ImportError:
        sys.exit(77)
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    mistakes = list(jsonschema.Draft7Validator(schema).iter_errors(json.load(sys.stdin.buffer)))
    for mistake in mistakes:
        print("/".join(str(step) for step in mistake.absolute_path), mistake.message, file=sys.stderr)
    sys.exit(1 if mistakes else 0)


def well_formed(archive):
    """Every member that is XML, parsed; nothing may be damaged."""
    assert archive.testzip() is None
    return {
        name: ElementTree.fromstring(archive.read(name))
        for name in archive.namelist()
        if name.endswith((".xml", ".rels", ".qde"))
    }


def odt_text(element):
    words = element.text or ""
    for child in element:
        if child.tag == TEXT + "s":
            words += " " * int(child.get(TEXT + "c", "1"))
        elif child.tag == TEXT + "tab":
            words += "\t"
        else:
            words += odt_text(child)
        words += child.tail or ""
    return words


def read_odt(path):
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED and not first.extra
        assert archive.read(first) == b"application/vnd.oasis.opendocument.text"
        parts = well_formed(archive)
        listed = {
            entry.get("{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path")
            for entry in parts["META-INF/manifest.xml"]
        }
        assert listed == {"/", "content.xml", "styles.xml", "meta.xml"}, listed
    paragraphs = []
    for element in parts["content.xml"].iter():
        if element.tag in (TEXT + "p", TEXT + "h"):
            marked = [
                odt_text(span)
                for span in element.iter(TEXT + "span")
                if span.get(TEXT + "style-name").startswith("Mark_")
            ]
            links = [link.get(XLINK + "href") for link in element.iter(TEXT + "a")]
            paragraphs.append([element.get(TEXT + "style-name"), odt_text(element), marked, links])
    return paragraphs


def docx_text(element):
    words = ""
    for child in element.iter():
        if child.tag == WORD + "t":
            words += child.text or ""
        elif child.tag == WORD + "tab":
            words += "\t"
    return words


def read_docx(path):
    with zipfile.ZipFile(path) as archive:
        parts = well_formed(archive)
        assert archive.namelist()[0] == "[Content_Types].xml"
    targets = {
        relation.get("Id"): relation.get("Target") for relation in parts["word/_rels/document.xml.rels"]
    }
    paragraphs = []
    for element in parts["word/document.xml"].iter(WORD + "p"):
        style = element.find(WORD + "pPr/" + WORD + "pStyle").get(WORD + "val")
        marked = [docx_text(run) for run in element.iter(WORD + "r") if run.find(WORD + "rPr/" + WORD + "shd") is not None]
        links = [targets[link.get(RELATIONS + "id")] for link in element.iter(WORD + "hyperlink")]
        paragraphs.append([style, docx_text(element), marked, links])
    return paragraphs


def read_qdpx(path):
    with zipfile.ZipFile(path) as archive:
        project = well_formed(archive)["project.qde"]
        order = [child.tag.removeprefix(QDA) for child in project]
        assert order == [tag for tag in ("Users", "CodeBook", "Sources", "Notes") if tag in order], order
        guids = [element.get("guid") for element in project.iter() if element.get("guid")]
        assert len(guids) == len(set(guids)), "a GUID occurs twice"
        assert project.get("creatingUserGUID") in guids
        codes = {code.get("guid"): code.get("name") for code in project.iter(QDA + "Code")}
        assert all(code.get("isCodable") == "true" for code in project.iter(QDA + "Code"))
        notes = {note.get("guid"): note.findtext(QDA + "PlainTextContent") for note in project.iter(QDA + "Note")}
        selections = []
        for source in project.iter(QDA + "TextSource"):
            path = source.get("plainTextPath")
            assert path.startswith("internal://")
            text = archive.read("Sources/" + path.removeprefix("internal://")).decode("utf-8")
            for selection in source.iter(QDA + "PlainTextSelection"):
                start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
                selections.append(
                    {
                        "guid": selection.get("guid"),
                        "source": source.get("name"),
                        "words": text[start:end],
                        "start": start,
                        "codes": [codes[code.get("targetGUID")] for code in selection.iter(QDA + "CodeRef")],
                        "notes": [notes[note.get("targetGUID")] for note in selection.iter(QDA + "NoteRef")],
                        "created": selection.get("creationDateTime"),
                    }
                )
        return selections


READERS = {"odt": read_odt, "docx": read_docx, "qdpx": read_qdpx}

if sys.argv[1] == "csv":
    print(json.dumps(read_csv()))
elif sys.argv[1] == "schema":
    check_schema(sys.argv[2])
else:
    print(json.dumps(READERS[sys.argv[1]](sys.argv[2])))
