"""Random expressions of Jinja's language over fixed data.

They are valid but for values that are too large, out of range or undefined. What a wrong type does is in the table: Python
takes many for something else (`'%s' is even` formats, `(1)[:2]` is undefined), which Katern says are wrong.
"""

import random

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
REPLACE = "replace('é', '<')"

WORDS = ["a", "X y", "één", "<i>", "&", "'", '"', "%s", "0", "-1", "12.5", " b ", "a,b", "\\n", "z" * 9, "😀"]


class Expressions:
    """Makes expressions by the type that they have."""

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

    def any(self, depth):
        kind = self.r.choices(
            ["int", "float", "str", "html_text", "bool", "ints", "strs", "obj", "none"], [6, 3, 8, 3, 4, 3, 3, 1, 1])[0]
        return self.make(kind, depth)

    def make(self, kind, depth):
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

    def unescaped(self):
        """Text that no tag and no character reference holds, so that replacing it leaves both whole."""
        return self.pick("'één'", "'X y'", "'😀'", "'%s'", "' b '", "'a,b'", "'" + "z" * 9 + "'")

    def html_text(self, depth):
        """Text that may be HTML already: only what keeps or loses that mark the same way is done with it."""
        known = self.names("html")
        escaped = f"({self.make('str', max(depth - 1, 0))}) | e"
        base = self.r.choice(known) if known and self.chance(0.6) else escaped
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
            lambda: f"({base}) | replace({self.unescaped()}, {self.make('str', 0)})",
            lambda: f"({self.make('str', d)}) | replace({self.unescaped()}, ({base}))",
            lambda: f"({base}) | center(30)",
            lambda: f"(({base}) is escaped)",
            lambda: f"({self.make('str', d)}) | urlize",
            lambda: f"({self.any(d)}) | tojson",
            lambda: f"{{'a': {self.make('str', d)}, 'b': {self.pick('none', escaped, '1')}}} | xmlattr",
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
