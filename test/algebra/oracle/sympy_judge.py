"""How far apart are the sides of each pair? Zero where sympy proves them equal, else the worst over the given points."""
import json
import re
import sys

from sympy import Abs, Float, Max, Min, Rational, cancel, exp, log, sqrt, symbols, sympify

letters = dict(zip("abcd", symbols("a b c d", positive=True)))
known = {"max": Max, "min": Min, "abs": Abs, "exp": exp, "log": log, "sqrt": sqrt, "log2": lambda x: log(x) / log(2)}


def read(text, words):
    exact = re.sub(r"\d+\.\d+|\d+", lambda found: f"Rational('{found.group()}')", text.replace("^", "**"))
    return eval(re.sub(r"(log)Rational\('2'\)", r"\g<1>2", exact), {"Rational": Rational, **known, **words})


def apart(pair):
    if pair["kind"] == "rational":
        difference = cancel(read(pair["left"], letters) - read(pair["right"], letters))
        if difference == 0:
            return 0.0
    return max(at(pair, {name: Float(value, 120) for name, value in point.items()}) for point in pair["points"])


def at(pair, point):
    left, right = (sympify(read(pair[side], point)).evalf(80) for side in ("left", "right"))
    if not (left.is_real and right.is_real):
        return sys.float_info.max
    return float(abs(left - right) / max(abs(left), abs(right), 1))


json.dump([apart(pair) for pair in json.load(sys.stdin)], sys.stdout)
