//! The floors hold here, and a house that breaks them is caught.

use super::*;
use crate::metadata::Dependency;

fn package(name: &str, dependencies: &[(&str, Kind)]) -> Package {
    Package {
        name: name.to_owned(),
        version: "0.1.0".to_owned(),
        licence: None,
        source: None,
        manifest: String::new(),
        dependencies: dependencies
            .iter()
            .map(|(name, kind)| Dependency {
                name: (*name).to_owned(),
                kind: *kind,
            })
            .collect(),
    }
}

fn faults_of(ours: &[Package]) -> Vec<String> {
    let mut findings = Findings::default();
    arrows(ours, &mut findings);
    alone(ours, &mut findings);
    findings.faults().to_vec()
}

#[test]
fn this_house_stands() {
    let found = check(&Repository::here().unwrap()).unwrap();
    assert!(found.faults().is_empty(), "{:#?}", found.faults());
}

#[test]
fn the_table_itself_points_down() {
    for place in &HOUSE {
        for below in place.rests_on {
            let floor = HOUSE.iter().find(|p| p.name == *below).unwrap().floor;
            assert!(floor < place.floor, "{} on {below}", place.name);
        }
    }
}

#[test]
fn an_arrow_that_goes_up_is_caught() {
    let ours = [
        package("record", &[("mediation", Kind::Shipped)]),
        package("mediation", &[("record", Kind::Shipped)]),
    ];
    assert_eq!(faults_of(&ours), ["record may not depend on mediation"]);
}

#[test]
fn the_store_knows_no_domain_not_even_in_tests() {
    let ours = [
        package("store", &[("mediation", Kind::Tests)]),
        package("mediation", &[]),
    ];
    assert_eq!(faults_of(&ours).len(), 1);
}

#[test]
fn tests_may_reach_lower_floors_and_the_testbed() {
    let ours = [
        package("web", &[("store", Kind::Tests), ("testbed", Kind::Tests)]),
        package("store", &[]),
        package("testbed", &[]),
    ];
    assert!(faults_of(&ours).is_empty());
    let ships = [
        package("web", &[("testbed", Kind::Shipped)]),
        package("testbed", &[]),
    ];
    assert_eq!(faults_of(&ships).len(), 1);
}

#[test]
fn a_crate_without_a_floor_is_caught() {
    assert_eq!(faults_of(&[package("helpers", &[])]).len(), 1);
}

#[test]
fn sql_outside_the_store_is_caught() {
    let ours = [package("web", &[("rusqlite", Kind::Shipped)])];
    assert_eq!(
        faults_of(&ours),
        ["web depends on rusqlite: store alone may"]
    );
}

#[test]
fn a_pure_crate_that_ships_randomness_is_caught() {
    let mut findings = Findings::default();
    purity(
        "mediation",
        &["serde".to_owned(), "getrandom".to_owned()],
        &mut findings,
    );
    assert_eq!(findings.faults().len(), 1);
}
