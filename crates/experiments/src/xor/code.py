x1 = PopulationNode([-1.0, -1.0, 1.0, 1.0])
x2 = PopulationNode([-1.0, 1.0, -1.0, 1.0])
target = PopulationNode([-1.0, 1.0, 1.0, -1.0])
start = [0.9, -0.6, 0.1, -0.7, 0.8, 0.2, 0.5, 0.6, 0.0]
w = [PopulationNode([number]) for number in start]

for step in range(300):
    h1 = (w[0] * x1 + w[1] * x2 + w[2]).tanh()
    h2 = (w[3] * x1 + w[4] * x2 + w[5]).tanh()
    y = w[6] * h1 + w[7] * h2 + w[8]
    error = y - target
    loss = (error * error).mean()
    loss.backprop()
    if step % 50 == 0:
        print("Step", step, "loss", loss.value)
    for weight in w:
        weight.value = [weight.value[0] - 0.1 * weight.grad[0]]
    loss.zero_grad()

print("Answers:", y.value)
