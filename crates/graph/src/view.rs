//! The view of a graph that a reader steps through.

use popgrad::{Error, PopulationNode};
use popgrad_figures::{Figure, text_alternative};

use crate::folded::Folded;
use crate::scene::Scene;
use crate::{Explanation, Fold, Rule, Walk, fold, strings};

/// So many nodes and folds are drawn; what is more is folded.
pub const MOST_DRAWN: usize = 200;

/// A node's graph that a reader steps through, forward and backward: all that it shows is kept as data, so what
/// happens to the nodes later does not change it.
///
/// Its moments: at 0 leaves alone have their values; each forward step computes a node; each backward step visits an
/// edge. A large graph is folded, and a fold takes a step as a node does.
///
/// ```
/// use popgrad::PopulationNode;
/// use popgrad_graph::{GraphView, Rule};
/// let x = PopulationNode::new([1.0, 2.0, 3.0]);
/// let y = &x * &x + &x;
/// let mut view = GraphView::new("graph", &y, &[("x", &x), ("y", &y)])?;
/// assert_eq!((view.forward_steps(), view.steps(), view.step()), (2, 6, 6));
/// view.set_step(1);
/// assert_eq!(view.spoken(), "Step 1 of 6, forward: x · x = [1, 4, 9].");
/// view.set_step(6);
/// assert_eq!(view.spoken(), "Step 6 of 6, backward: mul sends x part 3 of 3 of its gradient: [1, 2, 3].");
/// view.set_rule(Rule::Replace);
/// assert_eq!(view.gradient("x"), Some(vec![1.0, 2.0, 3.0]));
/// # Ok::<(), popgrad::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct GraphView {
    id: String,
    title: Option<String>,
    /// One for each rule, in the order of [`Rule::ALL`].
    walks: [Walk; 3],
    rule: Rule,
    step: usize,
    folds: Vec<Fold>,
    folded: Folded,
}

/// Two views are equal if they show the same in words.
impl PartialEq for GraphView {
    fn eq(&self, other: &Self) -> bool {
        let [own, others] = [self, other].map(|view| text_alternative(&view.figure()));
        (self.rule, self.step) == (other.rule, other.step) && own == others
    }
}

impl GraphView {
    /// The graph below `root` after its backward pass, as a figure of the given id.
    ///
    /// # Errors
    /// When the engine has no room for the steps.
    pub fn new(
        id: impl Into<String>,
        root: &PopulationNode,
        names: &[(&str, &PopulationNode)],
    ) -> Result<Self, Error> {
        let [add, replace, stale] = Rule::ALL.map(|rule| Walk::by(rule, root, names));
        let walks = [add?, replace?, stale?];
        let folds = fold::enough(&walks[0], MOST_DRAWN);
        let mut view = Self {
            id: id.into(),
            title: None,
            folded: Folded::new(&walks[0], &folds),
            walks,
            rule: Rule::Add,
            step: 0,
            folds,
        };
        view.step = view.steps();
        Ok(view)
    }

    /// The same view with a claim of its own, shown as long as the pass goes right.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Id of its figure.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How many forward steps there are: one for each node or fold that is computed.
    #[must_use]
    pub fn forward_steps(&self) -> usize {
        self.scene().forward_steps()
    }

    /// How many steps there are, forward and backward.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.forward_steps() + self.folded.bundles.len()
    }

    /// How many of the steps have been made.
    #[must_use]
    pub fn step(&self) -> usize {
        self.step
    }

    /// Goes to the moment after so many steps; to the last one if there are fewer.
    pub fn set_step(&mut self, step: usize) {
        self.step = step.min(self.steps());
    }

    /// What nodes do with parts that arrive.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Shows what another rule leaves.
    pub fn set_rule(&mut self, rule: Rule) {
        self.rule = rule;
    }

    /// The folds that are closed now.
    #[must_use]
    pub fn folds(&self) -> &[Fold] {
        &self.folds
    }

    /// Whether something in the graph could be folded that is not.
    #[must_use]
    pub fn can_fold(&self) -> bool {
        self.foldable() != self.folds
    }

    /// Folds all that repeats itself. The moment stays as near as it can.
    pub fn fold_all(&mut self) {
        self.refold(self.foldable());
    }

    /// Opens a fold by its id and says so in a sentence, or says why there is no room for it; `None` where there is
    /// no such fold.
    pub fn unfold(&mut self, id: &str) -> Option<String> {
        let place = self.folds.iter().position(|fold| fold.id() == id)?;
        let count = self.folds[place].count();
        let room = MOST_DRAWN + 1 - fold::left(self.walk(), &self.folds);
        if count > room {
            return Some(strings::no_room(
                &self.folds[place].words,
                count,
                room,
                MOST_DRAWN,
            ));
        }
        let mut folds = self.folds.clone();
        let opened = folds.remove(place);
        self.refold(folds);
        Some(strings::unfolded(&opened.words, count))
    }

    /// The gradient that the first node of this name holds at this moment.
    #[must_use]
    pub fn gradient(&self, name: &str) -> Option<Vec<f64>> {
        self.scene().gradient(name)
    }

    /// The figure of this moment.
    #[must_use]
    pub fn figure(&self) -> Figure {
        self.scene().figure(&self.id, self.title.as_deref())
    }

    /// This moment in a sentence.
    #[must_use]
    pub fn spoken(&self) -> String {
        self.scene().spoken()
    }

    /// What a mark of the figure is.
    #[must_use]
    pub fn explain(&self, mark: &str) -> Option<Explanation> {
        self.scene().explain(mark)
    }

    /// What every mark of the figure is, by its id.
    #[must_use]
    pub fn explanations(&self) -> Vec<(String, Explanation)> {
        self.scene().explanations()
    }

    /// The edges of the figure: the ids of the node that an edge comes from, of the one that it goes to, and its own.
    #[must_use]
    pub fn ways(&self) -> Vec<[String; 3]> {
        self.scene().ways()
    }

    /// The id of the node that the last step computed or came to.
    #[must_use]
    pub fn active(&self) -> Option<String> {
        self.scene().active()
    }

    fn walk(&self) -> &Walk {
        &self.walks[self.rule as usize]
    }

    fn scene(&self) -> Scene<'_> {
        Scene {
            walk: self.walk(),
            folds: &self.folds,
            folded: &self.folded,
            step: self.step,
        }
    }

    /// All repeats folded, or enough to be drawn.
    fn foldable(&self) -> Vec<Fold> {
        let repeats = fold::repeats(self.walk());
        if fold::left(self.walk(), &repeats) > MOST_DRAWN {
            fold::enough(self.walk(), MOST_DRAWN)
        } else {
            repeats
        }
    }

    /// Folds otherwise; what has been computed and visited stays so, as far as folds allow.
    fn refold(&mut self, folds: Vec<Fold>) {
        let reached = self.scene().reached();
        self.folded = Folded::new(self.walk(), &folds);
        self.folds = folds;
        self.step = self.scene().step_at(reached);
    }
}
