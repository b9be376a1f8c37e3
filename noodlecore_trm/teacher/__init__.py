"""
What a chooser is taught from: programs, what each rewrite of them costs, and what is the best that follows from it.

`counting` runs in a process of its own and counts executed instructions; `cost` prices them by weights that were
fitted to an interpreter.
"""
