import { beforeEach, describe, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { pdfText, wordText } from "../../../../test/support/documents.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { said } from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
const { read, words } = partnership;
let office: Visitor;
let id: string;

beforeEach(async () => {
	id = await challenge(partnership);
	await toLevel(partnership, id, "letter");
	office = await partnership.visitor(partnership.people.businessUnit);
});

const step = () => `/differences/${id}/steps/afterwards.letter`;
const letter = (rest = "") => `/differences/${id}/letters/afterwards.letter${rest}`;
const send = async () =>
	office.send(await office.open(step()), {
		"closing-words": "Thank you all.",
	});

describe("before it is sent", () => {
	test("the step shows it filled in, says what is missing, and gives it as Word and PDF", async () => {
		const page = await office.open(step());
		expect(page.words).toContain("The letter as it stands");
		expect(page.words).toContain("Draft. This letter has not been sent.");
		expect(page.words).toContain("Not recorded yet, or not for you to read: What was said?");
		expect(page.words).toContain(
			"The senior managers of Oakfield Primary School and Combe Children’s Social Care",
		);
		expect(page.words).toContain(
			"challenged a decision of Combe Children’s Social Care on 26 March 2026: Canary issue",
		);
		expect(page.words).toContain("The panel decided: Canary decision");
		expect(page.body).toContain(`href="${letter("/letter.docx")}"`);
		expect(page.body).toContain(`href="${letter("/letter.pdf")}"`);
		expect(await faultsIn(page.body)).toEqual([]);
	});

	test("what is entered and kept for later stands in it already", async () => {
		await office.send(
			await office.open(step()),
			{ "closing-words": "With our thanks." },
			"_do=later",
		);
		const { businessUnit, director } = partnership.people;
		const word = await read(businessUnit, letter("/letter.docx"));
		expect(wordText(word.rawPayload)).toContain("With our thanks.");
		const theirs = await read(director, letter("/letter.docx"));
		expect(wordText(theirs.rawPayload)).not.toContain("With our thanks.");
	});
});

describe("when it is sent", () => {
	test("it stays as it was sent, with its date and who sent it", async () => {
		const done = await send();
		expect(done.words).toContain("sent “Outcome of a challenge”");
		expect(done.body).toContain(`href="${letter()}"`);
		partnership.at("2026-05-04T10:00");
		const page = await office.open(letter());
		expect(page.words).toContain("26 March 2026");
		expect(page.words).not.toContain("4 May 2026 Our reference");
		expect(page.words).toContain("Thank you all.");
		expect(page.words).toContain("Ines Cole manager, Partnership office");
		expect(page.words).not.toContain("Draft.");
		expect(await faultsIn(page.body)).toEqual([]);
		const { businessUnit } = partnership.people;
		const pdf = await read(businessUnit, letter("/letter.pdf"));
		expect(pdf.headers["content-type"]).toBe("application/pdf");
		expect(pdf.headers["content-disposition"]).toMatch(
			/^attachment; filename="C\d+-[A-Z0-9]{5}-letter\.pdf"$/,
		);
		expect(pdfText(pdf.rawPayload)).toContain("Canary decision");
	});

	test("what went with it is listed on it, on paper too, for whoever reads the letter", async () => {
		const minutes = { name: "Minutes.pdf", content: "%PDF-1.7\nminutes\n%%EOF" };
		const draft = await office.send(await office.open(step()), {}, "_do=add-files", [minutes]);
		const { businessUnit, director } = partnership.people;
		const early = await read(businessUnit, letter("/letter.pdf"));
		expect(pdfText(early.rawPayload)).not.toContain("Minutes.pdf");
		await office.send(draft, { "closing-words": "Thank you all." }, undefined, []);
		for (const person of [businessUnit, director]) {
			const page = await words(person, letter());
			expect(page).toContain("Files sent with this letter Minutes.pdf (1 KB)");
			for (const [format, textOf] of [
				["docx", wordText],
				["pdf", pdfText],
			] as const) {
				const paper = await read(person, letter(`/letter.${format}`));
				expect(textOf(paper.rawPayload)).toContain("Minutes.pdf");
			}
		}
	});

	test("what a reader was never sent stands as a gap in it, and is named", async () => {
		await send();
		const { people } = partnership;
		for (const url of [letter(), letter("/letter.docx"), letter("/letter.pdf")])
			for (const stranger of [people.executive, people.officer])
				expect((await read(stranger, url)).statusCode).toBe(404);
		const theirs = await words(people.director, letter());
		expect(theirs).toContain("What was said before: [not recorded]");
		expect(theirs).toContain("or not for you to read: What was said?");
		const word = await read(people.director, letter("/letter.docx"));
		expect(wordText(word.rawPayload)).not.toContain(said("talk"));
		const own = await words(people.teacher, letter());
		expect(own).toContain(`What was said before: ${said("talk")}`);
	});

	test("an optional question that was left blank leaves its paragraph out", async () => {
		await office.send(await office.open(step()));
		const page = await office.open(letter());
		expect(page.words).not.toContain("or not for you to read: What else");
	});

	test("a step that writes none has none", async () => {
		const { people } = partnership;
		expect((await read(people.teacher, `/differences/${id}/letters/panel.decide`)).statusCode).toBe(
			404,
		);
	});
});
