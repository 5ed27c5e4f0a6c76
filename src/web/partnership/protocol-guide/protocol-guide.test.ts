import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { setOffersWelsh } from "../../../actions/set-offers-welsh.ts";
import { paths } from "../../addresses.ts";

const partnership = officeForAll();
const { read, words: wordsOf } = partnership;

test("anybody can read the stages, who does what by when, whom to ring and whom to ask", async () => {
	const words = await wordsOf(partnership.people.teacher, "/protocol");
	expect(words).toContain("Stage 4: Executive decision");
	expect(words).toContain(
		"The SSCP Business Unit Within 2 working days of “Sign off part one” (“I sign it off: send it to the Business Unit”)",
	);
	expect(words).toContain(
		"Agency B’s senior manager Within 10 working days of “Send the form to agency B”",
	);
	expect(words).toContain(
		"“Follow up the late response” is then owed as well, by the SSCP Business Unit.",
	);
	expect(words).toContain(
		"It needs to change first It asks besides: “What needs to change before you sign?” What happens next: “Fill in part one of the form” (agency A’s practitioner)",
	);
	expect(words).toContain("By the day that was agreed");
	expect(words).toMatch(/Health, education, early years [^.]* safeguarding lead/);
	expect(words).toContain(
		"Working days leave out Saturdays, Sundays and the bank holidays of England and Wales.",
	);
	expect(words).toContain("Final: no appeal");
	expect(words).toContain("Children’s Social Care: 0300 123 2224");
	expect(words).toContain("Ines Cole, manager, businessunit.1@example.org");
});

test("what stands at a glance leads to all there is to know of it", async () => {
	const { body } = await read(partnership.people.teacher, "/protocol");
	const links = [...body.matchAll(/href="#(step-[^"]+)"/g)].map(([, id]) => id);
	expect(links.length).toBeGreaterThan(10);
	for (const id of links) expect(body).toContain(`id="${id}"`);
});

test("whoever reads Welsh has the guide in Welsh, and a drawing that says that it is English", async () => {
	await setOffersWelsh(partnership.app, partnership.people.administrator, true);
	const reader = await partnership.visitor(partnership.people.teacher);
	await reader.post(paths.language, { language: "cy", back: "/protocol" });
	const page = await reader.open("/protocol");
	expect(await faultsIn(page.body)).toEqual([]);
	expect(page.body).not.toMatch(/[\uFDD0-\uFDD2]/);
	expect(page.body).not.toMatch(/<main[^>]* lang="en"/);
	expect(page.words).toContain("Uwch-reolwr asiantaeth B O fewn 10 diwrnod gwaith");
	expect(page.body).toMatch(/<div lang="en"><svg/);
	await reader.post(paths.language, { language: "en", back: "/protocol" });
	await setOffersWelsh(partnership.app, partnership.people.administrator, false);
});

test("before a protocol is in force there is none to read", async () => {
	partnership.at("2021-03-31T12:00");
	for (const file of ["", "/guide.pdf", "/guide.docx", "/drawing.svg"])
		expect((await read(partnership.people.teacher, `/protocol${file}`)).statusCode).toBe(404);
	partnership.at("2021-04-01T12:00");
	expect((await read(partnership.people.teacher, "/protocol")).statusCode).toBe(200);
});

test("it is drawn, in parts that print between stages, with the same in words", async () => {
	const { body } = await read(partnership.people.teacher, "/protocol");
	expect(body.match(/<svg [^>]*role="img"/g)?.length).toBeGreaterThan(4);
	expect(body).toContain("<title>Stage 3: Formal resolution</title>");
	expect(body).toContain("No answer in time: then “Follow up the late response”");
});

test.each([
	["guide.pdf", "application/pdf", "%PDF-1.7"],
	["guide.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"],
	["drawing.svg", "image/svg+xml", "<svg "],
])("anybody can take %s away", async (file, type, begins) => {
	const { statusCode, headers, body } = await read(partnership.people.teacher, `/protocol/${file}`);
	expect(statusCode).toBe(200);
	expect(headers["content-type"]).toContain(type);
	expect(headers["content-disposition"]).toBe(`attachment; filename="somerset-rpd-${file}"`);
	expect(body.slice(0, begins.length)).toBe(begins);
});

test("it is valid HTML", async () => {
	const { body } = await read(partnership.people.teacher, "/protocol");
	expect(await faultsIn(body)).toEqual([]);
	expect(await faultsIn("<p><div></p>")).not.toEqual([]);
});
