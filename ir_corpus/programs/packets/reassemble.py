# calls: reassemble([(i % 4, i * 5 // 4 % 12, 'abcdefghijkl'[i * 5 // 4 % 12] * 3, 11) for i in range(90)])
def missing_parts(parts, last):
    missing = []
    for number in range(last + 1):
        if number not in parts:
            missing.append(number)
    return missing


def reassemble(fragments):
    streams = {}
    lasts = {}
    duplicates = 0
    for stream, number, payload, last in fragments:
        if stream not in streams:
            streams[stream] = {}
            lasts[stream] = last
        if number in streams[stream].keys():
            duplicates += 1
        else:
            streams[stream][number] = payload
    messages = {}
    for stream in streams:
        gaps = missing_parts(streams[stream], lasts[stream])
        if len(gaps) == 0:
            text = ''
            for number in sorted(streams[stream]):
                text = text + streams[stream][number]
            messages[stream] = text
        else:
            messages[stream] = 'lost ' + ', '.join(str(gap) for gap in gaps)
    return messages, duplicates
