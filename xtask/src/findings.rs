//! What a check found: faults, which fail it, and remarks, which are only printed.

/// The outcome of one check.
#[derive(Debug, Default)]
pub struct Findings {
    faults: Vec<String>,
    remarks: Vec<String>,
}

impl Findings {
    pub fn fault(&mut self, text: impl Into<String>) {
        self.faults.push(text.into());
    }

    pub fn remark(&mut self, text: impl Into<String>) {
        self.remarks.push(text.into());
    }

    #[cfg(test)]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    #[cfg(test)]
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// Prints everything and says whether the check passed.
    pub fn report(&self, name: &str) -> bool {
        for remark in &self.remarks {
            println!("{name}: note: {remark}");
        }
        for fault in &self.faults {
            println!("{name}: FAULT: {fault}");
        }
        match self.faults.len() {
            0 => println!("{name}: in order"),
            1 => println!("{name}: 1 fault"),
            many => println!("{name}: {many} faults"),
        }
        self.faults.is_empty()
    }
}
