def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            received = yield item
            if received is not None:
                return received


def total(items):
    return sum(item * item for item in flatten(items))


async def gather(sources):
    return [line async for source in sources async for line in await source.open()]
