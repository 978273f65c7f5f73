u = PopulationNode(1.5)
v = PopulationNode(-1.0)
eta = 0.1
for k in range(24):
    e = u * v - 1
    loss = e * e * 0.5
    loss.backprop()
    u = PopulationNode(u.value[0] - eta * u.grad[0])
    v = PopulationNode(v.value[0] - eta * v.grad[0])
print("after 24 steps:", u.value, v.value)
