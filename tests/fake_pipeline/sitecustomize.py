"""Gives every process started with this folder on PYTHONPATH the pretended pipeline."""

import sys

import pretended

sys.modules["noodlecore_trm.pipeline"] = pretended
