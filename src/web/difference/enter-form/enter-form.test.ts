import { beforeEach, expect, test } from "vitest";
import { derivedRows } from "../../../../test/support/derived-rows.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, raisedTo } from "../../../../test/support/partnership.ts";
import type { Visitor } from "../../../../test/support/visitor.ts";
import { raiseDifference } from "../../../actions/raise-difference.ts";
import { replay } from "../../../domain/difference/difference.ts";
import { transact } from "../../../store/db.ts";
import { lockDifference } from "../../../store/differences.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let officer: Visitor;

beforeEach(async () => {
	officer = await partnership.visitor(partnership.people.businessUnit);
});

/** The pages up to the form itself. */
async function toForm() {
	const { agencies } = partnership;
	return officer.send(await officer.open("/enter-form"), {
		"paper.from": agencies.school,
		"paper.with": agencies.socialCare,
	});
}

test("what stands on the form is asked in the words of others, with the agencies by their names", async () => {
	const { words } = await toForm();
	expect(words).toContain("What does Oakfield Primary School disagree about?");
	expect(words).not.toContain("What do you disagree about?");
	expect(words).not.toContain("agency A");
});

/** The form as it stands on the paper, which came the day before. */
const onPaper = () => ({
	"paper.received-day": "25",
	"paper.received-month": "3",
	"paper.received-year": "2026",
	"paper.received-time": "3pm",
	"paper.raised-by": partnership.people.teacher.id,
	"paper.by.1": partnership.people.headteacher.id,
	"practitioner-b": partnership.people.socialWorker.id,
	themes: ["thresholds"],
	"children-in-full-0-name": "Ada Example",
	"children-in-full-0-dateOfBirth-day": "9",
	"children-in-full-0-dateOfBirth-month": "4",
	"children-in-full-0-dateOfBirth-year": "2019",
	"child-safe": "yes",
	issue: "No visit for six weeks",
	"outcome-wanted": "A visit this week",
	evidence: "Seen at school",
	impact: "Nobody sees her",
	"history-early": "Rang twice",
	"history-informal": "The managers met",
	"why-not-resolved": "Still no visit",
	contact: "01632 960 001",
	"no-original": "It was dictated",
});

const theOnly = async () => {
	const [row] = await partnership.db
		.selectFrom("difference")
		.where("partnership_id", "=", partnership.partnershipId)
		.select("id")
		.execute();
	return row?.id ?? "";
};

const loaded = async (id: string) => {
	const found = await transact(partnership.db, (trx) => lockDifference(trx, id));
	if (!found) throw new Error(`There is no ${id}`);
	const protocol = await partnership.app.protocols.version(partnership.db, found.versionId);
	return { ...found, difference: replay(protocol, found.header, found.entries), protocol };
};

test("what is entered is the agency’s: raised by whom it says, owed from when it was received", async () => {
	const done = await officer.send(await toForm(), onPaper());
	expect(done.status).toBe(200);
	expect(done.words).toContain("entered what came on paper or by mail");
	const { header, difference } = await loaded(await theOnly());
	expect(header.raisedBy).toBe(partnership.people.teacher.id);
	expect(header.raisingAgency).toBe(partnership.agencies.school);
	expect(header.raisedAt).toBe("2026-03-25T15:00:00.000Z");
	expect(difference.people[partnership.people.businessUnit.id]).toBeUndefined();
	expect(
		await partnership.words(partnership.people.teacher, `/differences/${header.id}`),
	).toContain(
		"entered what came on paper or by mail, received at 3pm on Wednesday 25 March 2026: Amy Okafor",
	);
});

test("who is named and not in the directory stands in the record by name, read again as it was written", async () => {
	await officer.send(await toForm(), {
		...onPaper(),
		"paper.raised-by": "somebody-else",
		"paper.raised-by-name": "Jo Wren, teacher",
	});
	const { header, difference, entries } = await loaded(await theOnly());
	expect(header.raisedBy).toBeNull();
	expect(entries[0]?.by).toEqual({ person: null, name: "Jo Wren, teacher", side: "raising" });
	expect(difference.done[0]?.by.person).toBeNull();
	const rows = await derivedRows(partnership.db, partnership.partnershipId);
	expect(JSON.stringify(rows)).not.toContain("Jo Wren");
	const details = await partnership.db.selectFrom("event").select("detail").execute();
	expect(JSON.stringify(details)).not.toContain("Jo Wren");
	expect(
		await partnership.words(partnership.people.headteacher, `/differences/${header.id}`),
	).toContain("Jo Wren, teacher");
});

test("what is missing is said at its place, and what was typed is kept", async () => {
	const form = await toForm();
	const { "no-original": _, ...without } = onPaper();
	const missing = await officer.send(form, without);
	expect(missing.status).toBe(422);
	expect(missing.words).toContain("Attach the original, or say why it is not attached.");
	const early = await officer.send(missing, { ...onPaper(), "paper.received-day": "27" });
	expect(early.status).toBe(422);
	expect(early.words).toContain("must be now or earlier");
	expect((await officer.open(form.url)).form.issue).toEqual(["No visit for six weeks"]);
	expect(await theOnly()).toBe("");
});

test("the same child twice is asked about once more", async () => {
	await officer.send(await toForm(), onPaper());
	const again = await officer.send(await toForm(), onPaper());
	expect(again.words).toContain("Was this form entered before?");
	const confirmed = await officer.send(again);
	expect(confirmed.words).toContain("entered what came on paper or by mail");
});

test("nobody but the office enters a form, and the office raises nothing", async () => {
	const { people, app } = partnership;
	for (const person of [people.teacher, people.headteacher, people.teamManager]) {
		const visitor = await partnership.visitor(person);
		expect((await visitor.open("/enter-form")).words).toContain("Only the office");
	}
	expect((await officer.open("/raise")).url).toBe("/enter-form");
	await expect(
		raiseDifference(app, people.businessUnit, { key: freshKey(), answers: {}, urgentContacts: [] }),
	).rejects.toMatchObject({ code: "not-yours" });
});

test("a response is entered in its difference by the office alone, and by nobody who may not know of it", async () => {
	const { people } = partnership;
	const id = await raisedTo(partnership, "forward");
	const path = `/differences/${id}/enter/formal-resolution.respond`;
	for (const person of [people.teacher, people.headteacher, people.socialWorker])
		expect((await partnership.read(person, path)).statusCode).toBe(404);
	expect((await officer.open(path)).words).toContain("Who answered?");
});
