import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	freshKey,
	raiseByTeacher,
	referenceOf,
	said,
	talkInVain,
} from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { raiseDifference } from "../../../actions/raise-difference.ts";
import { recordLesson, rewordLesson } from "../../../actions/record-lesson.ts";
import { runTask } from "../../../actions/run-task.ts";
import { setOffersWelsh } from "../../../actions/set-offers-welsh.ts";
import { dataProtectionOfficer, type Viewer } from "../../../domain/people/viewer.ts";
import { savePersonByLink } from "../../../store/answering-by-link.ts";
import { transact } from "../../../store/db.ts";
import { saveDraft } from "../../../store/drafts.ts";
import { listLessonIds } from "../../../store/lessons.ts";
import { disposeOfRequests, listDecided, saveDecided } from "../../../store/subject-access.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

let dpo: Visitor;
beforeEach(async () => {
	dpo = await partnership.visitor(await officer(partnership, dataProtectionOfficer, "Yaw Bell"));
});

const received = { "received-day": "26", "received-month": "3", "received-year": "2026" };

/** Raised about two children, one of them under another spelling of the name. */
const aboutTwo = () => {
	const { app, people, agencies } = partnership;
	return raiseDifference(app, people.otherTeacher, {
		key: freshKey(),
		receivingAgency: agencies.socialCare,
		answers: {
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["thresholds"],
			children: [
				{ name: "Cannary Child", dateOfBirth: "2018-05-14", identifier: "" },
				{ name: "Robin Sibling", dateOfBirth: "2020-02-01", identifier: "SIB-77" },
			],
			issue: "Cannary came with Robin, who was cold",
			"outcome-wanted": "A visit",
		},
		urgentContacts: [],
	});
};

const ask = async () => {
	const page = await dpo.open("/subject-access/child");
	return dpo.send(page, {
		name: "Canary Child",
		"born-day": "14",
		"born-month": "5",
		"born-year": "2018",
		identifier: "CANARY-1",
		...received,
	});
};

const sectionOf = (html: string, id: string): string =>
	new RegExp(`aria-labelledby="${id}".*?</section>`, "s").exec(html)?.[0] ?? "";

/** Agrees with all that can be agreed with, and gives the rest. */
const lookAtAll = async (id: string) => {
	const request = await dpo.open(`/subject-access/${id}`);
	const agreed = [...request.body.matchAll(/name="agree" type="checkbox" value="([^"]+)"/g)].map(
		([, number]) => number ?? "",
	);
	const toOpen = [...sectionOf(request.body, "to-open").matchAll(/\/pieces\/(\d+)"/g)].map(
		([, number]) => number ?? "",
	);
	await dpo.post(`/subject-access/${id}/agree`, { agree: agreed });
	for (const number of toOpen)
		await dpo.send(await dpo.open(`/subject-access/${id}/pieces/${number}`), {
			decision: "withhold",
			text: "",
			ground: "harm",
		});
	return { agreed: agreed.length, opened: toOpen.length };
};

/** What the zip of a request holds, once it was made. */
const pack = async (
	id: string,
	chosen: Record<string, string> = {},
): Promise<Record<string, string>> => {
	const asked = await dpo.post(`/subject-access/${id}/pack`, chosen);
	expect(asked.statusCode).toBe(303);
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
	const file = await dpo.get(`${asked.headers.location}/file`);
	expect(file.headers["content-type"]).toBe("application/zip");
	return Object.fromEntries(
		Object.entries(unzipSync(file.rawPayload)).map(([name, content]) => [name, strFromU8(content)]),
	);
};

test("everything about one child comes as one file, without the names of others, and says what was withheld and why", async () => {
	const first = await resolved(partnership);
	const second = await aboutTwo();
	const found = await ask();
	expect(await faultsIn(found.body)).toEqual([]);
	expect(found.words).toContain(
		"Found by the same identifier, and the same name and date of birth",
	);
	expect(found.words).toContain("Found by the same date of birth, under another name");
	expect(found.form.theirs).toEqual([first]);
	const request = await dpo.send(found, { theirs: [first, second] });
	expect(await faultsIn(request.body)).toEqual([]);
	expect(request.words).toContain("Due by 27 April 2026");
	const id = request.url.split("/").at(-1) ?? "";

	const early = await dpo.post(`/subject-access/${id}/pack`);
	expect(early.statusCode).toBe(422);
	expect(early.body).toContain("Look at every piece first");

	const { agreed, opened } = await lookAtAll(id);
	expect(agreed).toBeGreaterThan(5);
	expect(opened).toBeGreaterThan(0);
	const files = await pack(id);
	const [one, other] = [
		await referenceOf(partnership, first),
		await referenceOf(partnership, second),
	];
	expect(Object.keys(files).sort()).toEqual(
		[
			"index.html",
			"withheld.html",
			...[one, other].flatMap((ref) => [`${ref}.html`, `${ref}.pdf`]),
		].sort(),
	);
	const pages = Object.entries(files).filter(([name]) => name.endsWith(".html"));
	for (const [name, page] of pages) expect([name, await faultsIn(page)]).toEqual([name, []]);
	const all = pages.map(([, page]) => page).join("");
	expect(all).toContain(said("issue in full"));
	expect(all).not.toMatch(/Robin|Sibling|SIB-77/);
	expect(all).toContain("Canary Child");
	expect(files["withheld.html"]).toContain("schedule 3, parts 2 to 4");

	const done = await dpo.open(`/subject-access/${id}`);
	expect(done.words).toMatch(/File made by Yaw Bell.*: \d+ given, \d+ given in part, \d+ withheld/);
	await dpo.post(`/subject-access/${id}/close`);
	expect((await dpo.open("/subject-access")).words).toContain("Answered");
});

test("what somebody declared of themself is for the officer to open, and never proposed to be given", async () => {
	const open = await aboutTwo();
	const teacher = await partnership.visitor(partnership.people.otherTeacher);
	const form = await teacher.open(`/differences/${open}/conflict`);
	await teacher.send(form, {
		"choice.person": partnership.people.otherTeacher.id,
		"conflict-because": "her mother is my sister",
	});
	const request = await dpo.send(await ask(), { theirs: [open] });
	expect(sectionOf(request.body, "to-open")).toContain("The conflict of interest");
	const toAgree = sectionOf(request.body, "to-agree");
	expect(toAgree).not.toContain("The conflict of interest");
	expect(toAgree).toContain("It went to Stage 1: Early resolution");
	expect(toAgree).not.toContain("What happened");
	// Nor to themself, who is not named in it.
	const own = await dpo.send(await dpo.open("/subject-access/person"), {
		email: partnership.people.otherTeacher.email,
		...received,
	});
	const [, number] =
		/pieces\/(\d+)"[^>]*>[^<]*What was recorded of them/.exec(sectionOf(own.body, "to-open")) ?? [];
	expect((await dpo.open(`${own.url}/pieces/${number}`)).words).toContain(
		"her mother is my sister",
	);
});

test("part of a text is given as the officer leaves it, and stands so when they come back", async () => {
	await resolved(partnership);
	const found = await ask();
	const request = await dpo.send(found);
	const id = request.url.split("/").at(-1) ?? "";
	const piece = await dpo.open(`/subject-access/${id}/pieces/3`);
	expect(await faultsIn(piece.body)).toEqual([]);
	const part = { decision: "redact", text: "He came without a coat", ground: "" };
	const missing = await dpo.send(piece, part);
	expect(missing.status).toBe(422);
	expect(missing.words).toContain("Select why it is not given as it is.");
	const another = await dpo.send(piece, { ...part, piece: "another" });
	expect(another.words).toContain("Read it before you decide.");
	await dpo.send(piece, { ...part, ground: "third-party" });
	const again = await dpo.open(`/subject-access/${id}/pieces/3`);
	expect(again.form.text).toEqual(["He came without a coat"]);
	expect(again.form.decision).toEqual(["redact"]);
	await dpo.post(`/subject-access/${id}/extend`, { why: "The mother of Canary is ill" });
	expect((await dpo.open(`/subject-access/${id}`)).words).toContain("The mother of Canary is ill");
	// Nothing of it is readable in the database.
	const { db } = partnership;
	const rows = await db.selectFrom("subject_request_piece").selectAll().execute();
	const asked = await db.selectFrom("subject_request").selectAll().execute();
	expect(asked.filter(({ extended_why }) => extended_why !== null)).toEqual([]);
	for (const sealed of [
		...rows.flatMap(({ content }) => content ?? []),
		...asked.flatMap(({ about, extended_why_sealed }) => [about, extended_why_sealed ?? []].flat()),
	])
		expect(sealed.toString("utf8")).not.toMatch(/coat|Canary/);
});

test("what was typed and not sent, lessons and logs of before Concord are looked through too, each for the officer to read", async () => {
	const theirs = await resolved(partnership);
	const { app, people, partnershipId } = partnership;
	const draft = (person: Viewer, differenceId: string | null, page: string, issue: string) =>
		transact(app.db, (trx) =>
			saveDraft(
				trx,
				{
					id: randomUUID(),
					partnershipId,
					personId: person.id,
					savedAt: app.clock().toString(),
					owner: person.id,
					differenceId,
					page,
				},
				() => ({ content: { issue } }),
			),
		);
	await draft(people.teacher, null, "raise/1", "Canary came without a lunch");
	await draft(people.teacher, null, "raise/2", "Robin came without a lunch");
	await draft(people.headteacher, theirs, "note", "He is seen on Monday");
	await draft(people.otherTeacher, null, "raise/1", "Another child altogether");
	await app.db
		.updateTable("draft")
		.set({ content: Buffer.from("damaged") })
		.where("owner_id", "=", people.otherTeacher.id)
		.execute();
	const request = await dpo.send(await ask(), { theirs: [theirs] });
	const toOpen = sectionOf(request.body, "to-open");
	expect(toOpen.match(/Typed and not sent/g)).toHaveLength(3);
	const damaged = new RegExp(
		`pieces/(\\d+)"[^>]*>[^<]*Typed and not sent[^<]*Saved by ${people.otherTeacher.name} on`,
	).exec(toOpen)?.[1];
	const closed = await dpo.open(`${request.url}/pieces/${damaged}`);
	expect(closed.words).toContain("It could not be opened");
	expect(closed.words).toContain("Nobody can open it, so nobody knows whom it is about");
	const id = request.url.split("/").at(-1) ?? "";
	await lookAtAll(id);
	expect((await pack(id))["withheld.html"]).toContain(`Saved by ${people.otherTeacher.name} on`);
	const number = [...toOpen.matchAll(/pieces\/(\d+)"[^>]*>[^<]*Typed and not sent/g)]
		.map(([, each]) => each)
		.find((each) => each !== damaged);
	const piece = await dpo.open(`${request.url}/pieces/${number}`);
	expect(piece.words).toMatch(/Canary came without a lunch|He is seen on Monday/);
	expect(piece.words).toContain("Nobody has said that this is about the same child");
});

test("a text of the child’s own difference that nobody can open keeps nobody from the rest of it", async () => {
	const theirs = await resolved(partnership);
	await partnership.db.transaction().execute(async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await sql`update narrative set content = 'damaged' where difference_id = ${theirs} and field = 'issue'`.execute(
			trx,
		);
	});
	const request = await dpo.send(await ask(), { theirs: [theirs] });
	const numbers = [...sectionOf(request.body, "to-open").matchAll(/pieces\/(\d+)"/g)];
	const pieces: string[] = [];
	for (const [, number] of numbers)
		pieces.push((await dpo.open(`${request.url}/pieces/${number}`)).words);
	const closed = pieces.filter((words) => words.includes("These words cannot be opened"));
	expect(closed.length).toBeGreaterThan(0);
	expect(closed.length).toBeLessThan(pieces.length);
	await lookAtAll(request.url.split("/").at(-1) ?? "");
});

test("what was decided of a lesson holds for no other words of it", async () => {
	const theirs = await resolved(partnership);
	const { app, people, agencies, db, partnershipId } = partnership;
	const lesson = { theme: "thresholds", shouldDiffer: "Visit first", namesNobody: true };
	const by = { difference: theirs, key: freshKey() };
	await recordLesson(app, people.businessUnit, by, {
		...lesson,
		happened: "First words",
		againOn: "2026-09-30",
		actions: [{ what: "Visit", agencyId: agencies.socialCare, dueOn: "2026-06-30" }],
	});
	const [lessonId = ""] = await listLessonIds(db, partnershipId);
	const reword = (happened: string) =>
		rewordLesson(app, people.businessUnit, lessonId, { ...lesson, happened });
	const request = await dpo.send(await ask(), { theirs: [theirs] });
	const id = request.url.split("/").at(-1) ?? "";
	const refused = async () => {
		const asked = await dpo.post(`/subject-access/${id}/pack`);
		expect(asked.body).toContain("Look at every piece first");
		return sectionOf((await dpo.open(`/subject-access/${id}`)).body, "to-open").match(
			/Recorded by/g,
		);
	};
	await lookAtAll(id);
	await reword("Second words");
	// What it says now and what it said before stand where nobody has looked.
	expect(await refused()).toHaveLength(2);
	await lookAtAll(id);
	await reword("Third words");
	expect(await refused()).toHaveLength(2);
	await lookAtAll(id);
	await pack(id);
});

test("what was decided is kept under no digest of the words that whoever has the database could try", async () => {
	const theirs = await resolved(partnership);
	const { app, people, db, partnershipId } = partnership;
	const happened = "Canary was seen once";
	await recordLesson(
		app,
		people.businessUnit,
		{ difference: theirs, key: freshKey() },
		{
			theme: "thresholds",
			happened,
			shouldDiffer: "Visit",
			namesNobody: true,
			againOn: "2026-09-30",
			actions: [],
		},
	);
	const request = await dpo.send(await ask(), { theirs: [theirs] });
	await lookAtAll(request.url.split("/").at(-1) ?? "");
	const kept = await db.selectFrom("subject_request_piece").select("piece").execute();
	const [lessonId = ""] = await listLessonIds(db, partnershipId);
	const ofLesson = kept.map(({ piece }) => piece).filter((piece) => piece.includes(lessonId));
	expect(ofLesson).toHaveLength(1);
	const words = [happened, `${happened}\nVisit`];
	for (const text of words.flatMap((each) => [each, `lesson/${lessonId}\n${each}`])) {
		const digest = createHash("sha256").update(text).digest("base64url");
		expect(ofLesson[0]).not.toContain(digest.slice(0, 16));
	}
});

test("what an older version kept under a digest without a key, or without words, goes and is asked again", async () => {
	const theirs = await resolved(partnership);
	const { app, db, partnershipId } = partnership;
	const request = await dpo.send(await ask(), { theirs: [theirs] });
	const id = request.url.split("/").at(-1) ?? "";
	const old = ["draft/1/q83vEjRWeJCr", "lesson/2/before/1/q83vEjRWeJCr", "person/account"];
	const stays = `${theirs}/1/issue`;
	await transact(app.db, async (trx) => {
		for (const piece of [...old, `${theirs}/did`, stays])
			await saveDecided(trx, partnershipId, id, {
				piece,
				differenceId: null,
				decision: "give",
				content: null,
				ground: null,
				at: app.clock().toString(),
				by: partnership.people.businessUnit.id,
			});
	});
	const migration = readFileSync("src/store/migrations/0154-pieces-asked-again.sql", "utf8");
	await sql.raw(migration).execute(db);
	expect((await listDecided(db, id)).map(({ piece }) => piece)).toEqual([stays]);
});

test("what was decided of what somebody did and of their entry in the directory holds for no other words", async () => {
	const { people, db } = partnership;
	const difference = await raiseByTeacher(partnership);
	await partnership.read(people.teacher, `/differences/${difference}`);
	const page = await dpo.open("/subject-access/person");
	const request = await dpo.send(page, { email: people.teacher.email, ...received });
	const id = request.url.split("/").at(-1) ?? "";
	const again = async () => {
		const { body } = await dpo.open(`/subject-access/${id}`);
		return ["In the directory", "What they did", "What they opened"].filter((title) =>
			sectionOf(body, "to-agree").includes(title),
		);
	};
	expect(await again()).toEqual(["In the directory", "What they did", "What they opened"]);
	await lookAtAll(id);
	expect(await again()).toEqual([]);
	await db
		.updateTable("person")
		.set({ job_title: "Head of year" })
		.where("id", "=", people.teacher.id)
		.execute();
	expect(await again()).toEqual(["In the directory"]);
	await talkInVain(partnership, difference);
	// They work on: what they opened since the request was begun is not of it.
	partnership.at("2026-03-26T11:00");
	await partnership.read(people.teacher, `/differences/${difference}`);
	expect(await again()).toEqual(["In the directory", "What they did"]);
	expect((await dpo.post(`/subject-access/${id}/pack`)).statusCode).toBe(422);
});

test("a request in which a difference on hold was found is not disposed of", async () => {
	const theirs = await resolved(partnership);
	const { app, partnershipId } = partnership;
	const request = await dpo.send(await ask(), { theirs: [theirs] });
	await dpo.post(`${request.url}/close`);
	await dpo.post(`/retention/differences/${theirs}/hold`, { "hold-reason": "A claim was made" });
	const dispose = () =>
		transact(app.db, (trx) => disposeOfRequests(trx, partnershipId, "2050-01-01T00:00:00Z"));
	expect(await dispose()).toBe(0);
	expect((await dpo.open("/subject-access")).words).toContain("Answered");
	await dpo.post(`/retention/differences/${theirs}/lift`, { why: "It was settled" });
	expect(await dispose()).toBe(1);
});

test("somebody who works here gets what is held of them, and of others only the sentences that name them", async () => {
	const { people } = partnership;
	const difference = await raiseByTeacher(partnership);
	await partnership.read(people.teacher, `/differences/${difference}`);
	const page = await dpo.open("/subject-access/person");
	expect(page.words).toContain("what was recorded of them, such as a conflict of interest");
	const request = await dpo.send(page, { email: people.teacher.email, ...received });
	expect(request.words).toContain("Amy Okafor");
	const id = request.url.split("/").at(-1) ?? "";
	await lookAtAll(id);
	const files = await pack(id);
	const all = Object.entries(files)
		.filter(([name]) => name.endsWith(".html"))
		.map(([, page]) => page)
		.join("");
	expect(all).toContain("Work e-mail address: teacher");
	expect(all).toContain("What they opened");
	expect(all).not.toContain(said("issue"));
	expect(all).not.toContain("Canary Child");
});

test("whoever left or answered by a link gets what is held of them, and nobody who has had the same address", async () => {
	const { app, people, partnershipId, agencies } = partnership;
	const difference = await raiseByTeacher(partnership);
	await transact(app.db, (trx) =>
		savePersonByLink(trx, {
			partnershipId,
			agencyId: agencies.socialCare,
			difference,
			name: people.teacher.name,
			jobTitle: "Answered by a link",
			email: people.teacher.email.toUpperCase(),
			level: "practitioner",
			until: "2026-03-30T10:00:00Z",
		}),
	);
	await app.db
		.updateTable("person")
		.set({ left_at: "2026-03-25T10:00:00Z" })
		.where("id", "=", people.teacher.id)
		.execute();
	const ask = async (name = "") =>
		dpo.send(await dpo.open("/subject-access/person"), {
			email: people.teacher.email,
			name,
			...received,
		});
	const request = await ask();
	const id = request.url.split("/").at(-1) ?? "";
	await lookAtAll(id);
	const all = Object.values(await pack(id)).join("");
	expect(all).toContain("Left: 2026-03-25");
	expect(all).toContain("Job title: Answered by a link");
	expect(all).toContain("What they did");
	await app.db
		.updateTable("person")
		.set({ email: people.teacher.email })
		.where("id", "=", people.headteacher.id)
		.execute();
	expect((await ask()).words).toContain("More than one person has had this address");
	expect((await ask(people.headteacher.name)).words).toContain(people.headteacher.name);
});

test("what somebody asked to see is not disposed of before they have their answer", async () => {
	const id = await resolved(partnership);
	partnership.at("2044-01-05T10:00");
	await ask();
	const page = await dpo.open(`/retention/differences/${id}`);
	expect(page.words).toContain("It stays until they have their answer");
});

test("it is the data protection officer’s alone, and no request of another partnership opens", async () => {
	await resolved(partnership);
	const found = await ask();
	const id = found.url.split("/").at(-2) ?? "";
	const paths = ["", "/child", "/person", `/${id}`, `/${id}/found`, `/${id}/pieces/1`];
	const others = [
		await partnership.visitor(partnership.people.businessUnit),
		await partnership.visitor(partnership.people.administrator),
	];
	for (const visitor of others)
		for (const path of paths)
			expect((await visitor.get(`/subject-access${path}`)).statusCode).toBe(404);
	const stranger = await partnership.visitor(
		await officer(await partnership.another(), dataProtectionOfficer, "Else Dpo"),
	);
	for (const path of paths.slice(3))
		expect((await stranger.get(`/subject-access${path}`)).statusCode).toBe(404);
	expect((await stranger.post(`/subject-access/${id}/close`)).statusCode).toBe(404);
});

test("the file may be in Welsh, with what people wrote as they wrote it and as much withheld", async () => {
	await setOffersWelsh(partnership.app, partnership.people.administrator, true);
	const first = await resolved(partnership);
	const request = await dpo.send(await ask(), { theirs: [first] });
	const id = request.url.split("/").at(-1) ?? "";
	await lookAtAll(id);
	const ready = await dpo.open(`/subject-access/${id}`);
	expect(ready.form.language).toEqual(["en"]);
	const files = await pack(id, { language: "cy" });
	const pages = Object.entries(files).filter(([name]) => name.endsWith(".html"));
	for (const [name, page] of pages) {
		expect([name, await faultsIn(page)]).toEqual([name, []]);
		expect(page).toContain('<html lang="cy">');
		expect(page).not.toMatch(/[\uFDD0-\uFDD2]/);
	}
	const all = pages.map(([, page]) => page).join("");
	expect(all).toContain("Popeth a roddwyd i chi");
	expect(all).toContain(said("issue in full"));
	expect(files["withheld.html"]).toContain("atodlen 3, rhannau 2 i 4");
	expect((await dpo.open("/downloads")).words).toContain("in Welsh");
});
