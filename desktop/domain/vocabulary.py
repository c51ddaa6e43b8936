"""The closed vocabulary of the shipped bank; free elsewhere."""

CATEGORIES = (
    "Mathematical foundations",
    "Statistics",
    "Experimentation and causality",
    "Classical machine learning",
    "Data, features and evaluation",
    "Deep learning",
    "Language models",
    "LLM applications",
    "Vision, speech and generative media",
    "Recommendation, ads and reinforcement learning",
    "ML system design",
    "MLOps and production",
    "Coding",
    "Debugging, cases and research",
    "Behavioural for ML",
)

DIFFICULTIES = ("easy", "medium", "hard")

ROUNDS = (
    "phone-screen",
    "ml-breadth",
    "ml-depth",
    "coding",
    "stats-experimentation",
    "system-design",
    "case-debugging",
    "behavioural",
)

ROLES = (
    "machine-learning-engineer",
    "applied-scientist",
    "data-scientist",
    "research-scientist",
    "ai-engineer",
    "mlops-engineer",
)

_SPELLINGS = {
    "ml-breadth": "ML breadth",
    "ml-depth": "ML depth",
    "ai-engineer": "AI engineer",
    "mlops-engineer": "MLOps engineer",
    "stats-experimentation": "Statistics and experimentation",
    "case-debugging": "Case and debugging",
}


def spelled_out(value: str) -> str:
    """A vocabulary value as it reads on screen: `phone-screen` becomes "Phone screen"."""
    if value in _SPELLINGS:
        return _SPELLINGS[value]
    words = value.replace("-", " ")
    return words[:1].upper() + words[1:]
