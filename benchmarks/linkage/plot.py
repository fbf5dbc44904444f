"""Draws how cost grows with the lists: processor seconds and peak memory, both scales logarithmic.

    python3 benchmarks/linkage/plot.py growth.json --out cost.svg

Takes the generated sets out of any number of results of run.py. Standard library only.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from math import ceil, floor, log10
from pathlib import Path
from typing import Any, Callable, Final
from xml.sax.saxutils import escape

from places import RESULTS

COLOURS: Final = {
    "splink": "#c2571a",
    "recordlinkage": "#7a5aa6",
    "goodoffices": "#0b6e6e",
}
NAMES: Final = {
    "splink": "Splink 5",
    "recordlinkage": "recordlinkage",
    "goodoffices": "goodoffices",
}
WIDTH, HEIGHT, GAP = 470, 330, 30
LEFT, RIGHT, TOP, BOTTOM = 62, 112, 52, 58


@dataclass(frozen=True)
class Point:
    """One measured run: records in each list, the value, and whether it was one list alone."""

    records: int
    value: float
    alone: bool


Series = dict[str, list[Point]]


@dataclass(frozen=True)
class Panel:
    """One pair of axes, its scales in powers of ten."""

    title: str
    series: Series
    x0: float

    def _range(self, values: list[float]) -> tuple[int, int]:
        return floor(log10(min(values)) + 1e-9), ceil(log10(max(values)) - 1e-9)

    def _points(self) -> list[Point]:
        return [point for line in self.series.values() for point in line]

    def x_range(self) -> tuple[int, int]:
        """The decades across."""
        return self._range([point.records for point in self._points()])

    def y_range(self) -> tuple[int, int]:
        """The decades upward."""
        return self._range([max(point.value, 1e-2) for point in self._points()])

    def x(self, records: float) -> float:
        """Where so many records stand."""
        low, high = self.x_range()
        share = (log10(records) - low) / max(1, high - low)
        return self.x0 + LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """Where such a value stands."""
        low, high = self.y_range()
        share = (log10(max(value, 10.0**low)) - low) / max(1, high - low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def draw(runs: list[dict[str, Any]]) -> str:
    """The whole drawing."""
    panels = [
        Panel("Processor seconds, linking", _series(runs, lambda run: run["linking_cpu"]), 0),
        Panel("Peak memory, MiB", _series(runs, lambda run: run["peak_mib"]), WIDTH + GAP),
    ]
    width = 2 * WIDTH + GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" '
        f'width="{width}" height="{HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12">',
        "<title>Cost of linking against the length of the lists</title>",
        f'<rect width="{width}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for panel in panels:
        parts += [*_axes(panel), *_lines(panel)]
    note = (
        "Filled: two lists of so many records each, half in common. Hollow: one list, "
        "de-duplicated. Both scales logarithmic."
    )
    parts += [_text(LEFT, HEIGHT - 10, note, fill="#555555"), "</svg>"]
    return "\n".join(parts) + "\n"


def _series(runs: list[dict[str, Any]], value: Callable[[dict[str, Any]], float]) -> Series:
    series: Series = {}
    for run in runs:
        if run["tool"] in COLOURS and not run["set"].startswith("febrl"):
            point = Point(run["records"], value(run), run["lists"] == 1)
            series.setdefault(run["tool"], []).append(point)
    return {
        tool: sorted(series[tool], key=lambda point: point.records)
        for tool in COLOURS
        if tool in series
    }


def _axes(panel: Panel) -> list[str]:
    left, right = panel.x0 + LEFT, panel.x0 + WIDTH - RIGHT
    parts = [_text(left, 26, panel.title, weight="600", size=14)]
    for power in range(panel.y_range()[0], panel.y_range()[1] + 1):
        y = panel.y(10.0**power)
        parts.append(_rule(left, y, right, y, "#dddddd"))
        parts.append(_text(left - 8, y + 4, _number(power), anchor="end", fill="#555555"))
    for power in range(panel.x_range()[0], panel.x_range()[1] + 1):
        x = panel.x(10.0**power)
        parts.append(_rule(x, TOP, x, HEIGHT - BOTTOM, "#eeeeee"))
        parts.append(
            _text(x, HEIGHT - BOTTOM + 18, _number(power), anchor="middle", fill="#555555")
        )
    return parts


def _lines(panel: Panel) -> list[str]:
    parts = []
    labels = _labels(panel)
    for tool, points in panel.series.items():
        colour = COLOURS[tool]
        places = [(panel.x(point.records), panel.y(point.value)) for point in points]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for point, (x, y) in zip(points, places):
            fill = "#ffffff" if point.alone else colour
            says = f"{NAMES[tool]}, {point.records:,} records: {point.value:,.2f}"
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="{colour}" '
                f'stroke-width="2"><title>{escape(says)}</title></circle>'
            )
        parts.append(_text(places[-1][0] + 9, labels[tool] + 4, NAMES[tool], fill=colour))
    return parts


def _labels(panel: Panel) -> dict[str, float]:
    """Heights of the names at the ends of the lines, moved apart where lines end together."""
    ends = sorted((panel.y(points[-1].value), tool) for tool, points in panel.series.items())
    heights: dict[str, float] = {}
    last = -1e9
    for y, tool in ends:
        last = heights[tool] = max(y, last + 15)
    return heights


def _number(power: int) -> str:
    value = 10.0**power
    return f"{value:,.0f}" if power >= 0 else f"{value:.{-power}f}"


def _rule(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    fill: str = "#222222",
    weight: str = "400",
    size: int = 12,
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}" '
        f'font-weight="{weight}" font-size="{size}">{escape(words)}</text>'
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("results", nargs="+", type=Path, help="JSON files of run.py")
    parser.add_argument("--out", type=Path, default=RESULTS / "cost.svg")
    options = parser.parse_args()
    runs = [run for path in options.results for run in json.loads(path.read_text())["runs"]]
    options.out.write_text(draw(runs))


if __name__ == "__main__":
    main()
