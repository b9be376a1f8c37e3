# calls: execute([('push', 0), ('store', 'i'), ('push', 1), ('store', 'p'), ('load', 'p'), ('push', 3), ('mul',), ('push', 1009), ('mod',), ('store', 'p'), ('load', 'i'), ('push', 1), ('add',), ('dup',), ('store', 'i'), ('push', 120), ('less',), ('jump_if', 4), ('load', 'p')], 5000)
# calls: execute([('push', 2), ('jump', 0)], 40), execute([('push', 6), ('push', 7), ('mul',)], 10)
def binary(name, a, b):
    if name == 'add':
        return a + b
    elif name == 'sub':
        return a - b
    elif name == 'mul':
        return a * b
    elif name == 'mod':
        return a % b
    elif name == 'less':
        return 1 if a < b else 0


def execute(program, limit):
    stack = []
    memory = {}
    position = 0
    steps = 0
    deepest = 0
    while position < len(program) and steps < limit:
        instruction = program[position]
        name = instruction[0]
        position += 1
        steps += 1
        if name == 'push':
            stack.append(instruction[1])
        elif name == 'load':
            stack.append(memory[instruction[1]])
        elif name == 'store':
            memory[instruction[1]] = stack.pop()
        elif name == 'dup':
            stack.append(stack[-1])
        elif name == 'jump':
            position = instruction[1]
        elif name == 'jump_if':
            if stack.pop() != 0:
                position = instruction[1]
        else:
            b = stack.pop()
            a = stack.pop()
            stack.append(binary(name, a, b))
        if len(stack) > deepest:
            deepest = len(stack)
    return stack[-1], steps, deepest, memory
