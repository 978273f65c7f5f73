x = PopulationNode([0.5, -1.0, 2.0])
h = x
for layer in range(20):
    h = (h * 0.8).tanh()
h.sum().backprop()
print("Last layer:", h.value)
print("Gradient at the input:", x.grad)
