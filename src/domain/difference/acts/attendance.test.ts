import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, forwarded, rulesFrom, somerset } from "../../../../protocols/somerset.fixture.ts";
import { stepOf } from "../../protocol/protocol.ts";
import { sayOwer, sayPanel } from "../../protocol/told/protocol-in-words.ts";

const rules = rulesFrom(
	madeUpText(`one:
  title: Panel
  steps:
    meet:
      kind: meeting
      title: Meet
      by: raising practitioner
      attends: [receiving practitioner]
      sends: { what: [issue], to: [business-unit] }
      then: decide
    decide:
      kind: decision
      title: Decide
      by: business-unit
      panel: { of: [business-unit, police], quorum: 3, agencies: 3 }
      then: end over
`).replace("start: stage one", "start: stage one, sends: { what: [], to: [receiving] }"),
);

const member = (who: string, agency: string, as = "", interest = "") => ({
	who,
	agency,
	as,
	interest,
});
const chair = member("Chair", "Board", "business-unit");
const police = member("Inspector", "Police", "police");

const met = () =>
	new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.meet done", {
			attended: ["receiving practitioner"],
		});
const deciding =
	(...members: unknown[]) =>
	() =>
		met().does("2026-03-03 10:00", "business-unit", "one.decide done", {
			"panel-members": members,
		});

test("three people from three agencies, each wanted role among them, decide", () => {
	expect(deciding(chair, police, member("Nurse", "Hospital"))().difference.status).toMatchObject({
		is: "ended",
	});
});

test("who is listed twice counts once", () => {
	expect(deciding(chair, police, member("Chair", "Board", "deputy"))).toThrow(
		"The panel needs 3 members who declared no interest, and has 2",
	);
});

test("an interest that somebody declared holds for every line that names them", () => {
	expect(
		deciding(
			chair,
			police,
			member("Nurse", "Hospital"),
			member("Nurse", "Hospital", "", "Treated the child"),
		),
	).toThrow("and has 2");
});

test("to leave the agency out is not to come from another one", () => {
	expect(deciding(chair, police, member("Nurse", ""))).toThrow(
		"The panel needs members of 3 agencies, and has 2",
	);
});

test("who is missing is said in the protocol's words", () => {
	expect(deciding(police, member("Nurse", "Hospital"))).toThrow(
		"The protocol asks for the Business Unit to be there. Add who was there for them.",
	);
	expect(() =>
		new Course(rules)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 10:00", "raising practitioner", "one.meet done", {
				attended: ["raising practitioner"],
			}),
	).toThrow("The protocol asks for the receiving agency’s practitioner");
});

test("the guide names who sits on the panel by what they are called", () => {
	expect(
		sayPanel(rules.protocol, {
			panel: rules.protocol.steps["one.decide"]?.panel,
		}),
	).toContain("with the Business Unit and police");
});

describe("an office that decides by its own members, of whom the protocol asks no number", () => {
	const decided = (...members: unknown[]) =>
		forwarded()
			.moves("2026-03-04 10:00", "raising senior-manager", "ask-the-executive")
			.does("2026-03-09 10:00", "executive", "executive.decide decided", {
				"panel-members": members,
			});

	test("records who took part, and who stood back and why", () => {
		const course = decided(
			member("executive", "Northside Trust"),
			member("receiving senior-manager", "receiving", "", "My agency is part of it"),
		);
		expect(course.difference.status).toMatchObject({ ending: "decided" });
		expect(course.difference.answers["panel-members"]?.answer).toMatchObject([
			{ agency: "Northside Trust", interest: "" },
			{ agency: "receiving", interest: "My agency is part of it" },
		]);
	});

	test("cannot have decided when everybody stood back, nor with somebody of one of the two agencies", () => {
		expect(() => decided(member("Chair", "Trust", "", "She is my niece"))).toThrow(
			"At least one member who declared no interest must decide. Add who did.",
		);
		expect(() => decided(member("Chair", ""))).toThrow(
			"Say which agency those who decide are from.",
		);
		expect(() => decided(member("receiving senior-manager", "receiving"))).toThrow(
			"Somebody on the panel had a part in this before",
		);
	});

	test("is no panel of so many in the guide", () => {
		const decide = stepOf(somerset.protocol, "executive.decide");
		expect(sayPanel(somerset.protocol, decide)).toBe(
			"by its members together; nobody sits on it who had a part before or is of one of the two agencies",
		);
		expect(sayOwer(somerset.protocol, decide)).toBe("the SSCP Executive");
	});
});
