"""Speaking up: a two-way line between somebody with a worry and the guardians of their organisation.

An island: nothing imports it but the site, and its tables may lie in a database of their own. What is written here can
be read with a guardian's key or with the receipt, and in no other way; `sealing` is where that is made true.
"""
