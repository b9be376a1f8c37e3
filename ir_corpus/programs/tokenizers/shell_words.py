# calls: words_of('grep -n "two words" file\\ name.txt | sort -k2 \'a b\' > out ' * 5, {'HOME': '/root'})
class Splitter:
    def __init__(self, text):
        self.text = text
        self.at = 0

    @property
    def done(self):
        return self.at >= len(self.text)

    def take(self):
        c = self.text[self.at]
        self.at += 1
        return c

    def word(self):
        out = ''
        quote = ''
        while not self.done:
            c = self.take()
            if quote:
                if c == quote:
                    quote = ''
                else:
                    out += c
            elif c in ('"', "'"):
                quote = c
            elif c == '\\':
                out += self.take()
            elif c == ' ':
                if out:
                    return out
            else:
                out += c
        return out


def words_of(line, env):
    splitter = Splitter(line)
    words = []
    while not splitter.done:
        word = splitter.word()
        if word == '':
            continue
        for name in env:
            word = word.replace('$' + name, env[name])
        words.append(word)
    special = [w for w in words if w in ['|', '>', '<', '&', ';']]
    return words, len(special)
