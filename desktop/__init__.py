"""Greenroom: practise machine-learning interviews offline."""
