//! What `[when]` and `[unless]` say, as used; what is wrong with it is complained of.

use super::complaints::Complaints;
use super::complaints_of_find::{all, measured};
use super::file;
use super::rule::{Condition, Terms};
use super::slip::Slip;
use super::term::Term;

impl Complaints<'_> {
    /// The conditions of a table, and the paths among them.
    pub(super) fn conditions(&mut self, file: file::ConditionFile) -> (Vec<Condition>, Vec<String>) {
        let paths = file.path.iter().map(|path| path.get_ref().clone()).collect();
        for path in &file.path {
            if let Err(error) = globset::Glob::new(path.get_ref()) {
                self.slips.push(Slip::new(path.span(), format!("this is no path pattern: {}", error.kind())));
            }
        }
        (self.each_condition(file), paths)
    }

    fn each_condition(&mut self, file: file::ConditionFile) -> Vec<Condition> {
        let mut conditions = Vec::new();
        if let Some(reach) = file.attributed {
            conditions.push(Condition::Attributed(reach.into(), Vec::new()));
        }
        if let Some(by) = file.attributed_by {
            conditions.push(Condition::Attributed(by.within.into(), all(by.source)));
        }
        push(&mut conditions, all(file.inside), Condition::Inside);
        push(&mut conditions, all(file.beside), Condition::Beside);
        push(&mut conditions, self.terms(&file.part_of, Term::new), |terms| {
            Condition::PartOf(Terms::own(terms))
        });
        push(&mut conditions, self.terms(&file.holds, Term::new), |terms| {
            Condition::Holds(Terms::own(terms))
        });
        if let Some(near) = file.near {
            conditions
                .push(Condition::Near(Terms::own(self.terms(&near.terms, Term::new)), near.within.into()));
        }
        push(&mut conditions, self.terms(&file.after, Term::new), |terms| {
            Condition::After(Terms::own(terms))
        });
        push(&mut conditions, self.terms(&file.before, Term::new), |terms| {
            Condition::Before(Terms::own(terms))
        });
        push(&mut conditions, all(file.block), Condition::Block);
        push(&mut conditions, file.genre, Condition::Genre);
        if let Some(reach) = file.named {
            conditions.push(Condition::Named(reach.into()));
        }
        if let Some(reach) = file.unpaired_mark {
            conditions.push(Condition::UnpairedMark(reach.into()));
        }
        if let Some(measure) = file.article {
            let (measure, count) = measured(measure);
            conditions.push(Condition::Article(measure, count));
        }
        for table in file.all {
            let inner = self.inner(table);
            conditions.push(inner);
        }
        if !file.any.is_empty() {
            conditions.push(Condition::Any(file.any.into_iter().map(|table| self.inner(table)).collect()));
        }
        if let Some(table) = file.not {
            conditions.push(Condition::Not(Box::new(self.inner(*table))));
        }
        conditions
    }

    /// A table inside `any`, `all` or `not`: every key of it must hold.
    fn inner(&mut self, file: file::ConditionFile) -> Condition {
        if let Some(path) = file.path.first() {
            let help = "`path` stands directly under [when] or [unless]";
            self.slips.push(Slip::new(path.span(), "a path can't be asked for in here").with_help(help));
        }
        Condition::All(self.each_condition(file))
    }
}

fn push<T>(conditions: &mut Vec<Condition>, values: Vec<T>, make: impl FnOnce(Vec<T>) -> Condition) {
    if !values.is_empty() {
        conditions.push(make(values));
    }
}
