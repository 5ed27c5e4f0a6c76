import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { doStep, raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { giveFeedback } from "../../../actions/give-feedback.ts";
import { listFeedback } from "../../../store/feedback.ts";

const partnership = officeForAll();
const { read, words } = partnership;
/** All three ended: the teacher and the headteacher acted for the school, the director answered. */
const ended: string[] = [];

beforeAll(async () => {
	partnership.at("2026-03-30T10:00");
	for (let nth = 0; nth < 3; nth += 1) {
		const difference = await raisedTo(partnership, "respond");
		const { headteacher } = partnership.people;
		await doStep(partnership, difference, headteacher, "formal-resolution.consider", "resolved", {
			satisfied: "A visit each week",
		});
		ended.push(difference);
	}
});

const answers = { heard: "yes", inTime: "partly", helped: "not-known" };
const page = (nth: number) => `/differences/${ended[nth]}/feedback`;
const post = async (person: keyof typeof partnership.people, nth: number, given = {}) =>
	(await partnership.visitor(partnership.people[person])).post(page(nth), { ...answers, ...given });
const released = () => listFeedback(partnership.app.db, partnership.partnershipId, "somerset-rpd");

test("those who took part are asked on the page of the difference and in the mail that it ended, and nobody else", async () => {
	const { people } = partnership;
	for (const person of [people.teacher, people.director]) {
		expect(await words(person, `/differences/${ended[0]}`)).toContain("How did it go for you?");
		const asked = await read(person, page(0));
		expect(asked.statusCode).toBe(200);
		expect(await faultsIn(asked.body)).toEqual([]);
	}
	expect(await words(people.businessUnit, `/differences/${ended[0]}`)).not.toContain(
		"How did it go for you?",
	);
	for (const person of [people.businessUnit, people.officer, people.otherTeacher])
		expect((await read(person, page(0))).statusCode).toBe(404);
	const mail = await partnership.app.db
		.selectFrom("message")
		.where(sql<boolean>`notice ? 'feedback'`)
		.where("difference_id", "=", ended[0] ?? "")
		.select("to_person")
		.execute();
	expect(mail.map((each) => each.to_person).sort()).toEqual(
		[people.teacher.id, people.director.id].sort(),
	);
});

test("each question wants an answer, and what was typed is kept", async () => {
	const missing = await post("teacher", 0, { helped: "", easier: "A name to ring" });
	expect(missing.statusCode).toBe(422);
	expect(missing.body).toContain("Select an answer to “Did it help the child?”");
	expect(missing.body).toContain("A name to ring");
});

test("nothing is counted before more than five of a side have answered; then all of them are, with their words, and no second answer is taken", async () => {
	const { people } = partnership;
	const given: [keyof typeof people, number][] = [
		["teacher", 0],
		["headteacher", 0],
		["teacher", 1],
		["headteacher", 1],
		["teacher", 2],
	];
	for (const [person, nth] of given)
		expect((await post(person, nth, { easier: `Words ${nth} of ${person}` })).statusCode).toBe(303);
	await post("director", 0, { easier: "Words of the other side" });
	expect(await released()).toEqual([]);
	const twice = await post("teacher", 0, { heard: "no" });
	expect(twice.statusCode).toBe(409);
	expect(twice.body).toContain("You have answered these questions.");
	expect(await words(people.teacher, page(0))).toContain("Thank you. You have answered.");
	const report = "/reports/somerset-rpd/2025-10-01/2026-03-31";
	expect(await words(people.businessUnit, report)).not.toContain("What those who took part say");

	expect((await post("headteacher", 2)).statusCode).toBe(303);
	const shown = await released();
	expect(shown.map(({ side, heard, month }) => [side, heard, month])).toEqual(
		Array.from({ length: 6 }, () => ["raising", "yes", "2026-03-01"]),
	);
	const { body } = await read(people.businessUnit, report);
	const said = await words(people.businessUnit, report);
	expect(said).toContain("Were you heard? Yes 6 0");
	expect(said).toContain("Words 0 of headteacher");
	expect(said).not.toContain("Words of the other side");
	expect(body).not.toContain("count=feedback");
	expect(await faultsIn(body)).toEqual([]);
});

test("the answers name nobody and no difference, and the invitations hold no answer", async () => {
	const columnsOf = async (table: string) =>
		(
			await sql<{ name: string }>`select column_name as name from information_schema.columns
				where table_name = ${table} order by 1`.execute(partnership.app.db)
		).rows.map(({ name }) => name);
	expect(await columnsOf("feedback_answer")).toEqual([
		"easier",
		"heard",
		"helped",
		"id",
		"in_time",
		"month",
		"partnership_id",
		"protocol",
		"side",
	]);
	expect(await columnsOf("feedback_invitation")).toEqual([
		"answered",
		"difference_id",
		"partnership_id",
		"person_id",
		"side",
	]);
});

test("of two answers sent at once by one person one is kept", async () => {
	const { app, people } = partnership;
	const on = { difference: ended[2] ?? "", protocol: "somerset-rpd", by: people.director };
	const both = await Promise.allSettled(
		[1, 2].map(() => giveFeedback(app, on, { ...answers, easier: null })),
	);
	expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect(both.find(({ status }) => status === "rejected")).toMatchObject({
		reason: { code: "answered-already" },
	});
});
