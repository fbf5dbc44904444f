//! A browser that runs no script: the controls of a form as they stand on a page, what is filled
//! into them, and the body that is sent. Nothing can be filled in that the page does not offer.

use std::fmt::Write as _;

/// What a form sends for one control, or for all controls of a name that stand together.
#[derive(Debug)]
struct Control {
    name: String,
    kind: Kind,
    /// What can be chosen; empty where anything can be typed.
    offered: Vec<String>,
    /// What would be sent now.
    values: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Hidden,
    Line,
    Area,
    Radio,
    Check,
    Select,
}

/// A form of a page.
#[derive(Debug)]
pub(super) struct Form {
    pub action: String,
    controls: Vec<Control>,
    /// The buttons that send a name.
    buttons: Vec<(String, String)>,
}

/// The forms of a page that are posted.
pub(super) fn forms(page: &str) -> Vec<Form> {
    page.split("<form ")
        .skip(1)
        .filter_map(|rest| rest.split_once("</form>").map(|(form, _)| form))
        .filter(|form| form.starts_with("method=\"post\""))
        .map(Form::read)
        .collect()
}

impl Form {
    fn read(html: &str) -> Self {
        let mut form = Self {
            action: String::new(),
            controls: Vec::new(),
            buttons: Vec::new(),
        };
        let (own, mut rest) = html.split_once('>').unwrap();
        form.action = attribute(own, "action").unwrap();
        while let Some((_, after)) = rest.split_once('<') {
            let (tag, after) = after.split_once('>').unwrap();
            rest = after;
            let name = || attribute(tag, "name").unwrap();
            let value = || attribute(tag, "value").unwrap();
            let open = !has(tag, "disabled");
            match tag.split(' ').next().unwrap() {
                "input" => form.input(tag, name(), value(), open),
                "textarea" => {
                    let (typed, after) = rest.split_once("</textarea>").unwrap();
                    rest = after;
                    // The first newline belongs to the tag.
                    let typed = plain(typed.strip_prefix('\n').unwrap_or(typed));
                    form.put(Kind::Area, name(), vec![], vec![typed]);
                }
                "select" => {
                    let (options, after) = rest.split_once("</select>").unwrap();
                    rest = after;
                    let all: Vec<(String, bool)> = options
                        .split("<option ")
                        .skip(1)
                        .map(|option| option.split_once('>').unwrap().0)
                        .filter(|option| !has(option, "disabled"))
                        .map(|option| {
                            (attribute(option, "value").unwrap(), has(option, "selected"))
                        })
                        .collect();
                    let sent = all.iter().find(|(_, chosen)| *chosen).or(all.first());
                    let sent = sent.iter().map(|(value, _)| value.clone()).collect();
                    let offered = all.iter().map(|(value, _)| value.clone()).collect();
                    form.put(Kind::Select, name(), offered, sent);
                }
                "button" if attribute(tag, "name").is_some() => {
                    form.buttons.push((name(), value()));
                }
                _ => {}
            }
        }
        form
    }

    fn input(&mut self, tag: &str, name: String, value: String, open: bool) {
        let kind = match attribute(tag, "type").unwrap().as_str() {
            "hidden" => Kind::Hidden,
            "radio" => Kind::Radio,
            "checkbox" => Kind::Check,
            "text" | "password" => Kind::Line,
            other => panic!("{other}"),
        };
        if !matches!(kind, Kind::Radio | Kind::Check) {
            return self.put(kind, name, vec![], vec![value]);
        }
        if !self.has(&name) {
            self.put(kind, name.clone(), vec![], vec![]);
        }
        let control = self.control(&name).unwrap();
        if has(tag, "checked") {
            control.values.push(value.clone());
        }
        if open {
            control.offered.push(value);
        }
    }

    fn put(&mut self, kind: Kind, name: String, offered: Vec<String>, values: Vec<String>) {
        self.controls.push(Control {
            name,
            kind,
            offered,
            values,
        });
    }

    fn control(&mut self, name: &str) -> Option<&mut Control> {
        self.controls.iter_mut().find(|c| c.name == name)
    }

    /// Whether there is a control of this name that somebody can see.
    pub fn has(&self, name: &str) -> bool {
        let seen = |c: &Control| c.name == name && c.kind != Kind::Hidden;
        self.controls.iter().any(seen)
    }

    /// Whether it has a button of this name.
    pub fn has_button(&self, name: &str) -> bool {
        self.buttons.iter().any(|(n, _)| n == name)
    }

    /// Types or chooses what a control is to send.
    pub fn fill(&mut self, name: &str, values: &[String]) -> Result<(), String> {
        let control = self
            .control(name)
            .ok_or_else(|| format!("there is no field “{name}”"))?;
        let whole = match control.kind {
            Kind::Hidden => false,
            Kind::Line => matches!(values, [one] if !one.contains('\n')),
            Kind::Area | Kind::Radio | Kind::Select => values.len() == 1,
            Kind::Check => true,
        };
        let chosen = matches!(control.kind, Kind::Radio | Kind::Select | Kind::Check);
        let missing = values
            .iter()
            .find(|v| chosen && !control.offered.contains(v));
        if let Some(missing) = missing {
            let offered = &control.offered;
            return Err(format!(
                "“{name}” does not offer “{missing}”, but {offered:?}"
            ));
        }
        if !whole {
            return Err(format!("“{name}” cannot hold {values:?}"));
        }
        // Boxes are sent in the order of the page, whatever the order in which they were ticked.
        control.values = if control.kind == Kind::Check {
            let ticked = control.offered.iter().filter(|v| values.contains(v));
            ticked.cloned().collect()
        } else {
            values.to_vec()
        };
        Ok(())
    }

    /// The body that is sent when a button is pressed.
    pub fn body(&self, button: Option<&str>) -> String {
        let pressed = button.map(|name| {
            let found = self.buttons.iter().find(|(n, _)| n == name);
            found.cloned().unwrap()
        });
        let typed = self.controls.iter().flat_map(|c| {
            let all = c.values.iter();
            all.map(|value| (c.name.clone(), value.clone()))
        });
        let mut body = String::new();
        for (name, value) in typed.chain(pressed) {
            if !body.is_empty() {
                body.push('&');
            }
            encode(&mut body, &name);
            body.push('=');
            encode(&mut body, &value.replace('\n', "\r\n"));
        }
        body
    }
}

/// As a form is encoded.
fn encode(body: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b' ' => body.push('+'),
            b if b.is_ascii_alphanumeric() || b"*-._".contains(&b) => body.push(char::from(b)),
            b => write!(body, "%{b:02X}").unwrap(),
        }
    }
}

/// The value of an attribute, as it is meant.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let opening = format!(" {name}=\"");
    let tag = format!(" {tag}");
    let (_, rest) = tag.split_once(&opening)?;
    rest.split_once('"').map(|(value, _)| plain(value))
}

/// Whether a tag has an attribute without a value.
fn has(tag: &str, name: &str) -> bool {
    // What stands in quotation marks is no attribute.
    let bare = tag.split('"').step_by(2).collect::<String>();
    bare.split([' ', '=']).any(|word| word == name)
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[test]
fn a_form_is_read_and_sent_as_a_browser_does() {
    let page = "<form method=\"post\" action=\"/a\" accept-charset=\"utf-8\">\
        <input type=\"hidden\" name=\"shown\" value=\"x &amp; y\">\
        <input type=\"radio\" name=\"r\" value=\"1\" checked><input type=\"radio\" name=\"r\" value=\"2\">\
        <input type=\"radio\" name=\"r\" value=\"checked\" disabled>\
        <input type=\"checkbox\" name=\"c\" value=\"a\"><input type=\"checkbox\" name=\"c\" value=\"b\">\
        <select id=\"s\" name=\"s\"><option value=\"\">-</option><option value=\"h/1\" selected>H 1</option></select>\
        <textarea id=\"t\" name=\"t\" dir=\"auto\">\n\nkept</textarea>\
        <button class=\"btn\">Go</button><button class=\"btn\" name=\"show\" value=\"1\">Show</button></form>";
    let mut form = forms(page).remove(0);
    assert_eq!(form.body(None), "shown=x+%26+y&r=1&s=h%2F1&t=%0D%0Akept");
    form.fill("r", &["2".to_owned()]).unwrap();
    form.fill("c", &["b".to_owned(), "a".to_owned()]).unwrap();
    form.fill("s", &[String::new()]).unwrap();
    assert_eq!(
        form.body(Some("show")),
        "shown=x+%26+y&r=2&c=a&c=b&s=&t=%0D%0Akept&show=1"
    );
    for (name, value) in [
        ("r", "3"),
        ("r", "checked"),
        ("shown", ""),
        ("s", "h/2"),
        ("u", ""),
    ] {
        assert!(
            form.fill(name, &[value.to_owned()]).is_err(),
            "{name} {value}"
        );
    }
}
