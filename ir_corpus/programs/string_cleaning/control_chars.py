# calls: sanitise([bytes((i * 37 + k * 11) % 140 for k in range(60)) for i in range(24)]), sanitise([b'', b'\xff\x00ok'])
def printable(code: int) -> bool:
    return 32 <= code < 127


def escape_byte(code: int) -> str:
    names = {9: '\\t', 10: '\\n', 13: '\\r', 0: '\\0'}
    if code in names:
        return names[code]
    high, low = divmod(code, 16)
    return '\\x' + '0123456789abcdef'[high] + '0123456789abcdef'[low]


def visible(data: bytes) -> str:
    text = ''
    for code in data:
        if code == 92:
            text += '\\\\'
        elif printable(code):
            text += chr(code)
        else:
            text += escape_byte(code)
    return text


def looks_binary(data: bytes) -> bool:
    if len(data) == 0:
        return False
    odd = 0
    for code in data:
        if not printable(code) and code not in (9, 10, 13):
            odd += 1
    return odd / len(data) > 0.3


def sanitise(blocks: list) -> tuple:
    shown = []
    binary = []
    for number, block in enumerate(blocks):
        if looks_binary(block):
            binary.append(number)
        shown.append(visible(block))
    longest = max(shown, key=len)
    return longest, binary, sum(len(s) for s in shown)
