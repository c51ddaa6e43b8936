"""Question files: reading, writing, checking, importing."""
