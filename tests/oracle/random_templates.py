#!/usr/bin/env python3
"""Makes random templates, renders them with Jinja and with Katern, and compares byte by byte.

    random_templates.py RENDER_TABLE [--seconds 60] [--seed 1]

The templates are valid nearly always. What is known to differ (differences.txt) is not made. A template that differs is
cut down to what still differs before it is shown.
"""

import argparse
import random
import sys
import time

import engines
import table

DATA = {
    "i": 7,
    "neg": -3,
    "zero": 0,
    "f": 2.5,
    "t": True,
    "no": False,
    "nul": None,
    "s": "Hallo wereld",
    "h": "<b class=\"x\">a & b's</b>",
    "u": "Café ☕ 中文 😀",
    "leeg": "",
    "w": "een twee-drie vier\nvierde regel\n\nlaatste woord",
    "l": [3, 1, 2, 10, -4],
    "ls": ["peer", "Appel", "kers", "appel", "<noot>"],
    "le": [],
    "ll": [[1, 2], [3], []],
    "o": {"b": 1, "a": 2, "C": 3},
    "oe": {},
    "p": [
        {"n": "An", "j": 3, "s": "Utrecht", "k": [{"n": "x", "k": []}]},
        {"n": "bo", "j": 1, "s": "Almere", "k": []},
        {"n": "Cas", "j": 3, "s": "utrecht", "k": []},
    ],
}

# Apart, since what stands in an f-string must not hold a backslash in Python 3.11.
DICTSORT_BY_VALUE = "by='value'"
REPLACE = "replace('a', '<')"

WORDS = ["a", "X y", "één", "<i>", "&", "'", '"', "%s", "0", "-1", "12.5", " b ", "a,b", "\\n", "z" * 9, "😀"]


class Node:
    """A piece of a template: text, or something around further pieces."""

    def __init__(self, before, children=(), after="", between=""):
        self.before, self.children, self.after, self.between = before, list(children), after, between

    def text(self):
        return self.before + "".join(child.text() for child in self.children) + self.after


class Maker:
    """Makes one template and the others that it uses."""

    def __init__(self, seed, by_context=False):
        self.r = random.Random(seed)
        self.by_context = by_context  # which forbids to mix kinds of files and to turn escaping off
        self.html = self.r.random() < 0.5
        self.ending = ".html" if self.html else ".txt"
        self.scope = [{}]  # names set so far, by type
        self.macros = []
        self.counter = 0
        self.templates = {}

    def fresh(self, prefix):
        self.counter += 1
        return f"{prefix}{self.counter}"

    def pick(self, *choices):
        return self.r.choice(choices)

    def chance(self, probability):
        return self.r.random() < probability

    def names(self, kind):
        return [name for level in self.scope for name, known in level.items() if known == kind]

    # expressions, by the type that they have

    def any(self, depth):
        kind = self.r.choices(
            ["int", "float", "str", "html_text", "bool", "ints", "strs", "obj", "none"], [6, 3, 8, 3, 4, 3, 3, 1, 1])[0]
        return self.make(kind, depth)

    def make(self, kind, depth):
        if self.chance(0.01):
            return self.any(depth)  # of the wrong type, for the errors
        return getattr(self, kind)(depth)

    def none(self, depth):
        return self.pick("none", "nul", "None")

    def small(self):
        return str(self.r.randint(0, 9))

    def int(self, depth):
        known = self.names("int") + ["i", "neg", "zero"]
        if depth <= 0:
            return self.pick(self.small(), self.r.choice(known), str(self.r.randint(-50, 50)))
        d = depth - 1
        return self.pick(
            lambda: f"{self.make('int', d)} + {self.make('int', d)}",
            lambda: f"({self.make('int', d)} - {self.make('int', d)})",
            lambda: f"({self.make('int', d)}) * {self.small()}",
            lambda: f"{self.small()} ** {self.r.randint(0, 4)}",
            lambda: f"({self.make('int', d)}) // {self.r.randint(1, 9)}",
            lambda: f"({self.make('int', d)}) // -{self.r.randint(1, 9)}",
            lambda: f"({self.make('int', d)}) % {self.pick('', '-')}{self.r.randint(1, 9)}",
            lambda: f"-({self.make('int', d)})",
            lambda: f"({self.make('int', d)}) | abs",
            lambda: f"({self.make('float', d)}) | int",
            lambda: f"({self.make('str', d)}) | int({self.small()})",
            lambda: f"({self.make('str', d)}) | {self.pick('length', 'count', 'wordcount')}",
            lambda: f"({self.make('ints', d)}) | {self.pick('sum', 'length', 'first | default(0)', 'last | default(1)')}",
            lambda: f"({self.make('ints', d)}) | {self.pick('min', 'max')} | default(5)",
            lambda: f"({self.make('strs', d)}) | length",
            lambda: f"({self.make('int', d)} if {self.make('bool', d)} else {self.make('int', d)})",
            lambda: f"l[{self.r.randint(-5, 4)}]",
            lambda: self.pick("o.a", "o['b']", "p[0].j", "p | sum('j')", "p[1]['j']", "p[0].k | length"),
            lambda: f"({self.make('int', d)}) | round",
            lambda: f"({self.make('int', d)}) | round(-1)",
        )()

    def float(self, depth):
        if depth <= 0:
            return self.pick("f", "1.5", "0.25", "-2.75", "1e3", "0.1", "7.0", *(self.names("float") or ["f"]))
        d = depth - 1
        return self.pick(
            lambda: f"({self.make('float', d)} + {self.make('int', d)})",
            lambda: f"({self.make('float', d)} - {self.make('float', d)})",
            lambda: f"({self.make('int', d)}) / {self.r.randint(1, 9)}",
            lambda: f"({self.make('float', d)}) * {self.small()}",
            lambda: f"({self.make('float', d)}) // {self.r.randint(1, 9)}",
            lambda: f"({self.make('float', d)}) % {self.r.randint(1, 9)}",
            lambda: f"({self.make('float', d)}) | round({self.r.randint(0, 4)})",
            lambda: f"({self.make('float', d)}) | round({self.r.randint(-1, 3)}, '{self.pick('ceil', 'floor', 'common')}')",
            lambda: f"({self.make('int', d)}) | float",
            lambda: f"({self.make('str', d)}) | float({self.pick('1.5', '0.0')})",
            lambda: f"({self.make('float', d)}) | abs",
        )()

    def literal(self):
        word = self.r.choice(WORDS)
        quote = self.pick("'", '"')
        return quote + word.replace(quote, "\\" + quote) + quote

    def str(self, depth):
        if depth <= 0:
            known = self.names("str") + ["s", "h", "u", "w", "leeg"]
            return self.pick(self.literal(), self.literal(), self.r.choice(known))
        d = depth - 1
        one = self.make("str", d)
        return self.pick(
            lambda: f"({one}) | {self.pick('upper', 'lower', 'trim', 'string', 'reverse', 'striptags', 'urlencode')}",
            lambda: f"({self.word(d)}) | {self.pick('capitalize', 'title')}",
            lambda: f"({self.varying()} ~ {one} ~ {self.make(self.pick('int', 'str', 'float', 'ints', 'bool'), d)})",
            lambda: f"({one} + {self.make('str', d)})",
            lambda: f"({one}) * {self.r.randint(-1, 3)}",
            lambda: f"({one}) | replace({self.make('str', 0)}, {self.make('str', 0)}{self.pick('', ', 1', ', 2')})",
            lambda: f"({one}) | center({self.r.randint(0, 20)})",
            lambda: f"({one}) | truncate({self.r.randint(3, 12)}{self.pick('', ', true', ', false')}"
                    f"{self.pick('', ', leeway=0', ', leeway=2')})",
            lambda: f"({one}) | indent({self.pick('', '2', '3, true', '1, false, true', 'first=true')})",
            lambda: f"({one}) | wordwrap({self.r.randint(1, 15)}{self.pick('', ', false', ', break_on_hyphens=false')})",
            lambda: f"({one})[{self.bound()}:{self.bound()}{self.pick('', ':', ':-1', ':2')}]",
            lambda: f"({one}) | trim({self.make('str', 0)})",
            lambda: f"({self.make('strs', d)}) | join({self.make('str', 0)})",
            lambda: f"({self.make('ints', d)}) | join({self.literal()})",
            lambda: f"({self.make('strs', d)}) | {self.pick('first', 'last', 'min', 'max')} | default({one})",
            lambda: f"'%s|%{self.pick('', '5', '-6', '.2')}s' | format({one}, {self.any(d)})",
            lambda: f"'%{self.pick('', '5', '-6', '05', '+', ' ')}d' | format({self.make('int', d)})",
            lambda: f"'%{self.pick('', '.1', '8.3', '-9.2')}{self.pick('f', 'e', 'g')}' | format({self.make('float', d)})",
            lambda: f"({one} if {self.make('bool', d)} else {self.make('str', d)})",
            lambda: f"({one} {self.pick('and', 'or')} {self.make('str', d)})",
            lambda: f"{self.pick('missing', 'o.missing', 'nul', one)} | default({self.make('str', d)}{self.pick('', ', true')})",
            lambda: f"({self.make('int', d)}) | filesizeformat",
            lambda: self.pick("p[0].n", "p[2].s", "ls[1]", "o | first", "(p | map(attribute='n') | join(' '))"),
            lambda: f"{{'x': {one}}}.x",
        )()

    def varying(self):
        """Text that Jinja does not know when it compiles: joining literals it forgets which are HTML."""
        return self.pick("s", "h", "u", "p[0].n")

    def word(self, depth):
        """Text whose capitals do not depend on the language."""
        return self.pick("s", "leeg", "'een twee'", "'café (zo) a-b'", "ls[0]", "p[1].n")

    def bound(self):
        return self.pick("", str(self.r.randint(-6, 6)))

    def html_text(self, depth):
        """Text that may be HTML already: only what keeps or loses that mark the same way is done with it."""
        known = self.names("html")
        base = self.r.choice(known) if known and self.chance(0.6) else f"({self.make('str', max(depth - 1, 0))}) | e"
        if self.macros and self.chance(0.3):
            base = self.call(max(depth - 1, 0))
        if depth <= 0:
            return base
        d = depth - 1
        return self.pick(
            lambda: base,
            lambda: f"({base}) | {self.pick('upper', 'lower', 'trim', 'string', 'e', 'forceescape', 'length', 'urlize')}",
            lambda: f"(({base}) ~ ({self.varying()}))",
            lambda: f"(({self.varying()}) ~ ({base}))",
            lambda: f"[({base}), ({self.make('str', d)})] | join({self.make('str', 0)})",
            lambda: f"({base}) | replace({self.make('str', 0)}, {self.make('str', 0)})",
            lambda: f"({self.make('str', d)}) | replace({self.make('str', 0)}, ({base}))",
            lambda: f"({base}) | center(30)",
            lambda: f"({base}) is escaped",
            lambda: f"({self.make('str', d)}) | urlize",
            lambda: f"({self.any(d)}) | tojson",
            lambda: f"{{'a': {self.make('str', d)}, 'b': {self.pick('none', base, '1')}}} | xmlattr",
        )()

    def bool(self, depth):
        if depth <= 0:
            return self.pick("true", "false", "t", "no", *(self.names("bool") or ["t"]))
        d = depth - 1
        return self.pick(
            lambda: f"({self.make('int', d)} {self.comparison()} {self.make('int', d)})",
            lambda: f"({self.make('float', d)} {self.comparison()} {self.make('int', d)})",
            lambda: f"({self.make('str', d)} {self.comparison()} {self.make('str', d)})",
            lambda: f"({self.make('int', d)} {self.pick('<', '<=')} {self.make('int', d)} {self.pick('<', '==')} {self.make('int', d)})",
            lambda: f"({self.make('bool', d)} {self.pick('and', 'or')} {self.make('bool', d)})",
            lambda: f"(not {self.make('bool', d)})",
            lambda: f"({self.make('int', d)} {self.pick('in', 'not in')} {self.make('ints', d)})",
            lambda: f"({self.make('str', d)} in {self.make('strs', d)})",
            lambda: f"({self.make('str', d)} in {self.make('str', d)})",
            lambda: f"(({self.make('int', d)}) is {self.pick('odd', 'even', 'not odd', 'divisibleby 3', 'divisibleby(2)')})",
            lambda: f"(({self.any(d)}) is {self.kind()})",
            lambda: f"(({self.make('str', d)}) is {self.pick('upper', 'lower', 'string', 'not upper')})",
            lambda: f"({self.pick('missing', 'o.x', 's', 'l[9]', 'p[0].n')} is {self.pick('defined', 'undefined', 'not defined')})",
            lambda: f"(({self.make('int', d)}) is {self.pick('eq', 'ne', 'lt', 'ge', 'gt', 'le')} {self.small()})",
            lambda: f"({self.make('ints', d)} {self.pick('==', '!=', '<')} {self.make('ints', d)})",
        )()

    def comparison(self):
        return self.pick("==", "!=", "<", "<=", ">", ">=")

    def kind(self):
        return self.pick("string", "number", "integer", "float", "boolean", "none", "mapping", "sequence", "iterable",
                         "true", "false", "not none", "not string", "callable")

    def ints(self, depth):
        if depth <= 0:
            return self.pick("l", "le", "[1, 2, 3]", "[5]", *(self.names("ints") or ["l"]))
        d = depth - 1
        one = self.make("ints", d)
        return self.pick(
            lambda: f"[{', '.join(self.make('int', d) for _ in range(self.r.randint(0, 4)))}]",
            lambda: f"range({self.r.randint(-2, 6)}) | list",
            lambda: f"range({self.r.randint(-3, 3)}, {self.r.randint(-3, 8)}, {self.pick('1', '2', '-1', '3')}) | list",
            lambda: f"({one}) | {self.pick('sort', 'sort(true)', 'reverse | list', 'unique | list', 'list')}",
            lambda: f"({one}) | {self.pick('select', 'reject')}('{self.pick('odd', 'even')}') | list",
            lambda: f"({one}) | {self.pick('select', 'reject')}('{self.pick('>', 'lt', 'ne', 'divisibleby')}', {self.r.randint(1, 4)}) | list",
            lambda: f"({one}) | map('{self.pick('abs', 'int', 'string')}') | map('int') | list",
            lambda: f"(({one}) + ({self.make('ints', d)}))",
            lambda: f"({one})[{self.bound()}:{self.bound()}{self.pick('', ':-1', ':2')}]",
            lambda: self.pick("p | map(attribute='j') | list", "ll | sum(start=[])", "o.values() | list", "ll[0]"),
            lambda: f"({self.make('strs', d)}) | map('length') | list",
        )()

    def strs(self, depth):
        if depth <= 0:
            return self.pick("ls", "le", "['x', 'Y']", *(self.names("strs") or ["ls"]))
        d = depth - 1
        one = self.make("strs", d)
        return self.pick(
            lambda: f"[{', '.join(self.make('str', d) for _ in range(self.r.randint(0, 4)))}]",
            lambda: f"({one}) | {self.pick('sort', 'sort(case_sensitive=true)', 'sort(reverse=true)', 'reverse | list', 'unique | list')}",
            lambda: f"({one}) | map('{self.pick('upper', 'lower', 'trim', 'reverse')}') | list",
            lambda: f"({one}) | map('replace', {self.make('str', 0)}, {self.make('str', 0)}) | list",
            lambda: f"({one}) | {self.pick('select', 'reject')}('{self.pick('lower', 'upper', 'string')}') | list",
            lambda: f"({self.make('str', d)}) | list",
            lambda: self.pick("o | list", "p | map(attribute='n') | list", "p | sort(attribute='n') | map(attribute='s') | list",
                              "p | selectattr('j', '>', 1) | map(attribute='n') | list", "o.keys() | list",
                              "p | unique(attribute='s') | map(attribute='n') | list",
                              "p | rejectattr('k') | map(attribute='n') | list",
                              "p | sort(attribute='j,n', reverse=true) | map(attribute='n') | list"),
            lambda: f"({self.make('ints', d)}) | map('string') | list",
            lambda: f"(({one}) + ({self.make('strs', d)}))",
            lambda: f"({one})[{self.bound()}:{self.bound()}]",
        )()

    def obj(self, depth):
        d = max(depth - 1, 0)
        return self.pick(
            lambda: "o", lambda: "oe", lambda: "ll",
            lambda: f"{{'a': {self.any(d)}, 'b-c': {self.any(d)}}}",
            lambda: f"dict(x={self.any(d)})",
            lambda: f"({self.make('ints', d)}) | batch({self.r.randint(1, 4)}{self.pick('', ', 0')}) | list",
            lambda: f"({self.make('ints', d)}) | slice({self.r.randint(1, 4)}{self.pick('', ', 0')}) | list",
            lambda: f"o | dictsort({self.pick('', 'true', DICTSORT_BY_VALUE, 'reverse=true')})",
            lambda: "{'q': 1, 'r': [2]} | items | list",
            lambda: "p | groupby('s') | map('first') | list",
            lambda: f"[{self.any(d)}, ({self.any(d)}, {self.any(d)})]",
            lambda: f"({self.any(d)},)",
        )()

    def call(self, depth):
        name, parameters = self.r.choice(self.macros)
        given = [self.any(depth) for _ in parameters[:self.r.randint(0, len(parameters))]]
        rest = [p for p in parameters[len(given):] if not p[1] or self.chance(0.3)]
        return f"{name}({', '.join(given + [f'{p[0]}={self.any(depth)}' for p in rest])})"

    # statements

    def tag(self, inside):
        return f"{{%{self.pick('', '', '', '', '-', '+')} {inside} {self.pick('', '', '', '', '-', '+')}%}}"

    def text(self):
        return Node(self.pick("a", "\n", "  ", " b ", "\n  ", "x\n", "\t", "<p>", "&", "{ ", "}", "%", "#", "\n\n", "é"))

    def output(self):
        return Node(f"{{{{{self.pick('', '', '-')} {self.any(self.r.randint(0, 3))} {self.pick('', '', '-')}}}}}")

    def body(self, depth, most=4):
        self.scope.append({})
        nodes = [self.statement(depth - 1) for _ in range(self.r.randint(0, most))]
        self.scope.pop()
        return nodes

    def statement(self, depth):
        if depth <= 0:
            return self.text() if self.chance(0.45) else self.output()
        return self.r.choices(
            [self.text, self.output, lambda: self.if_(depth), lambda: self.for_(depth), self.set_, lambda: self.set_block(depth),
             lambda: self.with_(depth), lambda: self.macro(depth), lambda: self.call_block(depth), lambda: self.filter_block(depth),
             self.comment, self.raw, lambda: self.include(depth), lambda: self.counting(depth), lambda: self.recursive(depth),
             lambda: self.autoescape(depth), lambda: self.import_(depth)],
            [20, 22, 8, 10, 6, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1])[0]()

    def if_(self, depth):
        children = self.body(depth)
        if self.chance(0.3):
            children += [Node(self.tag(f"elif {self.make('bool', 1)}"))] + self.body(depth)
        if self.chance(0.4):
            children += [Node(self.tag("else"))] + self.body(depth)
        return Node(self.tag(f"if {self.make('bool', 2)}"), children, self.tag("endif"))

    def for_(self, depth):
        name = self.fresh("v")
        kind = self.pick("int", "str")
        source = self.make(kind + "s", 1)
        condition = f" if {name} is {self.pick('string', 'number', 'iterable', 'defined')}" if self.chance(0.2) else ""
        self.scope.append({name: kind})
        inside = self.body(depth)
        for _ in range(self.r.randint(0, 2)):
            inside.insert(self.r.randint(0, len(inside)), Node(self.pick(
                "{{ loop.index }}", "{{ loop.revindex0 }}", "{{ loop.first }}", "{{ loop.last }}", "{{ loop.length }}",
                "{{ loop.cycle('x', 'y') }}", f"{{{{ loop.changed({name}) }}}}", "{{ loop.previtem | default('-') }}",
                "{{ loop.nextitem | default('-') }}", "{% if not loop.last %}, {% endif %}", "{{ loop.depth }}",
                f"{{% if loop.index == 2 %}}{{% {self.pick('break', 'continue')} %}}{{% endif %}}")))
        self.scope.pop()
        has_break = any("break" in node.before for node in inside)
        if self.chance(0.3) and not has_break:
            inside += [Node(self.tag("else"))] + self.body(depth)
        return Node(self.tag(f"for {name} in {source}{condition}"), inside, self.tag("endfor"))

    def recursive(self, depth):
        return Node(self.tag("for n in p recursive"),
                    [Node("{{ n.n }}{{ loop.depth }}"), self.text(), Node("{% if n.k %}({{ loop(n.k) }}){% endif %}")],
                    self.tag("endfor"))

    def set_(self):
        kind = self.pick("int", "float", "str", "bool", "ints", "strs")
        name = self.fresh("x")
        node = Node(self.tag(f"set {name} = {self.make(kind, 2)}"))
        self.scope[-1][name] = kind
        return node

    def set_block(self, depth):
        name = self.fresh("b")
        node = Node(self.tag(f"set {name}{self.pick('', '', ' | upper', ' | trim')}"), self.body(depth), self.tag("endset"))
        self.scope[-1][name] = "html"
        return node

    def with_(self, depth):
        name = self.fresh("w")
        value = self.make("int", 1)
        self.scope.append({name: "int"})
        children = self.body(depth)
        self.scope.pop()
        return Node(self.tag(f"with {name} = {value}"), children, self.tag("endwith"))

    def macro(self, depth):
        name = self.fresh("m")
        parameters = [(self.fresh("q"), self.chance(0.5)) for _ in range(self.r.randint(0, 2))]
        parameters.sort(key=lambda parameter: parameter[1])
        shown = ", ".join(f"{p}={self.make('str', 0)}" if default else p for p, default in parameters)
        outer, self.scope = self.scope, [{}, {p: "html" for p, _ in parameters}]
        outer_macros, self.macros = self.macros, []
        children = self.body(depth)
        self.scope, self.macros = outer, outer_macros
        if self.chance(0.2):
            children.append(Node("{% if caller is defined %}{{ caller() }}{% endif %}"))
        if len(self.scope) == 1:
            self.macros.append((name, parameters))
        return Node(self.tag(f"macro {name}({shown})"), children, self.tag("endmacro"))

    def call_block(self, depth):
        name = self.fresh("c")
        argument = self.pick("", "1", "'<'")
        children = self.body(depth)
        parameters = f"({self.fresh('y')})" if argument else ""
        return Node(f"{{% macro {name}() %}}[{{{{ caller({argument}) }}}}]{{% endmacro %}}" + self.tag(f"call{parameters} {name}()"),
                    children, self.tag("endcall"))

    def filter_block(self, depth):
        return Node(self.tag(f"filter {self.pick('upper', 'lower', 'trim', 'indent(2)', REPLACE, 'string')}"),
                    self.body(depth), self.tag("endfilter"))

    def autoescape(self, depth):
        if self.by_context:
            return self.output()
        return Node(self.tag(f"autoescape {self.pick('true', 'false')}"), self.body(depth), self.tag("endautoescape"))

    def comment(self):
        return Node(f"{{#{self.pick('', '-', '+')} weg {{{{ x }}}} {self.pick('', '-', '+')}#}}")

    def raw(self):
        return Node(f"{{%{self.pick('', '-')} raw {self.pick('', '-')}%}} {{{{ x }}}} {{% if %}} {{%{self.pick('', '-')} endraw {self.pick('', '-')}%}}")

    def counting(self, depth):
        name = self.fresh("ns")
        return Node(f"{{% set {name} = namespace(a={self.make('int', 1)}) %}}",
                    [Node(self.tag(f"for k in {self.make('ints', 1)}"),
                          [Node(f"{{% set {name}.a = {name}.a + 1 %}}"), *self.body(depth)], self.tag("endfor")),
                     Node(f"{{{{ {name}.a }}}}")])

    def include(self, depth):
        other = self.ending if self.by_context else self.pick(".txt", ".html")
        name = self.fresh("deel") + self.pick(self.ending, other)
        outer_macros, self.macros = self.macros, []
        self.templates[name] = Node("", self.body(depth))
        self.macros = outer_macros
        return Node(self.tag(f"include '{name}'{self.pick('', '', ' ignore missing')}"))

    def import_(self, depth):
        name = self.fresh("mod") + self.ending
        outer, self.scope = self.scope, [{}]
        outer_macros, self.macros = self.macros, []
        nodes = [self.macro(depth) for _ in range(2)]
        made = self.macros
        self.templates[name] = Node("", nodes)
        self.scope, self.macros = outer, outer_macros
        if not made:
            return self.text()
        macro, parameters = made[0]
        alias = self.fresh("i")
        arguments = ", ".join(self.any(1) for _ in parameters)
        if self.chance(0.5):
            return Node(f"{{% import '{name}' as {alias} %}}{{{{ {alias}.{macro}({arguments}) }}}}")
        return Node(f"{{% from '{name}' import {macro} as {alias} %}}{{{{ {alias}({arguments}) }}}}")

    def page(self):
        """A template of its own, or one that extends another."""
        if self.chance(0.75):
            return Node("", [self.statement(4) for _ in range(self.r.randint(1, 7))])
        base = "base" + self.ending
        blocks = [self.fresh("blok") for _ in range(self.r.randint(1, 3))]
        parent = []
        for block in blocks:
            parent += [self.text(), Node(self.tag(f"block {block}"), self.body(3), self.tag("endblock")), self.text()]
        self.templates[base] = Node("", parent)
        self.macros = []
        self.scope = [{}]
        child = []
        for block in blocks:
            if self.chance(0.7):
                inside = self.body(3)
                if self.chance(0.5):
                    inside.append(Node("{{ super() }}"))
                child.append(Node(self.tag(f"block {block}"), inside, self.tag("endblock")))
        return Node(f"{{% extends '{base}' %}}", child)


def case_of(nodes, main, name):
    return table.Case(name, main, {key: node.text() for key, node in nodes.items()}, DATA)


def difference(nodes, main, katern):
    """What kind of difference there is between the two: the errors, or None for output. Nothing when they agree."""
    case = case_of(nodes, main, "")
    theirs, ours = engines.by_jinja(case), katern.render(case)
    return None if engines.agree(theirs, ours) else (theirs.get("error"), ours.get("error"))


def shrink(nodes, main, katern):
    """Takes pieces away, or what is around them, as long as the rest still differs."""
    def lists(node):
        yield node.children
        for child in node.children:
            yield from lists(child)

    kind = difference(nodes, main, katern)
    changed = kind is not None
    while changed:
        changed = False
        for root in nodes.values():
            for children in list(lists(root)):
                at = 0
                while at < len(children):
                    taken = children[at]
                    for instead in ([], taken.children):
                        children[at:at + 1] = instead
                        if difference(nodes, main, katern) == kind:
                            changed = True
                            break
                        children[at:at + len(instead)] = [taken]
                    else:
                        at += 1


def show(nodes, main, katern, seed):
    shrink(nodes, main, katern)
    case = case_of(nodes, main, "")
    print(f"seed {seed} differs:")
    for name, text in case.templates.items():
        print(f"  {name}: {text!r}")
    print(f"  jinja:  {engines.by_jinja(case)}\n  katern: {katern.render(case)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by-context", action="store_true", help="escape as a build does, by the place in the HTML")
    parser.add_argument("--most", type=int, default=10, help="differences to show before stopping")
    options = parser.parse_args()

    katern = engines.Katern(options.program, options.by_context)
    end = time.monotonic() + options.seconds
    seed, rendered, found = options.seed, 0, 0
    while time.monotonic() < end and found < options.most:
        maker = Maker(seed, options.by_context)
        nodes = {"main" + maker.ending: maker.page()}
        nodes.update(maker.templates)
        name = next(iter(nodes))
        case = case_of(nodes, name, "")
        theirs = engines.by_jinja(case)
        rendered += "output" in theirs
        if not engines.agree(theirs, katern.render(case)):
            show(nodes, name, katern, seed)
            found += 1
        seed += 1
    katern.close()
    print(f"{seed - options.seed} templates, {rendered} without an error, {found} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
