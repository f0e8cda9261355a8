#!/usr/bin/env python3
"""Kills builds at many points: each file is then whole, of the site as it was or as it becomes, and the next build puts
everything right.

    kill_test.py KATERN [--rounds N] [--seed N]
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import sites  # noqa: E402

PAGES = 150


def write_content(root, version):
    """Every page differs between the versions; some pages are in one of them only."""
    folder = root / "content/paginas"
    shutil.rmtree(folder)
    folder.mkdir()
    for i in range(PAGES):
        if i % 10 == 9 and (i // 10 + version) % 2:
            continue
        text = f"Versie {version} van pagina {i}. " * 40
        (folder / f"pagina-{i}.md").write_text(f"---\ntitel: Pagina {i}\n---\n\n{text}\n", encoding="utf-8")


def bytes_below(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("katern")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    command = [str(pathlib.Path(asked.katern).resolve()), "build", *sites.AS_OF, "--quiet"]
    with tempfile.TemporaryDirectory(prefix="katern-kill-") as scratch:
        root = pathlib.Path(scratch) / "site"
        shutil.copytree(sites.BASE, root)
        output = root / "output"
        expected, longest = {}, 0.0
        for version in (0, 1):
            write_content(root, version)
            begin = time.monotonic()
            subprocess.run(command, cwd=root, check=True, timeout=60)
            longest = max(longest, time.monotonic() - begin)
            expected[version] = bytes_below(output)
        stands, killed = 1, 0
        for number in range(asked.rounds):
            version = 1 - stands
            write_content(root, version)
            building = subprocess.Popen(command, cwd=root)
            try:
                building.wait(chance.uniform(0, longest))
            except subprocess.TimeoutExpired:
                building.kill()
                killed += 1
            building.wait()
            for name, content in bytes_below(output).items():
                if content not in (expected[0].get(name), expected[1].get(name)):
                    sys.exit(f"round {number}: {name} is neither old nor new ({len(content)} bytes)")
            for name in expected[0].keys() & expected[1].keys():
                if not (output / name).exists():
                    sys.exit(f"round {number}: {name} is gone")
            # Now and then the next run is for the site as it was.
            stands = version if chance.random() < 0.7 else stands
            write_content(root, stands)
            subprocess.run(command, cwd=root, check=True, timeout=60)
            if bytes_below(output) != expected[stands]:
                sys.exit(f"round {number}: the next build does not put it right")
        print(f"{killed} of {asked.rounds} builds were killed; each was put right")
        if killed < asked.rounds // 4:
            sys.exit("too few were killed to show anything")


if __name__ == "__main__":
    main()
