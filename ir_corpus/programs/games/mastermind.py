# calls: solve([2, 0, 3, 1])
def judge(guess, code):
    black = 0
    for i in range(len(code)):
        if guess[i] == code[i]:
            black += 1
    common = 0
    for colour in range(4):
        common += min(guess.count(colour), code.count(colour))
    return black, common - black


def solve(code):
    options = []
    for a in range(4):
        for b in range(4):
            for c in range(4):
                for d in range(4):
                    options.append([a, b, c, d])
    guesses = 0
    while len(options) > 1:
        guess = options[len(options) // 2]
        guesses += 1
        answer = judge(guess, code)
        options = [option for option in options if judge(guess, option) == answer]
        if answer[0] == 4:
            break
    return guesses, options
