import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fakeClamd, type TestScanner, virus } from "../../../../test/support/clamd.ts";
import { pdfText, wordText } from "../../../../test/support/documents.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { doStep, raiseByTeacher, raisedTo } from "../../../../test/support/partnership.ts";
import {
	type ChosenFile,
	faultsIn,
	type Seen,
	type Visitor,
} from "../../../../test/support/visitor.ts";
import { checkFilesThatWait, deleteBrokenOff } from "../../../actions/check-files.ts";
import { keepFile } from "../../../actions/keep-file.ts";
import { verifyFiles } from "../../../actions/verify-files.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { clamd, ScannerAway } from "../../../files/clamd.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let scanner: TestScanner;
let id: string;

beforeAll(async () => {
	scanner = await fakeClamd();
});
afterAll(() => scanner.stop());
beforeEach(async () => {
	scanner.behave();
	partnership.app.files = {
		limits: { megabytes: 1, perAct: 3 },
		scanner: clamd({ path: scanner.path }, 60_000),
	};
	id = await raisedTo(partnership, "raise");
});

const pdf = (name: string, says = "a chronology"): ChosenFile => ({
	name,
	content: `%PDF-1.7\n${says}\n%%EOF`,
});
const chronology = pdf("Chronology – Canary Child.pdf");
const path = () => `/differences/${id}/steps/formal-resolution.sign-off`;
const as = (person: Viewer) => partnership.visitor(person);
const signed = { "act.ending": "signed" };

/** The head signs the form off with these files. */
async function signOffWith(...files: ChosenFile[]): Promise<Seen> {
	const head = await as(partnership.people.headteacher);
	return head.sendAndConfirm(await head.open(path()), signed, "_do=send", files);
}

/** Where the files lead that a page lists. */
const filesOn = (body: string): string[] => [
	...new Set(
		[...body.matchAll(/href="(\/differences\/[^"]*\/files\/[^"]+)"/g)].map(([, to = ""]) => to),
	),
];

async function fileOf(person: Viewer): Promise<string> {
	const { body } = await partnership.read(person, `/differences/${id}`);
	return filesOn(body)[0] ?? "";
}

const kept = () =>
	partnership.db
		.selectFrom("file")
		.where("difference_id", "=", id)
		.select(["id", "seq", "state"])
		.execute();

const told = async () =>
	(
		await partnership.db
			.selectFrom("message")
			.innerJoin("person", "person.id", "message.to_person")
			.where("message.difference_id", "=", id)
			.where("message.kind", "=", "virus-found")
			.select("person.name")
			.orderBy("person.name")
			.execute()
	).map(({ name }) => name);

describe("a file goes where the form goes, and nowhere else", () => {
	test("whoever may read the act may open it, once it is theirs to read; nobody else learns of it", async () => {
		const { people } = partnership;
		expect((await signOffWith(chronology)).status).toBe(200);
		const file = await fileOf(people.headteacher);
		expect(file).toMatch(/^\/differences\/[0-9a-f-]{36}\/files\/[0-9a-f-]{36}$/);
		const answers = async () =>
			Object.fromEntries(
				await Promise.all(
					(
						["teacher", "businessUnit", "director", "socialWorker", "officer", "executive"] as const
					).map(async (name) => [name, (await partnership.read(people[name], file)).statusCode]),
				),
			);
		expect(await answers()).toEqual({
			teacher: 200,
			businessUnit: 200,
			director: 404,
			socialWorker: 404,
			officer: 404,
			executive: 404,
		});
		await doStep(partnership, id, people.businessUnit, "formal-resolution.forward", "forwarded", {
			"sent-to": { id: people.director.id },
		});
		expect(await answers()).toMatchObject({ director: 200, officer: 404, executive: 404 });
		// Nor is it to be had in another difference, or by an address that is none.
		const other = await raisedTo(partnership, "raise");
		for (const url of [file.replace(id, other), `/differences/${id}/files/x`, `${file}0`])
			expect((await partnership.read(people.headteacher, url)).statusCode).toBe(404);
	});

	test("it is saved and never shown, as it was, under its own name, and each opening is noted", async () => {
		const { people } = partnership;
		await signOffWith(chronology);
		const answer = await partnership.read(people.businessUnit, await fileOf(people.headteacher));
		expect(answer.body).toBe(chronology.content);
		expect(answer.headers).toMatchObject({
			"content-type": "application/pdf",
			"content-disposition":
				"attachment; filename=\"Chronology _ Canary Child.pdf\"; filename*=UTF-8''Chronology%20%E2%80%93%20Canary%20Child.pdf",
			"content-length": String(Buffer.byteLength(String(chronology.content))),
			"content-security-policy": "sandbox; default-src 'none'",
			"x-content-type-options": "nosniff",
			"cache-control": "no-store",
		});
		const [file] = await kept();
		const readings = await partnership.db
			.selectFrom("reading")
			.where("person_id", "=", people.businessUnit.id)
			.select("what")
			.execute();
		expect(readings.map(({ what }) => what)).toContain(`file ${file?.id}`);
	});

	test("one of many parts comes back as it went", async () => {
		const content = Buffer.from(`%PDF-1.7\n\0${"A line of many. ".repeat(45_000)}`);
		await signOffWith({ name: "long.pdf", content });
		const { headteacher } = partnership.people;
		const { rawPayload } = await partnership.read(headteacher, await fileOf(headteacher));
		expect(rawPayload.equals(content)).toBe(true);
	});

	test("the record, the form and the papers list it with its size, by whom and when", async () => {
		const { people } = partnership;
		await signOffWith(chronology);
		const words = (rest: string) =>
			partnership.words(people.businessUnit, `/differences/${id}${rest}`);
		expect(await words("")).toContain("Files sent with it: Chronology – Canary Child.pdf (1 KB)");
		expect(await words("/form")).toContain(
			"Files sent with this part Chronology – Canary Child.pdf (1 KB)",
		);
		for (const [format, textOf] of [
			["docx", wordText],
			["pdf", pdfText],
		] as const) {
			const { rawPayload } = await partnership.read(
				people.businessUnit,
				`/differences/${id}/form.${format}`,
			);
			const text = textOf(rawPayload).replaceAll(/\s+/g, "");
			expect(text).toContain("Chronology–CanaryChild.pdf");
			expect(text).toContain("DilipRao,OakfieldPrimarySchool");
		}
	});

	test("what was sent stays: the database refuses to change it or take it away", async () => {
		await signOffWith(chronology);
		const [{ id: file = "" } = {}] = await kept();
		const { db } = partnership;
		const refused = expect.stringContaining("The record is only ever added to");
		for (const change of [
			db.deleteFrom("file_part").where("file_id", "=", file),
			db.deleteFrom("file").where("id", "=", file),
			db.updateTable("file").set({ sha256: "0" }).where("id", "=", file),
			db
				.updateTable("file_part")
				.set({ content: Buffer.from("x") })
				.where("file_id", "=", file),
		])
			await expect(change.execute()).rejects.toMatchObject({ message: refused });
	});
});

test("whoever verifies the record learns that a file was altered or taken away, and of which act", async () => {
	const { db } = partnership;
	await signOffWith(pdf("one.pdf", "one"), pdf("two.pdf", "two"));
	expect(await verifyFiles(db, id)).toEqual([]);
	const [one, two] = await kept();
	const swapped = sql`set session_replication_role = replica;
		update file_part set content = (select content from file_part where file_id = '${sql.raw(one?.id ?? "")}')
			where file_id = '${sql.raw(two?.id ?? "")}';
		set session_replication_role = origin`;
	await swapped.execute(db);
	const [found, more] = await verifyFiles(db, id);
	expect(more).toBeUndefined();
	expect(found).toMatchObject({
		code: "file",
		says: `A file that was sent with act ${two?.seq} is not what was sent, or cannot be opened.`,
	});
	await sql`set session_replication_role = replica;
		delete from file_part where file_id = '${sql.raw(one?.id ?? "")}';
		delete from file where id = '${sql.raw(one?.id ?? "")}';
		set session_replication_role = origin`.execute(db);
	expect((await verifyFiles(db, id)).map(({ says }) => says).sort()).toEqual([
		`A file that was sent with act ${two?.seq} is not what was sent, or cannot be opened.`,
		`A file that was sent with act ${one?.seq} was removed.`,
	]);
});

describe("on the page", () => {
	test("a file that was chosen is not lost when the page comes back with something to mend", async () => {
		const head = await as(partnership.people.headteacher);
		const back = await head.send(await head.open(path()), {}, "_do=send", [chronology]);
		expect(back.status).toBe(422);
		expect(back.words).toContain("Files (1)");
		expect(back.words).toContain("Chronology – Canary Child.pdf (1 KB)");
		expect((await head.open(path())).words).toContain("Chronology – Canary Child.pdf");
		await head.sendAndConfirm(back, signed, "_do=send", []);
		expect(await kept()).toMatchObject([{ seq: expect.any(Number), state: "clean" }]);
		expect(await fileOf(partnership.people.headteacher)).not.toBe("");
	});

	test("what is not taken is said with what to do, what is stays, and nothing is sent", async () => {
		const head = await as(partnership.people.headteacher);
		const back = await head.send(await head.open(path()), signed, "_do=send", [
			{ name: "tool.pdf", content: `MZ\0\0${"x".repeat(100)}` },
			chronology,
			{ name: "long.txt", content: "a".repeat(1024 * 1024 + 1) },
			{ name: "odd.txt", content: `A text. ${virus}` },
		]);
		expect(back.status).toBe(422);
		expect(back.words).toContain("“tool.pdf” was not added. It must be PDF, Word (.docx)");
		expect(back.words).toContain("“long.txt” was not added. It is larger than 1 MB.");
		expect(back.words).toContain("“odd.txt” was not added. A virus was found in it.");
		expect(back.words).toContain("Files (1)");
		expect(await kept()).toMatchObject([{ seq: null, state: "clean" }]);
		const parts = await partnership.db.selectFrom("file_part").select("file_id").execute();
		expect(new Set(parts.map(({ file_id }) => file_id)).size).toBe(
			(await partnership.db.selectFrom("file").select("id").execute()).length,
		);
	});

	test("one more than may be sent is not taken, and one that was chosen can be taken away", async () => {
		const head = await as(partnership.people.headteacher);
		const all = ["1.pdf", "2.pdf", "3.pdf", "4.pdf"].map((name) => pdf(name));
		const back = await head.send(await head.open(path()), {}, "_do=add-files", all);
		expect(back.words).toContain("“4.pdf” was not added. You can send 3 files at a time.");
		const [button = ""] = /remove-file\.[0-9a-f-]+/.exec(back.body) ?? [];
		const less = await head.send(back, {}, `_do=${button}`, []);
		expect(less.words).toContain("Files (2)");
		expect(await kept()).toHaveLength(2);
	});

	test("a form without the token of a page of ours brings nothing", async () => {
		const head = await as(partnership.people.headteacher);
		await head.open(path());
		const answer = await head.post(path(), { _csrf: "forged", ...signed }, [chronology]);
		expect(answer.statusCode).toBe(403);
		expect(await kept()).toEqual([]);
	});

	test("whoever may not do the act brings nothing, and what is broken off leaves nothing after a day", async () => {
		const visitor = await as(partnership.people.director);
		await visitor.open("/");
		expect((await visitor.post(path(), {}, [chronology])).statusCode).toBe(404);
		expect(await kept()).toEqual([]);

		const broken = keepFile(
			partnership.app,
			partnership.people.headteacher,
			{
				owner: null,
				differenceId: id,
				page: "formal-resolution.sign-off",
			},
			{
				name: "a.pdf",
				isCut: () => false,
				content: (async function* () {
					yield Buffer.from("%PDF-");
					throw new Error("The line broke");
				})(),
			},
		);
		await expect(broken).rejects.toThrow("The line broke");
		expect(await kept()).toEqual([]);
		await partnership.db
			.insertInto("file")
			.values({
				id: "00000000-0000-4000-8000-00000000f11e",
				partnership_id: partnership.partnershipId,
				difference_id: id,
				seq: null,
				state: "arriving",
				began_at: "2026-03-26T09:00:00Z",
				wrapped_key: Buffer.from("of a file that never arrived"),
			})
			.execute();
		await deleteBrokenOff(partnership.app);
		expect(await kept()).toHaveLength(1);
		partnership.at("2026-03-27T11:00");
		await deleteBrokenOff(partnership.app);
		expect(await kept()).toEqual([]);
	});
});

describe("a draft that several may go on with", () => {
	/** The page on which the first talk is recorded, for whoever may. */
	const talkOf = async (difference: string, person: Viewer) => {
		const visitor = await as(person);
		return {
			visitor,
			page: await visitor.open(`/differences/${difference}/steps/early-resolution.talk`),
		};
	};

	test("a colleague sees what was added and by whom, may take it away, and sends it with theirs", async () => {
		const { people } = partnership;
		const talk = await raiseByTeacher(partnership);
		const { visitor: teacher, page } = await talkOf(talk, people.teacher);
		const own = await teacher.send(page, {}, "_do=add-files", [chronology, pdf("2.pdf")]);
		expect(own.words).toContain("Files (2)");
		expect(own.words).not.toContain("added by");

		const { visitor: lead, page: theirs } = await talkOf(talk, people.safeguardingLead);
		expect(theirs.words).toContain("Chronology – Canary Child.pdf (1 KB, added by Amy Okafor");
		const buttons = theirs.body.match(/remove-file\.[0-9a-f-]+/g) ?? [];
		const less = await lead.send(theirs, {}, `_do=${buttons[1]}`, []);
		expect(less.words).toContain("Files (1)");
		await lead.send(
			less,
			{
				"act.ending": "tried",
				"tried.tried-at-day": "26",
				"tried.tried-at-month": "3",
				"tried.tried-at-year": "2026",
				"tried.tried-at-time": "9am",
				"tried.how-tried": "I rang twice",
			},
			"_do=send",
			[pdf("3.pdf")],
		);
		const { body } = await partnership.read(people.teacher, `/differences/${talk}`);
		expect(filesOn(body)).toHaveLength(2);
		expect((await talkOf(talk, people.socialWorker)).page.body).not.toContain("Canary Child");
	});

	test("what is added or taken away elsewhere while somebody writes is not sent before they have seen it", async () => {
		const { people } = partnership;
		const head = await as(people.headteacher);
		const before = await head.open(path());
		const other = await as(people.headteacher);
		await other.send(await other.open(path()), {}, "_do=add-files", [chronology]);
		const back = await head.send(before, signed);
		expect(back.status).toBe(422);
		expect(back.words).toContain(
			"Dilip Rao added “Chronology – Canary Child.pdf” after you opened this page. Check the files, then send this again.",
		);
		const check = await head.send(back, signed);
		expect(check.words).toContain("Check before it is done");
		const [button = ""] = /remove-file\.[0-9a-f-]+/.exec(back.body) ?? [];
		await other.send(await other.open(path()), {}, `_do=${button}`, []);
		const again = await head.send(check);
		expect(again.status).toBe(422);
		expect(again.words).toContain("A file was taken away from here after you opened this page.");
		expect(await kept()).toEqual([]);
		expect((await head.send(await head.send(again, signed))).status).toBe(200);
	});
});

describe("when it is raised", () => {
	/** The page that checks the answers before it is raised, as somebody comes to it. */
	const toCheckPage = async (): Promise<{ teacher: Visitor; check: Seen }> => {
		const { people, agencies } = partnership;
		const teacher = await as(people.teacher);
		let page = await teacher.send(await teacher.open("/raise"), {
			"raise.danger": "no",
			"raise.scope": "none-of-these",
		});
		page = await teacher.send(page, {
			"raise.agency": agencies.socialCare,
			"children-0-name": "Ada Example",
		});
		page = await teacher.send(page, { "practitioner-b": people.socialWorker.id });
		return {
			teacher,
			check: await teacher.send(page, {
				themes: ["thresholds"],
				issue: "No visit for six weeks",
				"outcome-wanted": "A visit this week",
			}),
		};
	};
	const drafted = async () =>
		(await partnership.db.selectFrom("file").where("seq", "is", null).select("id").execute())
			.length;

	test("files go with it into its record, once, for the side that raised it alone", async () => {
		const { people } = partnership;
		const { teacher, check } = await toCheckPage();
		expect(check.words).toContain("They stay with your agency");
		const added = await teacher.send(check, {}, "_do=add-files", [chronology]);
		expect(added.words).toContain("Check your answers");
		expect(added.words).toContain("Chronology – Canary Child.pdf (1 KB)");
		expect(await faultsIn(added.body)).toEqual([]);
		const raised = await teacher.send(added, {}, undefined, []);
		expect(raised.words).toContain("You raised it.");
		// The same form once more leads to the same difference.
		expect((await teacher.send(added, {}, undefined, [])).url).toBe(raised.url);
		const [, made = ""] = /differences\/([0-9a-f-]{36})/.exec(raised.url) ?? [];
		const { body } = await partnership.read(people.teacher, `/differences/${made}`);
		const [file = ""] = filesOn(body);
		expect((await partnership.read(people.teacher, file)).body).toBe(chronology.content);
		for (const stranger of [people.socialWorker, people.director, people.businessUnit])
			expect((await partnership.read(stranger, file)).statusCode).toBe(404);
	});

	test("a file that comes with the button that raises it is sent; one that is not taken keeps it from being raised", async () => {
		const { teacher, check } = await toCheckPage();
		const back = await teacher.send(check, {}, undefined, [
			{ name: "odd.txt", content: `A text. ${virus}` },
		]);
		expect(back.status).toBe(422);
		expect(back.words).toContain("“odd.txt” was not added. A virus was found in it.");
		const raised = await teacher.send(back, {}, undefined, [chronology]);
		expect(raised.words).toContain("You raised it.");
		const [, made = ""] = /differences\/([0-9a-f-]{36})/.exec(raised.url) ?? [];
		const { body } = await partnership.read(partnership.people.teacher, `/differences/${made}`);
		expect(filesOn(body)).toHaveLength(1);
	});

	test("what is thrown away takes its files with it", async () => {
		const before = await drafted();
		const { teacher, check } = await toCheckPage();
		await teacher.send(check, {}, "_do=add-files", [chronology]);
		expect(await drafted()).toBe(before + 1);
		await teacher.send(await teacher.open(check.url.replace(/check$/, "throw-away")));
		expect(await drafted()).toBe(before);
	});
});

describe("no file is opened before it was checked", () => {
	test("while the scanner is away the act goes, the file waits, and is opened once it was checked", async () => {
		const { people, app } = partnership;
		scanner.behave("hangs up");
		expect((await signOffWith(chronology)).status).toBe(200);
		const page = await partnership.read(people.businessUnit, `/differences/${id}`);
		expect(page.body).toContain("This file is being checked for viruses.");
		expect(filesOn(page.body)).toEqual([]);
		const [file] = await kept();
		const url = `/differences/${id}/files/${file?.id}`;
		const waits = await partnership.read(people.businessUnit, url);
		expect(waits.statusCode).toBe(409);
		expect(waits.body).toContain("It can be opened once that is done.");
		expect(waits.body).not.toContain("a chronology");
		await expect(checkFilesThatWait(app)).rejects.toThrow(ScannerAway);

		scanner.behave();
		await checkFilesThatWait(app);
		expect((await partnership.read(people.businessUnit, url)).body).toBe(chronology.content);
		expect(await told()).toEqual([]);
	});

	test("what is found later is never opened; whoever sent it and the office that may read of it are told", async () => {
		const { people, app } = partnership;
		scanner.behave("cannot");
		await signOffWith(pdf("odd.pdf", virus));
		scanner.behave();
		await checkFilesThatWait(app);
		await checkFilesThatWait(app);
		expect(await told()).toEqual(["Dilip Rao", "Ines Cole"]);
		const [file] = await kept();
		const answer = await partnership.read(
			people.headteacher,
			`/differences/${id}/files/${file?.id}`,
		);
		expect(answer.statusCode).toBe(409);
		expect(answer.body).toContain("A virus was found in this file. Nobody can open it.");
		expect(answer.body).not.toContain(virus);
		app.files = { ...app.files, scanner: "none" };
		expect(
			(await partnership.read(people.headteacher, `/differences/${id}/files/${file?.id}`))
				.statusCode,
		).toBe(409);
	});

	test("what is found before it is sent holds the act up until it is taken away", async () => {
		const head = await as(partnership.people.headteacher);
		scanner.behave("says nothing");
		partnership.app.files = {
			...partnership.app.files,
			scanner: clamd({ path: scanner.path }, 30),
		};
		const page = await head.send(await head.open(path()), {}, "_do=add-files", [
			pdf("odd.pdf", virus),
		]);
		expect(page.words).toContain("The virus scanner cannot be reached. You can send this now");
		scanner.behave();
		partnership.app.files = {
			...partnership.app.files,
			scanner: clamd({ path: scanner.path }, 60_000),
		};
		await checkFilesThatWait(partnership.app);
		const back = await head.send(page, signed, "_do=send", []);
		expect(back.status).toBe(422);
		expect(back.words).toContain(
			"A virus was found in “odd.pdf”. Remove it, then send this again.",
		);
	});

	test("where nothing was said of a scanner files wait; where there is to be none, that is said aloud", async () => {
		const { people, app } = partnership;
		app.files = { limits: app.files.limits };
		await signOffWith(chronology);
		const overview = () => partnership.words(people.businessUnit, `/differences/${id}`);
		expect(await overview()).toContain("because no virus scanner is set up");
		expect(await fileOf(people.businessUnit)).toBe("");
		app.files = { ...app.files, scanner: "none" };
		expect(await overview()).toContain("This file has not been checked for viruses.");
		const answer = await partnership.read(people.businessUnit, await fileOf(people.businessUnit));
		expect(answer.body).toBe(chronology.content);
	});
});
