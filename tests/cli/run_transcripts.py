#!/usr/bin/env python3
"""Runs the commands in the transcripts beside this file and compares what they print.

    run_transcripts.py KATERN [--rewrite]

A transcript (*.txt) holds lines that begin with "$ " (a shell line; katern is the binary), what it prints, standard
error after standard output, and "exit N" where N is not 0. Every transcript begins in a folder of its own that holds
the base site of the golden tests.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import sites  # noqa: E402


def play(katern, transcript):
    lines = []
    with tempfile.TemporaryDirectory(prefix="katern-cli-") as scratch:
        root = pathlib.Path(scratch) / "site"
        shutil.copytree(sites.BASE, root)
        environment = {"PATH": f"{pathlib.Path(katern).parent}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": "1795341600",
                       "HOME": scratch, "LC_ALL": "C"}
        for line in transcript.read_text(encoding="utf-8").splitlines():
            if not line.startswith("$ "):
                continue
            result = subprocess.run(["sh", "-c", line[2:]], cwd=root, env=environment, capture_output=True, timeout=60,
                                    stdin=subprocess.DEVNULL)
            lines.append(line)
            lines += (result.stdout + result.stderr).decode().splitlines()
            if result.returncode != 0:
                lines.append(f"exit {result.returncode}")
    return "\n".join(lines) + "\n"


def main(arguments):
    rewriting = "--rewrite" in arguments
    katern = str(pathlib.Path([a for a in arguments if a != "--rewrite"][0]).resolve())
    failed = 0
    transcripts = sorted(HERE.glob("*.txt"))
    transcripts = [t for t in transcripts if t.name != "CMakeLists.txt"]
    for transcript in transcripts:
        expected, got = transcript.read_text(encoding="utf-8"), play(katern, transcript)
        if rewriting and expected != got:
            transcript.write_text(got, encoding="utf-8")
            expected = got
        failed += expected != got
        print(("ok     " if expected == got else "FAILED ") + transcript.stem)
        for line in difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected", "got", lineterm=""):
            print("    " + line)
    print(f"{len(transcripts) - failed} passed, {failed} failed")
    return 1 if failed or not transcripts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
