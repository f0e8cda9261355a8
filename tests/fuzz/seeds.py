#!/usr/bin/env python3
"""Writes the cases of the oracle as inputs for the harnesses of templates: seeds.py FOLDER."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "oracle"))
import table  # noqa: E402

ENDINGS = {".html": 0, ".txt": 1, ".xml": 2, ".json": 3}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(table.load()):
        how = ENDINGS.get(pathlib.PurePath(case.main).suffix, 1) | 4 * (number % 2)
        texts = [case.templates[case.main]] + [text for name, text in case.templates.items() if name != case.main]
        (folder / f"case{number}").write_bytes(bytes([how]) + "%%%".join(texts).encode())


if __name__ == "__main__":
    main()
