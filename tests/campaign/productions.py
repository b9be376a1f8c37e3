"""
The grammar of the campaign's programs, as tables of text with holes. To add a shape, add a line.

    {int}       an expression of that type            {int.}   one that a dot or a bracket may follow
    {int0}      a short one                           {int@v}  one that may use v as an int
    {:int}      a variable that has such a value      {=int}   one that gets such a value after this line
    {=int v}    likewise, and `{v}` means it from here on; `{=int v!}` is left alone by the rest of the shape
    {~ + - *}   one of these words, `<v>` being `{v}`  {test}   a condition
    {block}     on a line of its own: statements      {leaf}, {field}   a call of a module's function, of a method, ...

A line may begin with its weight, as in `3: {int} + {int}`.
"""

from __future__ import annotations

import re
from typing import Final

NAMES: Final = {
    "count": ("n", "size"),
    "int": ("i", "j", "k", "total", "best", "step"),
    "float": ("x", "y", "mean"),
    "str": ("s", "word", "out"),
    "ints": ("xs", "ys", "found"),
    "floats": ("fs", "weights"),
    "words": ("ws", "parts"),
    "grid": ("grid", "rows"),
    "table": ("d", "table"),
    "counts": ("counts", "seen"),
    "group": ("g", "marks"),
    "pair": ("pair", "p"),
    "flag": ("ok", "done"),
    "thing": ("thing", "other"),
}
"""Types, and the variables that usually hold a value of each."""

BUILTINS_TAKEN: Final = ("len", "range", "sum", "min", "item", "list", "int")

ATOMS: Final = {
    "count": "2 3 4",
    "int": "0 1 2 3 -1 7 10",
    "float": "0.5 2.0 -0.0 0.1 1.0 3.5",
    "str": "'a' 'ab' '' 'b~a' 'x'",
    "ints": "[1,~2,~3] [] [0,~4] [5,~1]",
    "floats": "[0.5,~1.5] [] [0.1]",
    "words": "['a',~'b'] ['x'] []",
    "grid": "[[1,~2],~[3,~4]] [[0]]",
    "table": "{} {1:~2,~3:~4} {0:~1}",
    "counts": "{} {'a':~1}",
    "group": "{1,~2} set() {3}",
    "pair": "(1,~2) (0,~-1)",
    "flag": "True False",
    "thing": "Thing(3) Thing(1,~2) Near(2)",
}
"""The shortest expressions of each type; `~` stands for a space."""

_EXPRESSIONS: Final = """
count
    len({sized})
    ({int} % 5)
int
    4: {int} {~ + - * + -} {int}
    2: ({int} {~ + - & | ^ < ==} {int})
    2: ({int}) {~ + - * // % ** << >>} {~ 1 2 3 4 8 0}
    3: {~ min max}({int}, {int})
    {~ min max}({int}, {int}, {int0})
    2: len({sized})
    2: {:ints}[{index}]
    {ints.}[{index}]
    ({ints} or [1])[{~ 0 -1}]
    [{int}, {int0}][{~ 0 1 -1}]
    {:grid}[{index}][{index}]
    {table.}.get({int}, 0)
    {:table}[{int0}] if {int0} in {:table} else {int0}
    {:table}[{int}]
    {counts.}.get({str}, {int})
    sum({ints})
    sum({int@v} for v in {ints})
    sum(a * b for a, b in zip({ints}, {ints}))
    ({int} if {test} else {int})
    ({=int} := {int})
    4: {leaf}
    3: {field}
    log({int})
    (lambda q: {int0})({int})
    abs({int})
    -{int0}
    int({~ 2.5 True '3' 7})
    {pair.}[{~ 0 1}]
    {str.}.count('a')
    divmod({int}, 3)[1]
    ord({str.}[0])
    len([v for v in {ints} if {test@v}])
    {int} and {int}
    LIMIT
    LIMIT * {int0}
    sum([{int@v} for v in {ints}])
    sum(map(lambda q: q * {int0}, {ints}))
    max({ints}, default={int0})
    len(list(filter(lambda q: q > {int0}, {ints})))
    {int0} or {int}
    next(iter({ints}), 4)
float
    2: {float} {~ + - *} {float}
    ({float}) * {int0}
    ({float}) / {~ 2 2.0 3}
    {~ min max}({float}, {float})
    sum({floats})
    {:floats}[{index}]
    abs({float})
    {int} * 0.5
    float({int})
    ({float}) ** 2
    {float} + 0
    {float} * 1
str
    2: {str} + {str}
    f'{{:int}}-{{:str}}'
    f'{{:int}:>3}'
    str({int})
    {str.}.upper()
    '-'.join({words})
    ''.join([{str@v} for v in {ints}])
    {str.}[::-1]
    {str.}[:2]
    '%d' % {int0}
    '%s:%s' % ({ints}, {int})
    '%r/%d' % ({ints}, {int0})
    f'{{:ints}}/{{:int}}'
    {str.} * 2
    {:words}[{index}]
    {str.}.replace('a', 'b')
    '{}'.format({int})
    ({str} if {test} else 'z')
    chr(97 + {int0} % 26)
ints
    [{int}, {int}]
    3: [{int@v} for v in {ints}]
    2: [{int@v} for v in {ints} if {test@v}]
    [{int@i} for i in range({count})]
    [i * j for i in range({count}) for j in range(2)]
    list(range({count}))
    [{int}] * {count}
    sorted({ints})
    {ints.}[::-1]
    {ints.}[1:]
    {ints} + {ints}
    list({ints})
    {grid.}[{index}]
    sorted({group})
    list({table})
    list()
    [*{ints}, {int}]
    list(map(abs, {ints}))
    list(map(lambda q: q + {int0}, {ints}))
    sorted({ints}, key=lambda q: -q)
    [q for q in {ints}]
    list(q for q in {ints})
    list({~ {9,~0,~40,~16,~1} {16,~8,~0} {0,~8,~16}})
    [q for q in {~ {9,~0,~40,~16,~1} {1,~16,~40,~0,~9} {16,~8,~0}}]
    list(map(lambda q: q + 1, {9, 0, 40, 16, 1}))
    {grid.}[{index}][:]
    {ints.}[{int0}:{int0}]
    {ints.}.copy()
    list({table.}.values())
floats
    [{float@v} for v in {ints}]
    [{float}] * {count}
    [{float}, {float}]
words
    {str.}.split()
    [{str@v} for v in {ints}]
    list({str})
    [{str}, 'a']
    {words.}[1:]
grid
    2: [[{int0}] * {count} for _ in range({count})]
    [[{int@i} for i in range({count})] for _ in range({count})]
    [{ints}, {ints}]
    [{ints}] * 2
    [list(row) for row in {grid}]
    [[{int}, 1], [2, {int}]]
table
    2: {}
    dict()
    {v: {int@v} for v in {ints}}
    {{int}: {int}}
    dict({table})
    dict(zip({ints}, {ints}))
counts
    {}
    {'a': 1}
    dict()
    dict(a={int}, b=2)
    {'b': 0, 'a': {int}}
group
    set({ints})
    {{int@v} for v in {ints}}
    set()
    {{int}, 1}
pair
    ({int}, {int})
flag
    {test}
thing
    Thing({int})
    Thing({int}, {int})
    Near({int})
test
    3: {int} {~ < <= > >= == !=} {int}
    {int} < {int0} <= {int0}
    ({int}) % 2 == 0
    2: len({sized}) {~ == > != >=} {~ 0 0 1}
    {int0} == 1 or {int0} == 2
    {:int} == 1 or {:int} == 2 or {:int} == 3
    {:int} != 1 and {:int} != 2 and {:int} != 0
    {int} in {~ [1,~2,~3] (0,~2) [1,~2.0,~True] {1,~2} [0,~'a'] [0,~8,~16] [16,~0,~40,~9,~1]}
    {:int} == 0 or {:int} == 8 or {:int} == 16
    {str} in {~ ['a',~'ab'] ('x',) ['']}
    {int} not in {~ [1,~2] (0,) {3}}
    {int} not in {ints}
    {int} in {table}
    not {test}
    {flag} and {int0} > 1
    {~ any all}({test@v} for v in {ints})
    {~ any all}([{test@v} for v in {ints}])
    {str} == {str0}
    isinstance({int0}, int)
    type({int0}) is int
    {int0} is None
    {sized}
sized
    2: {ints}
    {words}
    {str}
    {table}
    {group}
    {grid}
index
    3: 0
    2: -1
    1
    {int0}
    {int}
    {:int} - 1
field
    2: {thing.}.x
    {thing.}.y
    2: {thing.}.area()
    {thing.}.grow({int})
    {thing.}.half
    {thing.}.scale
    {thing.}.near({int}, {int0})
    Thing.half
    Near.half
"""

_SIMPLE: Final = """
4: {=int} = {int}
2: {=ints} = {ints}
{=str} = {str}
{=float} = {float}
{=grid} = {grid}
{=table} = {table}
{=flag} = {test}
{=pair} = {pair}
{=words} = {words}
{=group} = {group}
3: {:int} {~ += += -= |= %= //=} {int}
{:int} *= {~ 2 -1 3}
{:float} {~ += *= -=} {float}
{:str} += {str0}
{:ints} += {ints0}
{:ints}[{index}] {~ = = += -=} {int}
{:grid}[{index}][{index}] {~ = = +=} {int}
{:table}[{int}] {~ = =  +=} {int}
{:counts}[{str0}] = {int}
{:ints}.{~ pop() sort() reverse() pop(0) clear() copy()}
{:ints}.extend({ints0})
{=ints} = {:ints}
{=grid} = {:grid}
{=table} = {:table}
{=thing} = {:thing}
{=thing} = {thing}
{:thing}.x {~ = += -=} {int}
{:thing}.y {~ = +=} {:thing}.x + {int}
{:thing}.half = {int}
{:thing}.grow({int})
log({int})
log(({:int}, {:ints}))
print({str}, {int0})
{=int}, {=int} = {int}, {int}
{:int}, {:int} = {:int}, {:int}
{=int} = {=int} = {int}
assert {test}, {int0}
"""

_RARE: Final = """
del {:int}
{:int} = None
{:int} = {float}
{:ints} = {str}
{:ints} = tuple({:ints})
{:ints} = None
{:grid} = {:ints}
{:int} = {:ints}
pass
raise ValueError({:int})
{:thing}.__class__ = Near
Thing.area = lambda self: {int0}
Thing.half = {int0}
Near.half = {int0}
Thing.near = lambda self, a, b: a
setattr({:thing}, 'x', {int})
{:thing}.__dict__['area'] = lambda: {int0}
{:thing}.area = lambda: {int0}
del {:thing}.x
Near.area = Thing.area
{=thing} = Near
"""

_COMPOUND: Final = """
2: if {test}:
    {block}

2: if {test}:
    {block}
else:
    {block}

if {test}:
    {block}
elif {test}:
    {block}
else:
    {block}

2: for {=int} in range({count}):
    {block}

for {=int} in range({~ 1 0 2}, {count}):
    {block}

for {=int} in range({count}, 0, -1):
    {block}

2: for {=int} in {ints}:
    {block}

for {=float} in {floats}:
    {block}

for {=str} in {words}:
    {block}

for {=str} in {str}:
    {block}

for {=ints} in {grid}:
    {block}

for {=int}, {=int} in enumerate({ints}):
    {block}

for {=int}, {=int} in {table.}.items():
    {block}

for {=int} in sorted({group}):
    {block}

for {=int} in {~ {9,~0,~40,~16,~1} {16,~8,~0}}:
    {block}

for {=int} in {~ {9,~0,~40,~16,~1} {16,~8,~0}}:
    {ints.}.append({int})

for {=int i} in range(len({:ints xs})):
    {=int} = {xs}[{i}]
    {block}

for {=int i} in range(len({:ints xs})):
    {:int} += {xs}[{i}] * {xs}[{i}]

for {=int i} in range(len({:words xs})):
    {:str} += {xs}[{i}]

for {=int i} in range(len({:ints xs})):
    {xs}[{i}] = {int}

2: for {=int i} in range(len({:grid rows})):
    for {=int j} in range(len({rows}[{i}])):
        {:int} += {rows}[{i}][{j}]

for {=int i} in range(len({:grid rows})):
    for {=int j} in range(len({rows}[0])):
        {rows}[{i}][{j}] {~ = +=} {int}
        {block}

for {=int i} in range(len({:grid rows})):
    for {=int j} in range(len({rows})):
        {rows}[{j}][{i}] = {rows}[{i}][{j}] + {int0}

2: {=ints out} = {~ [] [] [0] list()}
for {=int v} in {ints}:
    {out}.append({int})

{=ints out} = []
for {=int v} in {ints}:
    if {test}:
        {out}.append({int})

{=words out} = []
for {=int v} in range({count}):
    {out}.append({str})

for {=int v} in {ints}:
    {:ints}.append({v})

2: {=int total} = 0
for {=int v} in {ints}:
    {total} += {~ <v> <v> <v>*<v> 1}

{=float total} = {~ 0.0 0 -0.0}
for {=float v} in {floats}:
    {total} += {float}

{=str out} = ''
for {=str v} in {words}:
    {out} += {str}

{=int best} = {~ 0 -1 100 None}
for {=int v} in {ints}:
    if {v} {~ < >} {best}:
        {best} = {v}

{=int best} = {int0}
for {=int v} in {ints}:
    {best} = {~ min max}({best}, {int})

2: {=int i!} = {~ 0 0 1}
while {i} {~ < < <=} {count}:
    {block}
    {i} += {~ 1 1 2}

{=int i!} = 0
while {i} < len({:ints xs}):
    {:int} += {xs}[{i}]
    {i} += 1

{=int i!} = 0
while {i} < len({sized}):
    {i} += 1
    {block}

{=int i!} = {count}
while {i} > 0:
    {block}
    {i} -= 1

{=int i!} = {count}
while {i}:
    {i} -= 1
    {block}

{=ints xs!} = {ints}
while {xs}:
    {=int} = {xs}.{~ pop() pop(0)}
    {=int} = {int}

{=ints xs!} = {ints}
while len({xs}) > 0:
    {=int v} = {xs}.pop()
    if {v} > 5 and len({xs}) < 4:
        {xs}.append({v} - 5)

{=table d} = {~ {} {} dict()}
for {=int k} in {ints}:
    if {k} in {d}:
        {d}[{k}] += 1
    else:
        {d}[{k}] = 1

{=counts d} = {}
for {=str k} in {words}:
    if {k} not in {d}:
        {d}[{k}] = 0
    {d}[{k}] += {int0}

{=counts d} = {}
for {=str k} in {str}:
    {d}[{k}] = {d}.get({k}, 0) + 1

{=table d} = {}
for {=int k} in {ints}:
    {d}.setdefault({k}, {int0})

for {=int k} in {:table d}:
    {:int} += {d}[{k}]

for {=int k} in {:table d}:
    {=int} = {d}[{k}] + {int}
    {block}

for {=int} in {~ (1,~2,~3) [0,~-1] range(3) (2,~0) (1,~True)}:
    {block}

for {=int}, {=int} in {~ ((0,~1),~(1,~0),~(0,~-1)) [(1,~2),~(2,~1)]}:
    {block}

{=ints ys} = [{int0}] * {count}
for {=int i} in range(len({ys})):
    {ys}[{~ 0 <i> 1 -1}] {~ += = -=} {int}

{=ints ys} = [0] * 3
for {=int v} in {ints}:
    {ys}[{~ 0 1 2 <v>%3}] += {int}

{=thing t} = {thing}
for {=int v} in {ints}:
    {t}.{~ x y half} {~ += = -=} {int}
    {block}

for {=int v} in {ints}:
    {:int} += {:thing t}.x * {t}.area()

try:
    {block}
except {~ Exception IndexError (TypeError,~KeyError) ZeroDivisionError LookupError}:
    {block}

try:
    {block}
except {~ Exception IndexError LookupError} as error:
    log(type(error).__name__)
else:
    {block}

try:
    {block}
finally:
    log({int0})

def inner({~ q q=2 q=2,~k=3}):
    return {int0} + q
{=int} = inner({int})

def count_up():
    nonlocal {:int a}
    {a} += {int0}
    return {a}
{=int} = count_up() + count_up()

def later():
    return {:int}
{:int} = {int}
{=int} = later()

{=int} = sum(f() for f in [lambda: {:int}, lambda q=3: q])

match {int}:
    case 1 | 2:
        {block}
    case int({=int}) if {test}:
        {block}
    case _:
        {block}

match {ints}:
    case [{=int}, *{=ints}]:
        {block}
    case _:
        {block}

match {pair}:
    case (0, {=int}):
        {block}

with Guard({int0}) as {=int}:
    {block}

if {test}:
    return {int}

for {=int} in {ints}:
    if {test}:
        break
else:
    {block}

for {=int} in {ints}:
    if {test}:
        continue
    {block}

2: {=ints ys} = [{int0}] * {:count n}
for {=int i} in range({~ <n> <n> <n>+1 <n>-1 len(<ys>) len(<ys>)+1 3}):
    log({int0})
    {:int} += {ys}[{~ <i> <i> <i>+1 <i>-1}] + {ys}[{~ <i> 0 -1 <i>-1}]

{=ints ys} = {~ [0]*3 [0,~1,~2] list(range(3)) [q~for~q~in~range(3)]}
for {=int i} in range({~ 3 3 4 2 1,~4}):
    log({int0})
    {=int} = {ys}[{~ <i> <i> <i>+1 <i>-1 2-<i>}] * {ys}[{~ <i> 0 2 -1 3 <i>-1}]

{=grid rows} = [[{int0}] * {:count n} for _ in range({:count m})]
for {=int i} in range({~ <m> <n> <m>+1}):
    for {=int j} in range({~ <n> <m> <n>+1}):
        {rows}[{i}][{j}] {~ = += -=} {int}
        {block}

{=grid rows} = [[0] * 3 for _ in range(2)]
for {=int i} in range(2):
    for {=int j} in range({~ 3 3 2 4}):
        {rows}[{i}][{j}] += {rows}[{~ <i> 0 1}][{j}] + {int}

for {=int i} in range(len({:ints xs})):
    {:int} += {xs}[{i}] * {:ints ys}[{i}]

for {=int i} in range({~ 1 0}, len({:ints xs})):
    {xs}[{i}] {~ = += -=} {xs}[{~ <i> <i>-1 -1 0}]

{=ints ys} = [0] * len({:ints xs})
for {=int i} in range(len({xs})):
    {ys}[{i}] = {xs}[{i}]
for {=int j} in range(len({xs})):
    {ys}[{j}] += {int}

for {=int i} in range({:count n}):
    {:int} += {i}
for {=int i} in range({n}):
    {:int} += {i} * {int0}

for {=int i} in range({count}):
    for {=int j} in range({count}):
        {:int} {~ += = -= |=} {i} * {int0} + {j}

for {=int v} in {ints}:
    {:ints out} = {out} + [{v}]

for {=int v} in {ints}:
    {:str out} = {out} + str({v})

{=ints seen} = []
for {=int v} in {ints}:
    if {v} not in {seen}:
        {seen}.append({v})

{=ints allowed} = {~ [1,~2,~3] [0,~2.0,~True] (4,~1)}
for {=int v} in {ints}:
    if {v} in {allowed}:
        {:int} += 1
        {block}

for {=int} in (w + {int@w} for w in {ints}):
    {block}

for {=int} in map(lambda q: q + {int0}, {ints}):
    {block}

for {=int v} in filter(lambda q: q > {int0}, {ints}):
    {block}

for {=int}, {=int} in zip({ints}, {ints}):
    {block}

for {=int v} in {ints}:
    f = lambda q: q * {int0}
    {:int} += f({v})

for {=int v} in {ints}:
    def twice(q):
        return q + {:int}
    {:int} = twice({v})

for {=int v} in {ints}:
    import math
    {:float} += math.{~ floor ceil sqrt fabs}(abs({v}))

{=int i!} = 0
while True:
    if {i} >= {count}:
        break
    {i} += 1
    {block}

{=int low!} = 0
{=int high!} = len({:ints xs})
while {low} < {high}:
    {=int middle} = ({low} + {high}) // 2
    if {xs}[{middle}] < {int0}:
        {low} = {middle} + 1
    else:
        {high} = {middle}

{=int a!} = {int0}
{=int b!} = abs({int0})
while {b}:
    {a}, {b} = {b}, {a} % {b}

for {=int i} in range(len({:ints xs}) // 2):
    {xs}[{i}], {xs}[-1 - {i}] = {xs}[-1 - {i}], {xs}[{i}]

if {int0} in {:table d}:
    {=int} = {d}[{int0}]
else:
    {=int} = {int0}

try:
    {=int} = {:table d}[{int}]
except KeyError:
    {=int} = {int0}

for {=int k} in {:table d}.keys():
    {:int} += {d}[{k}]

for {=int k} in list({:table d}):
    if {test}:
        del {d}[{k}]

for {=int v} in {ints}:
    if {test}:
        {:int} += {v}
    else:
        {:int} -= 1
    {block}

for {=int v} in {ints}:
    if {:flag}:
        {block}
    else:
        {block}

for {=int v} in {ints}:
    {=int a} = {int0} * {int0}
    {=int b} = len({sized}) + {a}
    {:int} += {a} + {b} * {v}

for {=int v} in {ints}:
    {:int} += LIMIT
    {block}

for {=int v} in {ints}:
    {:int} += TABLE[{~ 0 1 <v>%3 -1}] * LIMIT

for {=int i} in range(len(TABLE)):
    {:int} += TABLE[{i}]
    {block}

for {=int v} in {ints}:
    {:thing t}.x += {v}
    {t}.y = {t}.x + {t}.area()
    {block}

{=int} = {thing.}.walk({ints})

{:thing t}.walk({:ints xs})
for {=int v} in {xs}:
    {:int} += {t}.near({v}, {t}.x)

for {=thing t} in [{thing}, {thing}]:
    {:int} += {t}.area() + {t}.half

for {=int v} in {ints}:
    {:thing}.area = lambda: {int0}
    {:int} += {:thing t}.area() + {t}.x

for {=int} in {ints}:
    yield {int}
    {block}

yield from {ints}
"""

LEAVES: Final = {
    "square": ("int", "def square(a):\n    return a * a"),
    "near": ("int int", "def near(a, b=2):\n    return a - b"),
    "pick": ("int int", "def pick(a, b):\n    if a > b:\n        return a\n    return b"),
    "scaled": ("int", "def scaled(a):\n    return a * LIMIT + 1"),
    "push": ("ints int", "def push(a, b):\n    a.append(b)\n    return len(a)"),
    "clamp": ("int int", "def clamp(a, b):\n    return max(0, min(a, b))"),
    "shift": ("int", "def shift(a):\n    global LIMIT\n    LIMIT = LIMIT + 1\n    return a + LIMIT"),
    "mean": (
        "ints",
        "def mean(a):\n    total = 0\n    for v in a:\n        total += v\n    return total // (len(a) or 1)",
    ),
    "fall": ("count", "def fall(a):\n    return 0 if a <= 0 else a + fall(a - 1)"),
    "noisy": ("int", "def noisy(a):\n    log(a)\n    return a"),
    "first": ("ints", "def first(a):\n    return a[0]"),
    "cell": ("grid int", "def cell(a, b):\n    return a[b][b]"),
    "is_odd": ("int", "def is_odd(a):\n    return a % 2 == 1"),
    "fib": ("count", "def fib(a):\n    return a if a < 2 else fib(a - 1) + fib(a - 2)"),
    "climb": ("count int", "def climb(a, b):\n    if a <= 0:\n        return b\n    return climb(a - 1, b + a)"),
    "fact": ("count", "def fact(a):\n    if a < 2:\n        return 1\n    return a * fact(a - 1)"),
    "stretch": ("int", "def stretch(a):\n    TABLE.append(a)\n    return len(TABLE)"),
    "label": ("int str", "def label(a, b='n'):\n    return f'{b}={a}'"),
    "choose": ("int int", "def choose(a, b):\n    best = a\n    if b > a:\n        best = b\n    return best"),
    "lazy": ("int", "def lazy(a):\n    global lazy\n    lazy = abs\n    return a"),
    "rebind": (
        "int",
        "def rebind(a):\n    global square\n    square = abs\n    return a\ndef square(a):\n    return a * a",
    ),
    "total_of": ("int int", "def total_of(a, b):\n    total = a\n    total += b\n    return total"),
    "gather": ("int int", "def gather(*a, **b):\n    return len(a) - len(b)"),
}
"""Functions that others call: the types of their arguments, and their text."""

_THING: Final = """
{head}
    {slots}
    scale = {~ 2 0.5 [1]}
    def __init__(self, x{~ =0 =1}, y=1):
        self.x = x
        self.y = y
    def area(self):
        return {~ self.x~*~self.y max(self.x,~self.y) self.x~+~len(str(self.y))}
    {grow}
    {half}
    {near}
    {walk}
    {extra}
"""

_THING_PARTS: Final = """
head
    class Thing:

    class Thing:

    class Thing:

    class Thing:

    class Thing(Base):

    class Thing(metaclass=Meta):

    @renamed
    class Thing:

slots
    pass

    pass

    __slots__ = ('x', 'y')

grow
    def grow(self, by):
        self.x += by
        return self.x

    def grow(self, by=1):
        for v in range(2):
            self.x += v * by
        return self.y

    def grow(self, by):
        log(by)
        self.x = by

    def grow(self, by):
        while self.x < by < 9:
            self.x += 1
        return self.x

half
    half = 4

    @property
    def half(self):
        return self.x // 2

    @property
    def half(self):
        log(self.x)
        return self.y
    @half.setter
    def half(self, value):
        self.x = value

    def __getattr__(self, name):
        log(name)
        return 5

walk
    def walk(self, values):
        for v in values:
            self.x += v
            self.y = self.x
        return self.x

    def walk(self, values):
        for v in values:
            self.x += self.area() + v
        return self.y

    def walk(self, values):
        i = 0
        while i < len(values):
            log(self.x)
            self.x = self.near(values[i], 1)
            i += 1
        return self.scale

    def walk(self, values):
        return sum(self.x * v for v in values if v > self.y)

near
    @staticmethod
    def near(a, b):
        return a - b

    @classmethod
    def near(cls, a, b):
        return a + b

    def near(self, a, b=1):
        return self.x - a + b

extra
    pass

    pass

    def __eq__(self, other):
        log('eq')
        return NotImplemented

    def __new__(cls, *given):
        return object.__new__(Near if given[:1] == (1,) else cls)

    def __getattribute__(self, name):
        log(name)
        return object.__getattribute__(self, name)

    def __init_subclass__(cls):
        cls.area = lambda self: log(6)

    area = staticmethod(lambda: log(7))

    locals()['area'] = lambda self: log(8)

    def __del__(self):
        pass

    def __setattr__(self, name, value):
        log(name)
        object.__setattr__(self, name, value)

    def __add__(self, other):
        log('add')
        return Thing(self.x + 1)

    def __getitem__(self, index):
        log(index)
        return self.x

    def __iter__(self):
        log('iter')
        yield self.x
        raise KeyError(self.y)

subclass
    class Near(Thing):
        pass

    class Near(Thing):
        def area(self):
            return super().area() + 1

    class Near(Thing):
        x = 7
        def grow(self, by):
            return log(by)

    class Near(Thing):
        @property
        def area(self):
            return lambda: log(3)

    class Near(int):
        def __add__(self, other):
            return log(9)
        def __lt__(self, other):
            return log(True)

    class Near(list):
        def __init__(self, *given):
            super().__init__([1, 2])
        def __getitem__(self, index):
            return log(8)
"""

_HELPERS: Final = """
class Pause:
    def __init__(self, x):
        self.x = x
    def __await__(self):
        return (yield self.x)

class Guard:
    def __init__(self, x):
        self.x = x
    def __enter__(self):
        return log(self.x)
    def __exit__(self, *error):
        return self.x == 1

class Base:
    def grow(self, by):
        return log('base')

class Meta(type):
    def __call__(cls, *given):
        log('made')
        return super().__call__(*given)
    def area(cls):
        return 4

def renamed(cls):
    return type(cls.__name__, (cls,), {'area': lambda self: log(5)})
"""

ARGUMENTS: Final = {
    "count": "0 1 2 3 3 4 5 -1",
    "int": "0 3 -2 7 1 True 10**20 12",
    "float": "0.5 -0.0 2.25 1e308 hostile('nan') 3.0 0.1",
    "str": "'abc' '' 'a~b~a' 'zz' 'b'",
    "ints": "[3,~1,~2] [5,~2] [] [5] [1,~1,~2,~2] [0,~-1,~4] [4,~3,~2,~1,~0] [2,~2,~7]",
    "floats": "[0.5,~1.5] [] [0.1,~0.2,~0.3] [-0.0,~0.0] [1e308,~1e308]",
    "words": "['b',~'a'] [] ['a',~'a',~'bc'] ['',~'x']",
    "grid": "[[1,~2],~[3,~4]] [[0]] (lambda~r:~[r,~r])([1,~2]) [[1,~2,~3],~[4,~5,~6],~[7,~8,~9]] [[5,~6],~[7,~8]] []",
    "table": "{1:~2,~3:~4} {} {0:~1,~1:~0,~2:~2}",
    "counts": "{'a':~1} {} {'a':~2,~'b':~0}",
    "group": "{1,~2} set() {0,~3,~5}",
    "pair": "(1,~2) (0,~-1) (3,~3)",
    "flag": "True False",
    "thing": "Thing(3) Thing(0,~2) Near(1)",
}
"""What functions are called with."""


def words(text: str) -> tuple[str, ...]:
    """The words of a line, with their spaces."""
    return tuple(word.replace("~", " ") for word in text.split())


def _weighted(texts: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for text in texts:
        weight = re.match(r"(\d+): ", text)
        found += [text[weight.end() :]] * int(weight[1]) if weight else [text]
    return tuple(found)


def _sections(text: str, separator: str) -> dict[str, list[str]]:
    """Headings at the margin, and what is indented below each."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"\n(?=\w)", text.strip()):
        heading, _, body = part.partition("\n")
        found[heading] = [
            re.sub(r"^    ", "", shape, flags=re.MULTILINE).strip("\n") for shape in body.strip("\n").split(separator)
        ]
    return found


EXPRESSIONS: Final = {"leaf": (), **{kind: _weighted(shapes) for kind, shapes in _sections(_EXPRESSIONS, "\n").items()}}
SIMPLE: Final = _weighted(_SIMPLE.strip().split("\n"))
RARE: Final = _weighted(_RARE.strip().split("\n"))
COMPOUND: Final = _weighted(_COMPOUND.strip().split("\n\n"))
HELPERS: Final = {re.split(r"\W+", text)[1]: text for text in _HELPERS.strip().split("\n\n")}
"""Classes and functions that a module gets if it names them."""
THING: Final = _THING.strip()
_parts = _sections(_THING_PARTS, "\n\n")
SUBCLASSES: Final = tuple(_parts.pop("subclass"))
THING_PARTS: Final = _parts
