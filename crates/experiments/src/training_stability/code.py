for step in [0.5, 1.5, 2.5]:
    x = PopulationNode([1.0])
    for k in range(4):
        loss = (x * x * 0.5).sum()
        loss.backprop()
        x = PopulationNode([x.value[0] - step * x.grad[0]])
    print("step", step, "leads to", x.value)
