import { expect, test } from "vitest";
import { marked, withParts } from "./marks.ts";

const page = (main: string, lang = "") =>
	`<html><title>${marked("cy", "Teitl")}</title><main${lang}>${main}</main></html>`;
const drawn = (main: string, lang = "") =>
	/<main[^>]*>(.*)<\/main>/.exec(withParts(page(main, lang), "cy"))?.[1];

test("on a Welsh page what is Welsh needs nothing, and what is English is a part of its own", () => {
	expect(drawn(`<p>${marked("cy", "Ie")}</p><p>${marked("en", "Yes")}</p>`)).toBe(
		'<p>Ie</p><p><span lang="en">Yes</span></p>',
	);
});

test("in a main part that is English, Welsh is a part of its own", () => {
	expect(drawn(`<p>${marked("cy", "Ie")}</p><p>${marked("en", "Yes")}</p>`, ' lang="en"')).toBe(
		'<p><span lang="cy">Ie</span></p><p>Yes</p>',
	);
});

test("a text inside another is marked where its language changes, and only there", () => {
	expect(
		drawn(`<p>${marked("cy", `Erbyn ${marked("cy", "30 Mawrth")}: ${marked("en", "Reply")}`)}</p>`),
	).toBe('<p>Erbyn 30 Mawrth: <span lang="en">Reply</span></p>');
	expect(drawn(`<p>${marked("en", `Due ${marked("cy", "30 Mawrth")} at the latest`)}</p>`)).toBe(
		'<p><span lang="en">Due <span lang="cy">30 Mawrth</span> at the latest</span></p>',
	);
});

test("in attributes, titles and options, where no element can stand, the marks go", () => {
	expect(
		drawn(
			`<nav aria-label="${marked("en", "Menu")}"><option value="1">${marked("en", "One")}</option></nav>`,
		),
	).toBe('<nav aria-label="Menu"><option value="1">One</option></nav>');
	expect(withParts(page(""), "cy")).toContain("<title>Teitl</title>");
});
