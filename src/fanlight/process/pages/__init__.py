"""The words on what is seen from outside."""
