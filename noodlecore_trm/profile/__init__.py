"""
Profiles: what a program did in one run.

`record` runs in the user's program and `probes` counts in it, both with the standard library only; `seen` reads what
they wrote. Importing this package loads none of them.
"""
