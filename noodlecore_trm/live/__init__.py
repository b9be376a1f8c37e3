"""
Optimized functions in a running program, measured against their originals on its own calls.

`versions` compiles both texts of a file so that one can take the place of the other, function by function; `trials`
is what happens in the program's process, with the standard library only, and `turns` sees to it that it gets its turn
there; `session` starts that process, answers it and hears what it measured. Importing this package loads none of them.
"""
