//! What a node does with a part of its gradient that arrives.

use std::collections::BTreeMap;

use popgrad::{BackwardStep, Error, PopulationNode};

/// What a node does with a part of its gradient that arrives: the right thing, or one of two classic bugs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// It adds the part to what is there.
    #[default]
    Add,
    /// It keeps the part and forgets what was there: `=` in place of `+=`.
    Replace,
    /// It adds, also to what an earlier pass left: gradients were not set to zero.
    Stale,
}

impl Rule {
    /// All rules, the right one first.
    pub const ALL: [Self; 3] = [Self::Add, Self::Replace, Self::Stale];

    /// The word for this rule in links and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Replace => "replace",
            Self::Stale => "stale",
        }
    }

    /// The rule of this name.
    ///
    /// ```
    /// use popgrad_graph::Rule;
    /// assert_eq!(Rule::named("replace"), Some(Rule::Replace));
    /// assert_eq!(Rule::named("forget"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// The steps of a backward pass from `root` by this rule. What an earlier pass left is no step.
    ///
    /// ```
    /// use popgrad::PopulationNode;
    /// use popgrad_graph::Rule;
    /// let x = PopulationNode::new(3.0);
    /// let y = &x * &x + &x;
    /// let last = |rule: Rule| rule.steps(&y).map(|steps| steps.last().unwrap().cotangent.clone());
    /// assert_eq!(last(Rule::Add)?, [7.0]);
    /// assert_eq!(last(Rule::Replace)?, [3.0]);
    /// # Ok::<(), popgrad::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the engine has no room for the steps.
    pub fn steps(self, root: &PopulationNode) -> Result<Vec<BackwardStep>, Error> {
        let steps = root.try_backward_steps()?;
        match self {
            Self::Add | Self::Stale => Ok(steps),
            Self::Replace => replacing(steps),
        }
    }
}

/// The same steps where every part that arrives replaces what was there.
fn replacing(steps: Vec<BackwardStep>) -> Result<Vec<BackwardStep>, Error> {
    let mut kept: BTreeMap<u64, Vec<f64>> = BTreeMap::new();
    let mut replaced = Vec::with_capacity(steps.len());
    for mut step in steps {
        let gradient = kept.get(&step.sender.id());
        let gradient = gradient.map_or_else(|| vec![1.0; step.sender.len()], Clone::clone);
        step.sent = step.sender.try_vjp(step.parent, &gradient)?;
        step.cotangent.clone_from(&step.sent);
        kept.insert(step.receiver.id(), step.sent.clone());
        replaced.push(step);
    }
    Ok(replaced)
}
