import { beforeAll, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import {
	doStep,
	freshKey,
	raiseByTeacher,
	raisedTo,
	said,
	toReplyAgreed,
} from "../../../../test/support/partnership.ts";
import { faultsIn, wordsIn } from "../../../../test/support/visitor.ts";
import type { Contacts } from "../../../domain/partnership/identity.ts";
import { notice } from "../../../mail/notices/notice.ts";
import { transact } from "../../../store/db.ts";
import { saveContacts } from "../../../store/partnerships.ts";
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

	test("the same form with another text is told apart: the first stands, the second is on the page and not done", async () => {
		const teacher = await as("teacher");
		const key = freshKey();
		const send = (text: string) =>
			teacher.post(page("/note"), { _key: key, "choice.for": "own", "note-text": said(text) });
		expect((await send("rang")).statusCode).toBe(303);
		expect((await send("rang")).statusCode).toBe(303);
		const other = await send("rang, and they rang back");
		expect(other.statusCode).toBe(422);
		expect(other.body).toContain(said("rang, and they rang back"));
		expect(wordsIn(other.body)).toContain("What you sent now was not");
		const record = await sees("teacher");
		expect(record.split(said("rang"))).toHaveLength(2);
		expect(record).not.toContain("they rang back");
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
		const waits = "Give more time or say no on";
		const { businessUnit, teacher, headteacher } = partnership.people;
		for (const place of ["/", "/business-unit"])
			expect(await words(businessUnit, place)).toContain(waits);
		for (const other of [partnership.people.director, teacher, headteacher])
			expect(await words(other, "/")).not.toContain(waits);
		await (await as("businessUnit")).post(page(`/no-more-time/${respond}`), {
			"reason-for-change": said("no cover"),
		});
		expect(await sentTo("time-refused")).toEqual(["Grace Lund"]);
		expect(await sees("director")).toContain(said("no cover"));
		expect(await statusOf("businessUnit", `/no-more-time/${respond}`)).toBe(404);
		for (const place of ["/", "/business-unit"])
			expect(await words(businessUnit, place)).not.toContain(waits);
	});

	test("what went to the wrong agency is closed to it, told to all whom it concerns with a page that each may open, and sent to the right one", async () => {
		const { people, agencies } = partnership;
		await read(people.director, page());
		const office = await as("businessUnit");
		const recalling = page("/recall/receiving");
		const undecided = await office.post(recalling, { "recall-reason": said("wrong area") });
		expect(undecided.body).toContain("Select an agency");
		await transact(partnership.db, (trx) =>
			saveContacts(trx, partnership.partnershipId, {
				"data-protection": { name: "Yaw Bell", email: "dpo@combe.example", phone: "01632 960000" },
			} as Contacts),
		);
		const asked = await office.open(recalling);
		expect(asked.words).toContain("Data protection: Yaw Bell, dpo@combe.example , 01632 960000");
		expect(asked.body).toContain('href="mailto:dpo@combe.example"');
		const lost = await office.open("/no-such-page");
		expect(lost.body).toContain('href="mailto:dpo@combe.example"');
		const done = await office.post(recalling, {
			"choice.instead": agencies.police,
			"recall-reason": said("wrong area"),
		});
		expect(done.statusCode).toBe(303);
		expect(await statusOf("director", "")).toBe(404);
		expect(await words(people.director, "/differences")).not.toContain("Canary");
		expect(await sentTo("recalled-from-you")).toContain("Grace Lund");
		for (const place of ["/", "/differences"]) {
			const left = await words(people.director, place);
			expect(left).toContain("sent to Combe Children’s Social Care by mistake, and recalled on");
			expect(left).toContain("To ask about one, contact Ines Cole");
			expect(left).not.toContain("Canary");
			expect(await words(people.teacher, place)).not.toContain("by mistake, and recalled on");
			expect(await words(people.officer, place)).not.toContain("by mistake, and recalled on");
		}
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
			"Desk Log of forms Reports Lessons Working days Who is away Agencies Data breaches",
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

describe("what was entered before the other agency heard of it", () => {
	let early: string;
	beforeAll(async () => {
		early = await raisedTo(partnership, "sign-off");
	});

	test("is put right: whom it names, which is chosen among people, and the agency itself", async () => {
		const teacher = await as("teacher");
		const named = page("/corrections/practitioner-b", early);
		expect(await faultsIn((await teacher.get(named)).body)).toEqual([]);
		const done = await teacher.post(named, {
			"practitioner-b": partnership.people.director.id,
			"correction-reason": said("wrong name"),
		});
		expect(done.statusCode).toBe(303);
		expect(await sees("teacher", "", early)).toMatch(/\(what it was\)\s+\S+ \S+, practitioner/);
		const other = page("/other-agency", early);
		expect((await teacher.post(other, { "correction-reason": "A slip" })).body).toContain(
			"Select which agency it is with",
		);
		await teacher.post(other, {
			"choice.agency": partnership.agencies.police,
			"correction-reason": said("next in the list"),
		});
		expect(await sees("teacher", "", early)).toContain(
			"put right which agency it is with: Levels Police, and not Combe Children’s Social Care",
		);
		expect(await statusOf("director", "", early)).toBe(404);
	});

	test("is put right in another way where that is so, with the way there", async () => {
		const corrections = await read(partnership.people.teacher, page("/corrections", early));
		expect(await faultsIn(corrections.body)).toEqual([]);
		expect(corrections.body).toContain("Put right in another way");
		expect(corrections.body).toContain("Say whether the child is safe as it is now");
		expect(corrections.body).toContain(`${page("/safety", early)}"`);
		expect(await statusOf("teacher", "/corrections/child-safe", early)).toBe(404);
	});

	test("a row more is a row more, and not yet a correction", async () => {
		const teacher = await as("teacher");
		const children = page("/corrections/children-in-full", early);
		const more = await teacher.post(children, {
			"children-in-full-0-name": "Canary Chylde",
			_add: "children-in-full",
		});
		expect(more.statusCode).toBe(200);
		expect(more.body).toContain("children-in-full-1-name");
		expect(await sees("teacher", "", early)).not.toContain("Canary Chylde");
	});
});

test("a day that was agreed wrongly is put right, and the time limit is counted again by it, on the page of both", async () => {
	const { people } = partnership;
	const id = await raiseByTeacher(partnership);
	await toReplyAgreed(partnership, id, "2026-04-30");
	const lead = partnership.visitor(people.safeguardingLead);
	const agreed = page("/corrections/reply-by", id);
	const asked = await words(people.safeguardingLead, agreed);
	expect(asked).toContain("is counted again by it");
	const puts = (day: string) =>
		lead.then((one) =>
			one.post(agreed, {
				"reply-by-day": day,
				"reply-by-month": "4",
				"reply-by-year": "2026",
				"correction-reason": said("wrong day"),
			}),
		);
	expect((await puts("17")).statusCode).toBe(303);
	for (const person of ["safeguardingLead", "teamManager"] as const)
		expect(await sees(person, "", id)).toContain("Friday 17 April 2026");
	expect(await sees("teamManager", "", id)).toContain("What was put right changed the time for");
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
