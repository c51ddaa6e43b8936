"""What every test shares: no screen needed, and no warning passes unseen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
