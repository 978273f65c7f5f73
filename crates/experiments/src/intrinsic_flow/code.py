for v in [-3, -1, 0, 1, 3]:
    x = PopulationNode(v)
    y = x.tanh()
    y.backprop()
    print("input Value: ", v, "Gradient: ", x.grad)
