/** A difference through all four stages by the API alone, and one half by pages and half by the API. */
import { expect, test } from "vitest";
import type { Concord } from "../clients/typescript/concord.ts";
import { sweep } from "../src/actions/sweep.ts";
import { programOf } from "./support/api.ts";
import { officeForEach } from "./support/office.ts";
import { freshKey, raisedTo, said } from "./support/partnership.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });
type Answers = NonNullable<Parameters<Concord["doStep"]>[0]["body"]["answers"]>;
type Person = keyof typeof office.people;

/** Does a step as somebody’s program, and by the difference as it was read just before. */
async function step(
	id: string,
	by: Person,
	name: string,
	outcome: string,
	answers: Answers = {},
): Promise<number> {
	const concord = await programOf(office, office.people[by]);
	const { etag } = await concord.readDifference({ id });
	const { data: asked } = await concord.readStep({ id, step: name });
	expect(asked.open, name).toBe(true);
	expect(asked.outcomes.map((each) => each.outcome)).toContain(outcome);
	const { data } = await concord.doStep({
		id,
		step: name,
		key: freshKey(),
		ifMatch: etag ?? "",
		body: { outcome, answers },
	});
	return data.entry;
}

const child = { name: "Canary Child", dateOfBirth: "2018-05-14", identifier: "CANARY-1" };
const partOne: Answers = {
	"children-in-full": [child],
	"child-safe": "interim",
	themes: ["thresholds"],
	issue: said("issue in full"),
	evidence: said("evidence"),
	impact: said("impact"),
	"outcome-wanted": said("outcome wanted"),
	"history-early": said("history 1"),
	"history-informal": said("history 2"),
	"why-not-resolved": said("why not resolved"),
	contact: "01632 960 000",
};

async function raiseByProgram(): Promise<string> {
	const { people, agencies } = office;
	const concord = await programOf(office, people.teacher);
	const { data: asked } = await concord.readRaising({ agency: agencies.socialCare });
	expect(asked.agencies?.map(({ id }) => id)).toContain(agencies.socialCare);
	const other = asked.questions.find(({ field }) => field === "practitioner-b");
	expect(other?.people?.map(({ id }) => id)).toContain(people.socialWorker.id);
	const sent = {
		key: freshKey(),
		body: {
			scope: "none-of-these" as const,
			inDanger: false,
			agency: agencies.socialCare,
			answers: {
				"practitioner-b": { id: people.socialWorker.id },
				themes: ["thresholds"],
				children: [child],
				issue: said("issue"),
				"outcome-wanted": said("outcome wanted"),
			},
		},
	};
	const { data, status } = await concord.raiseDifference(sent);
	expect(status).toBe(201);
	// Sent again, it is the same one.
	expect((await concord.raiseDifference(sent)).data).toEqual(data);
	return data.difference;
}

/** Raised, talked about twice, and answered on the form. */
async function answeredByPrograms(): Promise<string> {
	const { people } = office;
	const id = await raiseByProgram();
	await step(id, "teacher", "early-resolution.talk", "not-resolved", {
		"talked-at": "2026-03-26T09:30",
		"why-not-resolved": said("why not"),
		"manager-a": { id: people.safeguardingLead.id },
	});
	await step(id, "safeguardingLead", "informal-resolution.talk", "not-resolved", {
		"talked-at": "2026-03-26T09:45",
		"manager-b": { id: people.teamManager.id },
		"why-not-resolved": said("why not"),
		issue: said("issue"),
		"outcome-wanted": said("outcome wanted"),
	});
	await step(id, "teacher", "formal-resolution.raise", "submitted", partOne);
	await step(id, "headteacher", "formal-resolution.sign-off", "signed");
	await step(id, "businessUnit", "formal-resolution.forward", "forwarded", {
		"sent-to": { id: people.director.id },
	});
	await step(id, "director", "formal-resolution.respond", "responded", {
		position: "disagree",
		response: said("response"),
	});
	return id;
}

/** The Executive decides, by a program. */
const decided = (id: string) =>
	step(id, "executive", "executive.decide", "decided", {
		"panel-members": [
			{
				who: { id: office.people.executive.id },
				agency: office.people.executive.agencyId,
				as: "",
				interest: "",
			},
		],
		"decided-at": "2026-03-26T09:55",
		decision: said("decision"),
		"decision-reasons": said("reasons"),
	});

test("a difference goes through all four stages by the API alone", async () => {
	const { people } = office;
	const id = await answeredByPrograms();
	await step(id, "headteacher", "formal-resolution.consider", "not-resolved", {
		outstanding: said("outstanding"),
	});
	await step(id, "headteacher", "executive.request", "requested", {
		"exceptional-reason": said("exceptional"),
	});
	await decided(id);
	const concord = await programOf(office, people.teacher);
	const { data: ended } = await concord.readDifference({ id });
	expect(ended).toMatchObject({ status: "ended", ending: { id: "decided" } });
	expect(ended.answers.decision?.answer).toBe(said("decision"));
	const acts = ended.record.filter(({ by, type }) => by !== null && type === "step-done");
	expect(new Set(acts.map(({ through }) => through))).toEqual(new Set(["School system"]));
	// The page has it all, too.
	expect(await office.words(people.teacher, `/differences/${id}`)).toContain(said("decision"));
	const { data: forms } = await concord.listForms({ id });
	expect(forms.forms[0]?.parts.map(({ filledIn }) => filledIn)).toEqual([true, true]);
});

test("what is owed after the end, at once, and three and six months later, is a program’s to say", async () => {
	const id = await answeredByPrograms();
	await step(id, "headteacher", "formal-resolution.consider", "resolved", {
		satisfied: said("what is agreed"),
	});
	const owedBy = async (person: Person) => {
		const { data } = await (await programOf(office, office.people[person])).listWork();
		return data.mine
			.filter((one) => one.difference === id && one.is === "step")
			.map((one) => one.id);
	};
	expect(await owedBy("teacher")).toEqual(["afterwards.changed"]);
	await step(id, "teacher", "afterwards.changed", "too-early", { "ask-again-on": "2026-04-13" });
	expect(await owedBy("teacher")).toEqual([]);
	for (const [moment, name, outcome, answers] of [
		[
			"2026-04-13T10:00",
			"afterwards.changed",
			"answered",
			{ "changed-at-end": "partly", "changed-at-end-how": said("changed at the end") },
		],
		[
			"2026-06-29T10:00",
			"afterwards.changed-after-three-months",
			"answered",
			{ "changed-after-three": "achieved", "changed-after-three-how": said("changed by then") },
		],
		[
			"2026-09-28T10:00",
			"afterwards.changed-after-six-months",
			"answered",
			{ "changed-after-six": "achieved", "changed-after-six-how": said("changed since") },
		],
	] as const) {
		office.at(moment);
		await sweep(office.app, office.partnershipId);
		expect(await owedBy("teacher")).toEqual([name]);
		await step(id, "teacher", name, outcome, answers);
		expect(await owedBy("teacher")).toEqual([]);
	}
	await step(id, "businessUnit", "afterwards.learning", "recorded", { lesson: said("lesson") });
	const unit = await programOf(office, office.people.businessUnit);
	const { data } = await unit.readDifference({ id });
	expect(data.answers["changed-after-six"]?.answer).toBe("achieved");
	expect(data.status).toBe("ended");
});

test("a difference goes on by pages where a program left it, and by a program where a page did", async () => {
	const { people } = office;
	const id = await raiseByProgram();
	// By a page: straight to formal resolution.
	const teacher = await office.visitor(people.teacher);
	const move = await teacher.open(`/differences/${id}/moves/straight-to-formal`);
	expect((await teacher.send(move, { "skip-reason": said("skip") })).status).toBe(200);
	// By a program: part one.
	await step(id, "teacher", "formal-resolution.raise", "submitted", partOne);
	// By a page: the sign-off, which is read once more.
	const head = await office.visitor(people.headteacher);
	const signOff = await head.open(`/differences/${id}/steps/formal-resolution.sign-off`);
	await head.sendAndConfirm(signOff, { "act.ending": "signed" });
	// By a program again.
	await step(id, "businessUnit", "formal-resolution.forward", "forwarded", {
		"sent-to": { id: people.director.id },
	});
	// By a page: the answer.
	const director = await office.visitor(people.director);
	const answer = await director.open(`/differences/${id}/steps/formal-resolution.respond`);
	await director.sendAndConfirm(answer, { position: "disagree", response: said("response") });
	// By a program: it is considered.
	await step(id, "headteacher", "formal-resolution.consider", "not-resolved", {
		outstanding: said("outstanding"),
	});
	// By a page: the Executive is asked.
	const request = await head.open(`/differences/${id}/steps/executive.request`);
	await head.sendAndConfirm(request, {
		"act.ending": "requested",
		"exceptional-reason": said("exceptional"),
	});
	// By a program: it is decided, and that is its end.
	await decided(id);
	const concord = await programOf(office, people.headteacher);
	const { record, status, answers } = (await concord.readDifference({ id })).data;
	expect(status).toBe("ended");
	const done = record.filter(({ type, by }) => type === "step-done" && by !== null);
	const byProgram = "School system";
	expect(done.map(({ through }) => through)).toEqual([
		byProgram,
		null,
		byProgram,
		null,
		byProgram,
		null,
		byProgram,
	]);
	// What the page entered a program reads, and what the program entered a page says.
	expect(answers.response?.says).toBe(said("response"));
	expect(await office.words(people.headteacher, `/differences/${id}`)).toContain(said("decision"));
});

test("moves, time limits, notes, questions and safety are a program’s to do as they are its person’s", async () => {
	const { people } = office;
	const id = await raisedTo(office, "forward");
	const [director, head, unit] = [
		await programOf(office, people.director),
		await programOf(office, people.headteacher),
		await programOf(office, people.businessUnit),
	];
	const { data: asked } = await head.readQuestion({ id });
	const to = asked.choice?.options.find(({ value }) => value === "receiving")?.value;
	const question = await head.doQuestion({
		id,
		key: freshKey(),
		body: { ...(to && { choice: to }), answers: { "question-asked": said("question") } },
	});
	expect((await director.listWork()).data.questions).toMatchObject([
		{ difference: id, entry: question.data.entry },
	]);
	await director.doAnswerToQuestion({
		id,
		entry: question.data.entry,
		key: freshKey(),
		body: { answers: { "question-answer": said("answer") } },
	});
	await director.saySafety({ id, key: freshKey(), body: { safe: false, about: said("danger") } });
	expect((await head.readDifference({ id })).data.notSafe).toBe(true);

	const clock = "formal-resolution.respond";
	expect((await director.readAskForTime({ id, clock })).data.questions).toHaveLength(1);
	const { data: change } = await unit.readChangeOfClock({ id, clock, how: "extend" });
	expect(change.open).toBe(true);
	await unit.doChangeOfClock({
		id,
		clock,
		how: "extend",
		key: freshKey(),
		body: { answers: { "act.new-date": "2026-04-17", "reason-for-change": said("reason") } },
	});
	const { clocks } = (await director.readDifference({ id })).data;
	expect(clocks.find((each) => each.clock === clock)?.day).toBe("2026-04-17");

	const { data: again } = await unit.readMove({ id, move: "send-to-another" });
	expect(again.open).toBe(true);
	await unit.doMove({
		id,
		move: "close",
		key: freshKey(),
		body: { answers: { "closing-reason": said("closing") } },
	});
	expect((await head.readDifference({ id })).data.status).toBe("ended");
});

test("a file goes with an act, and opens for whoever reads it", async () => {
	const { people, web } = office;
	const id = await raisedTo(office, "forward");
	const director = await programOf(office, people.director);
	const at = { id, act: "steps" as const, of: "formal-resolution.respond" };
	const letter = new TextEncoder().encode(
		"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n",
	);
	const sending = { ...at, key: freshKey(), name: "letter.pdf", file: letter };
	const { data: kept } = await director.sendFile(sending);
	const { data: second } = await director.sendFile({
		...at,
		key: freshKey(),
		name: "other.pdf",
		file: letter,
	});
	await director.takeFileAway({ ...at, file: second.id });
	expect((await director.readStep({ id, step: at.of })).data.files.map((one) => one.id)).toEqual([
		kept.id,
	]);
	await director.doStep({
		id,
		step: at.of,
		key: freshKey(),
		body: {
			outcome: "responded",
			answers: { position: "disagree", response: said("response") },
			files: [kept.id],
		},
	});
	// Whoever never heard that it was kept sends it again: the act that it went with is there, and not open any more.
	await expect(director.sendFile({ ...sending, key: freshKey() })).rejects.toMatchObject({
		problem: { code: "not-open" },
	});
	expect((await director.sendFile(sending)).data.id).toBe(kept.id);
	const head = await programOf(office, people.headteacher);
	const { record } = (await head.readDifference({ id })).data;
	const files = record.flatMap((entry) => entry.files);
	expect(files).toMatchObject([{ id: kept.id, name: "letter.pdf" }]);
	expect(web().hasRoute({ method: "GET", url: "/api/v1/differences/:id/files/:file" })).toBe(true);
	const pdf = await head.openFormAsPdf({ id, form: "rpd" });
	expect(new TextDecoder().decode(pdf.data.slice(0, 5))).toBe("%PDF-");
});
