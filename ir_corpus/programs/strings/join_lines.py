# calls: numbered(['first line', 'second', 'third one'] * 15)
def numbered(lines):
    text = ''
    for i in range(len(lines)):
        text += str(i + 1) + ': ' + lines[i] + '\n'
    return text
