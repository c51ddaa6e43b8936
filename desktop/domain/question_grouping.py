"""The groups a list of questions can be read in."""

from enum import StrEnum

from desktop.domain.question_summary import QuestionSummary


class Grouping(StrEnum):
    """What the questions of a group have in common; the order holds within each group."""

    NONE = ""
    CATEGORY = "category"
    COMPANY = "company"

    def heading(self, summary: QuestionSummary) -> str:
        """The heading a question stands under; of several companies the first counts."""
        match self:
            case Grouping.CATEGORY:
                return summary.category or "No category"
            case Grouping.COMPANY:
                return summary.companies[0] if summary.companies else "No company"
            case Grouping.NONE:
                return ""
