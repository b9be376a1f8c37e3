"""
PyCQA/autoflake#91: Option to drop RHS when removing unused variables
"""


def work(operate):
    unused = operate()
    other = operate().name
    return None
# --- wrong
def work(operate):
    return None
# --- driver
def operate():
    print("operated")
    return 3


attempt(work, operate)
