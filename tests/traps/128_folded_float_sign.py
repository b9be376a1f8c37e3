"""
bitwisecook/tcl-lsp#162: Optimiser constant-folder loses sign of `-0.0` in floating-point arithmetic
"""


def constants():
    zero = -0.0
    return zero, -1.0 * 0.0, zero + zero, zero - 0.0, 0.0 * -1, zero == 0.0
# --- wrong
def constants():
    zero = 0.0
    return zero, -1.0 * 0.0, zero + zero, zero - 0.0, 0.0 * -1, zero == 0.0
# --- driver
attempt(constants)
