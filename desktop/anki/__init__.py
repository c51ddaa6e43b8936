"""Reads the database of Anki, the flash card program."""
