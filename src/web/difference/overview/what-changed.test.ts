import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { doStep, raisedTo, said } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";

const partnership = officeForAll();
const { read, words } = partnership;
const sentence = said("what changed");
let page: string;

beforeAll(async () => {
	partnership.at("2026-03-30T10:00");
	const { headteacher, teacher } = partnership.people;
	const difference = await raisedTo(partnership, "respond");
	page = `/differences/${difference}`;
	await doStep(partnership, difference, headteacher, "formal-resolution.consider", "resolved", {
		satisfied: "A visit each week",
	});
	await doStep(partnership, difference, teacher, "afterwards.changed", "answered", {
		"changed-at-end": "partly",
		"changed-at-end-how": sentence,
	});
});

test("what changed for the child is read by the agency that says it and by the office, and not by the other agency", async () => {
	const { teacher, headteacher, businessUnit, director } = partnership.people;
	for (const reader of [teacher, headteacher, businessUnit])
		expect(await words(reader, page)).toContain(sentence);
	const other = await read(director, page);
	expect(other.body).not.toContain(sentence);
	expect(other.body).not.toContain("what changed for the child");
	expect(other.body).not.toContain("Partly achieved");
});

test("the page says from which days it is asked again, to the agency alone", async () => {
	const { teacher, businessUnit, director } = partnership.people;
	const shown = await words(teacher, page);
	expect(shown).toContain("Asked for later, with a message when it is time:");
	expect(shown).toContain(
		"From Tuesday 30 June 2026, Amy Okafor of Oakfield Primary School is asked to say what has changed for the child, three months on",
	);
	expect(shown).toContain("From Wednesday 30 September 2026");
	for (const other of [businessUnit, director])
		expect(await words(other, page)).not.toContain("Asked for later");
	expect(await faultsIn((await read(teacher, page)).body)).toEqual([]);
});
