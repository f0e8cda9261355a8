#!/usr/bin/env python3
"""Holds that everything of Jinja's own registry is in a case that both render alike, or is left out with a reason.

    coverage.py [--docs docs/template-language.md] [--rewrite]

What is left out stands in left_out.txt with its reason, and in the docs.
"""

import argparse
import pathlib
import sys

import compare
import engines
import jinja2
import jinja2.defaults
import jinja2.ext
import jinja2.lexer
import jinja2.nodes as nodes
import jinja2.parser
import jinja2.runtime
import table

HERE = pathlib.Path(__file__).parent
BEGIN, END = "<!-- left out: begin -->", "<!-- left out: end -->"


def of_jinja():
    """Everything that there is, as "filter upper", "tag for", "loop index"."""
    loop = [name for name in dir(jinja2.runtime.LoopContext) if not name.startswith("_")]
    macro = ["name", "arguments", "catch_kwargs", "catch_varargs", "caller"]
    tags = jinja2.parser._statement_keywords | set(jinja2.ext.do.tags) | set(jinja2.ext.loopcontrols.tags)
    kinds = {
        "filter": jinja2.defaults.DEFAULT_FILTERS,
        "test": jinja2.defaults.DEFAULT_TESTS,
        "function": jinja2.defaults.DEFAULT_NAMESPACE,
        "tag": set(tags) | {"raw", "elif", "else"},
        # The lexer reads a semicolon, but nothing in the grammar has one.
        "operator": (jinja2.lexer.operators.keys() - {";"}) | {"and", "or", "not", "in", "is", "if", "else"},
        "loop": loop,
        "macro": macro,
        "name": ["loop", "self", "super", "caller", "varargs", "kwargs"],
        "with": ["context", "without context", "ignore missing", "scoped", "required", "recursive"],
    }
    return {f"{kind} {name}" for kind, names in kinds.items() for name in names}


# Filters that get the name of a filter or of a test, and which argument it is.
NAMES = {"map": ("filter", 0), "select": ("test", 0), "reject": ("test", 0), "selectattr": ("test", 1), "rejectattr": ("test", 1)}


def of_arguments(node):
    kind, index = NAMES.get(node.name, ("", 0))
    if kind and len(node.args) > index and isinstance(node.args[index], nodes.Const):
        yield f"{kind} {node.args[index].value}"


def of_tree(tree):
    for node in tree.find_all((nodes.Filter, nodes.Test, nodes.Name, nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Filter):
            yield f"filter {node.name}"
            yield from of_arguments(node)
        elif isinstance(node, nodes.Test):
            yield f"test {node.name}"
        elif isinstance(node, nodes.Name):
            yield f"function {node.name}"
            yield f"name {node.name}"
        elif isinstance(node, nodes.Getattr):
            yield f"macro {node.attr}"
            if isinstance(node.node, nodes.Name) and node.node.name == "loop":
                yield f"loop {node.attr}"
    for node in tree.find_all(nodes.Include):
        yield "with " + ("context" if node.with_context else "without context")
        if node.ignore_missing:
            yield "with ignore missing"
    for node in tree.find_all((nodes.Block, nodes.For)):
        for name in ("scoped", "required", "recursive"):
            if getattr(node, name, False):
                yield f"with {name}"


def of_tokens(environment, text):
    at_tag = False
    for _, kind, value in environment.lex(text):
        if kind == "whitespace":
            continue
        if at_tag and kind == "name":
            yield f"tag {value}"
        if kind == "raw_begin":
            yield "tag raw"
        if kind == "operator" or kind == "name":
            yield f"operator {value}"
        at_tag = kind == "block_begin"


def covered():
    """What the cases that both render alike are made of."""
    known = {name for _, names in compare.known_differences() for name in names}
    found = set()
    for case in table.load():
        if case.name in known or "output" not in engines.by_jinja(case):
            continue
        environment = engines.environment(case.templates)
        for text in case.templates.values():
            found.update(of_tree(environment.parse(text)))
            found.update(of_tokens(environment, text))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=pathlib.Path)
    parser.add_argument("--rewrite", action="store_true")
    options = parser.parse_args()

    reasons = compare.known_differences(HERE / "left_out.txt")
    left_out = {name for _, names in reasons for name in names}
    everything = of_jinja()
    here = covered()
    wrong = [f"no case has it, and no reason: {name}" for name in sorted(everything - here - left_out)]
    wrong += [f"left out, and yet in a case: {name}" for name in sorted(left_out & here)]
    wrong += [f"left out, and not in Jinja: {name}" for name in sorted(left_out - everything)]
    for line in wrong:
        print(line)
    if options.docs and not compare.check_docs(options.docs, reasons, options.rewrite, (BEGIN, END), "left_out.txt"):
        wrong.append("docs")
    print(f"{len(everything & here)} of {len(everything)} parts of Jinja {jinja2.__version__} are in cases, {len(left_out)} are left out")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
