x = PopulationNode([1.0])
y = x * x
y.backprop()
print(x)
