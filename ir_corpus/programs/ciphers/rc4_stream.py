# calls: encrypt([75, 101, 121, 33, 7], [i * 31 % 256 for i in range(120)])
def swap(box, i, j):
    kept = box[i]
    box[i] = box[j]
    box[j] = kept


def schedule(key):
    box = []
    for i in range(256):
        box.append(i)
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        swap(box, i, j)
    return box


def encrypt(key, data):
    box = schedule(key)
    i = 0
    j = 0
    out = []
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        swap(box, i, j)
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    zeros = 0
    for k in range(len(out)):
        if out[k] == data[k]:
            zeros += 1
    return out, zeros
