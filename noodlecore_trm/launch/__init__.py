"""
Running the user's program in a process of its own, with our hand on the code of its files.

`process` starts that process and waits for it; `program` runs in it, with the standard library only. Importing this
package loads neither.
"""
