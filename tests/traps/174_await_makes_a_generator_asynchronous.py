"""
python/cpython#76294: Strange behavior with await in a generator expression
"""


async def ask(numbers, value):
    late = (await value(x) for x in numbers)
    early = [await value(x) for x in numbers]
    return type(late).__name__, early
# --- wrong
async def ask(numbers, value):
    late = iter([await value(x) for x in numbers])
    early = [await value(x) for x in numbers]
    return type(late).__name__, early
# --- driver
import asyncio


async def value(x):
    print("asked", x)
    return x


print(asyncio.run(ask([1, 2], value)))
