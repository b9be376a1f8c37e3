# calls: run(ASM + [';end'], [9, 14, 3, 22, 5, 17]), run(['  set a 3', 'x: dec a', '  jnz a x', '  out a'], [])
ASM = ['start: in a', '  jz a done', '  set b 0', 'loop: add b a', '  dec a', '  jnz a loop', '  out b', '  jmp start', 'done: out z', '  halt']


def assemble(lines):
    labels = {}
    program = []
    for line in lines:
        line = line.split(';')[0]
        if ':' in line:
            label, line = line.split(':')
            labels[label.strip()] = len(program)
        words = line.split()
        if words:
            program.append(words)
    for words in program:
        for k in range(1, len(words)):
            if words[k] in labels:
                words[k] = labels[words[k]]
            elif words[k].isdigit():
                words[k] = int(words[k])
    return program


def value(registers, operand):
    if type(operand) is int:
        return operand
    return registers.get(operand, 0)


def run(lines, numbers):
    program = assemble(lines)
    registers = {}
    queue = list(numbers)
    output = []
    pc = 0
    ticks = 0
    while pc < len(program) and ticks < 2000:
        words = program[pc]
        op = words[0]
        pc += 1
        ticks += 1
        if op == 'halt':
            break
        elif op == 'in':
            registers[words[1]] = queue.pop(0) if queue else 0
        elif op == 'out':
            output.append(value(registers, words[1]))
        elif op == 'set':
            registers[words[1]] = value(registers, words[2])
        elif op == 'add':
            registers[words[1]] = value(registers, words[1]) + value(registers, words[2])
        elif op == 'dec':
            registers[words[1]] = value(registers, words[1]) - 1
        elif op == 'jmp':
            pc = words[1]
        elif (op == 'jz' and value(registers, words[1]) == 0) or (op == 'jnz' and value(registers, words[1]) != 0):
            pc = words[2]
    return output, ticks, sorted(registers.items())
