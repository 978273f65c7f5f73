//! The prose, what to notice, and the teacher's sheet.

pub(super) const PROSE: &str = r"
XOR asks whether two inputs differ. Drag the line in the first figure: it gets three of the four points right at best. How many a line gets right depends only on whether it passes below, between or above the two points on each side. That makes nine cases, all of them on the map, and none gives four.

**Gradient descent finds nothing better.** Let the model $w_1 x_1 + w_2 x_2 + b$ begin at your line. Over the four points every product of one input with the other or with the target averages to 0, so the mean squared error is $1 + w_1^2 + w_2^2 + b^2$ and its gradient exactly $2w$. A step of size $\eta$ multiplies every weight by $1 - 2\eta$: from any start they go to 0 as long as $\eta$ is below 1. The loss ends at {{line_loss}}, with the answer 0 for every point. With targets 0 and 1 the answer is {{line_bias}} and the loss {{line_loss_01}}; with the logistic loss it is $\ln 2$ = {{line_loss_logistic}}.

**One hidden layer** computes $h = \tanh(W_1 x + b_1)$ and draws its line among the $h$. Play the run from the start; it stands at step {{=step}} now. First all four answers come near 0, and the loss passes 1, that of a line. Then it waits near 1/2: two points are right, and two of different kinds share the answer 0. At last the two diamonds lie side by side, one line parts them from the discs, and the loss falls to 0.

**Why it has to bend.** Without $\tanh$ the layer turns and stretches the plane and no more, since a product of matrices is a matrix: what one line could not part before, it cannot part after. One unit alone lays the plane on a line and keeps the order of the points. Two $\tanh$ units, here {{=hidden}}, bend the plane until equal inputs lie at one corner. If you know the answer you need no layer: with the product $x_1 x_2$ as a third input a line learns XOR in {{product_steps}} steps.

**Whether it learns is luck.** Draw the first weights from $N(0, g^2/\text{inputs})$, make 4000 steps of size 0.1, and count over 200 seeds. The net with two units learns in {{linear_2}} % of the runs at $g$ = 0.5, and in {{linear_5}} % at $g$ = 4; with a $\tanh$ at the output in {{tanh_5}} %. The others stand still, and their loss says where. Of {{failed_1}} runs that fail at $g$ = 0.1, {{line_1}} have not yet left the loss of a line, 1. Of {{failed_5}} at $g$ = 4, {{half_5}} share one answer between two points: 1/2. A single unit cuts off one corner, and three points share an answer: {{corner_one}} of 200 runs stand at 2/3, but {{corner_two}} of those with two units. With targets 0 and 1 these levels are 1/4, 1/8 and 1/6.
";

pub(super) const NOTICE: &str = r"
- **A line** gets three of four points right, and gradient descent gives even that up: the mean squared error is least where the answer is the same everywhere.
- **The hidden layer** makes new features: it moves the points until a line is enough. Without $\tanh$ it cannot.
- **Success is a rate**, not a run. The size of the first weights moves it from {{linear_2}} to {{linear_5}} %. Most runs of two units that fail stand on a level: 1 or 1/2.
";

pub(super) const SHEET: &str = r"
## Goal

Students can say why no line solves XOR, what a hidden layer adds, and why one successful run proves little.

## Usual misconception

'More layers make a net more powerful.' Without a nonlinearity they do not. A second one: 'Gradient descent finds the line with the fewest mistakes.' It finds the least squared error, which here answers 0 everywhere.

## Script for five minutes

1. Ask the prediction question. Let someone drag the line for four points.
2. Show the map of every line and ask what its nine fields are.
3. Go on to the descent: where does it end from the best line of the class?
4. Play the net. Stop where the loss waits and ask which points share an answer.
5. Ask how often this works. Show the success rates, then change the seed. At $g$ = 0.1, 0.5, 1, 2 and 4 they are {{linear_1}}, {{linear_2}}, {{linear_3}}, {{linear_4}} and {{linear_5}} %, with a tanh at the output {{tanh_1}}, {{tanh_2}}, {{tanh_3}}, {{tanh_4}} and {{tanh_5}} %.

## Three predictions

1. *How many points can a line get right?* Three. Wrong answer to expect: four, with the right slope.
2. *Leave $\tanh$ out of the hidden layer: how low does the loss get?* To {{line_loss}}, as for a line. Wrong answer to expect: lower, with more units.
3. *Does a tanh at the output help?* No: {{tanh_5}} instead of {{linear_5}} % at $g$ = 4. Wrong answer to expect: yes, since the targets are −1 and 1.

## Transfer

Four points on one line have the classes 1, −1, 1, −1 in turn. How many tanh units does a net with a linear output need to tell them apart? (Not one, which rises or falls throughout. Two are enough: a wide one that rises and a narrow one that falls.)
";
