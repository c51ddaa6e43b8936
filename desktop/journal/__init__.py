"""The person's SQLite file: drafts, attempts, and later marks, runs and reviews."""
