"""The 18 public nonlinear domains of GENIUS that NegMAS carries in the source of a release.

They are not copied into the repository: pip fetches that source, and only their files are unpacked.
`problem` reads a domain by itself, without the crate's reader, so that a fault of either shows.
"""

import pathlib
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ElementTree

RELEASE = "0.9.0"
FOLDERS = ("tests/data/scenarios/anac/y2014/", "tests/data/scenarios/other/S-1N")


def fetched(folder):
    """The folders of the domains, by name; fetched if they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.glob("*/profile-1.xml")):
        source = folder.parent / "source"
        command = [sys.executable, "-m", "pip", "download", "-q", f"negmas=={RELEASE}"]
        command += ["--no-binary", "negmas", "--no-deps", "-d", str(source)]
        subprocess.run(command, check=True)
        (archive,) = source.glob("negmas-*.tar.gz")
        with tarfile.open(archive) as packed:
            for member in packed.getmembers():
                inside = member.name.partition("/")[2]
                if member.isfile() and inside.startswith(FOLDERS):
                    path = pathlib.PurePosixPath(inside)
                    (folder / path.parent.name).mkdir(exist_ok=True)
                    (folder / path.parent.name / path.name).write_bytes(packed.extractfile(member).read())
    return {path.name: path for path in sorted(folder.iterdir()) if path.is_dir()}


def space(file):
    """Options of each issue, terms, the points that are one, and the part of them that no agreement is."""
    root = ElementTree.parse(file).getroot()
    issues = sorted(root.iter("issue"), key=lambda issue: int(issue.get("index")))
    low = [int(issue.get("lowerbound")) for issue in issues]
    options = [int(issue.get("upperbound")) + 1 - first for issue, first in zip(issues, low)]
    place = {int(issue.get("index")): at for at, issue in enumerate(issues)}
    terms = []
    for rectangle in root.iter("hyperRectangle"):
        kinds = {bound.tag for bound in rectangle}
        assert len(kinds) == 1, "a rectangle counts inside or outside"
        bounds = []
        for bound in rectangle:
            at = place[int(bound.get("index"))]
            run = {key: int(bound.get(end)) - low[at] for key, end in (("first", "min"), ("last", "max"))}
            bounds.append({"issue": at, "runs": [run]})
        counts = "outside" if kinds == {"EXCLUDES"} else "inside"
        terms.append({"points": int(rectangle.get("utility")), "counts": counts, "bounds": bounds})
    reservation = root.find("reservation")
    part = 0.0 if reservation is None else float(reservation.get("value"))
    most = int(root.find(".//utility").get("maxutility"))
    return options, terms, most, part


def problem(folder):
    """A domain as `cpsat.py` takes it, and the points that are one for each party."""
    profiles, wholes = [], []
    for file in sorted(folder.glob("profile-*.xml")):
        options, terms, most, part = space(file)
        points = [[0] * count for count in options]
        # The least whole number that is not less than that part; products of the decimals here are whole
        # or far from it, but for the last digits of a float.
        least = -int(-(part * most - 1e-9) // 1)
        profiles.append({"points": points, "terms": terms, "without_agreement": least})
        wholes.append(most)
    return {"options": options, "profiles": profiles}, wholes


def reference(folder, wholes):
    """The frontier that is published with a domain, in points."""
    lines = (folder / "pareto.xml").read_text(encoding="utf-8").split("\n")
    rows = [[float(part) for part in line.split(",")] for line in lines if line.strip()]
    return sorted({tuple(round(u * most) for u, most in zip(row, wholes)) for row in rows}, reverse=True)
