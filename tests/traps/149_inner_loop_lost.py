"""
sourcery-ai/sourcery#65: Incorrect refactoring combined hoist-statement-from-loop and aug-assign
"""


def crc16(data):
    crc = 0
    for byte in data:
        crc = crc ^ byte << 8
        for _ in range(8):
            if crc & 0x8000:
                crc = crc << 1 ^ 0x1021
            else:
                crc <<= 1
    return crc & 0xFFFF
# --- wrong
def crc16(data):
    crc = 0
    for byte in data:
        crc ^= byte << 8
        if crc & 0x8000:
            crc = crc << 1 ^ 0x1021
        else:
            crc <<= 1
    return crc & 0xFFFF
# --- driver
attempt(crc16, b"noodle")
attempt(crc16, b"")
attempt(crc16, [1.5])
