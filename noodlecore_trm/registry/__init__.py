"""
Versions of the model: kept for good, one of them active.

Importing this package loads the standard library only; what reads a model needs numpy.
"""

from noodlecore_trm.registry.activations import Activation
from noodlecore_trm.registry.documents import Damaged
from noodlecore_trm.registry.following import Follower
from noodlecore_trm.registry.versions import Registry, RegistryError, Version, registry_folder

__all__ = ["Activation", "Damaged", "Follower", "Registry", "RegistryError", "Version", "registry_folder"]
