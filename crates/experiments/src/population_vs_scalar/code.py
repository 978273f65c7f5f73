x_scalar = PopulationNode(0.5)
y_scalar = x_scalar.tanh()
y_scalar.backprop()
print("sum of unit gradient", sum(x_scalar.grad))

x_pop = PopulationNode([0.5, 0.5, 0.5, 0.5])
y_pop = x_pop.tanh()
y_pop.sum().backprop()
print("sum of population  gradient",sum(x_pop.grad))
