"""The two that are compared: Jinja with the settings that Katern has, and Katern by way of render_table."""

import json
import subprocess
import warnings

import jinja2

warnings.simplefilter("ignore")  # of Python, about the code that Jinja makes


def environment(templates):
    return jinja2.Environment(
        loader=jinja2.DictLoader(templates),
        autoescape=lambda name: bool(name) and name.endswith((".html", ".xml")),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )


def by_jinja(case):
    """What Jinja makes of a case: {"output": …} or {"error": …}."""
    try:
        jinja = environment(case.templates)
        for name in case.templates:
            jinja.get_template(name)
        return {"output": jinja.get_template(case.main).render(case.data)}
    except RecursionError:
        return {"error": "RecursionError", "message": ""}
    except Exception as error:  # whatever a filter of Python's raises is an error of the template
        return {"error": type(error).__name__, "message": str(error)}


class Katern:
    """A running render_table. One that dies is told by the case that killed it."""

    def __init__(self, program, by_context=False):
        self.program, self.by_context, self.process = program, by_context, None

    def render(self, case):
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen([self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        task = {"templates": case.templates, "main": case.main, "data": case.data, "by_context": self.by_context}
        self.process.stdin.write(json.dumps(task).encode() + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            return {"crash": self.process.wait()}
        return json.loads(answer)

    def close(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
            self.process.stdout.close()


def agree(jinja, katern):
    """The same bytes, or an error on both sides."""
    if "output" in jinja:
        return katern.get("output") == jinja["output"]
    return "error" in katern
