"""How far apart are the sides of each pair? Zero where sympy proves them equal, else the worst over the given points."""
import json
import re
import sys

from sympy import Abs, Float, Max, Min, Rational, cancel, exp, log, sqrt, symbols, sympify

letters = dict(zip("abcd", symbols("a b c d", positive=True)))
known = {"max": Max, "min": Min, "abs": Abs, "exp": exp, "log": log, "sqrt": sqrt, "log2": lambda x: log(x, 2)}
known["atLeast"] = lambda x, y: 1 if x >= y else 0


def read(text, words):
    exact = re.sub(r"(?<![a-z])\d+(\.\d+)?", r"Rational('\g<0>')", text.replace("^", "**"))
    return eval(exact, {"Rational": Rational, **known, **words})


def apart(pair):
    if pair["kind"] == "rational":
        difference = cancel(read(pair["left"], letters) - read(pair["right"], letters))
        if difference == 0:
            return 0.0
    return max(at(pair, {name: Float(value, 120) for name, value in point.items()}) for point in pair["points"])


def at(pair, point):
    try:
        left, right = (sympify(read(pair[side], point)).evalf(80) for side in ("left", "right"))
    except (TypeError, ValueError):  # a maximum or comparison of what is no real number, such as 1 / 0
        return sys.float_info.max
    if not (left.is_real and right.is_real):
        return sys.float_info.max
    return float(abs(left - right) / max(abs(left), abs(right), 1))


json.dump([apart(pair) for pair in json.load(sys.stdin)], sys.stdout)
