//! Calls of the theme's functions, as they are written one inside the other.

use serde::Serialize;

use super::literal;

/// A call of a function of the theme that is being written.
pub struct Call {
    code: String,
    first: bool,
}

impl Call {
    pub fn new(function: &str) -> Self {
        Self { code: format!("t.{function}("), first: true }
    }

    pub fn argument(&mut self) {
        if !self.first {
            self.code.push(',');
        }
        self.first = false;
    }

    pub fn value(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        self.argument();
        literal::write(&value, &mut self.code);
        self
    }

    pub fn named(mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Self {
        self.open_named(name);
        literal::write(&value, &mut self.code);
        self
    }

    /// A word of the theme, by the key of its label.
    pub fn word(mut self, name: &str, key: &str) -> Self {
        self.open_named(name);
        self.push_call(&Self::new("woord").value(key));
        self
    }

    /// The same as what stands in the call.
    pub fn text_word(mut self, key: &str) -> Self {
        self.inner(&Self::new("woord").value(key));
        self
    }

    pub fn open_named(&mut self, name: &str) {
        self.argument();
        self.code.push_str(name);
        self.code.push(':');
    }

    pub fn text(&mut self, text: &str) {
        self.argument();
        literal::prose(text, &mut self.code);
    }

    pub fn raw(mut self, text: &str, block: bool) -> Self {
        self.argument();
        literal::raw(text, block, &mut self.code);
        self
    }

    /// A call as an argument.
    pub fn inner(&mut self, call: &Self) {
        self.argument();
        self.push_call(call);
    }

    pub fn push_call(&mut self, call: &Self) {
        self.code.push_str(&call.code);
        self.code.push(')');
    }

    pub fn line(&self) -> String {
        format!("#{})", self.code)
    }

    /// The call under a name, for a later line.
    pub fn binding(&self, name: &str) -> String {
        format!("#let {name} = {})", self.code)
    }

    /// What an earlier line put under a name.
    pub fn push_name(&mut self, name: &str) {
        self.code.push_str(name);
    }

    pub fn open_list(&mut self) {
        self.code.push('(');
    }

    pub fn next_in_list(&mut self) {
        self.code.push(',');
    }

    pub fn close_list(&mut self) {
        self.code.push(')');
    }
}
