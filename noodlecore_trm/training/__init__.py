"""
Training of the model that chooses (`pip install noodlecore-trm[train]`).

Importing this package loads nothing; its modules import torch. Nothing that optimizes a file imports them.
"""
