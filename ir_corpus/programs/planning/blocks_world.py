# calls: plan([['a', 'b', 'c', 'd', 'e'], ['f', 'g', 'h'], []], [['c', 'a', 'h'], ['e', 'g'], ['b', 'd', 'f']])
# calls: plan([[a + b for b in 'abcdefg'] for a in 'pqrs'], [[a + b for b in 'gfedcba'] for a in 'srqp'])
def locate(stacks, block):
    for s in range(len(stacks)):
        if block in stacks[s]:
            return s
    return -1


def plan(initial, goal):
    stacks = [list(stack) for stack in initial] + [[], []]
    table = len(stacks) - 1
    moves = []
    for stack in initial:
        for _ in range(len(stack)):
            block = stacks[locate(stacks, stack[0])].pop()
            stacks[table].append(block)
            moves.append(block + '>table')
    target = 0
    for wanted in goal:
        for block in wanted:
            pile = locate(stacks, block)
            above = len(stacks[pile]) - stacks[pile].index(block) - 1
            for _ in range(above):
                stacks[table - 1].append(stacks[pile].pop())
                moves.append(stacks[table - 1][-1] + '>side')
            stacks[pile].pop()
            stacks[target].append(block)
            moves.append(block + '>' + str(target))
            while len(stacks[table - 1]) > 0:
                stacks[table].append(stacks[table - 1].pop())
        target += 1
    side = 0
    for move in moves:
        if move.endswith('side'):
            side += 1
    return len(moves), side, stacks[:target], ' '.join(moves[-4:])
