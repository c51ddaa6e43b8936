"""Live state and signals; QtCore only."""
