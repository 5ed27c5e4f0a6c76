import { expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey } from "../../../../test/support/partnership.ts";
import { faultsIn, wordsIn } from "../../../../test/support/visitor.ts";
import { recordLesson } from "../../../actions/record-lesson.ts";
import { listLessons } from "../../../store/lessons.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

/** A draft that the Business Unit has made of one lesson, whole but for what `entered` says. */
async function draft(entered: Record<string, string> = {}) {
	const { app, people, partnershipId, db } = partnership;
	await recordLesson(
		app,
		people.businessUnit,
		{ difference: await resolved(partnership), key: freshKey() },
		{
			theme: "thresholds",
			happened: "A referral was closed without a visit.",
			shouldDiffer: "Whoever closes a referral says why.",
			againOn: "2026-09-30",
			actions: [],
			namesNobody: false,
		},
	);
	const [lesson] = await listLessons(db, partnershipId);
	const office = await partnership.visitor(people.businessUnit);
	await office.open("/learning/lessons");
	const made = await office.post("/learning/briefings/make", { lessons: lesson?.id ?? "" });
	const page = await office.open(String(made.headers.location));
	expect(await faultsIn(page.body)).toEqual([]);
	const saved = await office.send(page, {
		matters: "A child whom nobody sees cannot say anything.",
		differently: "Give the reason in writing",
		...entered,
	});
	return { office, page, address: saved.url, saved };
}

const approver = async () =>
	partnership.visitor(await officer(partnership, "business-unit-head", "Noor Bell"));

test("made of a lesson, approved by a second person, then everybody reads, finds and takes it away", async () => {
	const { office, address, saved } = await draft();
	const { teacher } = partnership.people;
	expect(saved.words).toContain("A referral was closed without a visit");
	expect(saved.words).not.toContain("Approve it for everybody");
	expect((await partnership.read(teacher, address)).statusCode).toBe(404);
	expect((await partnership.read(teacher, `${address}/briefing.pdf`)).statusCode).toBe(404);
	expect(await partnership.words(teacher, "/learning/briefings")).toContain("no briefing yet");
	// Whoever wrote it does not approve it.
	expect((await office.post(`${address}/approve`, { read: "2" })).statusCode).toBe(409);

	const head = await approver();
	const page = await head.open(address);
	expect(page.words).toContain("No name, place or date was found");
	expect(await faultsIn(page.body)).toEqual([]);
	await head.post(`${address}/approve`, { read: String(page.form.read) });
	const reader = await partnership.visitor(teacher);
	const library = await reader.open("/learning/briefings");
	expect(library.words).toContain("Application of thresholds");
	expect(await faultsIn(library.body)).toEqual([]);
	const read = await reader.open(address);
	expect(read.words).toContain("Questions for your team");
	expect(read.words).not.toContain("Noor Bell");
	expect(await faultsIn(read.body)).toEqual([]);
	for (const [format, begins] of [
		["docx", "PK"],
		["pdf", "%PDF"],
	] as const)
		expect((await reader.get(`${address}/briefing.${format}`)).body.startsWith(begins)).toBe(true);
	const find = async (words: string) =>
		wordsIn((await reader.post("/learning/briefings/find", { find: words })).body);
	expect(await find("REFERRAL visit")).toContain("Application of thresholds");
	expect(await find("housing")).toContain("Nothing found");
});

test("a name of the case keeps it from being approved until somebody says that nobody can be known by it", async () => {
	const { address } = await draft({ matters: "Canary was not seen." });
	const head = await approver();
	const page = await head.open(address);
	expect(page.words).toContain("“Canary” (a name)");
	const refused = await head.post(`${address}/approve`, { read: "2" });
	expect(refused.statusCode).toBe(422);
	expect(await faultsIn(refused.body)).toEqual([]);
	const done = await head.post(`${address}/approve`, { read: "2", namesNobody: "yes" });
	expect(done.statusCode).toBe(303);
});

test("nobody approves another text than the one that they read, nor one with a section left empty", async () => {
	const { office, page, address } = await draft({ matters: "" });
	const head = await approver();
	await head.open(address);
	const empty = await head.post(`${address}/approve`, { read: "2" });
	expect(wordsIn(empty.body)).toContain("Nothing is written yet under “Why it matters”");
	const stale = await head.post(`${address}/approve`, { read: "1" });
	expect(wordsIn(stale.body)).toContain("Read it again");
	// Nor does anybody write over what was saved since they opened it.
	const over = await office.send(page, { matters: "Something else" });
	expect(over.status).toBe(409);
	expect(over.words).toContain("Somebody has changed this briefing");
	expect(over.form.matters).toEqual(["Something else"]);
});

test("what somebody types is kept before it is saved, and comes back beside what others saved meanwhile", async () => {
	const { office, page, address } = await draft();
	const keep = `${address}/write/draft`;
	const typed = { ...page.form, _asked: page.form._asked, matters: "As I was typing it" };
	const sent = await office.post(
		keep,
		Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])),
	);
	expect(sent.statusCode).toBe(204);
	const again = await office.open(`${address}/write`);
	expect(again.form.matters).toEqual(["As I was typing it"]);
	// The draft was saved since that page was drawn.
	expect(again.words).toContain("Somebody has saved this draft since you began to write");
	expect(again.words).toContain("As it stands now: A child whom nobody sees cannot say anything.");
	expect(await faultsIn(again.body)).toEqual([]);
	const saved = await office.send(again);
	expect(saved.words).toContain("As I was typing it");
	expect((await office.open(`${address}/write`)).words).not.toContain("As it stands now");
});

test("whoever may approve a draft that is whole has it in My work, and its writer reads who they are", async () => {
	const approver = await officer(partnership, "business-unit-head", "Noor Bell");
	const { saved } = await draft();
	expect(saved.words).toContain("It can be approved by Noor Bell");
	expect(await partnership.words(approver, "/")).toContain("Read and approve the briefing");
	const { businessUnit, teacher } = partnership.people;
	for (const person of [businessUnit, teacher])
		expect(await partnership.words(person, "/")).not.toContain("Read and approve the briefing");
});

test("a draft that nobody wants is thrown away by those who write, and its lessons stay", async () => {
	const { office, address } = await draft();
	const head = await approver();
	await head.open(address);
	expect((await head.post(`${address}/throw-away`)).statusCode).toBe(409);
	await office.open(address);
	expect((await office.post(`${address}/throw-away`)).statusCode).toBe(303);
	expect((await office.get(address)).statusCode).toBe(404);
	expect(await listLessons(partnership.db, partnership.partnershipId)).toHaveLength(1);
});

test("what was approved is put right in a new draft, which nobody approves whose words stand in it", async () => {
	const { office, address } = await draft();
	const head = await approver();
	await head.open(address);
	await head.post(`${address}/approve`, { read: "2" });
	expect((await head.post(`${address}/throw-away`)).statusCode).toBe(409);
	expect((await head.post(`${address}/copy`)).statusCode).toBe(409);
	await office.open(address);
	const copied = await office.post(`${address}/copy`);
	const page = await office.open(String(copied.headers.location));
	expect(page.form.matters).toEqual(["A child whom nobody sees cannot say anything."]);
	const saved = await office.send(page, { matters: "Put right" });
	expect(saved.words).not.toContain("Approve it for everybody");
	// The one that is in the library stays as it was.
	expect(await partnership.words(partnership.people.teacher, address)).not.toContain("Put right");
});

test("what is too long for one page is not saved", async () => {
	const { office, address } = await draft();
	const page = await office.open(`${address}/write`);
	const long = await office.send(page, { matters: "word ".repeat(590) });
	expect(long.status).toBe(422);
	expect(long.words).toMatch(/It has \d+ words\. Write 600 at most/);
});

test("one that is taken out of the library is read by those who make briefings alone, and changed by nobody", async () => {
	const { office, address } = await draft();
	const head = await approver();
	await head.open(address);
	await head.post(`${address}/approve`, { read: "2" });
	expect((await head.post(`${address}/withdraw`)).statusCode).toBe(409);
	await office.open(address);
	await office.post(`${address}/withdraw`);
	const { teacher, businessUnit } = partnership.people;
	expect((await partnership.read(teacher, address)).statusCode).toBe(404);
	expect(await partnership.words(businessUnit, address)).toContain("taken out of the library");
	expect((await partnership.read(businessUnit, `${address}/write`)).statusCode).toBe(404);
	await expect(
		partnership.db.updateTable("briefing").set({ title: "Other" }).execute(),
	).rejects.toThrow("stays as it is");
});
