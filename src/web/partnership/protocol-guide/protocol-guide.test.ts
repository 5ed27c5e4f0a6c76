import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { type TestPartnership, testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn, type Reader, readerOf } from "../../difference/reader.fixture.ts";
import { protocolGuideRoutes } from "./routes.tsx";

let database: TestDatabase;
let partnership: TestPartnership;
let pages: Reader;
beforeAll(async () => {
	database = await testDatabase();
	partnership = await testPartnership(database.db);
	pages = readerOf(partnership.app, [protocolGuideRoutes]);
});
afterAll(async () => {
	await pages.close();
	await database.drop();
});

test("anybody can read the stages, who does what by when, whom to ring and whom to ask", async () => {
	const words = await pages.words(partnership.people.teacher, "/protocol");
	expect(words).toContain("Stage 4: Executive decision");
	expect(words).toContain("The SSCP Business Unit, within 2 working days of “Sign off part one”.");
	expect(words).toContain(
		"Agency B’s senior manager, within 10 working days of “Send the form to agency B”.",
	);
	expect(words).toContain(
		"Goes on to “Follow up the late response” (the SSCP Business Unit) if it is not done in time",
	);
	expect(words).toContain(
		"“It needs to change first”: asks “What needs to change before you sign?”; leads to “Fill in part one of the form”.",
	);
	expect(words).toContain("by the day that was agreed");
	expect(words).toMatch(/Health, education, early years [^.]* safeguarding lead/);
	expect(words).toContain(
		"Working days leave out Saturdays, Sundays and the bank holidays of England and Wales.",
	);
	expect(words).toContain("Final: no appeal");
	expect(words).toContain("Children’s Social Care: 0300 123 2224");
	expect(words).toContain("Ines Cole, manager, businessunit.1@example.org");
});

test("before a protocol is in force there is none to read", async () => {
	partnership.at("2021-03-31T12:00");
	for (const file of ["", "/guide.pdf", "/guide.docx", "/drawing.svg"])
		expect((await pages.read(partnership.people.teacher, `/protocol${file}`)).statusCode).toBe(404);
	partnership.at("2021-04-01T12:00");
	expect((await pages.read(partnership.people.teacher, "/protocol")).statusCode).toBe(200);
});

test("it is drawn, in parts that print between stages, with the same in words", async () => {
	const { body } = await pages.read(partnership.people.teacher, "/protocol");
	expect(body.match(/<svg [^>]*role="img"/g)?.length).toBeGreaterThan(4);
	expect(body).toContain("<title>Stage 3: Formal resolution</title>");
	expect(body).toContain("No answer in time: then “Follow up the late response”");
});

test.each([
	["guide.pdf", "application/pdf", "%PDF-1.7"],
	["guide.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"],
	["drawing.svg", "image/svg+xml", "<svg "],
])("anybody can take %s away", async (file, type, begins) => {
	const { statusCode, headers, body } = await pages.read(
		partnership.people.teacher,
		`/protocol/${file}`,
	);
	expect(statusCode).toBe(200);
	expect(headers["content-type"]).toContain(type);
	expect(headers["content-disposition"]).toBe(`attachment; filename="somerset-rpd-${file}"`);
	expect(body.slice(0, begins.length)).toBe(begins);
});

test("it is valid HTML", async () => {
	const { body } = await pages.read(partnership.people.teacher, "/protocol");
	expect(await faultsIn(body)).toEqual([]);
	expect(await faultsIn("<p><div></p>")).not.toEqual([]);
});
