"""A short PopulationNode for the corpus: what the cells' own does, written in plain Python."""

import math


class PopulationNode:
    def __init__(self, value, op="leaf", parents=(), back=None):
        if not isinstance(value, (list, tuple)):
            value = [value]
        if not value:
            raise ValueError("empty")
        for member in value:
            if not isinstance(member, (int, float)):
                raise TypeError("members are numbers")
        self._value, self.op, self.parents, self._back = list(value), op, list(parents), back
        self.grad = [0.0] * len(value)

    @property
    def value(self):
        return list(self._value)

    @value.setter
    def value(self, value):
        value = value if isinstance(value, (list, tuple)) else [value]
        if self.op != "leaf" or len(value) != len(self._value):
            raise ValueError("only a leaf, only as many members")
        self._value = list(value)

    @property
    def shape(self):
        return (len(self._value),)

    def __len__(self):
        return len(self._value)

    def __repr__(self):
        parents = [parent._value for parent in self.parents]
        return f"[NODE] op={self.op}, value={self._value}, grad={self.grad} | <-- Parents={parents}"

    def _two(self, other, op, value, slopes):
        other = other if isinstance(other, PopulationNode) else PopulationNode(other)
        a, b = self._value, other._value
        if len(a) != len(b) and 1 not in (len(a), len(b)):
            raise ValueError("lengths do not fit")
        count = max(len(a), len(b))
        pick = lambda values, i: float(values[i if len(values) > 1 else 0])
        pairs = [(pick(a, i), pick(b, i)) for i in range(count)]

        def back(grad):
            sent = []
            for side, parent in enumerate((self, other)):
                parts = [g * slopes(*pair)[side] for g, pair in zip(grad, pairs)]
                sent.append(parts if len(parent) == count else [sum(parts)])
            return sent

        return PopulationNode([value(*pair) for pair in pairs], op, (self, other), back)

    def __add__(self, other): return self._two(other, "add", lambda a, b: a + b, lambda a, b: (1.0, 1.0))
    def __radd__(self, other): return PopulationNode(other) + self
    def __sub__(self, other): return self._two(other, "sub", lambda a, b: a - b, lambda a, b: (1.0, -1.0))
    def __rsub__(self, other): return PopulationNode(other) - self
    def __mul__(self, other): return self._two(other, "mul", lambda a, b: a * b, lambda a, b: (b, a))
    def __rmul__(self, other): return PopulationNode(other) * self
    def __truediv__(self, other): return self._two(other, "div", lambda a, b: a / b, lambda a, b: (1.0 / b, -a / (b * b)))

    def _one(self, op, value, slope):
        values = [value(float(x)) for x in self._value]
        back = lambda grad: [[g * slope(float(x), y) for g, x, y in zip(grad, self._value, values)]]
        return PopulationNode(values, op, (self,), back)

    def __neg__(self): return self._one("neg", lambda x: -x, lambda x, y: -1.0)
    def tanh(self): return self._one("tanh", math.tanh, lambda x, y: 1.0 - y * y)
    def exp(self): return self._one("exp", math.exp, lambda x, y: y)
    def square(self): return self._one("square", lambda x: x * x, lambda x, y: 2.0 * x)
    def relu(self): return self._one("relu", lambda x: x if x > 0 else 0.0, lambda x, y: 1.0 if x > 0 else 0.0)

    def sum(self):
        back = lambda grad: [[grad[0]] * len(self)]
        return PopulationNode([float(sum(self._value))], "sum", (self,), back)

    def mean(self):
        back = lambda grad: [[grad[0] / len(self)] * len(self)]
        return PopulationNode([sum(self._value) / len(self)], "mean", (self,), back)

    def _order(self):
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for parent in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        return order

    def backprop(self, seed=None):
        order = self._order()
        for node in order:
            if node.op != "leaf":
                node.grad = [0.0] * len(node)
        self.grad = [1.0] * len(self) if seed is None else [float(s) for s in seed]
        for node in reversed(order):
            if node._back:
                for parent, sent in zip(node.parents, node._back(node.grad)):
                    parent.grad = [old + new for old, new in zip(parent.grad, sent)]

    def zero_grad(self):
        for node in self._order():
            node.grad = [0.0] * len(node)
