"""Catalogues of the window's texts: how they are made from the code, and what has to be true of them."""
