"""One run of OpenMined's PSI over two lists of so many names, half of them in common.

Both sides run in this process, one after the other, on a single thread, as the package works.
Every message is serialised and parsed again, as it must be to be sent.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from phases import Phases

PHASES = Phases()


def main() -> None:
    """Server setup, request, response, intersection; each phase on the clock by itself."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--names", type=int, required=True, help="on each side")
    parser.add_argument("--structure", choices=["RAW", "GCS"], required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--phases", type=Path, required=True)
    options = parser.parse_args()
    import private_set_intersection.python as psi

    count = options.names
    first = [f"name {number}" for number in range(count)]
    second = [f"name {number}" for number in range(count // 2, count // 2 + count)]
    PHASES.end("import")

    server = psi.server.CreateWithNewKey(True)
    client = psi.client.CreateWithNewKey(True)
    structure = getattr(psi.DataStructure, options.structure)
    setup = server.CreateSetupMessage(1e-9, count, first, structure).SerializeToString()
    PHASES.end("setup")
    request = client.CreateRequest(second).SerializeToString()
    PHASES.end("request")
    asked = psi.Request()
    asked.ParseFromString(request)
    response = server.ProcessRequest(asked).SerializeToString()
    PHASES.end("response")
    parsed_setup, parsed_response = psi.ServerSetup(), psi.Response()
    parsed_setup.ParseFromString(setup)
    parsed_response.ParseFromString(response)
    common = client.GetIntersection(parsed_setup, parsed_response)
    PHASES.end("intersection")

    if sorted(common) != list(range(count - count // 2)):
        raise ValueError(f"{len(common)} names found in common, {count - count // 2} expected")
    sizes = {"setup": len(setup), "request": len(request), "response": len(response)}
    options.out.write_text(json.dumps(sizes) + "\n")
    PHASES.save(options.phases)


if __name__ == "__main__":
    main()
