# calls: replace_all(['the cat and The hat', 'other theory, the end', 'nothing here'] * 12, 'the', 'a', True)
# calls: replace_all(['aaaa'] * 5, 'aa', 'b', False)
def word_char(c):
    return c.isalnum() or c == '_'


def whole_word(line, start, size):
    if start > 0 and word_char(line[start - 1]):
        return False
    if start + size < len(line) and word_char(line[start + size]):
        return False
    return True


def positions(line, needle):
    found = []
    for start in range(len(line) - len(needle) + 1):
        same = True
        for k in range(len(needle)):
            if line[start + k].lower() != needle[k].lower():
                same = False
                break
        if same:
            found.append(start)
    return found


def replace_all(lines, needle, replacement, words_only):
    result = []
    replaced = 0
    for line in lines:
        out = ''
        last = 0
        for start in positions(line, needle):
            if start < last:
                continue
            if words_only and not whole_word(line, start, len(needle)):
                continue
            out += line[last:start] + replacement
            last = start + len(needle)
            replaced += 1
        result.append(out + line[last:])
    return result, replaced
