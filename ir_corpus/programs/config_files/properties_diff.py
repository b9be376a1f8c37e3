# calls: compare(['key%d=%d' % (i, i * i % 19) for i in range(70)], ['key%d=%d' % (i, i * i % 17) for i in range(20, 90)])
def unescape(text):
    out = ''
    skip = False
    for i in range(len(text)):
        if skip:
            skip = False
            continue
        if text[i] == '\\' and i + 1 < len(text):
            nxt = text[i + 1]
            out += {'n': '\n', 't': '\t'}.get(nxt, nxt)
            skip = True
        else:
            out += text[i]
    return out


def load(lines):
    keys = []
    values = []
    for line in lines:
        at = line.index('=')
        keys.append(unescape(line[:at]))
        values.append(unescape(line[at + 1:]))
    return keys, values


def compare(old_lines, new_lines):
    old_keys, old_values = load(old_lines)
    new_keys, new_values = load(new_lines)
    added = [k for k in new_keys if k not in old_keys]
    removed = [k for k in old_keys if k not in new_keys]
    changed = []
    for i in range(len(new_keys)):
        for j in range(len(old_keys)):
            if new_keys[i] == old_keys[j] and new_values[i] != old_values[j]:
                changed.append((new_keys[i], old_values[j], new_values[i]))
    return added, removed, sorted(changed, key=lambda c: c[0])
