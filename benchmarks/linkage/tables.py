"""The results as Markdown: one table a set, one line a tool."""

from __future__ import annotations

from typing import Any, Final

HEADER: Final = (
    "| tool | pairs kept | F1 best (P / R) | F1 1-1 greedy | F1 1-1 optimal "
    "| F1 own (P / R) | F1 own 1-1 | linking CPU s | whole CPU s | whole wall s (load) | peak MiB |"
)
RULE: Final = "|---|---:|---|---|---|---|---|---:|---:|---:|---:|"


def markdown(results: dict[str, Any]) -> str:
    """The whole report."""
    machine = results["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in results["versions"].items())
    parts = [
        "# Linkage, measured side by side",
        f"Made by `benchmarks/linkage/run.py` on {machine['date']}; {machine['processor']}, "
        f"{machine['cores']} cores; {versions}. What each column means, and what the figures do "
        "not say, is in the README of that folder.",
    ]
    for title in dict.fromkeys(_title(run) for run in results["runs"]):
        lines = [_line(run) for run in results["runs"] if _title(run) == title]
        parts.append("\n".join([f"## {title}", "", HEADER, RULE, *lines]))
    return "\n\n".join(parts) + "\n"


def _title(run: dict[str, Any]) -> str:
    size = f"{run['records']:,}"
    size = f"{size} against {size}" if run["lists"] == 2 else f"{size} in one list"
    return f"{run['set']}, {run['fields']}: {size}, {run['true_pairs']:,} true pairs"


def _line(run: dict[str, Any]) -> str:
    cells = [
        run["tool"] + (f" ({run['rules']} rules)" if run["rules"] else ""),
        f"{run['pairs']:,}",
        _long(run["best"]),
        _short(run["greedy"]),
        _short(run["optimal"]),
        _long(run["own"]),
        _short(run["own_greedy"]),
        f"{run['linking_cpu']:.2f}",
        f"{run['cpu']:.2f}",
        f"{run['wall']:.2f} ({run['load']:.1f})",
        f"{run['peak_mib']:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def _long(quality: dict[str, float]) -> str:
    return f"{quality['f1']:.4f} ({quality['precision']:.4f} / {quality['recall']:.4f})"


def _short(quality: dict[str, float] | None) -> str:
    return "" if quality is None else f"{quality['f1']:.4f}"
