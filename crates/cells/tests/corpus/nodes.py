#--- printing
x = PopulationNode([-6, -3.0, 0, .5])
print(x, x.value, x.grad, x.op, x.shape, len(x), x.parents)
print(PopulationNode(3), PopulationNode((1.5, 2)))
#--- polynomial
x = PopulationNode([1.0, 2.0, 3.0])
y = x * x + x
z = y.sum()
z.backprop()
for n in [x, y, z]: print(n)
#--- numbers on either side
x = PopulationNode([1.0, 2.0])
y = 3 * x - 1 + (2 - x) * 0.5 + x / 4
y.sum().backprop()
print(y.value, x.grad, (-x).value, (1 + x).value)
#--- accumulating and zeroing
x = PopulationNode([0.5])
x.tanh().backprop(); print(x.grad)
x.tanh().backprop(); print(x.grad)
y = x.tanh(); y.zero_grad(); print(x.grad); y.backprop([2.0]); print(x.grad)
#--- training
w = PopulationNode([0.0]); b = PopulationNode([0.0])
xs, ys = [0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 5.0, 7.0]
for step in range(50):
    loss = (PopulationNode(xs) * w + b - PopulationNode(ys)).square().mean()
    loss.zero_grad()
    loss.backprop()
    w.value = [w.value[0] - 0.1 * w.grad[0]]
    b.value = [b.value[0] - 0.1 * b.grad[0]]
    if step % 10 == 0: print(step, round(loss.value[0], 9))
print(f"{w.value[0]:.6f} {b.value[0]:.6f}")
#--- setting a value
x = PopulationNode([1, 2.0]); x.value = [3, 4.5]; print(x); x.value = (5, 6); print(x.value)
#--- setting the wrong number of members
x = PopulationNode([1, 2.0])
x.value = [1]
#--- setting the value of a result
y = PopulationNode([1.0]).tanh()
y.value = [2.0]
#--- lengths that do not fit
PopulationNode([1.0, 2.0]) + PopulationNode([1.0, 2.0, 3.0])
#--- an empty node
PopulationNode([])
#--- a node of text
PopulationNode(["a"])
#--- a node of nothing
PopulationNode(None)
#--- no such method
PopulationNode([1.0]).tanhh()
#--- adding text
PopulationNode([1.0]) + "a"
#--- one with many
x = PopulationNode(2.0); y = PopulationNode([1.0, 2.0, 3.0])
z = (x * y).sum(); z.backprop(); print(z.value, x.grad, y.grad, (x * y).parents[0] is x)
#--- in functions and classes
class Neuron:
    def __init__(self, w): self.w = PopulationNode(w)
    def __call__(self, x): return (self.w * x).sum().tanh()
n = Neuron([0.5, -0.25])
y = n(PopulationNode([1.0, 2.0])); y.backprop(); print(y.value, n.w.grad)
print([round(v, 6) for v in PopulationNode([0.0, 1.0]).exp().value], PopulationNode([-1, 2]).relu().value)
#--- identity
x = PopulationNode([1.0]); y = PopulationNode([1.0])
print(x == y, x == x, x is x, x != y, len({x, y, x}), isinstance(x, PopulationNode), type(x).__name__, x in [y, x])
