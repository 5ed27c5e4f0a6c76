import { beforeAll, describe, expect, test } from "vitest";
import { pdfText, wordText } from "../../../test/support/documents.ts";
import { officeForAll } from "../../../test/support/office.ts";
import {
	askExecutive,
	doMove,
	doStep,
	raiseByTeacher,
	raisedTo,
	respond,
	said,
	type TestPartnership,
	talkInVain,
	toFormal,
} from "../../../test/support/partnership.ts";
import { faultsIn } from "../../../test/support/visitor.ts";

const partnership = officeForAll();
const { read, words: wordsOf } = partnership;
/** Raised and talked about; nobody else knows of it. */
let talkedAbout: string;
/** Sent to the director before Easter, due on Friday 17 April. */
let forwarded: string;
/** Answered, and withdrawn. */
let withdrawn: string;

beforeAll(async () => {
	const { at, people } = partnership;
	at("2026-03-24T10:00");
	talkedAbout = await raiseByTeacher(partnership);
	await talkInVain(partnership, talkedAbout, {
		"what-was-said": said("first talk"),
		"why-not-resolved": said("why not at first"),
	});
	withdrawn = await raisedTo(partnership, "respond");
	await doMove(partnership, withdrawn, people.headteacher, "withdraw-signed", {
		"withdrawal-reason": said("withdrawal"),
	});
	at("2026-04-01T16:10");
	forwarded = await raisedTo(partnership, "forward");
	at("2026-04-07T09:00");
});

const page = (id: string, rest = "") => `/differences/${id}${rest}`;

/** What the browser calls a page. */
const titleIn = (body: string) => /<title>([^<]*)/.exec(body)?.[1];

describe("the page of a difference", () => {
	test("whoever owes the next thing reads that it is their turn, by when and why then", async () => {
		const { people } = partnership;
		const words = await wordsOf(people.director, page(forwarded));
		expect(words).toContain("Your turn: answer in part two of the form");
		expect(words).toContain("8 working days left By Friday 17 April 2026");
		expect(words).toContain(
			"Ines Cole of the SSCP Business Unit sent it on to Grace Lund, senior-manager, Combe Children’s Social Care, at 4:10pm on Wednesday 1 April 2026",
		);
		expect(words).toContain("Friday 3 April 2026, Good Friday");
		expect(words).toContain("Monday 6 April 2026, Easter Monday");
		const { body } = await read(people.director, page(forwarded));
		expect(body).toContain(`href="/differences/${forwarded}/steps/formal-resolution.respond"`);
	});

	test("whoever may step in reads whose turn it is, and that they may do it too", async () => {
		const { headteacher, safeguardingLead } = partnership.people;
		const words = await wordsOf(headteacher, page(talkedAbout));
		expect(words).toContain(
			`The turn of ${safeguardingLead.name} of Oakfield Primary School. You may do it too.`,
		);
		expect(words).not.toContain("Your turn");
		expect(words).toContain(`Concord will remind ${safeguardingLead.name}`);
	});

	test("whoever waits reads for whom, and what follows", async () => {
		const { people } = partnership;
		const words = await wordsOf(people.teacher, page(forwarded));
		expect(words).toContain("Waiting for Grace Lund of Combe Children’s Social Care");
		expect(words).toContain(
			"After that, a senior manager of Oakfield Primary School is asked to say whether the response resolves it.",
		);
		const { body } = await read(people.teacher, page(forwarded));
		expect(body).toContain(`href="/differences/${forwarded}/moves/ask-to-withdraw"`);
	});

	test("it shows the stages, the people and what it is about", async () => {
		const words = await wordsOf(partnership.people.headteacher, page(forwarded));
		expect(words).toContain("Early resolution Skipped");
		expect(words).toContain("Formal resolution Now , since 1 April 2026");
		expect(words).toContain("Dilip Rao senior-manager");
		expect(words).toContain("Canary Child, born 14 May 2018");
	});

	test("talks are read by their own agency alone", async () => {
		const { people } = partnership;
		expect(await wordsOf(people.safeguardingLead, page(talkedAbout))).toContain(said("first talk"));
		await toFormal(partnership, talkedAbout, "forward");
		for (const person of [people.director, people.businessUnit]) {
			const { body } = await read(person, page(talkedAbout));
			expect(body).toContain("Part one: the difference");
			expect(body).not.toContain(said("first talk"));
			expect(body).not.toContain(said("why not at first"));
			expect(body).not.toContain("raised it with");
		}
	});

	test("whoever has no part in it gets what an unknown address gets", async () => {
		const { people } = partnership;
		for (const person of [people.otherTeacher, people.officer])
			for (const url of [
				page(forwarded),
				page(forwarded, "/form"),
				page(forwarded, "/form.pdf"),
				page(forwarded, "/form.docx"),
				page("00000000-0000-4000-8000-000000000000"),
				page("nothing"),
			])
				expect((await read(person, url)).statusCode).toBe(404);
	});

	test("what belongs on the child’s record stands ready, and each agency says for itself that it is there", async () => {
		const { people } = partnership;
		const { body } = await read(people.director, page(withdrawn));
		expect(body).toContain("not recorded yet");
		expect(body).toContain(`action="/differences/${withdrawn}/childs-record"`);
		expect(body).toContain('name="side" value="receiving"');
		expect(body).not.toContain('name="side" value="raising"');
		const office = await wordsOf(people.businessUnit, page(withdrawn));
		expect(office).not.toContain("For the child’s record");
	});

	test("when it has ended it says how and when, and asks nothing more", async () => {
		const { people } = partnership;
		const words = await wordsOf(people.teacher, page(withdrawn));
		expect(words).toContain("Withdrawn on Tuesday 24 March 2026.");
		expect(words).not.toContain("Your turn");
	});

	test("what somebody did a moment ago is said at the top, and nothing that they may not read", async () => {
		const { people } = partnership;
		const { body } = await read(people.teacher, page(forwarded, "?done=1"));
		expect(body).toContain("govuk-notification-banner--success");
		expect(titleIn(body)).toMatch(/^You raised it \(C1-\w+\) – /);
		const other = await read(people.director, page(forwarded, "?done=1"));
		expect(titleIn(other.body)).toMatch(/^Your turn: answer in part two of the form \(C1-\w+\) – /);
		expect(other.body).not.toContain("govuk-notification-banner");
	});

	test("the protocol’s emergency contacts are on it", async () => {
		const { body } = await read(partnership.people.director, page(forwarded));
		expect(body).toContain('href="tel:999"');
		expect(body).toContain('href="tel:03001232224"');
	});
});

describe("the form", () => {
	test("both parts are read with who filled them in, who signed and what was left blank", async () => {
		const words = await wordsOf(partnership.people.teacher, page(withdrawn, "/form"));
		expect(words).toContain(
			"Completed by Amy Okafor, practitioner, Oakfield Primary School, on 24 March 2026",
		);
		expect(words).toContain(
			"Signed off by Dilip Rao, senior-manager, Oakfield Primary School, on 24 March 2026",
		);
		expect(words).toContain("Left blank");
		expect(words).toContain(said("response"));
		expect(words).toContain("(who: Femi Ade; by when: 1 May 2026)");
	});

	test("why stages were left out stands on it", async () => {
		for (const person of ["teacher", "director", "businessUnit"] as const)
			expect(await wordsOf(partnership.people[person], page(forwarded, "/form"))).toContain(
				said("skip reason"),
			);
	});

	test("a part that is awaited says so", async () => {
		expect(await wordsOf(partnership.people.director, page(forwarded, "/form"))).toContain(
			"Not yet completed",
		);
	});

	test("there is none before anybody fills one in", async () => {
		const { people, at } = partnership;
		at("2026-04-07T09:00");
		const early = await raiseByTeacher(partnership);
		expect(await wordsOf(people.teacher, page(early, "/form"))).toContain(
			"The form is used from Stage 3: Formal resolution on.",
		);
		expect((await read(people.teacher, page(early, "/form.pdf"))).statusCode).toBe(404);
	});

	test("it is taken away as a Word document and as a PDF, named by the reference alone", async () => {
		const { people } = partnership;
		const word = await read(people.director, page(withdrawn, "/form.docx"));
		expect(word.headers["content-disposition"]).toMatch(
			/^attachment; filename="C1-[A-Z0-9]{5}\.docx"$/,
		);
		expect(wordText(word.rawPayload)).toContain(said("response"));
		const pdf = await read(people.director, page(withdrawn, "/form.pdf"));
		expect(pdf.headers["content-type"]).toBe("application/pdf");
		expect(pdfText(pdf.rawPayload)).toContain("Canary Child");
	});
});

describe("the list", () => {
	const list = (person: keyof TestPartnership["people"], query = "") =>
		wordsOf(partnership.people[person], `/differences${query}`);

	test("each person finds what they may know of, and no more", async () => {
		expect(await list("otherTeacher")).toContain("No professional differences found");
		expect(await list("officer")).toContain("No professional differences found");
		expect(await list("director")).toMatch(/Showing 1 to \d of \d professional/);
	});

	test("it is narrowed by status, stage, theme, agency and due date", async () => {
		const { agencies } = partnership;
		expect(await list("director", "?status=ended")).toContain(
			"Showing 1 to 1 of 1 professional difference",
		);
		expect(await list("director", "?status=ended")).toContain("Withdrawn");
		expect(await list("director", "?stage=executive")).toContain(
			"No professional differences found",
		);
		expect(await list("director", "?theme=quality")).toContain("No professional differences found");
		expect(await list("director", `?agency=${agencies.police}`)).toContain(
			"No professional differences found",
		);
		const due = "due-to-day=17&due-to-month=4&due-to-year=2026";
		expect(await list("director", `?${due}`)).toContain("8 working days left");
		const dayBefore = due.replace("=17", "=16");
		expect(await list("director", `?${dayBefore}`)).toContain("No professional differences found");
	});

	test("only what is overdue is found when that is asked", async () => {
		partnership.at("2026-04-17T23:00");
		expect(await list("headteacher", "?overdue=yes")).toContain("No profess");
		partnership.at("2026-04-18T00:01");
		expect(await list("headteacher", "?overdue=yes")).toContain("Overdue by 1 working day");
		partnership.at("2026-04-07T09:00");
	});

	test("a date that is none is told, and what was typed stays", async () => {
		const { people } = partnership;
		const answer = await read(
			people.director,
			"/differences?reference=C1&due-from-day=31&due-from-month=2&due-from-year=2026",
		);
		expect(answer.statusCode).toBe(200);
		expect(answer.body).toContain("First due date must be a real date");
		expect(answer.body).toContain('value="31"');
		expect(answer.body).toContain('value="C1"');
	});

	test("an address that nobody’s form made is answered calmly", async () => {
		for (const query of [
			"?page=-1",
			"?page=999999999999",
			"?agency=x",
			"?status=both&status=open",
			"?sort=;drop",
			"?reference=%25%27",
		])
			expect((await read(partnership.people.director, `/differences${query}`)).statusCode).toBe(
				200,
			);
	});
});

test("every page is valid HTML", async () => {
	const { people } = partnership;
	for (const [person, url] of [
		[people.director, page(forwarded)],
		[people.teacher, page(withdrawn)],
		[people.safeguardingLead, page(talkedAbout, "?done=1")],
		[people.teacher, page(withdrawn, "/form")],
		[people.director, "/differences"],
		[people.director, "/differences?due-from-day=x"],
	] as const)
		expect(await faultsIn((await read(person, url)).body), url).toEqual([]);
});

test("what was decided and why stands before everything else, on the page, on the form and on paper", async () => {
	const { people } = partnership;
	const decided = await raisedTo(partnership, "forward");
	await respond(partnership, decided);
	await askExecutive(partnership, decided);
	await doStep(partnership, decided, people.executive, "executive.decide", "decided", {
		"panel-members": [
			{ who: { id: people.executive.id }, agency: people.executive.agencyId, as: "", interest: "" },
		],
		"decided-at": "2026-04-02T09:00",
		decision: "A visit this week",
		"decision-reasons": "The child must be seen",
	});
	for (const person of [people.teacher, people.director]) {
		const page = await wordsOf(person, `/differences/${decided}`);
		const form = await wordsOf(person, `/differences/${decided}/form`);
		const files = await Promise.all(
			(["docx", "pdf"] as const).map(async (format) => {
				const { rawPayload } = await read(person, `/differences/${decided}/form.${format}`);
				return (format === "pdf" ? pdfText : wordText)(rawPayload);
			}),
		);
		for (const [text, later] of [
			[page, "What it is about"],
			...[form, ...files].map((each) => [each, "Part one: the difference"]),
		] as [string, string][]) {
			const said = text.replaceAll(/\s+/g, " ");
			const at = said.indexOf("What was decided");
			expect(at).toBeGreaterThan(-1);
			expect(said.indexOf("A visit this week")).toBeGreaterThan(at);
			expect(said.indexOf("The child must be seen")).toBeLessThan(said.indexOf(later));
		}
	}
	expect(await wordsOf(people.teacher, `/differences/${forwarded}`)).not.toContain(
		"What was decided",
	);
});

test("what was withdrawn ended where it was, and that stage has no tick", async () => {
	const { people } = partnership;
	const page = await wordsOf(people.teacher, `/differences/${withdrawn}`);
	expect(page).toMatch(/Formal resolution Ended here/);
	expect(page).toMatch(/Executive decision Not reached/);
});
