import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { sayPanel } from "../../protocol/told/protocol-in-words.ts";

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
