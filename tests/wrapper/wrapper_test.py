#!/usr/bin/env python3
"""Runs ./katern in a project of its own, where cmake, ctest, apt-get and dpkg-query are stand-ins that keep a log."""
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = "sh cat chmod dirname env find flock grep mkdir mv readlink rm sed sort tr".split()

CMAKE = """
case "$*" in
  '--preset '*) mkdir -p build/$2 && : >build/$2/build.ninja ;;
  '--build '*)
    if [ -f broken ]; then echo 'main.cc:1: error: mistake'; exit 1; fi
    mkdir -p build/$3/generator/cli
    printf '#!/bin/sh\\npwd\\nfor word; do echo "<$word>"; done\\nexit 7\\n' >build/$3/generator/cli/katern
    chmod +x build/$3/generator/cli/katern ;;
esac
"""
DPKG_QUERY = """
echo 'installed,cmake,'
echo 'installed,nodejs,npm (= 11.0), node-x'
echo 'installed,libicu-dev,'
echo 'config-files,g++,'
"""


class Wrapper(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        self.home = pathlib.Path(home.name).resolve()
        self.project, self.bin = self.home / "project", self.home / "bin"
        self.log = self.home / "log"
        self.bin.mkdir()
        for tool in TOOLS:
            if found := shutil.which(tool, path="/usr/bin:/bin"):
                (self.bin / tool).symlink_to(found)
        self.write("CMakeLists.txt", "")
        self.write("CMakePresets.json", "{}")
        self.write("generator/main.cc", "")
        self.write("tests/main_test.cc", "")
        self.write(".ci/packages-build.txt", "# what it needs\ncmake\ng++ # or another\n")
        self.write(".ci/packages-test.txt", "npm\ncatch2\n")
        shutil.copy(ROOT / "katern", self.project)
        self.stand_in("cmake", CMAKE)
        self.stand_in("ctest", "echo '100% tests passed'")
        self.stand_in("dpkg-query", DPKG_QUERY)
        self.stand_in("apt-get", "")
        self.stand_in("id", "echo 0")

    def write(self, path, text):
        path = self.project / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def stand_in(self, name, body):
        path = self.bin / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.log}"\n{body}\n')
        path.chmod(0o755)

    def katern(self, *arguments, cwd=None, program=None):
        self.log.write_text("")
        run = subprocess.run([program or self.project / "katern", *arguments], cwd=cwd or self.project, text=True,
                             capture_output=True, stdin=subprocess.DEVNULL, env={"PATH": str(self.bin)})
        self.calls = [line for line in self.log.read_text().splitlines() if not line.startswith("id ")]
        return run

    def test_the_first_call_compiles_and_hands_over_arguments_folder_and_exit_code(self):
        elsewhere = self.home / "else where"
        elsewhere.mkdir()
        run = self.katern("build", "a b", cwd=elsewhere)
        self.assertEqual(run.stdout, f"{elsewhere}\n<build>\n<a b>\n")
        self.assertEqual(run.returncode, 7)
        self.assertEqual(run.stderr, "")
        self.assertIn("cmake --preset release", self.calls)

    def test_a_second_call_does_no_needless_work(self):
        self.katern("build")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.katern("build")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertEqual(self.calls, [])
        # The processor's time, so that a busy machine does not matter.
        self.assertLess(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 0.1)

    def test_a_source_that_changes_comes_or_goes_is_compiled_without_a_look_at_packages(self):
        self.katern("build")
        for change in (lambda: self.write("generator/main.cc", "int x;"), lambda: self.write("generator/new.cc", ""),
                       lambda: (self.project / "generator/new.cc").unlink()):
            time.sleep(0.02)
            change()
            self.katern("build")
            self.assertEqual(self.calls, ["cmake --build --preset release"])

    def test_a_program_that_is_gone_is_made_again(self):
        self.katern("build")
        (self.project / "build/release/generator/cli/katern").unlink()
        self.assertEqual(self.katern("build").returncode, 7)
        self.assertEqual(self.calls, ["cmake --build --preset release"])

    def test_a_copied_and_a_moved_project_compile_their_own_sources(self):
        self.katern("build")
        copied, moved = self.home / "copied", self.home / "moved"
        shutil.copytree(self.project, copied, symlinks=True)
        self.katern("build", program=copied / "katern")
        self.assertEqual(self.calls, ["cmake --preset release", "cmake --build --preset release"])
        self.katern("build", program=copied / "katern")
        self.assertEqual(self.calls, [])
        self.project.rename(moved)
        self.katern("build", cwd=moved, program=moved / "katern")
        self.assertEqual(self.calls, ["cmake --preset release", "cmake --build --preset release"])

    def test_only_missing_packages_are_installed(self):
        self.katern("build")
        options = "-q -y -o DPkg::Lock::Timeout=600"
        self.assertEqual([call for call in self.calls if call.startswith("apt-get")],
                         [f"apt-get {options} update", f"apt-get {options} install --no-install-recommends g++"])
        self.katern("test")
        self.assertIn(f"apt-get {options} install --no-install-recommends g++ catch2", self.calls)

    def test_nothing_is_updated_when_nothing_is_missing(self):
        self.write(".ci/packages-build.txt", "cmake\nlibicu-dev\n")
        self.katern("build")
        self.assertEqual([call for call in self.calls if call.startswith("apt-get")], [])

    def test_another_user_than_root_needs_sudo(self):
        self.stand_in("id", "echo 1000")
        run = self.katern("build")
        self.assertIn("these packages are missing, and only root can install them: g++", run.stderr)
        self.assertEqual(run.returncode, 7)
        (self.project / "build/release/packages").unlink()
        self.write("CMakeLists.txt", "# changed")
        self.stand_in("sudo", '"$@"')
        self.assertEqual(self.katern("build").stderr, "")
        self.assertTrue(any(call.startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get") for call in self.calls))

    def test_without_apt_it_says_what_is_needed_and_builds(self):
        (self.bin / "apt-get").unlink()
        run = self.katern("build")
        self.assertIn("cmake g++", run.stderr)
        self.assertEqual(run.returncode, 7)

    def test_packages_that_cannot_be_installed_do_not_stop_the_build(self):
        self.stand_in("apt-get", "echo 'no network'; exit 100")
        run = self.katern("build")
        self.assertIn("no network", run.stderr)
        self.assertIn("could not be installed: g++", run.stderr)
        self.assertEqual(run.returncode, 7)

    def test_a_failure_shows_what_the_compiler_said_and_looks_at_packages_the_next_time(self):
        self.write("broken", "")
        run = self.katern("build")
        self.assertEqual(run.returncode, 3)
        self.assertIn("main.cc:1: error: mistake", run.stderr)
        (self.project / "broken").unlink()
        self.assertEqual(self.katern("build").returncode, 7)
        self.assertIn("dpkg-query", " ".join(self.calls))

    def test_all_tests_are_run_by_ctest_with_the_arguments(self):
        run = self.katern("test", "-R", "name")
        self.assertEqual(self.calls[-1], "ctest --preset tests -R name")
        self.assertTrue(run.stdout.endswith("100% tests passed\n"))
        self.katern("test")
        self.assertEqual(self.calls, ["ctest --preset tests"])

    def test_it_may_be_called_through_a_link(self):
        link = self.home / "link"
        link.symlink_to(self.project / "katern")
        self.assertEqual(self.katern("x", program=link, cwd=self.home).stdout, f"{self.home}\n<x>\n")

    def test_calls_at_the_same_time_compile_once(self):
        self.stand_in("cmake", "sleep 0.2\n" + CMAKE)
        (self.bin / "sleep").symlink_to(shutil.which("sleep", path="/usr/bin:/bin"))
        self.log.write_text("")
        runs = [subprocess.Popen([self.project / "katern"], env={"PATH": str(self.bin)}, stdout=subprocess.DEVNULL)
                for _ in range(3)]
        self.assertEqual([run.wait() for run in runs], [7, 7, 7])
        self.assertEqual(self.log.read_text().count("cmake --build"), 1)


if __name__ == "__main__":
    unittest.main()
