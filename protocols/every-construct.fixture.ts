/**
 * A protocol that says what Somerset's does not: other ways to begin, levels, a meeting, a panel, letters,
 * a track of its own, a clock of no one step, dates that may be moved, a hand-off. For tests of pages.
 */
export const everyConstructText = `protocol: combe-challenge
version: "1"
title: Combe practice challenge
partnership: Combe
calendar: england-and-wales
about: For tests of pages.
words:
  difference: challenge
  differences: challenges
  stage: Level
  child: person
  raising: the challenging agency
  receiving: the challenged agency
guidance:
  - { title: Before you begin, says: Talk to your own manager first. }
safety: [{ if: a person is in immediate danger, call: "999", name: the police }]
not-for:
  complaint: { if: It is a complaint about one person, go: Use the complaints procedure. }
  conference: { if: It is about a conference, go: Raise a conference challenge., protocol: combe-conference }
roles:
  practitioner: { level: practitioner, called: practitioner }
  manager: { level: manager, called: manager, proxy: true }
  senior-manager: { level: senior-manager, called: senior manager }
  chair: { level: practitioner, called: Conference Chair, post: conference-chair }
  business-unit: { office: business-unit, called: Business Unit }
  executive: { office: executive, called: Executive }
  panel-chair: { office: panel-chair, called: chair of the panel }
themes: { thresholds: Thresholds, other: Something else }
raise:
  title: Challenge a decision
  by: [practitioner, manager, senior-manager]
  asks: [decided-on, adults, urgency, locality, issue, wanted]
  start: stage talk
  window: { within: 10 working days, from: decided-on, because: late-because }
  ways:
    urgent:
      title: Challenge a decision that cannot wait
      says: When somebody may come to harm before the usual time is up.
      by: [practitioner, manager]
      asks: [adults, issue]
      start: stage urgent-call
    thematic:
      title: Raise an issue about no one person
      by: [manager]
      asks: [rung-at, issue, sites, urgency]
      raised-at: rung-at
      copies: [{ to: executive, sees: notice }]
      start: [talk.talk, beside.mediation]
      sends: { what: [issue], to: [business-unit] }
    good-practice:
      title: Record good practice
      by: [practitioner]
      asks: [seen-on, issue]
      start: note.praise
      window: { within: 1 month, from: seen-on, late: refused }
stages:
  talk:
    number: 1
    title: Talk
    kind: discussion
    says: Talk first.
    steps:
      talk:
        kind: discussion
        title: Talk to the other agency
        by: raising practitioner
        named-in: raised-by
        consults: [raising manager]
        asks: [said]
        outcomes:
          settled: { say: We settled it, then: end resolved }
          elsewhere: { say: It belongs to the conference, then: end to-conference }
          not-settled: { say: We did not settle it, sends: { what: [issue, locality, urgency], to: [receiving, business-unit] }, then: reply.reply }
  urgent-call:
    title: Urgent call
    track: urgent
    steps:
      ring:
        kind: discussion
        title: Ring their manager
        by: raising practitioner
        named-in: raised-by
        only-named: true
        outcomes:
          done: { say: I rang, then: end resolved }
          no: { say: It is not settled, sends: { what: [issue], to: [receiving, business-unit] }, then: stage meeting }
  note:
    title: Good practice
    discretionary: true
    steps:
      praise:
        kind: task
        title: Say what was good
        by: raising practitioner
        named-in: raised-by
        outcomes: { done: { say: Save it, then: end recorded } }
  reply:
    number: 2
    title: Reply
    kind: formal
    steps:
      reply:
        kind: reply
        title: Reply to the challenge
        by: receiving manager
        due:
          within: { standard: 10 working days, urgent: 24 hours }
          depends-on: urgency
          or-sooner: { on: needed-by, because: sooner-because }
          from: talk.talk.not-settled
        asks: [answer]
        outcomes:
          replied:
            say: Send the reply
            sends: { what: [answer], to: [raising, business-unit] }
            copies:
              - { to: executive, sees: notice }
            then: meeting.meet
  facilitated:
    title: Facilitated talk
    kind: facilitated
    discretionary: true
    steps:
      facilitate:
        kind: meeting
        title: Hold a facilitated talk
        by: business-unit
        outcomes: { held: { say: It was held, then: stage meeting } }
  meeting:
    number: 3
    title: Meeting
    kind: meeting
    steps:
      meet:
        kind: meeting
        title: Hold the resolution meeting
        by: business-unit
        attends: [raising manager, receiving manager]
        chair: business-unit
        due: { within: 5 working days, wording: within a week }
        asks: [met-at, actions]
        outcomes:
          agreed: { say: It was agreed, sends: { what: [actions], to: [raising, receiving] }, then: end resolved }
          not-agreed: { say: It was not agreed, sends: { what: [actions], to: [panel-chair] }, then: panel.decide }
          not-held: { say: It could not be held, blank: true, asks: [why-not], sends: { what: [why-not], to: [panel-chair] }, then: panel.decide }
  panel:
    number: 4
    title: Panel
    kind: panel
    steps:
      decide:
        kind: decision
        title: Decide as a panel
        by: business-unit
        chair: panel-chair
        panel: { of: [police, independent chair], quorum: 3, agencies: 2 }
        final: true
        asks: [decision]
        outcomes: { decided: { say: Record the decision, then: end decided } }
beside:
  mediation:
    kind: task
    title: Offer mediation
    by: business-unit
    due: { within: 3 working days }
    asks: [unborn, siblings, visits, next-on, call-at, led-by, agencies-there, in-short]
    outcomes: { offered: { say: It was offered, then: stay } }
afterwards:
  letter:
    kind: letter
    title: Write to both agencies
    letter: outcome
    by: business-unit
    due: { within: 3 working days }
    asks: [closing-words]
    outcomes: { sent: { say: It was sent, then: stay } }
letters:
  outcome:
    title: Outcome of a challenge
    to: The senior managers of {raising-agency} and {receiving-agency}
    text: |
      {raising-agency} challenged a decision of {receiving-agency} on {raised-on}: {issue}

      What was said before: {said}

      The panel decided: {decision}

      What was agreed at the meeting: {actions}

      {closing-words}
moves:
  mediate:
    title: Offer mediation alongside
    says: When talking with somebody neutral may help.
    by: [business-unit]
    while: [any]
    once: true
    then: beside.mediation
  go-higher:
    title: Take it higher
    says: When the level that it is at cannot settle it.
    by: [raising manager, business-unit]
    consults: [receiving manager]
    while: [reply, meeting]
    asks: [higher-because]
    outcomes:
      meeting: { say: To a meeting, then: stage meeting }
      panel: { say: Straight to the panel, asks: [panel-because], sends: { what: [panel-because], to: [panel-chair] }, then: stage panel }
      facilitated: { say: To a facilitated talk, then: stage facilitated }
  ask-sooner:
    title: Say by when it is needed
    by: [raising manager]
    while: [reply.reply]
    asks: [needed-by, sooner-because]
    then: stay
  withdraw:
    title: Withdraw it
    by: [raising practitioner, raising manager]
    while: [any]
    asks: [higher-because]
    then: end withdrawn
clocks:
  whole:
    title: The whole challenge is settled
    by: business-unit
    within: 8 weeks
    from: raised
    until: end
clock-changes:
  extend: { by: [business-unit], at-most: 10 working days, times: 2 }
  pause: { by: [business-unit] }
  bring-forward: { by: [raising manager, business-unit] }
endings:
  resolved: { title: Resolved, is: resolved, opens: { from: meeting, steps: [afterwards.letter after 2 weeks] } }
  recorded: { title: Recorded, is: recorded }
  withdrawn: { title: Withdrawn, is: withdrawn }
  decided: { title: Decided by the panel, is: decided, final: true, opens: { from: panel, steps: [afterwards.letter] } }
  to-conference:
    title: Goes on as a conference challenge
    is: transferred
    hands-off: { to: combe-conference, carries: [adults, issue] }
report: { every: 6 months, to: Quality Subgroup, dimensions: [locality, urgency], changed: { urgency: At the end } }
fields:
  decided-on: { type: day, label: On which day was the decision?, plausible: { back: 6 months, ahead: today } }
  late-because: { type: long-text, label: Why is it raised only now? }
  rung-at: { type: moment, label: When did you tell them?, optional: true }
  seen-on: { type: day, label: On which day did you see it? }
  adults: { type: adults, label: Whom is it about? }
  unborn: { type: children, label: Which child?, unborn: true, optional: true }
  siblings:
    type: children
    label: Who else lives there?
    unborn: true
    complete: true
    optional: true
    facts:
      school: School
      plan-status: { label: Plan, options: { none: No plan, child-in-need: Child in need }, optional: true }
      seen-on: { label: Last seen on, type: day, optional: true }
  visits:
    type: table
    label: Which visits were made?
    optional: true
    row: Visit
    columns:
      on: { label: Day, type: day }
      what: { label: What was seen, type: long-text }
      how: { label: How, options: { announced: Announced, not-announced: Not announced } }
      by-whom: { label: By whom, optional: true }
    rows: { at-least: 2, at-most: 5 }
  next-on: { type: day, label: When is the first talk?, optional: true, plausible: { ahead: 10 working days, back: today } }
  call-at: { type: time, label: At what time can you be rung?, optional: true }
  led-by: { type: agency, label: Which agency leads on it?, optional: true }
  agencies-there: { type: agencies, label: Which agencies took part?, hint: Also those that were only told, optional: true }
  in-short: { type: text, label: Mediation in a few words, at-most: 60, optional: true }
  urgency: { type: choice, label: How urgent is it?, options: { standard: In the usual time, urgent: Within a day }, ring-first: [urgent] }
  locality: { type: choice, label: Where does the person live?, options: { north: North, south: South } }
  sites: { type: number, label: How many services does it touch?, hint: A rough number will do. }
  issue: { type: long-text, label: What do you challenge? }
  wanted: { type: choices, label: What do you want?, options: { review: A review, visit: A visit } }
  said: { type: long-text, label: What was said? }
  answer: { type: long-text, label: What is your reply? }
  needed-by: { type: day, label: By when is it needed?, optional: true }
  sooner-because: { type: long-text, label: Why is it needed sooner?, optional: true }
  met-at: { type: moment, label: When was the meeting?, plausible: { back: raised } }
  actions: { type: actions, label: What was agreed?, optional: true }
  why-not: { type: long-text, label: Why could it not be held? }
  decision: { type: long-text, label: What does the panel decide? }
  closing-words: { type: long-text, label: What else should the letter say?, optional: true }
  higher-because: { type: long-text, label: Why? }
  panel-because: { type: long-text, label: Why not a meeting first? }
`;

/** The protocol that the first one hands over to, and leads to from its scope screen. */
export const handedOverText = `protocol: combe-conference
version: "1"
title: Combe conference challenge
partnership: Combe
calendar: england-and-wales
about: For tests of pages.
words: { difference: conference challenge, differences: conference challenges }
safety: [{ if: a child is in immediate danger, call: "999", name: the police }]
roles:
  practitioner: { level: practitioner, called: practitioner }
  chair: { level: practitioner, called: Conference Chair, post: conference-chair }
themes: {}
fields:
  adults: { type: adults, label: Who was at the conference? }
  issue: { type: long-text, label: What went wrong at the conference? }
raise: { by: [practitioner], asks: [adults, issue], start: stage one }
stages:
  one:
    title: One
    steps:
      do:
        kind: task
        title: Do it
        by: raising practitioner
        outcomes: { done: { say: Done, then: end over } }
endings: { over: { title: Over } }
`;
