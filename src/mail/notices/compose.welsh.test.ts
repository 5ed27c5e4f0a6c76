import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { accountEventKinds } from "../../domain/people/account-event.ts";
import { about, anyNotice } from "./any-notice.fixture.ts";
import { compose } from "./compose.ts";
import { notice } from "./notice.ts";
import { askedByOffice, listNotice, type Owed, reminderNotice } from "./reminder.ts";

const now = Temporal.Instant.from("2026-03-27T09:00:00Z");
const to = { name: "Siân Prosser" };
const sender = {
	partnership: "Harbour Vale Safeguarding Children Partnership",
	address: "https://concord.example",
	offersWelsh: true,
};
const owed: Owed = {
	protocol: somerset.protocol,
	agencies: { raising: "Ysgol Bryn", receiving: "Larkhill Health Visiting" },
	of: {
		what: "step",
		owed: "formal-resolution.forward",
		differenceId: "7f3k",
		reference: "HV-2026-0147",
		stage: null,
		dueAt: "2026-03-30T16:00:00Z",
		binding: "limit",
	},
};
const reminder = { ...owed, reminder: { kind: "reminder-before", rule: "before" } as const };

describe("a mail to whoever reads Welsh", () => {
	test("has the words of the protocol as its version has them in Welsh, with the agencies by their names", () => {
		const { subject, text, html } = compose(
			reminderNotice(sender, to, [reminder], now),
			undefined,
			"cy",
		);
		expect(subject).toBe(
			"Nodyn atgoffa: HV-2026-0147: anfon y ffurflen at Larkhill Health Visiting, erbyn Dydd Llun 30 Mawrth 2026",
		);
		expect(text).toContain("Annwyl Siân Prosser");
		expect(text).toContain(
			"Mae angen i chi wneud hyn erbyn 5pm ar Ddydd Llun 30 Mawrth 2026: anfon y ffurflen at Larkhill Health Visiting.",
		);
		expect(text).toContain("Ble mae arni: Cam 3: Datrys ffurfiol");
		expect(text).toContain("Os yw plentyn mewn perygl uniongyrchol, ffoniwch 999 (yr heddlu).");
		expect(html).not.toContain('lang="en"');
		expect(text).not.toMatch(/[\uFDD0-\uFDEF]/);
	});

	test("lists what is owed in Welsh, and who reminds them of it", () => {
		const list = compose(
			listNotice(sender, to, "each-morning", [owed, owed], now),
			undefined,
			"cy",
		);
		expect(list.subject).toBe("I chi i’w wneud: 2 beth, y cyntaf erbyn Dydd Llun 30 Mawrth 2026");
		expect(list.text).toContain(
			"* HV-2026-0147, codwyd gan Ysgol Bryn gyda Larkhill Health Visiting, Cam 3: Datrys ffurfiol: anfon y ffurflen at Larkhill Health Visiting erbyn 5pm ar Ddydd Llun 30 Mawrth 2026",
		);
		const asked = askedByOffice(sender, to, "SSCP Business Unit", [owed], now);
		expect(compose(asked, undefined, "cy").subject).toBe(
			"Nodyn atgoffa (Uned Fusnes SSCP): HV-2026-0147: anfon y ffurflen at Larkhill Health Visiting",
		);
	});

	test("and the same notice in English is what it is without any Welsh", () => {
		const english = { ...sender, offersWelsh: false };
		for (const of of [sender, english].map((from) => reminderNotice(from, to, [reminder], now)))
			expect(compose(of)).toEqual(compose(reminderNotice(english, to, [reminder], now)));
	});

	test("says the words of a protocol that has no Welsh in English, and marks them so", () => {
		const protocol = { ...somerset.protocol, welsh: {} };
		const { html } = compose(
			reminderNotice(sender, to, [{ ...reminder, protocol }], now),
			undefined,
			"cy",
		);
		expect(html).toContain('<html lang="cy">');
		expect(html).toContain('Ble mae arni: Cam 3: <span lang="en">Formal resolution</span>');
		expect(html).toContain('<span lang="en">send the form to Larkhill Health Visiting</span>');
	});
});

describe("no mail has a sentence of Concord left in English", () => {
	const marked = (given: Parameters<typeof compose>[0]) =>
		compose(given, "secret", "cy").html.match(/<span lang="en">[^<]*/g) ?? [];

	test("whatever kind it is, to whoever signs in and to whoever comes by a link", () => {
		const byLink = fc.constantFrom(undefined, { until: { day: "2026-04-30" } });
		fc.assert(
			fc.property(anyNotice, byLink, (given, link) => {
				expect(marked(notice.parse({ ...given, byLink: link }))).toEqual([]);
			}),
			{ seed: 20260402, numRuns: 1_000 },
		);
	});

	test("of accounts, of people, of reports, of rights and of actions, whatever it tells", () => {
		const day = "2026-04-17";
		const all = [
			...[
				"invited",
				"new-password",
				"answer-code",
				"answered",
				"to-raise",
				"link-taken-back",
				"webhook-paused",
				"token-made",
				...accountEventKinds.filter((kind) => kind !== "recovery-codes-made"),
			].map((news) => ({ kind: "account", news })),
			...["leaving", "check", "contacts"].map((is) => ({
				kind: "people",
				is,
				day,
				agency: "Ysgol Bryn",
			})),
			...["ready", "presented", "corrected", "decided"].map((is) => ({
				kind: "report",
				is,
				on: "X",
				firstDay: day,
				lastDay: day,
				presentedTo: "X",
			})),
			...["to-review", "not-reviewed", "access-due"].flatMap((is) =>
				[1, 2].flatMap((count) =>
					[undefined, "data-protection-officer", "business-unit-head"].map((nobodyIs) => ({
						kind: "rights",
						is,
						count,
						day,
						nobodyIs,
					})),
				),
			),
			...[{ isNew: true }, { moved: "to-somebody-else" }, { moved: "to-another-day" }, {}].flatMap(
				(how) =>
					[0, 3].map((more) => ({
						...how,
						kind: "actions-owed",
						items: [{ askedBy: "lesson", due: day, overdue: true }],
						more,
					})),
			),
		];
		expect(all.flatMap((fields) => marked(notice.parse({ ...about, ...fields })))).toEqual([]);
	});
});
