#!/usr/bin/env python3
"""Makes random templates, renders them with Jinja and with Katern, and compares byte by byte.

    random_templates.py RENDER_TABLE [--count 1000 | --seconds 60] [--seed 1]

The templates are valid nearly always. What is known to differ (differences.txt) is not made. A template that differs is
cut down to what still differs before it is shown.
"""

import argparse
import re
import sys
import time

import engines
import table
from random_expressions import DATA, REPLACE, Expressions


class Node:
    """A piece of a template: text, or something around further pieces."""

    def __init__(self, before, children=(), after="", between=""):
        self.before, self.children, self.after, self.between = before, list(children), after, between

    def text(self):
        return self.before + "".join(child.text() for child in self.children) + self.after


class Maker(Expressions):
    """Makes one template and the others that it uses."""

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
        # Macros of a file make HTML or text as the file does, and not as the place where they are called.
        macros, ending = (self.macros, self.ending)
        self.macros, self.ending = [], ""
        children = self.body(depth)
        self.macros, self.ending = macros, ending
        return Node(self.tag(f"autoescape {self.pick('true', 'false')}"), children, self.tag("endautoescape"))

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
        outer_ending, outer_macros = self.ending, self.macros
        self.ending, self.macros = self.pick(self.ending or ".txt", other), []
        name = self.fresh("deel") + self.ending
        self.templates[name] = Node("", self.body(depth))
        self.ending, self.macros = outer_ending, outer_macros
        return Node(self.tag(f"include '{name}'{self.pick('', '', ' ignore missing')}"))

    def import_(self, depth):
        if not self.ending:
            return self.text()
        name = self.fresh("mod") + self.ending
        outer, self.scope = self.scope, [{}]
        outer_macros, self.macros = self.macros, []
        nodes = [self.macro(depth) for _ in range(2)]
        made = self.macros
        module = self.templates[name] = Node("", nodes)
        self.scope, self.macros = outer, outer_macros
        if not made:
            return self.text()
        macro, parameters = made[0]
        alias = self.fresh("i")
        arguments = ", ".join(self.any(1) for _ in parameters)
        # Without context the data is not known in the other file, which is an error there, even where it is not reached.
        words = set(re.findall(r"\w+", module.text()))
        context = " with context" if words & {"include", *DATA} else ""
        if self.chance(0.5):
            return Node(f"{{% import '{name}' as {alias}{context} %}}{{{{ {alias}.{macro}({arguments}) }}}}")
        return Node(f"{{% from '{name}' import {macro} as {alias}{context} %}}{{{{ {alias}({arguments}) }}}}")

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
    parser.add_argument("--count", type=int, default=1000, help="templates to make, of as many seeds")
    parser.add_argument("--seconds", type=float, help="go on for so long instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by-context", action="store_true", help="escape as a build does, by the place in the HTML")
    parser.add_argument("--most", type=int, default=10, help="differences to show before stopping")
    options = parser.parse_args()

    katern = engines.Katern(options.program, options.by_context)
    end = time.monotonic() + (options.seconds or 0)
    seed, rendered, found = options.seed, 0, 0
    while found < options.most:
        if time.monotonic() >= end if options.seconds else seed - options.seed >= options.count:
            break
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
