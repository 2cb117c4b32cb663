//! What customers think, feel and say.

use super::Plan;
use super::lane::Cells;
use super::stack::{Look, Span, Style, card};
use crate::graph::TouchpointRef;
use crate::render::labels::Label;
use crate::render::scene::{Kind, Node, Paint, Role};

/// What customers think, feel and say.
pub struct Words;

impl Cells for Words {
    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        let body = touchpoint.body();
        let node = (touchpoint.address(), Kind::Words);
        let mut nodes = Vec::new();
        if !body.thinking.is_empty() || !body.feeling.is_empty() {
            nodes.push(card(&plan.typesetter, node.clone(), span, Look::BARE, |stack| {
                for thought in &*body.thinking {
                    stack.text(thought, Style::BODY);
                    stack.gap(4.0);
                }
                let feelings: Vec<_> = body.feeling.iter().map(|feeling| feeling.as_str()).collect();
                if !feelings.is_empty() {
                    stack.text(&plan.tongue.named(plan.label(Label::Feels), &feelings.join(", ")), Style::NOTE);
                }
            }));
        }
        let look = Look { paint: Paint::fill(Role::Quiet), ..Look::tinted(Role::Quiet) };
        nodes.extend(body.quote.iter().map(|quote| {
            card(&plan.typesetter, node.clone(), span, look, |stack| {
                stack.text(&plan.tongue.quote(quote), Style::BODY);
            })
        }));
        nodes
    }
}
