import { describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { setOffersWelsh } from "../../../actions/set-offers-welsh.ts";
import { administrationPaths, paths } from "../../addresses.ts";

const office = officeForEach({ at: "2026-03-26T10:00" });

test("contacts are said, an address of nobody is asked about and kept, and one left empty is left out", async () => {
	const visitor = await office.visitor(office.people.administrator);
	const page = await visitor.open(administrationPaths.contacts);
	expect(await faultsIn(page.body)).toEqual([]);
	const asked = await visitor.send(page, {
		"help-name": "Sam Lee",
		"data-protection-email": "dpo@combe.example",
	});
	expect(asked.status).toBe(422);
	expect(asked.words).toContain("Enter who it is: a person or an office, for data protection");
	expect(asked.form["data-protection-email"]).toEqual(["dpo@combe.example"]);
	const said = await visitor.send(asked, { "data-protection-name": "Jo Park" });
	expect(said.words).toContain("It is published.");
	const { words } = await visitor.open(paths.help);
	expect(words).toContain("Sam Lee");
	expect(words).toContain("dpo@combe.example");
	const again = await visitor.open(administrationPaths.contacts);
	expect(again.form["data-protection-name"]).toEqual(["Jo Park"]);
	await visitor.send(again, { "data-protection-name": "", "data-protection-email": "" });
	expect((await visitor.open(paths.help)).words).not.toContain("Jo Park");
});

describe("where Welsh is offered", () => {
	const offered = async () => {
		await setOffersWelsh(office.app, office.people.administrator, true);
		const writer = await office.visitor(office.people.administrator);
		const reader = await office.visitor(office.people.teacher);
		return { writer, reader };
	};
	const speaks = (reader: Visitor, language: "en" | "cy") =>
		reader.post(paths.language, { language, back: paths.privacy });

	test("a text is written in both languages, and each reader has theirs", async () => {
		const { writer, reader } = await offered();
		await speaks(reader, "cy");
		expect((await reader.open(paths.privacy)).body).toContain(
			'<div lang="cy"><p class="govuk-body">Mae’r hysbysiad hwn',
		);

		const page = await writer.open(administrationPaths.publishedText("privacy"));
		expect(await faultsIn(page.body)).toEqual([]);
		const english = await writer.send(page, { text: "We keep little." });
		expect(english.words).toContain("It is published.");
		const fallback = await reader.open(paths.privacy);
		expect(fallback.body).toContain('<div lang="en"><p class="govuk-body">We keep little.');
		expect(await faultsIn(fallback.body)).toEqual([]);

		const again = await writer.open(administrationPaths.publishedText("privacy"));
		await writer.send(again, { welsh: "Ychydig a gadwn." });
		expect((await reader.open(paths.privacy)).body).toContain(
			'<div lang="cy"><p class="govuk-body">Ychydig a gadwn.',
		);
		await speaks(reader, "en");
		expect((await reader.open(paths.privacy)).body).toContain("We keep little.");

		// What was not changed is no version more, and an empty text takes the Welsh back.
		const { body, form } = await writer.open(administrationPaths.publishedText("privacy"));
		expect([form.read, form.readWelsh]).toEqual([["1"], ["1"]]);
		expect(body).toContain("Versions in Welsh");
		await writer.send(await writer.open(administrationPaths.publishedText("privacy")), {
			welsh: "",
		});
		await speaks(reader, "cy");
		expect((await reader.open(paths.privacy)).body).toContain("We keep little.");
	});

	test("of two who change the Welsh at once, the second is told", async () => {
		const { writer } = await offered();
		const page = await writer.open(administrationPaths.publishedText("accessibility"));
		const other = await writer.open(administrationPaths.publishedText("accessibility"));
		await writer.send(page, { welsh: "Un" });
		const late = await writer.send(other, { welsh: "Dau" });
		expect(late.status).toBe(409);
		expect(late.form.welsh).toEqual(["Dau"]);
	});

	test("a contact has a name in Welsh, which stands where Welsh is read", async () => {
		const { writer, reader } = await offered();
		await writer.send(await writer.open(administrationPaths.contacts), {
			"help-name": "The help desk",
			"help-welsh": "Y ddesg gymorth",
		});
		expect((await reader.open(paths.help)).words).toContain("The help desk");
		await speaks(reader, "cy");
		const page = await reader.open(paths.help);
		expect(page.words).toContain("Y ddesg gymorth");
		expect(page.words).not.toContain("The help desk");
		expect(page.words).toContain("Cymorth gyda Concord");
		// Where Welsh is offered no more, it is kept.
		await setOffersWelsh(office.app, office.people.administrator, false);
		await writer.send(await writer.open(administrationPaths.contacts), {
			"help-phone": "01632 960101",
		});
		await setOffersWelsh(office.app, office.people.administrator, true);
		expect((await reader.open(paths.help)).words).toContain("Y ddesg gymorth");
	});
});
