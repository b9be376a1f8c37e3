# calls: peaks([(i * 23) % 31 for i in range(100)], 20)
def peaks(values, least):
    found = []
    for i in range(1, len(values) - 1):
        if values[i] > least and values[i] > values[i - 1] and values[i] > values[i + 1]:
            found.append(i)
    return found
