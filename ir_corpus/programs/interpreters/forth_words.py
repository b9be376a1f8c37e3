# calls: forth(': sq dup * ; : step swap over sq + 10007 mod swap 1 + ; 1 2 ' + 'step ' * 70 + '. .')
# calls: forth('1 2 + . nope 3'), forth(': a 1 ; : b a a + ; b b * .')
class Machine:
    def __init__(self):
        self.stack = []
        self.words = {}
        self.printed = []
        self.errors = []

    def pop(self):
        if len(self.stack) == 0:
            self.errors.append('underflow')
            return 0
        return self.stack.pop()

    def do(self, word):
        if word in self.words:
            for inner in self.words[word]:
                self.do(inner)
        elif word in ['+', '-', '*', 'mod']:
            top = self.pop()
            under = self.pop()
            if word == '+':
                self.stack.append(under + top)
            elif word == '-':
                self.stack.append(under - top)
            elif word == '*':
                self.stack.append(under * top)
            else:
                self.stack.append(under % top)
        elif word == 'dup':
            self.stack.append(self.stack[-1])
        elif word == 'swap':
            self.stack[-1], self.stack[-2] = self.stack[-2], self.stack[-1]
        elif word == 'over':
            self.stack.append(self.stack[-2])
        elif word == '.':
            self.printed.append(str(self.pop()))
        elif word.isdigit():
            self.stack.append(int(word))
        else:
            self.errors.append(word + '?')


def forth(source):
    machine = Machine()
    parts = source.split()
    i = 0
    while i < len(parts):
        if parts[i] == ':':
            end = parts.index(';', i)
            machine.words[parts[i + 1]] = parts[i + 2:end]
            i = end
        else:
            machine.do(parts[i])
        i += 1
    return ' '.join(machine.printed), machine.stack, machine.errors
