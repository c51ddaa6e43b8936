"""Frozen data and rules; imports nothing of ours."""
