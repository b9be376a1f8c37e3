"""
sourcery-ai/sourcery#110: async keyword dropped on for loop to list comprehension refactor
"""


async def collect(source):
    messages = []
    async for message in source():
        messages.append(message)
    return messages
# --- wrong
async def collect(source):
    return [message for message in source()]
# --- driver
import asyncio


async def source():
    for number in range(3):
        print("sent", number)
        yield number


print(asyncio.run(collect(source)))
