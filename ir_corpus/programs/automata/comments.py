# calls: strip('int x = 1; // one\nint y = 2; /* two\nlines */ int z = 3; char c = "a//b";\n' * 6)
def strip(text):
    state = 'code'
    out = ''
    i = 0
    while i < len(text):
        letter = text[i]
        following = text[i + 1] if i + 1 < len(text) else ''
        if state == 'code':
            if letter == '/' and following == '/':
                state = 'line'
                i += 1
            elif letter == '/' and following == '*':
                state = 'block'
                i += 1
            elif letter == '"':
                state = 'text'
                out += letter
            else:
                out += letter
        elif state == 'line' and letter == '\n':
            state = 'code'
            out += letter
        elif state == 'block' and letter == '*' and following == '/':
            state = 'code'
            i += 1
        elif state == 'text':
            out += letter
            if letter == '"':
                state = 'code'
        i += 1
    return out
