import { beforeAll, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { doStep, raisedTo, said } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { notice } from "../../../mail/notices/notice.ts";
import { transact } from "../../../store/db.ts";
import { savePerson } from "../../../store/people.ts";

const partnership = officeForAll();
const { read, words } = partnership;
const respond = "formal-resolution.respond";
let difference: string;

beforeAll(async () => {
	partnership.at("2026-03-30T10:00");
	difference = await raisedTo(partnership, "forward");
});

type Name = keyof typeof partnership.people;
const page = (rest = "", id = difference) => `/differences/${id}${rest}`;
const as = (person: Name) => partnership.visitor(partnership.people[person]);
const sees = (person: Name, rest = "", id = difference) =>
	words(partnership.people[person], page(rest, id));
const statusOf = async (person: Name, rest: string, id = difference) =>
	(await read(partnership.people[person], page(rest, id))).statusCode;
const sentTo = async (kind: string) =>
	(
		await partnership.app.db
			.selectFrom("message")
			.innerJoin("person", "person.id", "message.to_person")
			.where("message.kind", "=", kind)
			.select("person.name")
			.execute()
	).map(({ name }) => name);

describe("what is wrong is put right from the difference’s page", () => {
	test("by links that are open to the reader, and every page of theirs is sound", async () => {
		const { people } = partnership;
		const { body } = await read(people.director, page());
		expect(body).toContain("Put something right");
		const links = [
			...body.matchAll(
				/href="(\/differences\/[^"]+\/(?:note|corrections|questions|pass-on|more-time|recall)[^"]*)"/g,
			),
		];
		expect(links.length).toBeGreaterThanOrEqual(4);
		for (const [, href] of links)
			expect(await faultsIn((await read(people.director, href ?? "")).body)).toEqual([]);
		for (const rest of [
			"/note",
			"/questions",
			"/corrections",
			`/pass-on/${respond}`,
			"/recall/receiving",
		])
			expect(await statusOf("officer", rest)).toBe(404);
		expect(await statusOf("director", "/recall/receiving")).toBe(404);
		expect(await statusOf("teacher", `/pass-on/${respond}`)).toBe(404);
	});

	test("a note is read by those for whom it is", async () => {
		const teacher = await as("teacher");
		const empty = await teacher.post(page("/note"), { "choice.for": "own", "note-text": "" });
		expect(empty.statusCode).toBe(422);
		await teacher.post(page("/note"), {
			"choice.for": "own",
			"note-text": said("second call"),
			"note-moment-day": "27",
			"note-moment-month": "3",
			"note-moment-year": "2026",
			"note-moment-time": "9am",
		});
		expect(await sees("headteacher")).toContain(said("second call"));
		expect(await sees("director")).not.toContain(said("second call"));
		expect(await sees("businessUnit")).not.toContain(said("second call"));
		await (await as("director")).post(page("/note"), {
			"choice.for": "all",
			"note-text": said("for all"),
		});
		expect(await sees("teacher")).toContain(said("for all"));
	});

	test("a wrong name is corrected beside the original, on the record, the form and every list", async () => {
		const teacher = await as("teacher");
		expect(await sees("teacher", "/corrections")).toContain("Canary Child");
		const correcting = page("/corrections/children-in-full");
		const same = {
			"children-in-full-0-name": "Canary Child",
			"children-in-full-0-dateOfBirth-day": "14",
			"children-in-full-0-dateOfBirth-month": "5",
			"children-in-full-0-dateOfBirth-year": "2018",
			"children-in-full-0-identifier": "CANARY-1",
			"correction-reason": said("misheard"),
		};
		const unchanged = await teacher.post(correcting, same);
		expect(unchanged.statusCode).toBe(422);
		expect(unchanged.body).toContain("This is what it says already");
		const done = await teacher.post(correcting, {
			...same,
			"children-in-full-0-name": "Canary Chylde",
		});
		expect(done.statusCode).toBe(303);
		for (const person of ["teacher", "director", "businessUnit"] as const) {
			const form = await sees(person, "/form");
			expect(form).toContain("Canary Chylde");
			expect(form).toContain("this is what it was");
			expect(form).toContain("Canary Child");
		}
		expect(await words(partnership.people.director, "/")).toContain("Canary Chylde");
		expect(await sees("director")).toContain("put right the answer to");
		const told = await sentTo("corrected");
		expect(told).toContain("Grace Lund");
		expect(told).not.toContain("Amy Okafor");
		expect(await statusOf("director", "/corrections/children-in-full")).toBe(404);
	});

	test("a question waits in the other side’s work until it is answered", async () => {
		const teacher = await as("teacher");
		const nobody = await teacher.post(page("/questions"), { "question-asked": said("which day") });
		expect(nobody.body).toContain("Select whom you ask");
		await teacher.post(page("/questions"), {
			"choice.to": "receiving",
			"question-asked": said("which day"),
		});
		const { director, officer } = partnership.people;
		expect(await sentTo("question-asked")).toEqual(["Grace Lund"]);
		expect(await words(director, "/")).toContain("Questions for you to answer");
		expect(await words(officer, "/")).not.toContain("Questions for you to answer");
		expect(await sees("businessUnit")).not.toContain(said("which day"));
		const { body } = await read(director, page());
		const [, href = ""] = /href="([^"]+\/questions\/\d+)"/.exec(body) ?? [];
		expect((await read(director, href)).body).toContain(said("which day"));
		await (await as("director")).post(href, { "question-answer": said("on Monday") });
		expect(await words(director, "/")).not.toContain("Questions for you to answer");
		expect(await sees("teacher")).toContain(said("on Monday"));
		expect((await read(director, href)).statusCode).toBe(404);
	});

	test("more time is asked for, refused with a reason, and given on the page that changes the clock", async () => {
		const director = await as("director");
		const asking = page(`/more-time/${respond}`);
		const asked = await director.post(asking, { "time-wanted": said("ill") });
		expect(await words(partnership.people.director, String(asked.headers.location))).toContain(
			"The date stays as it is unless the SSCP Business Unit gives more time.",
		);
		expect(await sentTo("time-asked")).toEqual(["Ines Cole"]);
		expect(await sees("businessUnit")).toContain("Give more time or say no");
		expect(await sees("director")).toContain("until somebody says yes");
		await (await as("businessUnit")).post(page(`/no-more-time/${respond}`), {
			"reason-for-change": said("no cover"),
		});
		expect(await sentTo("time-refused")).toEqual(["Grace Lund"]);
		expect(await sees("director")).toContain(said("no cover"));
		expect(await statusOf("businessUnit", `/no-more-time/${respond}`)).toBe(404);
	});

	test("what went to the wrong agency is closed to it, told to all whom it concerns with a page that each may open, and sent to the right one", async () => {
		const { people, agencies } = partnership;
		await read(people.director, page());
		const office = await as("businessUnit");
		const recalling = page("/recall/receiving");
		const undecided = await office.post(recalling, { "recall-reason": said("wrong area") });
		expect(undecided.body).toContain("Select an agency");
		const done = await office.post(recalling, {
			"choice.instead": agencies.police,
			"recall-reason": said("wrong area"),
		});
		expect(done.statusCode).toBe(303);
		expect(await statusOf("director", "")).toBe(404);
		expect(await words(people.director, "/differences")).not.toContain("Canary");
		expect(await sentTo("recalled-from-you")).toContain("Grace Lund");
		expect(await sentTo("data-breach")).toEqual(expect.arrayContaining(["Kit Shaw", "Amy Okafor"]));
		const told = await partnership.app.db
			.selectFrom("message")
			.where("kind", "=", "data-breach")
			.select(["to_person", "notice"])
			.execute();
		for (const message of told) {
			const reader = Object.values(people).find(({ id }) => id === message.to_person);
			const { pathname } = new URL(notice.parse(message.notice).link);
			expect(reader && (await read(reader, pathname)).statusCode).toBe(200);
		}
		const breaches = await words(people.administrator, "/data-breaches");
		expect(breaches).toContain("Ines Cole recalled it from Combe Children’s Social Care");
		expect(breaches).toContain("Grace Lund");
		expect(breaches).not.toContain("Canary");
		expect(await words(people.businessUnit, "/data-breaches")).toContain(
			"Desk Log of forms Working days Who is away Data breaches",
		);
		expect((await read(people.teacher, "/data-breaches")).statusCode).toBe(404);
		expect(await sees("teacher")).toContain("Levels Police");
		await doStep(
			partnership,
			difference,
			people.businessUnit,
			"formal-resolution.forward",
			"forwarded",
			{ "sent-to": { id: people.officer.id } },
		);
		const forPolice = await sees("officer");
		expect(forPolice).toContain("Your turn");
		expect(await sees("officer", "/form")).toContain("Canary Chylde");
		for (const notTheirs of [said("which day"), said("on Monday"), said("ill"), said("wrong area")])
			expect(forPolice).not.toContain(notTheirs);
	});
});

test("a step is passed to a colleague who may do it, and is theirs", async () => {
	const { app, people, partnershipId, agencies } = partnership;
	const id = await raisedTo(partnership, "forward");
	expect(await sees("director", `/pass-on/${respond}`, id)).toContain("Nobody else");
	const second = { ...people.director, id: "00000003-0000-4000-8000-000000009901" };
	await transact(app.db, (trx) =>
		savePerson(trx, {
			...second,
			partnershipId,
			agencyId: agencies.socialCare,
			name: "Petra Vance",
			email: "petra.vance@example.org",
			passwordHash: null,
		}),
	);
	const director = await as("director");
	const passing = page(`/pass-on/${respond}`, id);
	const nobody = await director.post(passing, { "given-because": said("wrong team") });
	expect(nobody.body).toContain("Select who gets it");
	const done = await director.post(passing, {
		"choice.person": second.id,
		"given-because": said("wrong team"),
	});
	expect(done.statusCode).toBe(303);
	expect(await sees("director", "", id)).toContain("to Petra Vance of Combe");
	const told = await app.db
		.selectFrom("message")
		.where("to_person", "=", second.id)
		.select("kind")
		.execute();
	expect(told).toEqual([{ kind: "your-turn" }]);
});
