"""
Nuitka/Nuitka#3889: Why are NaN constants created by Nuitka always "is" identical

Two calls make two objects.
Kept: float("nan"), float("nan")
"""


def pair():
    return float("nan"), float("nan")
# --- wrong
def pair():
    nan = float("nan")
    return nan, nan
# --- driver
one, other = pair()
print(one is other, other in {one: 1}, one in {one: 1}, [one] == [other])
