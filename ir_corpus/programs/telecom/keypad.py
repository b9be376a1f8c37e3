# calls: suggest('4663', ['good', 'home', 'gone', 'hood', 'hoof', 'tree', 'code', 'goods', 'cat'] * 4)
# calls: suggest('228', ['cat', 'bat', 'act', 'dog'])
KEYS = {'2': 'abc', '3': 'def', '4': 'ghi', '5': 'jkl', '6': 'mno', '7': 'pqrs', '8': 'tuv', '9': 'wxyz'}


def key_of(letter):
    for key in KEYS:
        if letter in KEYS[key]:
            return key
    return '0'


def presses(word):
    count = 0
    last = None
    for letter in word:
        key = key_of(letter)
        if key == last:
            count += 1  # a pause
        count += KEYS[key].index(letter) + 1
        last = key
    return count


def suggest(digits, words):
    exact = []
    longer = []
    for word in words:
        code = ''
        for letter in word:
            code += key_of(letter)
        if code == digits and word not in exact:
            exact.append(word)
        elif len(code) > len(digits) and code.startswith(digits) and word not in longer:
            longer.append(word)
    exact.sort(key=presses)
    saved = 0
    for word in exact:
        saved += presses(word) - len(digits)
    return exact, longer, saved
