import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { at, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import type { Actor } from "../../people/viewer.ts";
import { doStep } from "../acts/do-step.ts";
import { raise } from "../acts/raise.ts";
import { replay } from "../difference.ts";
import { notificationsOf } from "./is-told.ts";
import { allowedActs, sidesOf } from "./may-act.ts";
import { recipients } from "./recipients.ts";

const text = readFileSync(
	new URL("../../../../test/language/own-agency.yaml", import.meta.url),
	"utf8",
);
const rules = rulesFrom(text);
let number = 0;
const somebody = (of: Partial<Actor> = {}): Actor => ({
	id: `00000000-0000-4000-8000-${String(++number).padStart(12, "0")}`,
	agencyId: "council",
	level: "practitioner",
	safeguardingLead: false,
	offices: [],
	...of,
});
const chair = somebody({ offices: ["conference-chair"] });
const colleague = somebody({ offices: ["conference-chair"] });
const socialWorker = somebody();
const teamManager = somebody({ level: "manager", offices: ["team-manager"] });
/** Somebody who could answer on either side. */
const both = somebody({
	level: "manager",
	offices: ["team-manager", "safeguarding-unit-manager"],
});
const otherManager = somebody({ level: "manager" });
const everybody = [chair, colleague, socialWorker, teamManager, both, otherManager];
const header = {
	id: "d1",
	reference: "OWN-1",
	raisingAgency: "council",
	receivingAgency: "council",
	raisedBy: chair.id,
	raisedAt: "2026-03-02T09:00:00Z",
};
const refusal = (code: string) => expect.objectContaining({ code });

/** Challenged by the chair, with this person named to answer; then answered by somebody. */
function course(named: Actor, answeredBy?: Actor, under = rules) {
	const events = raise(
		under,
		header,
		{ issue: "Late", "team-manager": { id: named.id } },
		[],
		chair,
		at("2026-03-02 09:00"),
	);
	const now = () => replay(under.protocol, header, events);
	if (answeredBy)
		events.push(
			...doStep(
				under,
				now(),
				{ step: "challenge.answer", outcome: "done", answers: { answer: "Sorry" } },
				answeredBy,
				at("2026-03-03 09:00"),
			),
		);
	return { difference: now(), events };
}

test("whoever answers for the agency sees both sides, others the side on which they are named", () => {
	const { difference } = course(teamManager);
	const seen = (who: Actor) => sidesOf(rules.protocol, difference, who);
	expect(seen(otherManager)).toEqual(["raising", "receiving"]);
	expect(seen(chair)).toEqual(["raising"]);
	expect(seen(colleague)).toEqual([]);
	expect(seen(socialWorker)).toEqual([]);
	const named = course(socialWorker).difference;
	expect(sidesOf(rules.protocol, named, socialWorker)).toEqual(["receiving"]);
});

test("nobody acts for both sides, unless the protocol lets one person", () => {
	const asked = (who: Actor, { difference } = course(teamManager, both)) =>
		allowedActs(rules.protocol, difference, who).flatMap((act) =>
			act.act === "step"
				? act.step.name
				: act.act === "move"
					? `${act.move.id} ${act.by.side}`
					: [],
		);
	expect(asked(both, course(teamManager))).toEqual(["answer", "withdraw raising"]);
	// Having answered for the team, they withdraw nothing for the chair.
	expect(asked(both)).toEqual(["withdraw receiving"]);
	expect(asked(chair)).toEqual(["weigh", "withdraw raising"]);

	const { difference } = course(teamManager, both);
	const decides = replay(rules.protocol, header, [
		...course(teamManager, both).events,
		...doStep(
			rules,
			difference,
			{ step: "challenge.weigh", outcome: "not-enough", answers: {} },
			chair,
			at("2026-03-04 09:00"),
		),
	]);
	const decide = { step: "chairs-manager.decide", outcome: "done", answers: { answer: "So" } };
	const decided = (under: typeof rules) => () =>
		doStep(under, decides, decide, both, at("2026-03-05 09:00"));
	expect(decided(rules)).toThrow(refusal("not-your-own"));
	expect(decided(rules)).toThrow("You have a part on the other side of this.");
	const lenient = rulesFrom(text.replace("with: own-agency", "with: own-agency, both-sides: true"));
	expect(decided(lenient)).not.toThrow();
});

test("mail goes to whoever is asked on their side, and to nobody of the other", () => {
	const { difference, events } = course(teamManager);
	const told = notificationsOf(rules.protocol, difference, events).flatMap(({ to, about }) =>
		recipients(rules.protocol, difference, to, everybody).map(({ id }) => `${about} ${id}`),
	);
	expect(told[0]).toBe(`sent-to-you ${teamManager.id}`);
	expect(told.every((each) => each.endsWith(teamManager.id))).toBe(true);
});

test("the two sides keep one record of the child, and are asked for it once", () => {
	const { difference } = course(teamManager, teamManager);
	const records = (who: Actor) =>
		allowedActs(rules.protocol, difference, who).filter(
			({ act }) => act === "record-on-childs-record",
		);
	expect(records(otherManager)).toHaveLength(1);
	expect(records(chair)).toMatchObject([{ side: "raising" }]);
	expect(records(teamManager)).toMatchObject([{ side: "receiving" }]);
});
