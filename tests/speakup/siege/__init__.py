"""An attack on the line: everything that is left on disks, by somebody who also has the rota.

`subject` is the process that people speak up in, through its pages, with Fanlight's own way of keeping or a careless
one; what the attacker gets hold of is taken as in the attack on the urn (tests/responses/attack).
"""
