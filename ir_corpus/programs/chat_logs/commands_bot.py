# calls: bot(['!karma tea++', '!karma tea', '!poll lunch pizza soup', '!vote pizza', 'hello', '!vote nothing', '!roll 3d6', '!karma tea--', '!undo', '!close'] * 14, 5), bot(['!close', '!nope'], 1)
def roll(state, count, sides):
    total = 0
    for _ in range(count):
        state['seed'] = (state['seed'] * 75 + 74) % 65537
        total += 1 + state['seed'] % sides
    return total


def karma(state, word):
    name = word.rstrip('+-')
    points = state['karma'].get(name, 0)
    if word.endswith('++'):
        points += 1
    elif word.endswith('--'):
        points -= 1
    state['karma'][name] = points
    return name + ' has ' + str(points)


def tally(poll):
    if not poll:
        return 'no poll'
    top = max(poll.values())
    winners = [option for option in poll if poll[option] == top]
    if len(winners) > 1:
        return 'draw: ' + '/'.join(winners)
    return winners[0] + ' wins with ' + str(top)


def bot(lines, seed):
    state = {'seed': seed, 'karma': {}, 'poll': {}}
    answers = []
    for line in lines:
        if not line.startswith('!'):
            continue
        command, *rest = line[1:].split()
        if command == 'karma':
            answers.append(karma(state, rest[0]))
        elif command == 'poll':
            state['poll'] = {option: 0 for option in rest[1:]}
        elif command == 'vote':
            if rest[0] in state['poll']:
                state['poll'][rest[0]] += 1
            else:
                answers.append('cannot vote for ' + rest[0])
        elif command == 'roll':
            count, sides = rest[0].split('d')
            answers.append(str(roll(state, int(count), int(sides))))
        elif command == 'close':
            answers.append(tally(state['poll']))
            state['poll'] = {}
        else:
            answers.append('unknown: ' + command)
    return len(answers), answers[-5:], state['karma']
