"""
asottile/pyupgrade#611: dont rewrite universal_newlines if text or **kwargs present
"""


def call(run, **options):
    return run("ls", universal_newlines=True, **options)
# --- wrong
def call(run, **options):
    return run("ls", text=True, **options)
# --- driver
def run(command, **options):
    return command, sorted(options)


attempt(call, run)
attempt(call, run, text=False)
attempt(call, run, universal_newlines=True)
