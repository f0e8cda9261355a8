#!/usr/bin/env python3
"""Builds a good site, spoils it, builds it again: the mistake is named, what was written before stays as it was, and
no mistake costs more than a moment.

    bad_input_test.py KATERN [NAME ...]

Time is that of the processor, so that a busy machine does not matter, measured against a build without mistakes.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import sites  # noqa: E402

BROKEN = HERE.parent / "sites_fail"
KATERN = ""
NOBODY = 65534
CONTENT, MACHINE = 1, 3

# What outsiders send, and the code of the finding that it gets. The sites are the failing golden ones.
MISTAKES = {
    "front matter that never ends": "front-matter-never-ends",
    "front matter that runs on into the text": "front-matter-end-missing",
    "a tab in YAML": "yaml-tab",
    "a doubled key": "yaml-key-doubled",
    "an anchor": "yaml-anchor",
    "an alias": "yaml-alias",
    "a merge key": "yaml-merge-key",
    "ten thousand levels of YAML": "yaml-too-deep",
    "front matter of a megabyte": "yaml-too-large",
    "ten thousand quotes in each other": "markdown-too-deep",
    "a paragraph of brackets": "markdown-too-many-brackets",
    "references that multiply": "markdown-references",
    "a pattern that takes for ever": "field-pattern-too-hard",
    "a file of 50 MB": "file-too-large",
    "a pipe that nobody writes to": "file-is-special",
    "invalid UTF-8": "file-not-utf8",
    "a file name in Latin-1": "file-name-not-utf8",
    "a NUL byte": "file-has-nul",
    "an empty file": "document-empty",
    "a slug that climbs": "field-not-slug.climbs",
    "an address that climbs": "url-invalid",
    "a picture outside the site": "field-path-outside",
    "two entries with one slug": "slug-doubled",
    "two entries with one address": "url-doubled",
    "a reference to nothing": "reference-unknown.nothing-near",
    "a reference that is nearly right": "reference-unknown",
    "a circle of parts": "reference-circular",
    "a symlink in content": "file-is-symlink",
    "a kind whose mix-ins use each other": "kind-mixin-circular",
    "a template that includes itself": "template-recursion",
    "templates that extend each other": "template-extends-itself",
    "a template with ten thousand brackets": "template-too-deep",
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def bytes_below(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Site:
    """A site that was built once, in a folder that goes away."""

    def __init__(self):
        self._scratch = tempfile.TemporaryDirectory(prefix="katern-bad-")
        self.root = pathlib.Path(self._scratch.name) / "site"
        shutil.copytree(sites.BASE, self.root)
        self.output = self.root / "output"
        result = self.build()
        assert result.returncode == 0, result.stderr
        self.written = bytes_below(self.output)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._scratch.cleanup()

    def build(self, *arguments, program=None, **options):
        return subprocess.run([program or KATERN, "build", *sites.AS_OF, "--color", "never", *arguments], cwd=self.root,
                              capture_output=True, timeout=60, text=True, errors="replace", **options)


def cpu_time(action):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return result, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with Site() as site:
            baseline = max(cpu_time(site.build)[1] for _ in range(3))
        # A second is the bound; slower builds, as with sanitizers, get their share.
        cls.limit = max(1.0, 30 * baseline)

    def build_without_rights(self, site):
        """Builds as somebody else where root runs the tests, since root may do everything."""
        if os.geteuid() != 0:
            return site.build()
        site.root.parent.chmod(0o755)
        katern = shutil.copy(KATERN, site.root.parent / "katern")
        return site.build(program=katern, user=NOBODY, group=NOBODY, extra_groups=[])

    def refused(self, site, result, code, exit_code=CONTENT, what_failed=None):
        self.assertEqual(result.returncode, exit_code, result.stderr)
        self.assertIn(f"[{code}]", result.stderr)
        self.assertEqual(bytes_below(site.output), site.written, "the output changed")

    def test_mistakes_in_content_and_theme(self):
        for what, case in MISTAKES.items():
            with self.subTest(what), Site() as site:
                sites.overlay(BROKEN / case, site.root)
                result, spent = cpu_time(site.build)
                self.refused(site, result, case.split(".")[0])
                self.assertLess(spent, self.limit, what)

    def test_more_ways_to_nest_ten_thousand_levels(self):
        deep = 10_000
        for what, text in {
            "dashes": "titel: Welkom\nsamenvatting:\n  " + "- " * deep + "x",
            "braces": "titel: Welkom\nsamenvatting: " + "{a: " * deep + "}" * deep,
            "never closed": "titel: Welkom\nsamenvatting: " + "[" * deep,
            "keys that are lists": "titel: Welkom\n" + "? " * deep,
            "colons": "titel: " + "a: " * deep,
        }.items():
            with self.subTest(what), Site() as site:
                write(site.root / "content/paginas/welkom.md", f"---\n{text}\n---\n")
                result, spent = cpu_time(site.build)
                self.assertEqual(result.returncode, CONTENT, result.stderr[:2000])
                self.assertEqual(bytes_below(site.output), site.written)
                self.assertLess(spent, self.limit, what)

    def test_hostile_markdown_is_read_in_a_moment(self):
        for what, text in {
            "brackets": "[a](" * 20_000,
            "emphasis": "*a **a " * 20_000,
            "backticks": "".join("`" * i + " " for i in range(700)),
            "entities": "&#" * 50_000,
            "links in links": "[" * 1_900 + "a" + "](x)" * 1_900,
            "footnotes": "".join(f"[^{i}]: a\n\n" for i in range(5_000)),
            "lists": "".join(" " * i + "- a\n" for i in range(150)),
            "tables": "|a|\n|-|\n" + "|a\n" * 20_000,
            "html": "<a " * 20_000,
        }.items():
            with self.subTest(what), Site() as site:
                write(site.root / "content/paginas/welkom.md", f"---\ntitel: Welkom\n---\n\n{text}\n")
                result, spent = cpu_time(site.build)
                self.assertIn(result.returncode, (0, CONTENT), result.stderr[:2000])
                self.assertLess(spent, self.limit, what)

    def test_a_file_that_is_wrong_all_over_is_told_in_a_moment(self):
        kind = "kind: pagina\nfolder: paginas\nurl: '/{{ slug }}/'\nroles: {title: titel}\nfields:\n" \
               "  titel: {type: string, required: true}\n" \
               "  keuzes: {type: list, of: {type: enum, values: [klein, groot]}}\n"
        for what, (head, text) in {
            "anchors that are not there": ("", "".join(f"## kop{i}\n\n[a](#kap{i}x)\n\n" for i in range(15_000))),
            "links to nothing": ("", "".join(f"[a](b{i}.md)\n\n" for i in range(16_000))),
            "values on one line": ("keuzes: [" + ", ".join(f"k{i}" for i in range(8_000)) + "]\n", ""),
        }.items():
            with self.subTest(what), Site() as site:
                write(site.root / "content/kinds/pagina.yaml", kind)
                write(site.root / "content/paginas/welkom.md", f"---\ntitel: Welkom\n{head}---\n\n{text}")
                result, spent = cpu_time(site.build)
                self.refused(site, result, "findings-left-out")
                self.assertLess(spent, self.limit, what)
                self.assertLess(len(result.stderr), 200_000, what)

    def test_a_file_stands_where_the_output_goes(self):
        with Site() as site:
            shutil.rmtree(site.output)
            write(site.output, "Dit is geen map.\n")
            result = site.build()
            self.assertEqual(result.returncode, MACHINE)
            self.assertIn("[output-is-a-file]", result.stderr)
            self.assertEqual(site.output.read_text(), "Dit is geen map.\n")

    def test_the_output_holds_what_is_not_ours(self):
        with Site() as site:
            write(site.output / "vakantie.txt", "Niet van Katern.\n")
            site.written = bytes_below(site.output)
            write(site.root / "content/paginas/welkom.md", "---\ntitel: Anders\nslug: welkom\n---\n")
            self.refused(site, site.build(), "output-has-foreign-files", MACHINE)

    def test_a_symlink_in_the_output_is_not_written_through(self):
        with Site() as site:
            elsewhere = site.root / "elders.html"
            write(elsewhere, "Van een ander.\n")
            page = site.output / "welkom/index.html"
            page.unlink()
            page.symlink_to(elsewhere)
            write(site.root / "content/paginas/welkom.md", "---\ntitel: Anders\nslug: welkom\n---\n")
            result = site.build()
            self.assertEqual(elsewhere.read_text(), "Van een ander.\n")
            self.assertEqual(result.returncode, MACHINE, result.stderr)

    def test_an_output_folder_without_permission_to_write(self):
        with Site() as site:
            write(site.root / "content/paginas/nieuw.md", "---\ntitel: Nieuw\n---\n")
            locked = [site.root, site.output, site.root / ".output.katern"]
            for path in locked:
                path.chmod(0o555)
            result = self.build_without_rights(site)
            for path in locked:
                path.chmod(0o755)
            self.refused(site, result, "output-not-writable", MACHINE)

    def test_content_without_permission_to_read(self):
        with Site() as site:
            (site.root / "content/paginas/welkom.md").chmod(0)
            self.refused(site, self.build_without_rights(site), "file-unreadable")

    def test_files_that_may_not_grow(self):
        with Site() as site:
            write(site.root / "content/paginas/lang.md", "---\ntitel: Lang\n---\n\n" + "Een lange tekst. " * 1000)
            result = subprocess.run(["sh", "-c", 'ulimit -f 1; exec "$0" "$@"', KATERN, "build", *sites.AS_OF], cwd=site.root,
                                    capture_output=True, timeout=60, text=True)
            self.assertEqual(result.returncode, MACHINE, result.stderr)
            self.assertIn("fout: ", result.stderr)
            self.assertIn("er is niets veranderd", result.stdout + result.stderr)

    def test_a_full_disk(self):
        with Site() as site:
            outside = site.root.parent / "outside"
            outside.mkdir()
            disk = site.root.parent / "disk"
            disk.mkdir()
            write(site.root / "many.sh", "i=0; while [ $i -lt 400 ]; do i=$((i+1)); printf -- '---\\ntitel: Nummer %s\\n---\\n'"
                                         " $i > content/paginas/nummer-$i.md; done\n")
            script = f"""
                mount -t tmpfs -o size=400k none {disk} || exit 77
                "{KATERN}" build {' '.join(sites.AS_OF)} --output {disk}/output >/dev/null || exit 78
                cp -r {disk}/output {outside}/before
                sh many.sh
                "{KATERN}" build {' '.join(sites.AS_OF)} --output {disk}/output
                echo "exit $?"
                cp -r {disk}/output {outside}/after
                rm -r content/paginas/nummer-*
                "{KATERN}" build {' '.join(sites.AS_OF)} --output {disk}/output >/dev/null; echo "again $?"
            """
            if shutil.which("unshare") is None:
                self.skipTest("there is no unshare")
            result = subprocess.run(["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "sh", "-c",
                                     script], cwd=site.root, capture_output=True, timeout=60, text=True)
            if not (outside / "before").exists():
                self.skipTest("no disk of our own can be mounted here: " + result.stderr.strip())
            self.assertIn(f"exit {MACHINE}", result.stdout)
            self.assertIn("[output-disk-full]", result.stderr)
            self.assertEqual(bytes_below(outside / "after"), bytes_below(outside / "before"))
            self.assertIn("again 0", result.stdout)


if __name__ == "__main__":
    KATERN = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
