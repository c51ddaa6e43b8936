"""What all nodes of a page tree have in common."""

from typing import NoReturn, dataclass_transform


@dataclass_transform(frozen_default=True)
class TreeNode:
    """A frozen value of annotated fields, equal to another of its own kind with equal fields.

    Like a frozen dataclass, at a twentieth of what defining one costs: the window's first paint
    waits for two dozen kinds of node.
    """

    __match_args__ = ()

    def __init_subclass__(cls) -> None:
        names = tuple(vars(cls).get("__annotations__", ()))
        cls.__match_args__ = names  # type: ignore[misc]  # mypy lays these out itself

    def __init__(self, *values: object, **named: object) -> None:
        names: tuple[str, ...] = self.__match_args__
        if len(values) == len(names) and not named:
            vars(self).update(zip(names, values, strict=True))
            return
        given = dict(zip(names, values, strict=False)) | named
        if len(given) != len(values) + len(named) or not given.keys() <= set(names):
            raise TypeError(f"{type(self).__name__} has only {', '.join(names)}")
        for name in names:
            if name not in given and name not in vars(type(self)):
                raise TypeError(f"{type(self).__name__} needs {name}")
            vars(self)[name] = given[name] if name in given else vars(type(self))[name]

    def parts(self) -> tuple[object, ...]:
        """The values of the fields in their order."""
        return tuple(vars(self).values())

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen, so is its {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen, so is its {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), self.parts()))

    def __repr__(self) -> str:
        fields = (f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({', '.join(fields)})"
