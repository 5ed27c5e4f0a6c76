import { expect, test } from "vitest";
import { compose } from "./compose.ts";
import { notice } from "./notice.ts";

const aboutIt = {
	to: { name: "Siân Prosser" },
	partnership: "Harbour Vale Safeguarding Children Partnership",
	emergency: "If a child is in immediate danger, ring 999.",
	link: "http://127.0.0.1:3000/differences/1",
	difference: "professional difference",
	reference: "HV-2026-0147",
	stage: "Formal resolution",
};
const reminder = notice.parse({
	...aboutIt,
	kind: "reminder-before",
	owes: "form",
	task: "send the form",
	due: { day: "2026-03-30" },
});

test("a mail is in the language of its reader, and the words of the protocol stand in it", () => {
	const { subject, text } = compose(reminder, undefined, "cy");
	expect(subject).toBe(
		"Nodyn atgoffa: HV-2026-0147: send the form, erbyn Dydd Llun 30 Mawrth 2026",
	);
	expect(text).toContain("Annwyl Siân Prosser");
	expect(text).toContain(
		"Mae angen i chi wneud hyn erbyn diwedd Dydd Llun 30 Mawrth 2026: send the form.",
	);
	expect(text).not.toMatch(/[\uFDD0-\uFDEF]/);
});

test("its HTML says in which language it is, and what is not translated is English there", () => {
	const copied = notice.parse({ ...aboutIt, kind: "copied" });
	const { html } = compose(copied, undefined, "cy");
	expect(html).toContain('<html lang="cy">');
	expect(html).toMatch(/<span lang="en">The protocol asks that you hear of/);
	expect(compose(copied).html).toContain('<html lang="en-GB">');
});
