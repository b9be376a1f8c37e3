# calls: execute('set a 40;set b 0;label top;add b 3;dec a;jnz a top;mul b 2;move b', 500), execute('set n 90;set s 0;label go;add s n;move s;add n -3;jnz n go', 900)
# calls: execute('set a 1;move a;jnz q top', 50)
def parse(text):
    program = []
    labels = {}
    for line in text.split(';'):
        parts = line.strip().split(' ')
        if parts[0] == 'label':
            labels[parts[1]] = len(program)
        else:
            program.append(parts)
    return program, labels


def value_of(registers, word):
    if word.lstrip('-').isdigit():
        return int(word)
    return registers.get(word, 0)


def execute(text, fuel):
    program, labels = parse(text)
    registers = {}
    path = []
    pc = 0
    while pc < len(program) and fuel > 0:
        op = program[pc]
        fuel -= 1
        pc += 1
        if op[0] == 'set':
            registers[op[1]] = value_of(registers, op[2])
        elif op[0] == 'add':
            registers[op[1]] = value_of(registers, op[1]) + value_of(registers, op[2])
        elif op[0] == 'mul':
            registers[op[1]] = value_of(registers, op[1]) * value_of(registers, op[2])
        elif op[0] == 'dec':
            registers[op[1]] = value_of(registers, op[1]) - 1
        elif op[0] == 'jnz':
            if value_of(registers, op[1]) != 0:
                pc = labels[op[2]]
        elif op[0] == 'move':
            path.append(value_of(registers, op[1]))
    return registers, path, fuel
