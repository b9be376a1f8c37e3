"""An interpreter for a tiny stack language with variables, loops and procedures."""

PRIMES = """
set n 2
label next
  set d 2
  label try
    push d d * n > jump_if prime
    push n d % 0 == jump_if composite
    push d 1 +
    pop d
    jump try
  label prime
    push n
    print
    push total n +
    pop total
  label composite
    push n 1 +
    pop n
    push n 400 < jump_if next
push total
print
halt
"""

FACTORIAL = """
set i 1
set f 1
label again
  push f i *
  pop f
  push i 1 +
  pop i
  push i 15 <= jump_if again
push f dup 1000007 % swap print print
halt
"""

OPERATORS = ["+", "-", "*", "/", "%", "<", "<=", ">", "=="]


class ProgramError(Exception):
    pass


def parse(source):
    program = []
    labels = {}
    for line in source.splitlines():
        words = line.split()
        i = 0
        while i < len(words):
            word = words[i]
            if word == "label":
                labels[words[i + 1]] = len(program)
                i += 2
            elif word in ("jump", "jump_if", "pop"):
                program.append((word, words[i + 1]))
                i += 2
            elif word == "set":
                program.append(("push", words[i + 2]))
                program.append(("pop", words[i + 1]))
                i += 3
            elif word in OPERATORS or word in ("dup", "swap", "print", "halt"):
                program.append((word, None))
                i += 1
            elif word == "push":
                i += 1
            else:
                program.append(("push", word))
                i += 1
    return program, labels


def calculate(operator, a, b):
    if operator == "+":
        return a + b
    if operator == "-":
        return a - b
    if operator == "*":
        return a * b
    if operator == "/":
        return a // b
    if operator == "%":
        return a % b
    if operator == "<":
        return int(a < b)
    if operator == "<=":
        return int(a <= b)
    if operator == ">":
        return int(a > b)
    return int(a == b)


def execute(program, labels, limit=100000):
    stack = []
    variables = {}
    output = []
    counter = 0
    steps = 0
    while True:
        if steps >= limit:
            raise ProgramError("too many steps")
        steps += 1
        instruction, argument = program[counter]
        counter += 1
        if instruction == "push":
            stack.append(int(argument) if argument.isdigit() else variables.get(argument, 0))
        elif instruction == "pop":
            variables[argument] = stack.pop()
        elif instruction in OPERATORS:
            b = stack.pop()
            a = stack.pop()
            stack.append(calculate(instruction, a, b))
        elif instruction == "jump":
            counter = labels[argument]
        elif instruction == "jump_if":
            if stack.pop():
                counter = labels[argument]
        elif instruction == "dup":
            stack.append(stack[-1])
        elif instruction == "swap":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        elif instruction == "print":
            output.append(stack.pop())
        elif instruction == "halt":
            return output, steps


def run():
    primes, steps = execute(*parse(PRIMES))
    factorial, more_steps = execute(*parse(FACTORIAL))
    return len(primes), primes[-2:], factorial, steps + more_steps
