"""The templates that come with the app; minutes as such rounds are usually held."""

from desktop.domain.mock_template import MockTemplate, TemplateSlot

TEMPLATES = (
    MockTemplate("Phone screen", (TemplateSlot("round:phone-screen", 3, 11),), 2, 2),
    MockTemplate("ML breadth", (TemplateSlot("round:ml-breadth", 3, 11),), 2, 2),
    MockTemplate("ML depth", (TemplateSlot("round:ml-depth", 2, 24),), 2, 3),
    MockTemplate(
        "Statistics and experimentation",
        (TemplateSlot("round:stats-experimentation", 3, 11),),
        2,
        2,
    ),
    MockTemplate("System design", (TemplateSlot("round:system-design", 1, 48),), 3, 4),
    MockTemplate("Coding", (TemplateSlot("round:coding", 2, 24),), 2, 3),
    MockTemplate(
        "Full loop",
        (
            TemplateSlot("round:phone-screen difficulty:easy", 1, 9),
            TemplateSlot("round:ml-depth", 1, 24),
            TemplateSlot("round:coding", 1, 24),
            TemplateSlot("round:system-design", 1, 34),
            TemplateSlot("round:behavioural", 1, 14),
        ),
        2,
        3,
    ),
)
