import { expect, test } from "vitest";
import { fullestOf, readAs } from "../../protocol/protocol.ts";
import { sayForChildsRecord } from "./childs-record-text.ts";
import { sayEvent } from "./say-event.ts";
import { stagesSoFar } from "./stages-so-far.ts";
import { sayStart, whatsNext } from "./whats-next.ts";
import { played, untilForwarded } from "./words.fixture.ts";
import { withAgencyNames } from "./words.ts";

const record = (side: string, acts: string) => {
	const { protocol, names, entries } = played(side, acts);
	return entries.map((entry) => sayEvent(protocol, names, entry));
};
const stages = (side: string, acts: string) => {
	const { protocol, difference } = played(side, acts);
	return stagesSoFar(protocol, difference).map(({ stage, state, dates }) =>
		[stage.number, state, dates].filter(Boolean).join(" "),
	);
};

const untilDecided = `${untilForwarded}
  - { at: 2026-04-24 11:00, by: business-unit, do: follow-up }
  - { at: 2026-04-27 11:00, by: receiving senior-manager, do: respond }
  - { at: 2026-04-28 11:00, by: raising senior-manager, do: consider, outcome: not-resolved }
  - { at: 2026-04-28 12:00, by: raising senior-manager, do: request, outcome: requested }
  - { at: 2026-05-06 11:00, by: executive, do: decide }
  - { at: 2026-05-06 12:00, by: executive, do: refer-for-review, enter: { review-by: 2026-07-01 } }
`;
const raisedOnly = `
  - { at: 2026-03-24 10:00, by: raising practitioner, do: raise }
`;
const straightToFormal = `${raisedOnly}
  - { at: 2026-03-24 11:00, by: raising practitioner, do: straight-to-formal }
  - { at: 2026-03-25 11:00, by: raising practitioner, do: formal-resolution.raise, outcome: submitted }
  - { at: 2026-03-25 12:00, by: raising senior-manager, do: sign-off, outcome: returned }
  - { at: 2026-03-26 11:00, by: raising practitioner, do: formal-resolution.raise, outcome: submitted }
  - { at: 2026-03-26 12:00, by: raising senior-manager, do: sign-off, outcome: signed }
  - { at: 2026-03-26 13:00, by: business-unit, do: forward }
`;

test("the record reads as sentences with people, agencies and what they said", () => {
	const said = record("raising", untilDecided);
	expect(said.slice(0, 6)).toEqual([
		"Amy Okafor of Oakfield Primary School raised it with Larkhill Health Visiting",
		"It went to Stage 1: Early resolution",
		"It is now for Amy Okafor of Oakfield Primary School to talk to the other practitioner",
		"Amy Okafor of Oakfield Primary School recorded “Talk to the other practitioner”: “We talked, and did not agree: it goes on to my manager”",
		"It went to Stage 2: Informal resolution",
		"It is now for Zoë Marsh of Oakfield Primary School to talk to the other agency’s manager",
	]);
	expect(said).toEqual(
		expect.arrayContaining([
			"Zoë Marsh of Oakfield Primary School told Larkhill Health Visiting who and what it is about, and sent the answers to “What does Oakfield Primary School disagree about?”, “What outcome does Oakfield Primary School want for the child?” and “By when does Larkhill Health Visiting reply?”",
			"Zoë Marsh of Oakfield Primary School said it is not resolved",
			"Siân Pugh of Oakfield Primary School signed off “Part one: the difference”",
			"Zoë Marsh of Oakfield Primary School told Larkhill Health Visiting: “No, it is not resolved”",
			"Siân Pugh of Oakfield Primary School sent the SSCP Business Unit the Resolving Professional Differences form",
			"“Send the form to Larkhill Health Visiting” is due by Wednesday 8 April 2026",
			"It is now for the SSCP Business Unit to send the form to Larkhill Health Visiting",
			"Ian Cole of the SSCP Business Unit sent it on to Ruth Bell, Head of service, Larkhill Health Visiting",
			"Ian Cole of the SSCP Business Unit recorded a follow-up",
			"“Answer in part two of the form” was done late",
			"Siân Pugh of Oakfield Primary School chose “Ask the Executive to decide”",
			"Dame Ola Reed of the SSCP Executive recorded the decision",
			"It ended: Decided by the Executive",
			"It is now for the Learning and Improvement Subgroup to see to “Review by the subgroup”",
		]),
	);
});

test("stages left out and a form sent back are said as such", () => {
	expect(record("raising", straightToFormal)).toEqual(
		expect.arrayContaining([
			"It went to Stage 3: Formal resolution, without Stage 2: Informal resolution",
			"Siân Pugh of Oakfield Primary School asked for “Part one: the difference” to be changed",
		]),
	);
});

test("it says whose turn it is, by when, and what follows", () => {
	const { protocol, difference, names } = played("raising", untilForwarded);
	const [next] = whatsNext(protocol, difference, names);
	expect(next).toMatchObject({
		owes: "Answer in part two of the form",
		who: "Ruth Bell of Larkhill Health Visiting",
		clock: { due: { day: "2026-04-21" } },
		after: [
			{
				say: "Send the response",
				leads:
					"a senior manager of Oakfield Primary School is asked to say whether the response resolves it",
			},
		],
	});
	if (!next?.clock) throw new Error("No clock runs");
	expect(sayStart(protocol, difference, names, next.clock)).toBe(
		"Ian Cole of the SSCP Business Unit sent it on to Ruth Bell, Head of service, Larkhill Health Visiting, at 11am on Tuesday 7 April 2026",
	);
});

test("what is given to nobody is for whoever has the role, in the words of their sector", () => {
	const untilSigned = untilForwarded.split("\n").slice(0, -3).join("\n");
	const { protocol, difference, names } = played("raising", untilSigned);
	expect(whatsNext(protocol, difference, names)[0]).toMatchObject({
		who: "a senior manager of Oakfield Primary School",
		clock: undefined,
	});
});

test("the stages show what is done, where it stands and what is still ahead", () => {
	expect(stages("raising", untilForwarded)).toEqual([
		"1 done 24 March",
		"2 done 24 to 31 March",
		"3 current since 31 March 2026",
		"4 not-reached",
	]);
	expect(stages("raising", untilDecided).at(-1)).toBe("4 done 28 April to 6 May 2026");
});

test("stages that were left out show as skipped to both agencies", () => {
	for (const side of ["raising", "receiving"])
		expect(stages(side, straightToFormal).slice(0, 2)).toEqual(["1 skipped", "2 skipped"]);
});

test("the other agency sees no date of a stage that it knew nothing of", () => {
	expect(stages("receiving", untilForwarded)).toEqual([
		"1 done",
		"2 done 26 March to 7 April",
		"3 current since 7 April 2026",
		"4 not-reached",
	]);
});

test("the text for the child’s record says when, who, with whom, what was said and what is next", () => {
	const { protocol, difference, names } = played("raising", untilForwarded);
	const [talk] = difference.done;
	if (!talk) throw new Error("Nothing was done");
	const [first = "", ...rest] = sayForChildsRecord(protocol, difference, names, talk).split("\n");
	expect(first).toBe(
		"Professional difference STORY: Oakfield Primary School and Larkhill Health Visiting",
	);
	const [about = "", told = ""] = rest.join("\n").split(/\n(?=Stage 1)/);
	// Which child, the issue and what was wanted, as they were told when it was raised.
	for (const asked of ["children", "issue", "outcome-wanted"])
		expect(about).toContain(
			withAgencyNames(protocol, names, readAs(fullestOf(protocol, difference.answers, asked))),
		);
	expect(told).toBe(
		`Stage 1: Early resolution. Talk to the other practitioner.
Amy Okafor of Oakfield Primary School recorded “Talk to the other practitioner”: “We talked, and did not agree: it goes on to my manager”, at 2:15pm on Tuesday 24 March 2026.
With: Łukasz Nowak, Health visitor, Larkhill Health Visiting
When was the talk? 2pm on Tuesday 24 March 2026
What was said?
They would not visit again.
I asked why.
Why is it not resolved? No date was offered
Which manager or safeguarding lead of Oakfield Primary School takes it from here? Zoë Marsh, Safeguarding lead, Oakfield Primary School
Next: it goes to Stage 2: Informal resolution.`,
	);
});

test("the other agency’s text holds nothing of talks that it may not read", () => {
	const { protocol, difference, names } = played("receiving", untilForwarded);
	const texts = difference.done
		.map((done) => sayForChildsRecord(protocol, difference, names, done))
		.join("\n");
	expect(texts).not.toContain("They would not visit again");
	expect(texts).toContain("Part one: the difference");
	// Which child, they were told in full only.
	expect(difference.answers.children).toBeUndefined();
	expect(texts).toContain(`${protocol.fields["children-in-full"]?.label}: `);
});
