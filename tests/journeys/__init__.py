"""A person and a browser. A package, so that a journey may have the name of the tests of what it walks through."""
