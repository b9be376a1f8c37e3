"""
Nuitka/Nuitka#3973: async for over a generator expression with await in the filter miscompiles
"""


async def matching(numbers, value):
    found = []
    async for x in (x for x in numbers if (await value(x)) == 2):
        found.append(x)
    return found, [await value(x) for x in numbers]
# --- wrong
async def matching(numbers, value):
    values = [await value(x) for x in numbers]
    return [x for x, each in zip(numbers, values) if each == 2], values
# --- driver
import asyncio


async def value(x):
    print("asked", x)
    return x


print(asyncio.run(matching([1, 2, 3], value)))
