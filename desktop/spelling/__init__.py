"""Spelling of the words in an answer."""
