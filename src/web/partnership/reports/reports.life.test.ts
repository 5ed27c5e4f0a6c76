import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";
import { runTask } from "../../../actions/run-task.ts";
import { sweep } from "../../../actions/sweep.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { transact } from "../../../store/db.ts";
import { savePerson } from "../../../store/people.ts";
import { listReports } from "../../../store/reports.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
let report: string;
let chair: Viewer;
let colleague: Viewer;

beforeEach(async () => {
	const { people, agencies, app, partnershipId, db } = partnership;
	const someone = (number: number, viewer: Viewer, offices: string[]): Viewer => ({
		...viewer,
		id: `0000000${number}-0000-4000-8000-${viewer.id.slice(-12)}`,
		name: `Person ${number}`,
		email: `person-${number}-${viewer.id.slice(-12)}@example.org`,
		level: "practitioner",
		offices,
	});
	chair = {
		...someone(6, people.officer, ["performance-subgroup-chair"]),
		agencyId: agencies.police,
	};
	colleague = someone(7, people.businessUnit, ["business-unit"]);
	await transact(db, (trx) => savePerson(trx, chair, colleague));
	await raisedTo(partnership, "forward");
	partnership.at("2026-04-01T09:00");
	await sweep(app, partnershipId);
	report = `/reports/${(await listReports(db, partnershipId))[0]?.id}`;
});

const office = () => partnership.visitor(partnership.people.businessUnit);
const present = async (visitor: Visitor): Promise<Seen> =>
	visitor.send(await visitor.open(`${report}/check`), {}, "_do=send");

test("a draft and all of its pages are the office's alone; once it is presented the subgroup reads it", async () => {
	const { people } = partnership;
	for (const person of [people.headteacher, people.executive, chair])
		for (const page of ["", "/words", "/check", "/decision", "/versions/1", "/extracts/thresholds"])
			expect((await partnership.read(person, report + page)).statusCode).toBe(404);
	expect(await partnership.words(chair, "/reports")).toContain("No report yet");
	const visitor = await office();
	expect((await present(visitor)).words).toContain("The report is presented");
	expect((await partnership.read(chair, report)).statusCode).toBe(200);
	expect((await partnership.read(people.headteacher, report)).statusCode).toBe(404);
	for (const page of ["/words", "/check"])
		expect((await visitor.get(report + page)).statusCode).toBe(404);
});

test("the figures are counted again beside the page, which says so and can be left", async () => {
	const visitor = await office();
	expect((await visitor.post(`${report}/count-again`)).statusCode).toBe(303);
	const counting = await visitor.open(report);
	expect(counting.words).toContain("Counting the figures");
	expect(counting.words).toContain("you find the report again under “Reports”");
	expect(await faultsIn(counting.body)).toEqual([]);
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
	expect((await visitor.open(report)).words).toContain("Its figures were counted at");
});

test("every page of a report is valid", async () => {
	const visitor = await office();
	for (const page of ["", "/words", "/check", "/extracts/thresholds"])
		expect(await faultsIn((await visitor.open(report + page)).body), page).toEqual([]);
	await present(visitor);
	for (const page of ["", "/decision"])
		expect(await faultsIn((await partnership.read(chair, report + page)).body), page).toEqual([]);
});

test("a figure of a draft and of a presented report opens today's list, which says that it may differ, and the subgroup's opens none", async () => {
	const { app, people } = partnership;
	const visitor = await office();
	const links = async () =>
		[...(await visitor.open(report)).body.matchAll(/href="([^"]*behind\?[^"]*)"/g)].map(
			([, href = ""]) => href.replaceAll("&amp;", "&"),
		);
	const draft = await links();
	expect(draft.length).toBeGreaterThan(5);
	await present(visitor);
	const presented = await links();
	expect(presented).toEqual(draft);
	// What was raised is about something else by now: the theme of before counts nothing any more.
	await app.db
		.updateTable("counted")
		.set({ facts: sql`jsonb_set(facts, '{themes}', '["roles"]')` })
		.execute();
	for (const href of presented) {
		const list = await visitor.open(href);
		expect(list.status, href).toBe(200);
		expect(list.words).toContain("This is what the figure counts today");
	}
	const themes = presented.find((href) => href.includes("raised-themes%2Fthresholds"));
	const list = await visitor.open(themes ?? "");
	expect(list.words).toContain("Nothing is counted here today");
	expect(await faultsIn(list.body)).toEqual([]);
	expect((await partnership.read(chair, report)).body).not.toContain("behind?");
	for (const person of [chair, people.headteacher])
		expect((await partnership.read(person, presented[0] ?? "")).statusCode).toBe(404);
});

test("the subgroup sees small numbers hidden and every word, and the office sees the numbers", async () => {
	const visitor = await office();
	const page = await visitor.open(`${report}/words`);
	const sections = ["raised", "speed", "ended", "changed", "raisers"];
	await visitor.send(
		page,
		Object.fromEntries(sections.map((name) => [name, `Words on ${name}.`])),
		"_do=send",
	);
	await present(visitor);
	const shown = await partnership.words(chair, report);
	expect(shown).toContain("Professional differences raised [c]");
	for (const name of sections) expect(shown).toContain(`Words on ${name}.`);
	expect(await partnership.words(partnership.people.businessUnit, report)).toContain(
		"Professional differences raised 1",
	);
});

test("of two who write at once nobody overwrites the other: each part by itself, and the same part shown to both", async () => {
	const [one, other] = [await office(), await partnership.visitor(colleague)];
	const [pageOfOne, pageOfOther] = [
		await one.open(`${report}/words`),
		await other.open(`${report}/words`),
	];
	await one.send(pageOfOne, { raised: "Mine.", speed: "Fast." }, "_do=later");
	const clash = await other.send(pageOfOther, { raised: "Theirs.", ended: "Well." }, "_do=send");
	expect(clash.status).toBe(409);
	expect(clash.words).toContain("What was written here meanwhile Mine.");
	expect(clash.form).toMatchObject({ raised: ["Theirs."], speed: ["Fast."], ended: ["Well."] });
	expect((await one.open(`${report}/words`)).form).toMatchObject({
		raised: ["Mine."],
		ended: ["Well."],
	});
	await other.send(clash, { raised: "Mine. Theirs." }, "_do=send");
	const { words } = await one.open(report);
	expect(words).toContain("Mine. Theirs.");
	expect(words).toContain("Version 1 , Person 7");
});

test("an extract is chosen from what people wrote, without what tells whom it is about", async () => {
	const visitor = await office();
	const { words, body } = await visitor.open(`${report}/extracts/thresholds`);
	expect(words).not.toContain("Canary");
	const [, use = ""] = /value="([^"]+)" name="use"/.exec(body) ?? [];
	await visitor.post(`${report}/extracts/thresholds`, { use });
	const { form } = await visitor.open(`${report}/words`);
	expect(form["extract.thresholds"]?.[0]).toContain("he came without a coat again");
});

test("what is pointed out is taken out or gets a reason, which is kept while it is typed", async () => {
	const visitor = await office();
	await visitor.send(
		await visitor.open(`${report}/words`),
		{ changed: "Canary was born on 14 May 2018." },
		"_do=send",
	);
	const refused = await present(visitor);
	expect(refused.status).toBe(422);
	expect(refused.words).toContain("“Canary” may name somebody");
	expect(refused.words).toContain("“14 May 2018” is a date of birth");
	await visitor.send(
		await visitor.open(`${report}/words`),
		{ changed: "The bird Canary sings." },
		"_do=send",
	);
	await visitor.post(`${report}/check/draft`, {
		_asked: "changed.canary",
		"changed.canary": "It is a bird",
	});
	const seen = await present(visitor);
	expect(seen.words).toContain("“Canary”: It is a bird");
});

test("with very many differences behind it a report is looked through for names beside the page, and anew when other words are written", async () => {
	await sql`with one as (select * from difference where partnership_id = ${partnership.partnershipId} limit 1), copied as (
			insert into difference (id, partnership_id, reference, protocol_version_id, raising_agency_id, receiving_agency_id,
				raised_by, raised_at, status, stage, ending, ended_at, last_seq)
			select gen_random_uuid(), partnership_id, 'COPY-' || n, protocol_version_id, raising_agency_id,
				receiving_agency_id, raised_by, raised_at, status, stage, ending, ended_at, last_seq
			from one, generate_series(1, 1000) as n returning id, partnership_id)
		insert into counted (difference_id, partnership_id, protocol, raised_on, ended_on, facts)
		select copied.id, copied.partnership_id, protocol, raised_on, ended_on, facts
		from copied join one on true join counted on counted.difference_id = one.id`.execute(
		partnership.db,
	);
	const visitor = await office();
	const write = async (raised: string) =>
		visitor.send(await visitor.open(`${report}/words`), { raised }, "_do=send");
	const lookThrough = async () => {
		const page = await visitor.open(`${report}/check`);
		expect(page.words).toContain("Looking through the words");
		expect(await faultsIn(page.body)).toEqual([]);
		for (const job of partnership.queued.splice(0))
			if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
		return visitor.open(`${report}/check`);
	};
	await write("Canary was heard.");
	const found = await lookThrough();
	expect(found.words).toContain("“Canary” may name somebody");
	// Once looked through, it is asked for without waiting, and refused by what was found.
	expect((await present(visitor)).words).toContain("Take “Canary” out of");
	await write("A child was heard.");
	expect((await lookThrough()).words).not.toContain("Canary");
	expect((await present(visitor)).words).toContain("The report is presented");
});

test("a correction says what changed, and the subgroup is led from the old version to the new one", async () => {
	const visitor = await office();
	await present(visitor);
	const { headers } = await visitor.post(`${report}/correct`);
	const draft = String(headers.location);
	expect(await partnership.words(chair, report)).not.toContain("newer version");
	const refused = await visitor.send(await visitor.open(`${draft}/check`), {}, "_do=send");
	expect(refused.words).toContain("Say what is other than in the version before");
	await visitor.send(refused, { "what-changed": "One number was wrong." }, "_do=send");
	expect(await partnership.words(chair, report)).toContain("There is a newer version. Version 2");
	expect(await partnership.words(chair, draft)).toContain("One number was wrong.");
	expect(await partnership.words(chair, "/reports")).toContain("version 2");
});

test("the chair's decision is asked for in full, kept as it is typed, and recorded once", async () => {
	await present(await office());
	const visitor = await partnership.visitor(chair);
	const page = await visitor.open(`${report}/decision`);
	const more = await visitor.send(page, { requires: "yes", why: "Late." }, "_add=actions");
	expect(more.words).toContain("Action 2");
	const wrong = await visitor.send(more, {}, "_do=send");
	expect(wrong.status).toBe(422);
	expect(wrong.words).toContain("Enter what is to be done in action 1");
	expect((await visitor.open(`${report}/decision`)).form.why).toEqual(["Late."]);
	const entered = {
		"actions-0-what": "Train whoever answers",
		"actions-0-who": `agency ${partnership.agencies.socialCare}`,
		"actions-0-due-day": "15",
		"actions-0-due-month": "5",
		"actions-0-due-year": "2026",
	};
	const recorded = await visitor.send(wrong, entered, "_do=send");
	expect(recorded.words).toContain("The decision is recorded");
	const again = await visitor.send(wrong, entered, "_do=send");
	expect(again.words.match(/Train whoever answers/g)).toHaveLength(1);
	const { director } = partnership.people;
	expect(await partnership.words(director, "/")).toContain("Train whoever answers");
	expect(await partnership.words(partnership.people.socialWorker, "/")).not.toContain("Train");
});

test("what was presented is taken away as files: the subgroup's have small numbers hidden and no name, and a draft has none", async () => {
	const { people } = partnership;
	const visitor = await office();
	await visitor.send(
		await visitor.open(`${report}/words`),
		{ recommendations: "Each agency says who answers.", "extract.thresholds": "“It was cold.”" },
		"_do=send",
	);
	const file = (audience: string, format: string) => `${report}/for/${audience}/${format}`;
	expect((await visitor.get(file("business-unit", "csv"))).statusCode).toBe(404);
	await present(visitor);
	const chairing = await partnership.visitor(chair);
	await chairing.send(
		await chairing.open(`${report}/decision`),
		{ requires: "no", why: `${colleague.name} sees to it already.` },
		"_do=send",
	);
	const raised = /Professional differences raised,This period,([^,]+),([^\r]+)/;
	const csvOf = async (person: Viewer, audience: string) =>
		(await partnership.read(person, file(audience, "csv"))).body;
	const whole = await csvOf(people.businessUnit, "business-unit");
	expect(raised.exec(whole)?.slice(1)).toEqual(["count", "1"]);
	expect(whole).toContain(colleague.name);
	for (const audience of ["subgroup", "partnership", "public"]) {
		const shown = await csvOf(chair, audience);
		expect(raised.exec(shown)?.slice(1)).toEqual(["not shown", "[c]"]);
		expect(shown).toContain("Each agency says who answers.");
		expect(shown).toContain("sees to it already.");
		expect(shown).not.toContain(colleague.name);
		expect(shown.includes("It was cold")).toBe(audience !== "public");
	}
	for (const format of ["docx", "pdf", "xlsx"]) {
		const { statusCode, headers } = await partnership.read(chair, file("subgroup", format));
		expect([format, statusCode]).toEqual([format, 200]);
		expect(headers["content-disposition"]).toContain(`-presented-subgroup.${format}`);
	}
	expect((await partnership.read(chair, file("business-unit", "csv"))).statusCode).toBe(404);
	for (const audience of ["subgroup", "public"])
		expect((await partnership.read(people.headteacher, file(audience, "csv"))).statusCode).toBe(
			404,
		);
});
