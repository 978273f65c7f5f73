//! The same work written out by hand, without an engine: plain loops, and fdlibm's tanh one member at a time.

use popgrad::Random;

fn tanh(x: f64) -> f64 {
    let size = x.abs();
    let y = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
    } else {
        let t = libm::expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    y.copysign(x)
}

struct Layer {
    inputs: usize,
    outputs: usize,
    weights: Vec<f64>,
    biases: Vec<f64>,
    weight_gradients: Vec<f64>,
    bias_gradients: Vec<f64>,
    values: Vec<f64>,
    cotangents: Vec<f64>,
}

struct Net {
    points: usize,
    inputs: Vec<f64>,
    targets: Vec<f64>,
    layers: Vec<Layer>,
}

fn net(points: usize, widths: &[usize]) -> Net {
    let mut random = Random::new(1);
    let inputs = random.normals(points * widths[0]);
    let targets = random.normals(points * widths[widths.len() - 1]);
    let layer = |pair: &[usize]| Layer {
        inputs: pair[0],
        outputs: pair[1],
        weights: random.normals(pair[0] * pair[1]),
        biases: random.normals(pair[1]),
        weight_gradients: vec![0.0; pair[0] * pair[1]],
        bias_gradients: vec![0.0; pair[1]],
        values: vec![0.0; points * pair[1]],
        cotangents: vec![0.0; points * pair[1]],
    };
    let layers = widths.windows(2).map(layer).collect();
    Net {
        points,
        inputs,
        targets: targets.into_iter().map(tanh).collect(),
        layers,
    }
}

impl Layer {
    fn forward(&mut self, inputs: &[f64]) {
        for (x, y) in inputs
            .chunks_exact(self.inputs)
            .zip(self.values.chunks_exact_mut(self.outputs))
        {
            y.copy_from_slice(&self.biases);
            for (x, weights) in x.iter().zip(self.weights.chunks_exact(self.outputs)) {
                y.iter_mut().zip(weights).for_each(|(y, w)| *y += x * w);
            }
            y.iter_mut().for_each(|y| *y = tanh(*y));
        }
    }

    fn backward(&mut self, inputs: &[f64], mut below: Option<&mut [f64]>) {
        self.weight_gradients.fill(0.0);
        self.bias_gradients.fill(0.0);
        for (g, y) in self.cotangents.iter_mut().zip(&self.values) {
            *g *= 1.0 - y * y;
        }
        for (point, g) in self.cotangents.chunks_exact(self.outputs).enumerate() {
            self.bias_gradients
                .iter_mut()
                .zip(g)
                .for_each(|(bias, g)| *bias += g);
            for (i, x) in inputs[point * self.inputs..][..self.inputs]
                .iter()
                .enumerate()
            {
                let row = i * self.outputs..(i + 1) * self.outputs;
                let gradients = &mut self.weight_gradients[row.clone()];
                gradients
                    .iter_mut()
                    .zip(g)
                    .for_each(|(weight, g)| *weight += x * g);
                if let Some(below) = &mut below {
                    let products = self.weights[row].iter().zip(g).map(|(w, g)| w * g);
                    below[point * self.inputs + i] = products.sum();
                }
            }
        }
    }

    fn descend(&mut self, step_size: f64) {
        let weights = self.weights.iter_mut().zip(&self.weight_gradients);
        weights.for_each(|(weight, g)| *weight -= step_size * g);
        let biases = self.biases.iter_mut().zip(&self.bias_gradients);
        biases.for_each(|(bias, g)| *bias -= step_size * g);
    }
}

impl Net {
    fn forward(&mut self) {
        for index in 0..self.layers.len() {
            let (before, after) = self.layers.split_at_mut(index);
            after[0].forward(before.last().map_or(&self.inputs, |layer| &layer.values));
        }
    }

    fn step(&mut self, step_sizes: &[f64]) -> f64 {
        self.forward();
        let last = self.layers.last_mut().unwrap();
        let mut loss = 0.0;
        for ((g, y), target) in last
            .cotangents
            .iter_mut()
            .zip(&last.values)
            .zip(&self.targets)
        {
            loss += (y - target) * (y - target);
            *g = 2.0 * (y - target) / self.points as f64;
        }
        for index in (0..self.layers.len()).rev() {
            let (before, after) = self.layers.split_at_mut(index);
            match before.last_mut() {
                Some(below) => after[0].backward(&below.values, Some(&mut below.cotangents)),
                None => after[0].backward(&self.inputs, None),
            }
        }
        self.layers
            .iter_mut()
            .zip(step_sizes)
            .for_each(|(layer, step_size)| layer.descend(*step_size));
        loss / self.points as f64
    }
}

pub(crate) fn train(points: usize, widths: &[usize], steps: usize) -> impl FnMut() -> f64 + use<> {
    let mut net = net(points, widths);
    let step_sizes = vec![1e-3; net.layers.len()];
    move || {
        (0..steps)
            .map(|_| net.step(&step_sizes))
            .last()
            .unwrap_or(0.0)
    }
}

pub(crate) fn grid() -> impl FnMut() -> f64 {
    let mut net = net(256, &[2, 8, 8, 1]);
    move || {
        let mut total = 0.0;
        for row in 0..256 {
            let points = net.inputs.chunks_exact_mut(2).enumerate();
            points.for_each(|(column, point)| {
                point.copy_from_slice(&[column as f64 / 128.0, row as f64 / 128.0]);
            });
            net.forward();
            total += net.layers[2].values[0];
        }
        total
    }
}

pub(crate) fn tanh_chain(members: usize) -> impl FnMut() -> f64 {
    let data = Random::new(2).normals(members);
    move || {
        let mut values = vec![data.clone()];
        for _ in 0..8 {
            let next = values[values.len() - 1].iter().map(|x| tanh(*x)).collect();
            values.push(next);
        }
        let total: f64 = values[8].iter().sum();
        let mut gradient = vec![1.0; members];
        for y in values[1..].iter().rev() {
            gradient = gradient
                .iter()
                .zip(y)
                .map(|(g, y)| g * (1.0 - y * y))
                .collect();
        }
        total + gradient[0]
    }
}

pub(crate) fn deep() -> impl FnMut() -> f64 {
    let mut net = net(64, &[64; 51]);
    for layer in &mut net.layers {
        layer.weights.iter_mut().for_each(|weight| *weight /= 8.0);
        layer.biases.fill(0.0);
    }
    let mut first = vec![0.0; 64 * 64];
    move || {
        net.forward();
        net.layers[49].cotangents.fill(1.0);
        let mut norms = 0.0;
        for index in (0..50).rev() {
            let (before, after) = net.layers.split_at_mut(index);
            match before.last_mut() {
                Some(below) => after[0].backward(&below.values, Some(&mut below.cotangents)),
                None => after[0].backward(&net.inputs, Some(&mut first)),
            }
            let below = before.last().map_or(&first, |layer| &layer.cotangents);
            norms += below.iter().map(|g| g * g).sum::<f64>().sqrt();
        }
        norms
    }
}

pub(crate) fn map() -> impl FnMut() -> f64 {
    let mut net = net(4, &[2, 4, 1]);
    let start: Vec<_> = net
        .layers
        .iter()
        .map(|layer| (layer.weights.clone(), layer.biases.clone()))
        .collect();
    move || {
        let mut total = 0.0;
        for pixel in 0..64 {
            for (layer, (weights, biases)) in net.layers.iter_mut().zip(&start) {
                layer.weights.copy_from_slice(weights);
                layer.biases.copy_from_slice(biases);
            }
            let step_sizes = [
                f64::from(pixel % 8 + 1) * 1e-2,
                f64::from(pixel / 8 + 1) * 1e-2,
            ];
            total += (0..200)
                .map(|_| net.step(&step_sizes))
                .last()
                .unwrap_or(0.0);
        }
        total
    }
}
