/** One of everything that a protocol can say and Somerset’s does not, in one file that no partnership has. */
export const oddText = `protocol: odd
version: "2026-01"
title: Escalating a concern about an adult’s safety, with a title that is long enough to need a second line on the sheet
partnership: Example Safeguarding Adults Board
calendar: scotland
counting: deemed
cut-off: "16:00"
about: For when people of two agencies disagree about an adult.
words: { difference: escalation, differences: escalations, stage: Level, child: adult, raising: the raising agency, receiving: the receiving agency }
safety: [{ if: an adult is in immediate danger, call: "999", name: the police }]
guidance: [{ title: What the board decided, says: A request that is not answered goes up by itself. }]
levels:
  practitioner: { is: practitioner }
  team-manager: { is: manager }
  senior-manager: { is: senior-manager, posts: [head-of-service, chief-inspector] }
  director: { posts: [chief-officer] }
roles:
  practitioner: { level: practitioner, called: practitioner }
  manager: { level: team-manager, called: manager, in: { health: named nurse, police: inspector } }
  senior-manager: { level: senior-manager, called: senior manager }
  director: { level: director, called: director }
  office: { office: business-unit, called: Board office }
  board: { office: executive, called: Board }
themes: { a: A theme }
fields:
  issue: { type: long-text, label: What is it? }
  urgency: { type: choice, label: How urgent is it?, options: { urgent: Urgent, standard: Standard } }
  answer: { type: long-text, label: What is your answer? }
  decided-on: { type: day, label: When was the decision? }
  late-reason: { type: text, label: Why so late? }
  conference-on: { type: day, label: When is the conference? }
  needed-by: { type: day, label: By when is it needed?, optional: true }
  needed-why: { type: text, label: Why sooner?, optional: true }
  outcome: { type: text, label: What did they say? }
  form-a: { type: text, label: Account, at-most: 150 }
  people: { type: adults, label: Who else lives there?, facts: { school: School, status: { label: Plan, optional: true, options: { none: None, plan: A plan } } } }
  visits: { type: table, label: Which visits were made?, row: Visit, columns: { what: What was seen, on: { label: Day, hint: As it was noted, type: day } }, rows: { at-least: 2, at-most: 9 } }
  met-on: { type: day, label: When did they meet?, plausible: { back: 2 years, ahead: today } }
  there: { type: agencies, label: Who was there? }
  leads: { type: agency, label: Who leads? }
  ring-at: { type: time, label: When can we ring? }
forms:
  f: { title: Escalation form, parts: { one: { title: Part one, by: raising manager, sections: [{ title: A, asks: [form-a] }] } } }
letters:
  l: { title: Letter of decision, text: "We decided {answer}" }
raise:
  by: [practitioner, manager]
  asks: [issue, urgency, decided-on]
  start: stage levels
  title: Raise an escalation
  window: { within: 10 working days, from: decided-on, because: late-reason }
  ways:
    urgent: { title: An urgent one, by: [manager], asks: [issue, urgency], start: stage urgent-talk }
    good: { title: A record of good practice, with: no-agency, by: [practitioner], asks: [issue], start: panel.note }
stages:
  levels:
    number: 1
    title: Up the levels of management
    each: [manager, senior-manager, director]
    after-last: stage formal
    steps:
      talk:
        kind: discussion
        title: Talk to the same level of the other agency
        by: raising each
        with: receiving each
        due: { within: { urgent: 24 hours, standard: 5 working days }, depends-on: urgency, late: { then: next } }
        outcomes: { resolved: end resolved, not-resolved: next }
  urgent-talk:
    title: Ring the director
    track: urgent
    forms: forbidden
    steps:
      ring:
        kind: discussion
        title: Ring the other director at once
        by: raising manager
        due: { within: 4 hours, late: stage formal, strength: soft }
        outcomes:
          resolved: end resolved
          no: { say: It is not settled and needs the formal level, then: stage formal }
  formal:
    number: 2
    title: Formal
    forms: optional
    steps:
      fill:
        kind: form
        form: f
        part: one
        title: Fill in the form
        by: raising manager
        consults: [raising senior-manager]
        outcomes:
          sent: { sends: { what: [f], to: [receiving, office, board] }, then: [letter-a, letter-b] }
          blank: { blank: true, sends: { what: [], to: [receiving, office, board] }, then: meet }
      letter-a: { kind: letter, letter: l, title: Write to the raising agency, by: office, due: { within: 5 calendar days }, outcomes: { done: { when-done: [letter-b], then: meet } } }
      letter-b: { kind: notice, title: Tell the receiving agency, by: office, due: { within: 1 working week, from: fill.sent, or-sooner: { on: needed-by, because: needed-why } }, asks: [needed-by, needed-why], outcomes: { done: { when-done: [letter-a], then: meet } } }
      meet:
        kind: meeting
        title: Meet
        by: office
        chair: board
        attends: [raising manager, receiving manager]
        asks: [conference-on, answer]
        due: { within: 5 working days, before: conference-on }
        outcomes:
          again: { say: Another meeting is needed, then: fill }
          answered: { sends: { what: [answer], to: [raising] }, copies: [{ to: board, sees: all }], then: stage panel }
          quick: { say: It can go to the note at once, then: panel.note }
          held: { say: Held for now, then: weigh }
      weigh:
        kind: judgement
        title: Weigh it
        by: raising manager
        due: { within: 10 working days, late: prompt }
        asks: [people, visits, met-on, there, leads, ring-at]
        outcomes: { back: meet, start: fill, on: stage panel, done: end resolved }
      prompt: { kind: follow-up, title: Prompt them, by: office, then: stay }
  panel:
    number: 3
    title: Panel
    discretionary: true
    steps:
      decide:
        kind: decision
        title: Decide
        by: board
        final: true
        panel: { of: [police, independent chair], quorum: 3, agencies: 3 }
        then: end decided
      note: { kind: note, title: Note it, by: raising manager, then: end resolved }
beside:
  ask: { kind: judgement, title: Say whether mediation is right, by: office, asks: [outcome], outcomes: { "yes": beside.mediate, "no": stay } }
  mediate: { kind: referral, to: Mediation Service, title: Mediation, by: office, due: { within: 3 weeks }, then: stay }
afterwards:
  learn: { kind: note, title: Learning, by: office, then: stay }
  chase: { kind: follow-up, title: Find out why it took so long, by: office, then: stay }
moves:
  withdraw: { title: Withdraw it, by: [either manager], while: [any], then: end withdrawn }
  mediate: { title: Ask for mediation, by: [either manager, office], while: [formal], sends: { what: [], to: [office] }, then: beside.ask }
  jump: { title: Jump, by: [raising director], while: [levels], skips: true, consults: [office], outcomes: { formal: { say: To formal, then: stage formal }, urgent: { say: To urgent, then: stage urgent-talk } } }
clocks:
  whole: { title: Settle it, by: office, within: 30 working days, from: raised, until: [end, stage panel], late: { then: beside.ask, sends: { what: [], to: [office] } } }
clock-changes:
  extend: { by: [office], at-most: 5 working days, times: 1 }
  pause: { by: [office] }
endings:
  resolved: { title: Resolved, opens: { from: formal, steps: [afterwards.learn, afterwards.chase] } }
  decided: { title: Decided by the Board, final: true, opens: { from: panel, steps: [afterwards.learn] } }
  withdrawn: { title: Withdrawn, hands-off: { to: other-protocol, carries: [issue] } }
`;
