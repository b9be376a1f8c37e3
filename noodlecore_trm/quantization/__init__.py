"""
Training of models whose weights have few bits (`pip install noodlecore-trm[train]`).

Importing this package loads nothing; its modules import torch and Brevitas. Nothing that optimizes a file imports them:
what comes out is read by `noodlecore_trm.serving`, on numpy alone.
"""
