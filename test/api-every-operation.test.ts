/**
 * Every operation of the API is done at least once, with each answer held to its schema (support/api.ts) and what it did looked at:
 * an operation that nobody calls here fails one of the last tests. Its programs are hard of hearing, so that each of them is also sent
 * again, with something else, and of something that changed.
 */
import { beforeAll, expect, test } from "vitest";
import { type Concord, ConcordProblem } from "../clients/typescript/concord.ts";
import { approveBriefing, makeBriefing, writeBriefing } from "../src/actions/make-briefing.ts";
import { type SectionName, sectionNames } from "../src/domain/learning/briefing.ts";
import type { Viewer } from "../src/domain/people/viewer.ts";
import { withinPartnership } from "../src/store/scope.ts";
import { operations } from "../src/web/api/operations.ts";
import { called, hardOfHearing, sentAgain } from "./support/api.ts";
import { challenge, challengePartnership, toLevel } from "./support/challenge.ts";
import { officer, presentedReport, resolved } from "./support/learning.ts";
import { officeForAll } from "./support/office.ts";
import {
	doStep,
	fiveDays,
	freshKey,
	putInForce,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	said,
	somersetAs,
	talkInVain,
} from "./support/partnership.ts";
import { receiving, workWebhooks } from "./support/webhooks.ts";

const office = officeForAll({ at: "2026-03-26T10:00" });
/** Under protocols that say what Somerset's does not. */
const other = officeForAll({ at: "2026-03-26T10:00", make: challengePartnership });

const respond = "formal-resolution.respond";
const programs = new Map<string, Concord>();
const as = async (person: Viewer, of = office): Promise<Concord> => {
	const made = programs.get(person.id) ?? (await hardOfHearing(of, person));
	programs.set(person.id, made);
	return made;
};
/** By name, for one who takes part in the first partnership. */
const by = (name: keyof typeof office.people) => as(office.people[name]);

const problemOf = (asked: Promise<unknown>): Promise<{ status: number; code: string }> =>
	asked.then(
		() => Promise.reject(new Error("It was done")),
		(thrown) => {
			if (thrown instanceof ConcordProblem) return thrown.problem;
			throw thrown;
		},
	);
const notThere = { status: 404, code: "not-found" };
const pdf = new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

const begins = (file: Uint8Array): string => new TextDecoder().decode(file.slice(0, 4));

let head: Viewer;
let dpo: Viewer;
beforeAll(async () => {
	office.app.files = { ...office.app.files, scanner: "none" };
	head = await officer(office, "business-unit-head", "Nell Head");
	dpo = await officer(office, "data-protection-officer", "Omar Officer");
});

test("what everybody of a partnership may know", async () => {
	const concord = await by("teacher");
	const { data: list } = await concord.listProtocols();
	const [{ id: protocol } = { id: "" }] = list.protocols;
	const { data: told } = await concord.readProtocol({ protocol });
	expect(told.steps.map(({ id }) => id)).toContain(respond);
	const { data: what } = await concord.listWhatIfs({ protocol });
	const happening = what.happenings[0]?.id ?? "";
	const { data: dates } = await concord.readWhatIf({ protocol, happening, at: "2026-03-26T14:15" });
	expect(dates.dates.length).toBeGreaterThan(0);
	const { data: due } = await concord.workOutDueDate({
		from: "2026-03-26",
		amount: "10",
		unit: "working-days",
	});
	expect(due.day).toBe("2026-04-13");
	expect((await concord.readCalendar()).data.nations).toContain("england-and-wales");
	const { data: agencies } = await concord.listAgencies();
	expect(agencies.agencies.map(({ id }) => id)).toContain(office.agencies.socialCare);
	const { data: people } = await concord.listPeople({ agency: office.agencies.school });
	expect(people.people.map(({ name }) => name)).toContain("Amy Okafor");
});

test("raising, with a file, and finding it again", async () => {
	const concord = await by("teacher");
	const draft = freshKey();
	const { data: asked } = await concord.readRaising({ agency: office.agencies.socialCare });
	expect(asked.questions.map(({ field }) => field)).toContain("issue");
	const { data: file } = await concord.sendFileToRaise({
		draft,
		key: freshKey(),
		name: "note.pdf",
		file: pdf,
	});
	const { data: raised } = await concord.raiseDifference({
		key: freshKey(),
		body: {
			scope: "none-of-these",
			inDanger: false,
			agency: office.agencies.socialCare,
			draft,
			files: [file.id],
			answers: {
				"practitioner-b": { id: office.people.socialWorker.id },
				themes: ["thresholds"],
				children: [{ name: "Found Example", dateOfBirth: "2018-05-14", identifier: "" }],
				issue: said("issue"),
				"outcome-wanted": said("outcome wanted"),
			},
		},
	});
	const id = raised.difference;
	const { data: found } = await concord.findDifferences({ body: { about: "Found Example" } });
	expect(found.differences.map((each) => each.id)).toEqual([id]);
	expect((await concord.listDifferences()).data.total).toBeGreaterThan(0);
	expect((await concord.listWork()).data.mine.map((each) => each.difference)).toContain(id);
	const { data: read } = await concord.readDifference({ id });
	expect(read.record.flatMap(({ files }) => files)).toMatchObject([{ id: file.id }]);
	expect((await concord.openFile({ id, file: file.id })).data).toEqual(pdf);
	const headteacher = await by("headteacher");
	const { data: looked } = await headteacher.listWhoLooked({ id });
	expect(looked.all).toBe(false);
	expect(looked.looked.map(({ person }) => person)).toContain("Amy Okafor");
	expect((await (await as(dpo)).listWhoLooked({ id })).data.all).toBe(true);
	expect(await problemOf(concord.listWhoLooked({ id }))).toMatchObject(notThere);
});

test("acts: a step with a file, the child’s own record, a move, a time limit, and whether the child is safe", async () => {
	const { people } = office;
	const id = await raiseByTeacher(office);
	const teacher = await by("teacher");
	const at = { id, act: "steps" as const, of: "early-resolution.talk" };
	const { data: kept } = await teacher.sendFile({
		...at,
		key: freshKey(),
		name: "one.pdf",
		file: pdf,
	});
	const { data: second } = await teacher.sendFile({
		...at,
		key: freshKey(),
		name: "two.pdf",
		file: pdf,
	});
	await teacher.takeFileAway({ ...at, file: second.id });
	expect((await teacher.readStep({ id, step: at.of })).data.files).toMatchObject([{ id: kept.id }]);
	await teacher.doStep({
		id,
		step: at.of,
		key: freshKey(),
		body: {
			outcome: "not-resolved",
			answers: {
				"talked-at": "2026-03-26T09:30",
				"why-not-resolved": "No answer",
				"manager-a": { id: people.safeguardingLead.id },
			},
			files: [kept.id],
		},
	});
	await teacher.recordOnChildsRecord({ id, key: freshKey(), body: { step: at.of } });
	const { data: after } = await teacher.readDifference({ id });
	expect(after.record.at(-1)).toMatchObject({ through: "School system" });
	await teacher.saySafety({ id, key: freshKey(), body: { safe: true } });

	const formal = await raisedTo(office, "forward");
	const unit = await by("businessUnit");
	const clock = { id: formal, clock: respond, how: "extend" as const };
	expect((await unit.readChangeOfClock(clock)).data.open).toBe(true);
	await unit.doChangeOfClock({
		...clock,
		key: freshKey(),
		body: { answers: { "act.new-date": "2026-04-17", "reason-for-change": said("reason") } },
	});
	const move = { id: formal, move: "close" };
	expect((await unit.readMove(move)).data.open).toBe(true);
	await unit.doMove({
		...move,
		key: freshKey(),
		body: { answers: { "closing-reason": said("closing") } },
	});
	expect((await unit.readDifference({ id: formal })).data.status).toBe("ended");
});

test("what may be put right, asked and added", async () => {
	const { people, agencies } = office;
	const id = await raisedTo(office, "forward");
	const [teacher, headteacher, director, unit] = [
		await by("teacher"),
		await by("headteacher"),
		await by("director"),
		await by("businessUnit"),
	];
	expect((await teacher.readNote({ id })).data.choice?.needed).toBe(true);
	await teacher.doNote({
		id,
		key: freshKey(),
		body: { choice: "own", answers: { "note-text": "Rang" } },
	});

	const field = "contact";
	expect((await teacher.readCorrection({ id, field })).data.questions).toHaveLength(2);
	await teacher.doCorrection({
		id,
		field,
		key: freshKey(),
		body: { answers: { [field]: "01632 960 123", "correction-reason": "Misheard" } },
	});
	expect((await director.readDifference({ id })).data.answers[field]?.says).toBe("01632 960 123");

	const { data: asks } = await headteacher.readQuestion({ id });
	const to = asks.choice?.options.find(({ value }) => value === "receiving")?.value;
	const { data: question } = await headteacher.doQuestion({
		id,
		key: freshKey(),
		body: { ...(to && { choice: to }), answers: { "question-asked": "When?" } },
	});
	const answer = { id, entry: question.entry };
	expect((await director.readAnswerToQuestion(answer)).data.questions).toHaveLength(1);
	const sent = { ...answer, key: freshKey(), body: { answers: { "question-answer": "Friday" } } };
	const { data: answered } = await director.doAnswerToQuestion(sent);
	// Whoever never heard the answer sends it again, and gets it though there is nothing to answer any more.
	expect((await director.doAnswerToQuestion(sent)).data).toEqual(answered);
	const another = { ...sent, body: { answers: { "question-answer": "Monday" } } };
	expect(await problemOf(director.doAnswerToQuestion(another))).toMatchObject({
		code: "sent-before",
	});

	const time = { id, clock: respond };
	expect((await director.readAskForTime(time)).data.questions).toHaveLength(1);
	await director.doAskForTime({
		...time,
		key: freshKey(),
		body: { answers: { "time-wanted": "A week more" } },
	});
	expect((await unit.readRefuseTime(time)).data.questions).toHaveLength(1);
	await unit.doRefuseTime({
		...time,
		key: freshKey(),
		body: { answers: { "reason-for-change": "The child waits" } },
	});

	const step = { id, step: respond };
	const { data: passing } = await director.readPassOn(step);
	expect(passing.choice?.options.length).toBeGreaterThanOrEqual(0);

	const { data: conflict } = await director.readConflict({ id });
	const [whose] = conflict.choice?.options ?? [];
	await director.doConflict({
		id,
		key: freshKey(),
		body: {
			...(whose && { choice: whose.value }),
			answers: Object.fromEntries(conflict.questions.map(({ field: of }) => [of, "A relative"])),
		},
	});
	const over = { id, person: people.director.id };
	const { data: back } = await director.readConflictOver(over);
	await director.doConflictOver({
		...over,
		key: freshKey(),
		body: { answers: Object.fromEntries(back.questions.map(({ field: of }) => [of, "Was wrong"])) },
	});

	const recall = { id, side: "receiving" };
	expect((await unit.readRecall(recall)).data.choice?.needed).toBe(true);
	await unit.doRecall({
		...recall,
		key: freshKey(),
		body: { choice: agencies.police, answers: { "recall-reason": "Wrong agency" } },
	});
	expect(await problemOf(director.readDifference({ id }))).toMatchObject(notThere);

	const early = await raiseByTeacher(office);
	expect((await teacher.readChangeOfAgency({ id: early })).data.choice?.needed).toBe(true);
	await teacher.doChangeOfAgency({
		id: early,
		key: freshKey(),
		body: { choice: agencies.police, answers: { "correction-reason": "It is theirs" } },
	});
	expect((await teacher.readDifference({ id: early })).data.receiving).toBe("Levels Police");

	const given = await raiseByTeacher(office);
	await talkInVain(office, given);
	const talk = { id: given, step: "informal-resolution.talk" };
	const lead = await by("safeguardingLead");
	const { data: pass } = await lead.readPassOn(talk);
	const colleague = pass.choice?.options.find(({ value }) => value === people.headteacher.id);
	await lead.doPassOn({
		...talk,
		key: freshKey(),
		body: { choice: colleague?.value ?? "", answers: { "given-because": "I am away" } },
	});
	const { data: owed } = await lead.readDifference({ id: given });
	expect(owed.owed.find((each) => each.step === talk.step)?.person?.id).toBe(people.headteacher.id);
});

test("a difference is moved to another version of its protocol, after its dates were seen", async () => {
	const id = await raisedTo(office, "forward");
	const version = await putInForce(office, somersetAs("2026-03", fiveDays));
	const unit = await by("businessUnit");
	const { data: list } = await unit.listVersionsToMoveTo({ id });
	expect(list.versions).toMatchObject([{ id: version, version: "2026-03" }]);
	const { data: preview } = await unit.readMoveToVersion({ id, version });
	expect(preview).toMatchObject({ refused: null, dates: [{ from: "2026-04-13" }] });
	const { etag } = await unit.readDifference({ id });
	await (await by("teacher")).doNote({
		id,
		key: freshKey(),
		body: { choice: "all", answers: { "note-text": "Rang" } },
	});
	const moving = { id, version, key: freshKey(), body: { reason: said("moved") } };
	expect(await problemOf(unit.moveToVersion({ ...moving, ifMatch: etag ?? "" }))).toMatchObject({
		code: "changed-since-read",
	});
	const { data: moved } = await unit.moveToVersion(moving);
	expect((await unit.moveToVersion(moving)).data).toEqual(moved);
	const { data: after } = await unit.readDifference({ id });
	expect(after.protocol.version).toBe("2026-03");
	expect(after.record.find(({ entry }) => entry === moved.entry)).toMatchObject({
		type: "moved-to-version",
		through: "School system",
	});
	expect(await problemOf((await by("teacher")).listVersionsToMoveTo({ id }))).toMatchObject(
		notThere,
	);
});

test("a form that came on paper begins a difference, and an answer on paper goes on in it", async () => {
	const { people, agencies } = office;
	const unit = await by("businessUnit");
	const { data: start } = await unit.listFormsOnPaper();
	const begin = start.ways[0]?.begin ?? "";
	const chosen = { begin, from: agencies.school, with: agencies.socialCare };
	const { data: form } = await unit.readFormOnPaper(chosen);
	expect(form.questions.map(({ label }) => label)).toContain(
		"What does Oakfield Primary School disagree about?",
	);
	const draft = freshKey();
	const { data: scan } = await unit.sendFileOnPaper({
		draft,
		key: freshKey(),
		name: "scan.pdf",
		file: pdf,
	});
	const body = {
		...chosen,
		draft,
		files: [scan.id],
		answers: {
			"paper.received": "2026-03-25T15:00",
			"paper.raised-by": { id: people.teacher.id },
			"paper.by.1": { id: people.headteacher.id },
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["thresholds"],
			"children-in-full": [{ name: "Paper Example", dateOfBirth: "2019-04-09", identifier: "" }],
			"child-safe": "yes",
			issue: "No visit for six weeks",
			"outcome-wanted": "A visit this week",
			evidence: "Seen at school",
			impact: "Nobody sees her",
			"history-early": "Rang twice",
			"history-informal": "The managers met",
			"why-not-resolved": "Still no visit",
			contact: "01632 960 001",
		},
	};
	const late = { ...body, answers: { ...body.answers, "paper.received": "2026-03-27T15:00" } };
	expect(await problemOf(unit.enterFormOnPaper({ key: freshKey(), body: late }))).toMatchObject({
		status: 422,
	});
	const { data: begun } = await unit.enterFormOnPaper({ key: freshKey(), body });
	const id = begun.difference;
	const { data: read } = await unit.readDifference({ id });
	expect(read.record.find(({ entry }) => entry === begun.entry)).toMatchObject({
		by: { name: "Amy Okafor" },
		through: "School system",
		files: [{ id: scan.id }],
	});
	expect(await problemOf((await by("teacher")).listFormsOnPaper())).toMatchObject({ status: 403 });

	await doStep(office, id, people.businessUnit, "formal-resolution.forward", "forwarded", {
		"sent-to": { id: people.director.id },
	});
	const at = { id, step: respond };
	expect((await unit.readFormOnPaperIn(at)).data.title).toContain("Combe");
	const { data: answer } = await unit.sendFile({
		id,
		act: "on-paper",
		of: respond,
		key: freshKey(),
		name: "answer.pdf",
		file: pdf,
	});
	const entering = {
		...at,
		key: freshKey(),
		body: {
			files: [answer.id],
			answers: {
				"paper.received": "2026-03-26T10:00",
				"paper.by.0": { id: people.director.id },
				position: "disagree",
				response: said("response"),
			},
		},
	};
	const { data: entered } = await unit.enterFormOnPaperIn(entering);
	expect((await unit.enterFormOnPaperIn(entering)).data).toEqual(entered);
	const headteacher = await by("headteacher");
	expect((await headteacher.readDifference({ id })).data.answers.response?.says).toBe(
		said("response"),
	);

	const director = await by("director");
	const entry = { id, entry: entered.entry };
	expect((await director.readNotOurs(entry)).data.questions).toHaveLength(1);
	await director.doNotOurs({
		...entry,
		key: freshKey(),
		body: { answers: { "not-ours-because": "We sent nothing" } },
	});
});

test("the office takes a difference, gives it back, and reminds whoever owes a step once a day", async () => {
	const id = await raisedTo(office, "forward");
	const unit = await by("businessUnit");
	await unit.takeDifference({ id });
	const taken = () =>
		office.db.selectFrom("taken").where("difference_id", "=", id).selectAll().execute();
	expect(await taken()).toMatchObject([{ person_id: office.people.businessUnit.id }]);
	await unit.releaseDifference({ id });
	expect(await taken()).toEqual([]);
	expect((await unit.remindOwners({ id, step: respond })).data.people).toBe(1);
	expect((await unit.remindOwners({ id, step: respond })).data.people).toBe(0);
	const { data: read } = await unit.readDifference({ id });
	expect(read.record.at(-1)).toMatchObject({ type: "reminded", through: "School system" });
	const teacher = await by("teacher");
	expect(await problemOf(teacher.takeDifference({ id }))).toMatchObject(notThere);
	expect(await problemOf(teacher.remindOwners({ id, step: respond }))).toMatchObject(notThere);
});

test("what is sealed nobody else’s program finds, and none opens it in an emergency", async () => {
	const { people } = office;
	const id = await raisedTo(office, "forward");
	const keeper = await as(head);
	const { data: found } = await keeper.findToSeal({
		body: { reference: await referenceOf(office, id) },
	});
	expect(found.difference).toBe(id);
	const { data: could } = await keeper.readSeal({ id });
	expect(could.sealedTo).toBeNull();
	expect(could.couldKnow.map((one) => one.id)).toContain(people.director.id);
	const key = freshKey();
	const body = { to: [people.teacher.id, people.headteacher.id], because: "A family matter" };
	const { etag } = await keeper.readSeal({ id });
	const sealing = { id, key, body, ifMatch: etag ?? "" };
	await keeper.sealDifference(sealing);
	await keeper.sealDifference(sealing);
	expect(await problemOf(keeper.sealDifference({ ...sealing, key: freshKey() }))).toMatchObject({
		status: 412,
		code: "changed-since-read",
	});
	const { data: list } = await keeper.listSealed();
	expect(list.sealed.find((each) => each.difference === id)).toMatchObject({
		stuck: true,
		sealed: {
			by: { name: "Nell Head" },
			to: expect.arrayContaining([{ id: people.teacher.id, name: "Amy Okafor" }]),
		},
	});
	const { data: read } = await (await by("teacher")).readDifference({ id });
	expect(read.record.filter(({ type }) => type === "sealed")).toMatchObject([
		{ through: "School system" },
	]);

	// Whoever would know of it otherwise is told what a person may do; a stranger nothing.
	const director = await by("director");
	const refused = await problemOf(director.readDifference({ id }));
	expect(refused).toMatchObject({ status: 403, code: "sealed" });
	expect(JSON.stringify(refused)).not.toMatch(/Canary/);
	expect(await problemOf((await by("officer")).readDifference({ id }))).toMatchObject(notThere);
	// Opened on its page, it is open there and to no program.
	const visitor = await office.visitor(people.director);
	const page = await visitor.open(`/differences/${id}/open-sealed`);
	const opened = await visitor.send(page, { "glass-because": "The child is missing" });
	expect(opened.words).toContain("Canary Child");
	expect(await problemOf(director.readDifference({ id }))).toMatchObject({ status: 403 });
	expect(await problemOf(director.listForms({ id }))).toMatchObject(notThere);
	expect(
		(await director.listDifferences({ limit: 100 })).data.differences.map((one) => one.id),
	).not.toContain(id);

	const { etag: seal } = await keeper.readSeal({ id });
	await keeper.unsealDifference({
		id,
		key: freshKey(),
		ifMatch: seal ?? "",
		body: { because: "Over" },
	});
	expect((await director.readDifference({ id })).data.id).toBe(id);
});

test("somebody without an account is given a link to answer and one to raise, and both are taken back", async () => {
	const id = await raisedTo(office, "forward");
	const unit = await by("businessUnit");
	const at = { id, step: respond };
	const { data: asked } = await unit.readLink(at);
	expect(asked).toMatchObject({ agency: "Combe Children’s Social Care", level: "senior-manager" });
	const who = { name: "Rae Link", post: "Director", email: "rae@example.net", days: 14 as const };
	const answers = Object.fromEntries(asked.questions.map(({ field }) => [field, "We met"]));
	const giving = { ...at, key: freshKey(), body: { ...who, answers } };
	const { data: given } = await unit.giveLink(giving);
	const { data: read } = await unit.readDifference({ id });
	expect(read.record.filter(({ type }) => type === "vouched")).toMatchObject([
		{ through: "School system" },
	]);
	expect(read.record.at(-1)?.entry).toBe(given.entry);
	const person = read.owed.find(({ step }) => step === respond)?.person?.id ?? "";
	const back = { id, person, key: freshKey() };
	const { data: taken } = await unit.takeLinkBack(back);
	expect((await unit.takeLinkBack(back)).data).toEqual(taken);
	expect(
		await problemOf(
			unit.giveLink({ ...giving, key: freshKey(), body: { ...who, email: "nobody", answers } }),
		),
	).toMatchObject({ status: 422 });

	await unit.giveLinkToRaise({
		key: freshKey(),
		body: {
			...who,
			email: "kim@example.net",
			agency: office.agencies.police,
			level: "manager",
			because: "We met",
		},
	});
	const { data: links } = await unit.listLinksToRaise();
	expect(links.links).toMatchObject([{ name: "Rae Link", agency: "Levels Police", is: "open" }]);
	const givenBack = { person: links.links[0]?.person ?? "" };
	await unit.takeLinkToRaiseBack(givenBack);
	// Nobody is told twice.
	expect(await problemOf(unit.takeLinkToRaiseBack(givenBack))).toMatchObject(notThere);
	expect((await unit.listLinksToRaise()).data.links).toMatchObject([{ is: "over" }]);
});

test("forms as data and as files, and receipts that hold", async () => {
	const id = await raisedTo(office, "forward");
	const headteacher = await by("headteacher");
	const { data: forms } = await headteacher.listForms({ id });
	const form = forms.forms[0]?.form ?? "";
	expect(begins((await headteacher.openFormAsPdf({ id, form })).data)).toBe("%PDF");
	expect(begins((await headteacher.openFormAsDocx({ id, form })).data)).toBe("PK\u0003\u0004");

	const { data: list } = await headteacher.listReceipts({ id });
	const [sent] = list.receipts;
	const { data: receipt } = await headteacher.readReceipt({ id, entry: sent?.entry ?? 0 });
	const check = async (what: unknown, reference?: string) =>
		(
			await headteacher.checkReceipt({
				file: new TextEncoder().encode(JSON.stringify(what)),
				...(reference && { reference }),
			})
		).data.is;
	expect(await check(receipt, receipt["concord-receipt"].reference)).toBe("true");
	expect(await check(receipt, "C1-2026-9999")).toBe("other-difference");
	expect(
		await check({ ...receipt, "concord-receipt": { ...receipt["concord-receipt"], to: "Me" } }),
	).toBe("altered");
	expect(await check("nothing")).toBe("no-receipt");
});

test("the letter that a step writes, as it stands and as it was sent", async () => {
	const { people } = other;
	const id = await challenge(other);
	await toLevel(other, id, "letter");
	const unit = await hardOfHearing(other, people.businessUnit);
	const step = "afterwards.letter";
	const { data: stands } = await unit.readLetter({ id, step });
	expect(stands).toMatchObject({ sent: false, files: [] });
	expect(stands.missing).toContain("What was said?");
	await unit.doStep({
		id,
		step,
		key: freshKey(),
		body: { answers: { "closing-words": "Thank you all." } },
	});
	const { data: sent } = await unit.readLetter({ id, step });
	expect(sent).toMatchObject({ sent: true, day: "2026-03-26" });
	expect(sent.paragraphs.join(" ")).toContain("Thank you all.");
	expect(begins((await unit.openLetterAsPdf({ id, step })).data)).toBe("%PDF");
	expect(begins((await unit.openLetterAsDocx({ id, step })).data)).toBe("PK\u0003\u0004");
	const { data: protocol } = await unit.readProtocol({
		protocol: (await unit.readDifference({ id })).data.protocol.id,
	});
	expect(protocol.steps.filter(({ writesLetter }) => writesLetter).map((one) => one.id)).toEqual([
		step,
	]);
	const none = { id, step: "talk.talk" };
	expect(await problemOf(unit.readLetter(none))).toMatchObject(notThere);
});

test("how it went is said once, by whoever took part", async () => {
	const id = await resolved(office);
	const teacher = await by("teacher");
	const { data: asked } = await teacher.readFeedback({ id });
	expect(asked).toMatchObject({ answered: false });
	expect(asked.questions).toHaveLength(4);
	const body = { heard: "yes" as const, inTime: "partly" as const, helped: "yes" as const };
	await teacher.giveFeedback({ id, body: { ...body, easier: "A call first" } });
	expect((await teacher.readFeedback({ id })).data.answered).toBe(true);
	expect(await problemOf(teacher.giveFeedback({ id, body }))).toMatchObject({
		code: "answered-already",
	});
	expect(await problemOf((await by("businessUnit")).readFeedback({ id }))).toMatchObject(notThere);
});

test("what ended by going on under another protocol is begun there with what goes with it", async () => {
	const { people } = other;
	const id = await challenge(other);
	await doStep(other, id, people.teacher, "talk.talk", "elsewhere", {
		"consulted-raising-manager": { id: people.headteacher.id },
		said: said("talk"),
	});
	const teacher = await hardOfHearing(other, people.teacher);
	const { data: over } = await teacher.readHandOver({ id });
	expect(over.answers.issue).toBe(said("issue"));
	expect(over.answers.said).toBeUndefined();
	const { data: asked } = await teacher.readRaising({
		begin: over.begin,
		agency: over.agency ?? "",
	});
	const { data: begun } = await teacher.raiseDifference({
		key: freshKey(),
		body: {
			begin: asked.begin,
			scope: "none-of-these",
			inDanger: false,
			...(over.agency && { agency: over.agency }),
			continues: id,
			answers: over.answers,
		},
	});
	expect((await teacher.readDifference({ id })).data.continuedBy).toBe(begun.difference);
	expect(await problemOf(teacher.readHandOver({ id }))).toMatchObject(notThere);
});

test("what was learned is recorded, put right and looked at again, and what it asks for is moved and done", async () => {
	const { agencies, people } = office;
	const id = await resolved(office);
	const unit = await by("businessUnit");
	const body = {
		theme: "thresholds",
		happened: "Two agencies read one threshold in two ways.",
		shouldDiffer: "Both use the same words.",
		againOn: "2026-09-30",
		actions: [
			{
				what: "Write the words down",
				shownBy: "The page of words",
				agency: agencies.school,
				dueOn: "2026-05-29",
			},
		],
	};
	const named = { ...body, happened: "Canary Child was not seen." };
	const problem = await problemOf(unit.recordLesson({ id, key: freshKey(), body: named }));
	expect(problem).toMatchObject({ code: "names-in-it" });
	const key = freshKey();
	const { etag } = await unit.readDifference({ id });
	const recording = { id, key, body, ifMatch: etag ?? "" };
	const { data: recorded } = await unit.recordLesson(recording);
	expect((await unit.recordLesson(recording)).data).toEqual(recorded);
	const { data: list } = await unit.listLessons();
	expect(list.lessons).toMatchObject([{ difference: id, again: null, happened: body.happened }]);
	const lesson = list.lessons[0]?.id ?? "";
	await unit.rewordLesson({
		lesson,
		body: { happened: "One threshold was read in two ways.", shouldDiffer: body.shouldDiffer },
	});
	const seen = { found: "Canary Child was not seen." };
	expect(await problemOf(unit.lookAgain({ lesson, body: seen }))).toMatchObject({
		code: "names-in-it",
	});
	await unit.lookAgain({ lesson, body: { found: "Both use one page." } });
	expect((await unit.listLessons()).data.lessons).toMatchObject([
		{ happened: "One threshold was read in two ways.", again: { found: "Both use one page." } },
	]);

	const headteacher = await by("headteacher");
	const { data: theirs } = await headteacher.listLearningActions();
	expect(theirs.actions).toMatchObject([{ lesson, mayClose: true, mayMove: false, moves: 0 }]);
	const action = theirs.actions[0]?.id ?? "";
	const moving = {
		action,
		body: {
			after: 0,
			agency: agencies.school,
			person: people.headteacher.id,
			dueOn: "2026-06-30",
			reason: "After the holidays",
		},
	};
	expect(await problemOf(headteacher.moveLearningAction(moving))).toMatchObject(notThere);
	await unit.moveLearningAction(moving);
	expect(await problemOf(unit.moveLearningAction(moving))).toMatchObject({ status: 409 });
	await headteacher.closeLearningAction({
		action,
		body: { state: "done", result: "It hangs there" },
	});
	expect((await unit.listLearningActions()).data.actions).toMatchObject([
		{ state: "done", person: { id: people.headteacher.id }, moves: 1 },
	]);
	const teacher = await by("teacher");
	expect(await problemOf(teacher.listLessons())).toMatchObject(notThere);
	expect(await problemOf(teacher.recordLesson({ id, key: freshKey(), body }))).toMatchObject(
		notThere,
	);
	expect((await teacher.listLearningActions()).data.actions).toEqual([]);
});

test("reports as files, of any period and as they were presented", async () => {
	const unit = await by("businessUnit");
	const { data: protocols } = await unit.listProtocols();
	const protocol = protocols.protocols[0]?.id ?? "";
	const period = { from: "2025-07-01", until: "2025-12-31" };
	const file = await unit.openReport({
		protocol,
		...period,
		audience: "business-unit",
		format: "csv",
	});
	expect(file.data.length).toBeGreaterThan(100);

	const found = await office.app.protocols.inForce(
		office.app.db,
		office.partnershipId,
		"2026-03-26",
		protocol,
	);
	if (!found) throw new Error("It is in force");
	const report = await withinPartnership({ partnershipId: office.partnershipId }, async () => {
		return presentedReport(office, found.protocol, period);
	});
	expect((await unit.listReports()).data.reports).toMatchObject([{ id: report, version: 1 }]);
	const kept = { report, audience: "subgroup" as const, format: "pdf" };
	const { data: presented } = await unit.openKeptReport(kept);
	expect(new TextDecoder().decode(presented.slice(0, 4))).toBe("%PDF");
	expect(await problemOf((await by("teacher")).openKeptReport(kept))).toMatchObject(notThere);
});

test("briefings: drafts for those who make them, what was approved for everybody", async () => {
	const { app, people, partnershipId } = office;
	const unit = await by("businessUnit");
	const teacher = await by("teacher");
	const id = await resolved(office);
	await unit.recordLesson({
		id,
		key: freshKey(),
		body: {
			theme: "thresholds",
			happened: "A referral was closed without a visit.",
			shouldDiffer: "Whoever closes a referral says why.",
			againOn: "2026-09-30",
		},
	});
	const lesson = (await unit.listLessons()).data.lessons.find((each) => each.difference === id);
	const briefing = await withinPartnership({ partnershipId }, async () => {
		const made = await makeBriefing(app, people.businessUnit, [lesson?.id ?? ""]);
		const sections = Object.fromEntries(sectionNames.map((name) => [name, `Of ${name}`]));
		await writeBriefing(
			app,
			people.businessUnit,
			{ id: made, read: 1 },
			{ title: "Say why", sections: sections as Record<SectionName, string> },
		);
		return made;
	});
	const listed = { id: briefing, title: "Say why", state: "draft", approvedAt: null };
	expect((await unit.listBriefings()).data.briefings).toEqual([listed]);
	expect((await teacher.listBriefings()).data.briefings).toEqual([]);
	expect(await problemOf(teacher.readBriefing({ briefing }))).toMatchObject(notThere);
	expect(await problemOf(teacher.openBriefingAsPdf({ briefing }))).toMatchObject(notThere);
	await withinPartnership({ partnershipId }, () =>
		approveBriefing(app, head, { id: briefing, read: 2, namesNobody: true }),
	);
	const { data: read } = await teacher.readBriefing({ briefing });
	expect(read).toMatchObject({ title: "Say why", state: "approved" });
	expect(read.sections.map(({ text }) => text)).toContain("Of matters");
	expect(begins((await teacher.openBriefingAsPdf({ briefing })).data)).toBe("%PDF");
	expect(begins((await teacher.openBriefingAsDocx({ briefing })).data)).toBe("PK\u0003\u0004");
});

test("addresses that are told", async () => {
	receiving(office);
	const concord = await by("teacher");
	const { data: made } = await concord.makeWebhook({
		key: freshKey(),
		body: { address: "https://school.example/told", kinds: ["difference.raised"] },
	});
	const { id } = made;
	expect((await concord.listWebhooks()).data.webhooks.map((one) => one.id)).toEqual([id]);
	await concord.tryWebhook({ id, key: freshKey() });
	await workWebhooks(office);
	const { data: log } = await concord.listWebhookLog({ id });
	await concord.sendWebhookAgain({ id, event: log.events[0]?.id ?? "", body: { after: 1 } });
	const key = freshKey();
	const { data: another } = await concord.changeWebhookSecret({ id, key });
	expect(another.secret).not.toBe(made.secret);
	expect((await concord.changeWebhookSecret({ id, key })).data.secret).toBe(another.secret);
	await concord.changeWebhook({ id, body: { isPaused: true } });
	await raiseByTeacher(office);
	await workWebhooks(office);
	expect((await concord.readMissed({ id })).data.events).toBe(1);
	expect(await problemOf(concord.sendMissedAgain({ id }))).toMatchObject({ code: "not-told-now" });
	await concord.changeWebhook({ id, body: { isPaused: false } });
	expect((await concord.sendMissedAgain({ id })).data.events).toBe(1);
	// What is on its way is not missed any more.
	expect((await concord.sendMissedAgain({ id })).data.events).toBe(0);
	await workWebhooks(office);
	expect((await concord.readMissed({ id })).data.events).toBe(0);
	await concord.removeWebhook({ id });
	expect((await concord.listWebhooks()).data.webhooks).toEqual([]);
});

test("no operation was left out above", () => {
	expect(operations.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
});

test("every operation that takes a key answered the same when it was sent again, and refused something else under that key", () => {
	const once = operations.filter((operation) => operation.once);
	expect(once.map(({ id }) => id).filter((id) => !sentAgain.same.has(id))).toEqual([]);
	const withBody = once.filter(({ body }) => body !== undefined).map(({ id }) => id);
	expect(withBody.filter((id) => !sentAgain.other.has(id))).toEqual([]);
});

test("every operation that acts on one difference takes the tag of what was read, and does nothing where that changed", () => {
	const acts = operations.filter(
		({ once, path, id }) =>
			// A file is sent to wait: nothing is decided by it.
			once && path.startsWith("/differences/{id}") && id !== "sendFile",
	);
	expect(acts.map(({ id }) => id).filter((id) => !sentAgain.changed.has(id))).toEqual([]);
});
