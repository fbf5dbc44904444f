//! The domain's words for things, as strings of the interface: each variant of each enum, and
//! nothing else.

use mediation::{
    concerns::{
        agreement::{AgreementForm, RequirementKind},
        channels::{ChannelState, Means},
        custody::{Comparison, Step},
        demands::Outcome,
        lists::ListKind,
        messages::{HowFar, RequestFor},
        opening::Clearance,
        people::{Act, DecisionRule, Role, Weight},
        relays::{HowExact, Voice},
        rooms::ParticipantKind,
        undertakings::{ActKind, Performance, UndertakingKind},
    },
    entry::Terms,
};

use crate::Key;

pub(crate) const fn terms(of: Terms) -> Key {
    match of {
        Terms::InConfidence => Key("entry-terms"),
        Terms::ByClearance => Key("entry-terms.clearance"),
        Terms::Substance => Key("entry-terms.substance"),
        Terms::Open => Key("entry-terms.open"),
    }
}

pub(crate) const fn means(of: Means) -> Key {
    match of {
        Means::Call => Key("entry-means"),
        Means::Meeting => Key("entry-means.meeting"),
        Means::Message => Key("entry-means.message"),
        Means::Visit => Key("entry-means.visit"),
    }
}

pub(crate) const fn channel_state(of: ChannelState) -> Key {
    match of {
        ChannelState::Offered => Key("entry-channel-state"),
        ChannelState::Tested => Key("entry-channel-state.tested"),
        ChannelState::Authorised => Key("entry-channel-state.authorised"),
        ChannelState::Active => Key("entry-channel-state.active"),
        ChannelState::Silent => Key("entry-channel-state.silent"),
        ChannelState::Closed => Key("entry-channel-state.closed"),
    }
}

pub(crate) const fn request_for(of: RequestFor) -> Key {
    match of {
        RequestFor::List => Key("entry-request-for"),
        RequestFor::ProofOfLife => Key("entry-request-for.proof"),
        RequestFor::Clarification => Key("entry-request-for.clarification"),
        RequestFor::Answer => Key("entry-request-for.answer"),
        RequestFor::Other => Key("entry-request-for.other"),
    }
}

pub(crate) const fn how_far(of: HowFar) -> Key {
    match of {
        HowFar::InFull => Key("entry-how-far"),
        HowFar::InPart => Key("entry-how-far.part"),
        HowFar::Refused => Key("entry-how-far.refused"),
        HowFar::Withdrawn => Key("entry-how-far.withdrawn"),
    }
}

pub(crate) const fn outcome(of: Outcome) -> Key {
    match of {
        Outcome::Accepted => Key("entry-outcome"),
        Outcome::InPart => Key("entry-outcome.part"),
        Outcome::Declined => Key("entry-outcome.declined"),
        Outcome::Countered => Key("entry-outcome.countered"),
    }
}

pub(crate) const fn undertaking_kind(of: UndertakingKind) -> Key {
    match of {
        UndertakingKind::Undertaking => Key("entry-undertaking"),
        UndertakingKind::Assurance => Key("entry-undertaking.assurance"),
        UndertakingKind::Pilot => Key("entry-undertaking.pilot"),
    }
}

pub(crate) const fn performance(of: Performance) -> Key {
    match of {
        Performance::Performed => Key("entry-performance"),
        Performance::InPart => Key("entry-performance.part"),
        Performance::Late => Key("entry-performance.late"),
        Performance::Excused => Key("entry-performance.excused"),
        Performance::Disputed => Key("entry-performance.disputed"),
        Performance::Cured => Key("entry-performance.cured"),
        Performance::Waived => Key("entry-performance.waived"),
        Performance::Breached => Key("entry-performance.breached"),
    }
}

pub(crate) const fn act_kind(of: ActKind) -> Key {
    match of {
        ActKind::Pilot => Key("entry-act"),
        ActKind::Unilateral => Key("entry-act.unilateral"),
        ActKind::Event => Key("entry-act.event"),
    }
}

pub(crate) const fn list_kind(of: ListKind) -> Key {
    match of {
        ListKind::Sought => Key("entry-list-kind"),
        ListKind::Held => Key("entry-list-kind.held"),
        ListKind::Offered => Key("entry-list-kind.offered"),
        ListKind::Agreed => Key("entry-list-kind.agreed"),
        ListKind::Scheduled => Key("entry-list-kind.scheduled"),
        ListKind::Released => Key("entry-list-kind.released"),
        ListKind::Excluded => Key("entry-list-kind.excluded"),
        ListKind::Remains => Key("entry-list-kind.remains"),
    }
}

pub(crate) const fn act(of: Act) -> Key {
    match of {
        Act::Speak => Key("entry-may"),
        Act::Negotiate => Key("entry-may.negotiate"),
        Act::AgreeAdReferendum => Key("entry-may.referendum"),
        Act::Bind => Key("entry-may.bind"),
    }
}

pub(crate) const fn role(of: Role) -> Key {
    match of {
        Role::Principal => Key("entry-role"),
        Role::Envoy => Key("entry-role.envoy"),
        Role::Delegate => Key("entry-role.delegate"),
        Role::Adviser => Key("entry-role.adviser"),
        Role::Interlocutor => Key("entry-role.interlocutor"),
    }
}

pub(crate) const fn weight(of: Weight) -> Key {
    match of {
        Weight::MustApprove => Key("entry-weight"),
        Weight::Advises => Key("entry-weight.advises"),
    }
}

pub(crate) const fn rule(of: DecisionRule) -> Key {
    match of {
        DecisionRule::Majority => Key("entry-rule"),
        DecisionRule::TwoThirds => Key("entry-rule.thirds"),
        DecisionRule::Unanimity => Key("entry-rule.unanimity"),
        DecisionRule::Head => Key("entry-rule.head"),
        DecisionRule::NotKnown => Key("entry-rule.unknown"),
    }
}

pub(crate) const fn form(of: AgreementForm) -> Key {
    match of {
        AgreementForm::CommonText => Key("entry-form"),
        AgreementForm::Declaration => Key("entry-form.declaration"),
    }
}

pub(crate) const fn requirement_kind(of: RequirementKind) -> Key {
    match of {
        RequirementKind::Annex => Key("entry-requirement-kind"),
        RequirementKind::List => Key("entry-requirement-kind.list"),
        RequirementKind::Signature => Key("entry-requirement-kind.signature"),
        RequirementKind::Protocol => Key("entry-requirement-kind.protocol"),
        RequirementKind::Window => Key("entry-requirement-kind.window"),
        RequirementKind::Other => Key("entry-requirement-kind.other"),
    }
}

pub(crate) const fn voice(of: Voice) -> Key {
    match of {
        Voice::Attributed => Key("entry-voice"),
        Voice::NonPaper => Key("entry-voice.paper"),
        Voice::Proposal => Key("entry-voice.proposal"),
    }
}

pub(crate) const fn exact(of: HowExact) -> Key {
    match of {
        HowExact::Verbatim => Key("entry-exact"),
        HowExact::Edited => Key("entry-exact.edited"),
        HowExact::Own => Key("entry-exact.own"),
    }
}

pub(crate) const fn step(of: Step) -> Key {
    match of {
        Step::HandedOver => Key("entry-step"),
        Step::Delivered => Key("entry-step.delivered"),
        Step::ReadBack => Key("entry-step.back"),
    }
}

pub(crate) const fn comparison(of: Comparison) -> Key {
    match of {
        Comparison::Same => Key("entry-comparison"),
        Comparison::Differs => Key("entry-comparison.differs"),
        Comparison::NotCompared => Key("entry-comparison.not"),
    }
}

pub(crate) const fn participant_kind(of: ParticipantKind) -> Key {
    match of {
        ParticipantKind::Party => Key("entry-participant-kind"),
        ParticipantKind::Intermediary => Key("entry-participant-kind.intermediary"),
        ParticipantKind::Guarantor => Key("entry-participant-kind.guarantor"),
        ParticipantKind::Monitor => Key("entry-participant-kind.monitor"),
        ParticipantKind::Carrier => Key("entry-participant-kind.carrier"),
        ParticipantKind::Observer => Key("entry-participant-kind.observer"),
    }
}

pub(crate) const fn clearance(of: Clearance) -> Key {
    match of {
        Clearance::OneOfficer => Key("entry-clearance"),
        Clearance::TwoOfficers => Key("entry-clearance.two"),
    }
}
