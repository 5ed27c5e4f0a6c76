import { beforeEach, expect, test } from "vitest";
import { unzip, wordText } from "../../../../test/support/documents.ts";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { freshKey, raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen } from "../../../../test/support/visitor.ts";
import { englishIn, spokenWelsh } from "../../../../test/support/welsh.ts";
import { recordLesson } from "../../../actions/record-lesson.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listLessons } from "../../../store/lessons.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
let difference: string;

beforeEach(async () => {
	const { app, people, agencies } = partnership;
	await spokenWelsh(partnership, people.businessUnit, people.teacher);
	difference = await resolved(partnership);
	await recordLesson(
		app,
		people.businessUnit,
		{ difference, key: freshKey() },
		{
			theme: "thresholds",
			happened: "A referral was closed without a visit.",
			shouldDiffer: "Whoever closes a referral says why.",
			againOn: "2026-09-30",
			actions: [
				{ what: "Add a reason to the letter", agencyId: agencies.socialCare, dueOn: "2026-06-30" },
			],
			namesNobody: false,
		},
	);
});

async function isWelsh({ body, url }: Seen): Promise<void> {
	expect(body, url).toContain('<html lang="cy"');
	expect(englishIn(body), url).toEqual([]);
	expect(await faultsIn(body), url).toEqual([]);
}

test("lessons, their actions and the page that records one are in Welsh", async () => {
	const { people, partnershipId, db } = partnership;
	const office = await partnership.visitor(people.businessUnit);
	const [lesson] = await listLessons(db, partnershipId);
	const [action] = await listLearningActions(db, partnershipId);
	for (const [page, says] of [
		["/learning/lessons", "Cymhwyso trothwyon"],
		["/learning/lessons", "1 cam gweithredu, 1 ar agor"],
		[`/learning/lessons/${lesson?.id}`, "30 Medi 2026"],
		[`/learning/lessons/${lesson?.id}/words`, "Cymhwyso trothwyon"],
		[`/actions/${action?.id}`, "30 Mehefin 2026"],
		[`/differences/${difference}/lesson`, "Cymhwyso trothwyon"],
	] as const) {
		const seen = await office.open(page);
		expect(seen.words, page).toContain(says);
		await isWelsh(seen);
	}
});

test("what is wrong in their forms is said in Welsh", async () => {
	const { people, partnershipId, db } = partnership;
	const office = await partnership.visitor(people.businessUnit);
	const [lesson] = await listLessons(db, partnershipId);
	for (const [page, given, says] of [
		[
			`/differences/${difference}/lesson`,
			{ happened: "", theme: "", "second-action-day": "31", "second-action-month": "2" },
			"Diwrnod cam gweithredu 2: rhaid cynnwys blwyddyn",
		],
		[`/learning/lessons/${lesson?.id}/words`, { happened: "" }, "Rhowch yr hyn a ddigwyddodd"],
	] as const) {
		const wrong = await office.send(await office.open(page), given);
		expect(wrong.status, page).toBe(422);
		expect(wrong.words, page).toContain(says);
		expect(englishIn(wrong.body), page).toEqual([]);
	}
});

test("a briefing is begun, written, approved and taken away in Welsh, around what people wrote", async () => {
	const { people, partnershipId, db } = partnership;
	const office = await partnership.visitor(people.businessUnit);
	const [lesson] = await listLessons(db, partnershipId);
	await office.open("/learning/lessons");
	const made = await office.post("/learning/briefings/make", { lessons: lesson?.id ?? "" });
	const writing = await office.open(String(made.headers.location));
	await isWelsh(writing);
	expect(writing.form.title).toEqual(["Cymhwyso trothwyon"]);
	expect(writing.form.questions?.[0]).toContain("A allai hyn fod wedi digwydd yma?");
	expect(writing.words).toContain("Cwestiynau i’ch tîm");
	const draft = await office.send(writing, {});
	await isWelsh(draft);
	expect(draft.words).toContain("Nid oes dim wedi’i ysgrifennu eto o dan “Pam mae’n bwysig”.");
	const whole = await office.send(await office.open(`${draft.url}/write`), {
		matters: "A child whom nobody sees cannot say anything.",
	});
	const docx = (await office.get(`${whole.url}/briefing.docx`)).rawPayload;
	expect(unzip(docx).get("word/styles.xml")).toContain('<w:lang w:val="cy-GB"/>');
	for (const text of [
		"Cymhwyso trothwyon",
		"Pam mae’n bwysig",
		"A child whom nobody sees cannot say anything.",
	])
		expect(wordText(docx)).toContain(text);
	expect(docx.toString("latin1")).not.toMatch(/\uFDD0/);
	expect((await office.get(`${whole.url}/briefing.pdf`)).rawPayload.toString("latin1")).toMatch(
		/\/Lang \(cy\)/,
	);
	await isWelsh(await office.open("/learning/briefings"));
});

test("whoever oversees reads stages, themes and time limits in Welsh", async () => {
	await raisedTo(partnership, "forward");
	partnership.at("2026-05-18T10:00");
	const scrutineer = await officer(partnership, "scrutineer");
	await spokenWelsh(partnership, scrutineer);
	const page = await (await partnership.visitor(scrutineer)).open("/oversight");
	await isWelsh(page);
	expect(page.words).toContain("Cymhwyso trothwyon 2");
	expect(page.words).toContain("Cam 3: Datrys ffurfiol");
});

test("the four questions are asked in Welsh, and so is an answer that is missing", async () => {
	const teacher = await partnership.visitor(partnership.people.teacher);
	const page = await teacher.open(`/differences/${difference}/feedback`);
	await isWelsh(page);
	expect(page.words).toContain("A fu o gymorth i’r plentyn?");
	const missing = await teacher.send(page, { heard: "yes", inTime: "no" });
	expect(missing.status).toBe(422);
	expect(missing.words).toContain("A fu o gymorth i’r plentyn?");
	await isWelsh(missing);
});
