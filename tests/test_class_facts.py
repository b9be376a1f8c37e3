"""What is known of the classes of a module, and what takes that knowledge away."""

from __future__ import annotations

import textwrap

import pytest

from noodlecore_trm.ir.facts import ModuleFacts
from noodlecore_trm.ir.facts.classes import Class, Classes
from noodlecore_trm.ir.facts.methods import Body, movable
from noodlecore_trm.ir.facts.reflection import finds_itself
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

POINT = """
class Point:
    scale = 2

    def __init__(self, x):
        self.x = x

    def moved(self, by):
        self.last = by
        return Point(self.x + by)

    @property
    def double(self):
        return self.x * 2

    @staticmethod
    def origin():
        return Point(0)
"""


def classes(source: str) -> Classes:
    return ModuleFacts(translate(parse_module(textwrap.dedent(source)))).classes


def known(source: str, name: str = "Point") -> Class:
    found = classes(source).get(name)
    assert found is not None
    return found


def test_members_and_fields() -> None:
    point = known(POINT)
    kinds = {name: member.kind for name, member in point.own.items()}
    assert kinds == {
        "scale": "constant", "__init__": "method", "moved": "method", "double": "property", "origin": "static",
    }  # fmt: skip
    assert point.fields == {"x", "last"}
    assert point.reads_field("x")
    assert point.writes_field("x")
    assert not point.reads_field("double")
    assert not point.writes_field("scale")


def test_a_subclass_inherits_and_overrides() -> None:
    source = POINT + "class Other(Point):\n    def moved(self, by):\n        self.steps = 1\n        return self\n"
    found = classes(source)
    point, other = found.by_name["Point"], found.by_name["Other"]
    assert list(point.family()) == [point, other]
    assert list(other.lineage()) == [other, point]
    assert point.member_of_any("moved") is None
    assert point.member_of_any("double") is point.own["double"] is other.member("double")
    assert other.fields == {"x", "last", "steps"}
    assert point.fields == {"x", "last"}
    method = other.own["moved"].op
    assert method is not None
    assert found.of_method(method) is other
    assert found.self_name(method) == "self"


@pytest.mark.parametrize(
    "rest",
    [
        "Point = 1\n",
        "def f():\n    global Point\n    Point = 1\n",
        "from elsewhere import *\n",
        "def f(p, name):\n    setattr(p, name, 1)\n",
        "def f(p):\n    p.__class__ = int\n",
        "def f(p):\n    p.__dict__['moved'] = 1\n",
        "def f():\n    exec('Point.moved = 1')\n",
        "import sys\ndef f():\n    sys.modules[__name__].Point.moved = 1\n",
        "import sys\ndef f():\n    sys.modules[f.__module__].Point.moved = 1\n",
        "import sys\nNAME = __name__\ndef f():\n    sys.modules[NAME].Point.moved = 1\n",
        "import importlib\ndef f():\n    importlib.import_module(__name__).Point.moved = 1\n",
        "def f():\n    __import__(__name__).Point.moved = 1\n",
        "import inspect\ndef f():\n    inspect.getmodule(f).Point.moved = 1\n",
        "from inspect import getmodule as module_of\ndef f():\n    module_of(f).Point.moved = 1\n",
        "import sys\ndef f():\n    sys.modules[__package__].Point.moved = 1\n",
        "import __main__\n",
        "def f(p):\n    p.__unheard_of__[0].moved = 1\n",
        "def f(p, name):\n    getattr(p, '__' + name + '__').moved = 1\n",
    ],
)
def test_what_makes_every_class_unknown(rest: str) -> None:
    assert classes(POINT + rest).get("Point") is None


@pytest.mark.parametrize(
    ("rest", "unseen"),
    [
        ("sys.modules[__name__].len = f", True),
        ("setattr(sys.modules.get(__name__), 'len', f)", True),
        ("sys.modules[__name__].__dict__['len'] = f", True),
        ("getattr(sys.modules[__name__], 'f')()", False),
        ("sys.modules[__name__].f()", False),
        ("sys.modules['json'].len = f", False),
        ("sys.modules[__spec__.name].len = f", True),
        ("sys.modules[getattr(f, '__module__')].len = f", True),
        ("__import__('inspect').getmodule(f).len = f", True),
        ("sys.modules[globals()['__name__']].len = f", True),
        ("sys.modules[f.__globals__.get('__name__')].len = f", True),
        ("f.home = __name__; sys.modules[f.home].len = f", True),
        ("where = '%s' % __name__; sys.modules[where].len = f", True),
        ("where = '%s' % (__name__,); sys.modules[where].len = f", True),
        ("where = '{}'.format(__name__); __import__(where).len = f", True),
        ("where = f'{__name__}'; sys.modules[where].len = f", True),
        ("sys.modules['__main__'].len = f", True),
        ("f.__module__ = __name__; sys.modules[name].len = f", False),
        ("getattr(f, '__name__'); sys.modules[name].len = f", False),
        ("print('%s' % (__name__,), f'{__name__}'); sys.modules[name].len = f", False),
        ("raise ImportError('{} needs'.format(__name__)) from __import__(name)", False),
        ("where = __name__ + '.txt'; sys.modules.get('json').len = f", False),
        ("sys._getframe(1).f_locals['len'] = f", True),
        ("sys._getframe(1).f_locals['len']()", False),
        ("f.home = __name__; f(__import__, 'json')", True),
        ("f.home = __name__; __import__('json').len = f", False),
        ("import gc; gc.get_referrers(f)[0]['len'] = f", True),
        ("import builtins; builtins.len = f", True),
        ("import builtins; del builtins.len", True),
        ("import builtins; builtins.translate = f", False),
        ("import builtins; builtins.len(f)", False),
        ("f.builtins.len = f", True),
        ("__builtins__.len = f", True),
        ("f.__builtins__['len'] = f", True),
        ("getattr(f, '__builtins__')['len'] = f", True),
        ("f.__builtins__['len'](f)", False),
        ("print.__self__.len = f", True),
        ("import builtins; setattr(builtins, 'len', f)", True),
        ("import builtins; name.setattr(builtins, 'len', f)", True),
        ("import builtins; getattr(builtins, 'len')", False),
        ("name.patch('builtins.len', f)", True),
        ("name.patch('builtins.gone', f)", False),
        ("sys.modules['builtins'].len = f", True),
        ("sys.modules.get('builtins').len = f", True),
        ("f.__module__ == 'builtins'", False),
        ("f('builtins')", False),
        ("f.__self__.len = f", False),
        ("import builtins; builtins.__dict__['len'] = f", True),
    ],
)
def test_a_module_that_binds_what_it_does_not_name(rest: str, unseen: bool) -> None:
    source = f"import sys\ndef f():\n    {rest}\n"
    assert ModuleFacts(translate(parse_module(source))).may_bind_unseen is unseen


@pytest.mark.parametrize(
    "header",
    [
        "@decorate\nclass Point",
        "class Point(Base)",
        "class Point(metaclass=Meta)",
        "class Point(object, Mixin)",
        "class Point(list)",
    ],
)
def test_what_is_no_simple_class(header: str) -> None:
    assert classes(POINT.replace("class Point", header)).get("Point") is None


@pytest.mark.parametrize("hook", ["__new__", "__init_subclass__"])
def test_hooks_of_creation(hook: str) -> None:
    assert classes(POINT + f"    def {hook}(self):\n        pass\n").get("Point") is None


@pytest.mark.parametrize(
    "rest",
    [
        "Point.moved = None\n",
        "def f():\n    Point.moved = None\n",
        "def f():\n    del Point.moved\n",
        "def f(thing):\n    type(thing).moved = None\n",
        "def f(thing):\n    thing.__class__.moved = None\n",
        "KINDS = [Point]\ndef f():\n    KINDS[0].moved = None\n",
        "def f(kind=Point):\n    kind.moved = None\n",
        "class Box:\n    @classmethod\n    def make(cls):\n        cls.moved = None\n",
        "    def moved(self):\n        pass\n",
        "    if Point:\n        def moved(self):\n            pass\n",
        "    moved = decorate(moved)\n",
    ],
)
def test_what_makes_a_member_unknown(rest: str) -> None:
    member = known(POINT + rest).member("moved")
    assert member is not None
    assert member.kind == "other"


@pytest.mark.parametrize(
    "rest",
    [
        "def f(thing):\n    return isinstance(thing, Point) and type(thing) is Point\n",
        "def f(thing):\n    return isinstance(thing, (Point, int))\n",
        "def f(thing: Point) -> Point:\n    thing.moved(1)\n",
        "def f(thing):\n    return thing.__class__.__name__, type(thing).__name__\n",
        "def f():\n    return Point.moved(Point(1), 2)\n",
        "def f(thing):\n    thing.x = 3\n",
        "def f(thing, other):\n    return type(thing) == type(other) and type(thing) in (int, Point)\n",
        "import sys\ndef f(log):\n    log.getLogger(__name__)\n    return sys.modules['json'], f'{__name__}'\n",
        "import sys\nif __name__ == '__main__':\n    sys.modules['json'].loads('1')\n",
        "class Other:\n    def __init__(self):\n        super().__init__()\n        self.__count = '______'\n",
    ],
)
def test_what_leaves_a_member_known(rest: str) -> None:
    member = known(POINT + rest).member("moved")
    assert member is not None
    assert member.kind == "method"


def test_data_classes_and_abstract_classes() -> None:
    start = "from abc import ABC\nfrom dataclasses import dataclass\n"
    point = known(start + POINT.replace("class Point", "@dataclass\nclass Point(ABC)"))
    member, own = point.member("moved"), point.member("__eq__")
    assert member is not None
    assert own is not None
    assert (member.kind, own.kind) == ("method", "other")


@pytest.mark.parametrize("line", ["from other import dataclass", "from dataclasses import field as dataclass", ""])
def test_another_decorator_may_do_anything(line: str) -> None:
    assert classes(line + POINT.replace("class Point", "@dataclass\nclass Point")).get("Point") is None


def test_a_field_that_a_class_may_be_given_is_no_plain_field() -> None:
    assert not known(POINT + "def f(thing):\n    type(thing).x = property(f)\n").reads_field("x")


@pytest.mark.parametrize(
    "rest",
    [
        "def f():\n    class Inner(Point):\n        pass\n",
        "class Both(Point, Mixin):\n    pass\n",
        "KINDS = [Point]\ndef f():\n    class Inner(KINDS[0]):\n        pass\n",
        "def f(kind=Point):\n    return type('Made', (kind,), {})\n",
    ],
)
def test_subclasses_that_are_not_known(rest: str) -> None:
    point = known(POINT + rest)
    assert point.is_open
    assert point.member_of_any("moved") is None


def test_keeping_a_class_opens_it() -> None:
    assert known(POINT + "KINDS = [Point]\n").is_open


@pytest.mark.parametrize(
    ("hook", "reads", "writes"),
    [
        ("__getattr__", False, True),
        ("__getattribute__", False, True),
        ("__setattr__", True, False),
        ("__delattr__", True, False),
    ],
)
def test_hooks_of_attributes(hook: str, reads: bool, writes: bool) -> None:
    point = known(POINT + f"    def {hook}(self, name, value=0):\n        return 1\n")
    assert (point.reads_field("x"), point.writes_field("x")) == (reads, writes)


def test_an_attribute_stored_anywhere_hides_a_method() -> None:
    found = classes(POINT + "def f(thing):\n    thing.moved = 1\n")
    member = found.by_name["Point"].member("moved")
    assert member is not None
    assert member.kind == "method"
    assert found.is_hidden(member)


def test_self_that_is_bound_again_is_not_self() -> None:
    found = classes(POINT + "    def back(self):\n        self = self.last\n        self.y = 1\n")
    method = found.by_name["Point"].own["back"].op
    assert method is not None
    assert found.self_name(method) == ""
    assert "y" not in found.by_name["Point"].fields


def test_a_property_with_a_setter() -> None:
    source = POINT + "    @double.setter\n    def double(self, value):\n        self.x = value\n"
    member = known(source).member("double")
    assert member is not None
    assert member.kind == "property"
    assert member.op is not None
    assert member.op.attrs["layout"] == "d"
    assert member.op.operands[0].attrs["name"] == "property"


def test_private_names_belong_to_their_class() -> None:
    point = known(POINT + "    def hide(self):\n        self.__secret = 1\n")
    assert "_Point__secret" in point.fields


@pytest.mark.parametrize(
    ("rest", "detached"),
    [
        ("class Other(Point):\n    def run(self):\n        Point.moved(self, 1)\n", False),
        ("class Other(Point):\n    def run(self, them):\n        Point.moved(them, 1)\n", True),
        ("class Other:\n    def run(self):\n        Point.moved(self, 1)\n", True),
        ("def f(things):\n    return map(Point.moved, things)\n", True),
        ("def f(things):\n    return Point.moved(things, 1)\n", True),
    ],
)
def test_methods_called_with_any_self(rest: str, detached: bool) -> None:
    assert ("moved" in classes(POINT + rest).detached) is detached


def body_of(source: str, name: str = "moved") -> Body | None:
    facts = ModuleFacts(translate(parse_module(textwrap.dedent(source))), closed_world=True)
    return movable(facts, facts.classes.by_name["Point"].own[name])


def point(body: str, parameters: str = "self", before: str = "", after: str = "") -> str:
    lines = "".join(f"        {line}\n" for line in body.splitlines())
    return f"import math\n{before}\nclass Point:\n    def moved({parameters}):\n{lines}{after}"


@pytest.mark.parametrize(
    "body",
    [
        "return self.x",
        "self.items.append(1)",
        "for item in self.items:\n    self.total += len(item)",
        "return math.sqrt(self.x)",
        "raise ValueError(self.x)",
        "self.items.clear()\nself.items.pop()",
        "made = Point()\nmade.x = 1\nreturn made",
    ],
)
def test_bodies_that_can_be_moved(body: str) -> None:
    assert body_of(point(body)) is not None


@pytest.mark.parametrize(
    ("body", "parameters", "after"),
    [
        ("return [self for _ in range(3)]", "self", ""),
        ("return lambda: 1", "self", ""),
        ("self.log.warning('moved')", "self", ""),
        ("return helper()", "self", ""),
        ("return self.moved()", "self", ""),
        ("return self.other()", "self", "    def other(self):\n        return self.moved()\n"),
        ("return self.other()", "self", "    def other(self):\n        return helper()\n"),
        ("return self.other", "self", "    @property\n    def other(self):\n        return helper()\n"),
        ("self.__x = 1", "self", ""),
        ("yield self", "self", ""),
        ("return super().x", "self", ""),
        ("return __class__", "self", ""),
        ("return args", "self, *args", ""),
        ("return rest", "self, rest=[]", ""),
        ("global Thing\nThing = 1", "self", ""),
        ("import os", "self", ""),
        ("if self.x:\n    y = 1\nreturn y", "self", ""),
        ("try:\n    self.x()\nexcept ValueError:\n    pass", "self", ""),
        ("with self.x:\n    pass", "self", ""),
        ("return 1", "*args", ""),
    ],
)
def test_bodies_that_depend_on_their_place(body: str, parameters: str, after: str) -> None:
    source = point(body, parameters, "def helper():\n    return unknown()\n", after)
    assert body_of(source) is None


@pytest.mark.parametrize(
    ("line", "open_world"),
    [
        ("from unittest.mock import patch", True),
        ("import doctest", True),
        ("where = __name__ + '.Point'", True),
        ("where = f'{__name__}.Point'", True),
        ("import unittest", False),
        ("where = __name__ + ' at work'", False),
    ],
)
def test_what_runs_texts_leaves_no_world_closed(line: str, open_world: bool) -> None:
    facts = ModuleFacts(translate(parse_module(f"{line}\n{POINT}")), closed_world=True)
    assert facts.closed_world is not open_world
    assert bool(facts.classes.by_name) is not open_world


def test_an_empty_text_names_nothing() -> None:
    assert "" not in classes(POINT + "def shown(p, text=''):\n    return text or 'a..b'\n").named


def test_a_function_that_is_called_like_a_builtin_may_keep_what_it_is_given() -> None:
    line = "def asked(p):\n    return getattr(p, 'moved'), print(moved=1)\n"
    assert "moved" not in classes(POINT + line).stored
    assert "moved" in classes(POINT + "def getattr(p, name):\n    return known(p, name)\n" + line).stored
    assert "moved" in classes(POINT + "from library import show as print\n" + line).stored


def test_what_finds_classes_for_a_pickler() -> None:
    finder = "class Finder(Point):\n    def find_class(self, module, name):\n        return 1\n"
    assert not classes(POINT + finder).by_name


@pytest.mark.parametrize(
    "line",
    [
        "import copyreg",
        "from copyreg import pickle",
        "class Other:\n    def __reduce__(self):\n        return Point, (1,), dict(state)",
        "class Other(Unknown):\n    __reduce__ = reduced",
    ],
)
def test_what_is_copied_may_get_any_attributes(line: str) -> None:
    assert "moved" not in classes(POINT).stored
    assert "moved" in classes(f"{POINT}{line}\n").stored


def test_closure_variables_lead_to_classes() -> None:
    source = "import inspect\n" + POINT + "found = inspect.getclosurevars(Point.moved).globals\n"
    assert not classes(source).by_name


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import sys\nfor each in list(sys.modules.values()):\n    each.name = 1\n", True),
        ("import sys as s\nloaded = dict(s.modules)\n", True),
        ("import sys\nnames = list(sys.modules.keys())\n", True),
        ("from sys import modules as m\nfor _, each in m.items():\n    pass\n", True),
        ("import sys\nthere = 'json' in sys.modules and sys.modules['json']\n", False),
        ("import sys\nsys.modules.pop('json', None)\n", False),
        ("def f(modules):\n    return [each for each in modules]\n", False),
    ],
)
def test_a_module_that_goes_through_all_comes_to_itself(source: str, found: bool) -> None:
    assert finds_itself(translate(parse_module(source))) is found
