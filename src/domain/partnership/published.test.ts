import { expect, test } from "vitest";
import { inEnglish } from "../said.ts";
import { blocksOf, modelText, namedContacts, publishedTexts } from "./published.ts";

test("lines beginning with # are headings, with - items, and an empty line ends a paragraph", () => {
	expect(blocksOf("We keep\nlittle.\n\n# Why\nThe law.\n- one\n- two\n\n- three\nEnd.")).toEqual([
		{ is: "paragraph", text: "We keep little." },
		{ is: "heading", text: "Why" },
		{ is: "paragraph", text: "The law." },
		{ is: "list", items: ["one", "two"] },
		{ is: "list", items: ["three"] },
		{ is: "paragraph", text: "End." },
	]);
});

test("what is no mark stays as it was typed", () => {
	expect(blocksOf("#1 of all\n-5 degrees\n<b>bold</b>")).toEqual([
		{ is: "paragraph", text: "#1 of all -5 degrees <b>bold</b>" },
	]);
	expect(blocksOf(" \n\n")).toEqual([]);
});

test("the model texts name the partnership and whom to ask, and read the same where nobody is named", () => {
	const contacts = {
		help: { name: "Sam Lee", email: "sam@northfield.example" },
		"data-protection": { name: "Data protection, Northfield", phone: "01632 960002" },
	};
	const [accessibility = "", privacy = ""] = publishedTexts.map((kind) =>
		modelText(kind, { name: "Northfield Safeguarding", contacts }),
	);
	expect(accessibility).toContain("Sam Lee, sam@northfield.example");
	expect(privacy).toContain("Data protection, Northfield, 01632 960002");
	for (const kind of publishedTexts) {
		expect(modelText(kind, { name: "Northfield Safeguarding", contacts })).toContain(
			"Northfield Safeguarding",
		);
		expect(modelText(kind, { name: "Northfield", contacts: {} })).toContain(
			"ask your partnership’s Business Unit",
		);
	}
	expect(namedContacts(contacts).map(({ title }) => inEnglish(title))).toEqual([
		"Help with Concord",
		"Data protection",
	]);
});
