import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	doStep,
	fiveDays,
	freshKey,
	putInForce,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	somersetAs,
	somersetSource,
	toFormal,
} from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { makeProtocolVersion } from "../../../actions/make-protocol-version.ts";
import { proposeProtocolVersion } from "../../../actions/propose-protocol-version.ts";
import { beside } from "../../../beside/beside.ts";
import { readProtocol } from "../../../domain/protocol/reading/read-protocol.ts";
import { compareProtocols } from "../../../domain/protocol/told/compare/compare.ts";
import { findDraft } from "../../../store/drafts.ts";
import { findVersion, listVersions } from "../../../store/protocol-versions.ts";
import { moveToVersionPath, protocolPaths } from "../../addresses.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let kit: Visitor;
let lou: Visitor;
let office: Visitor;

beforeEach(async () => {
	const { administrator, secondAdministrator, businessUnit } = partnership.people;
	kit = await partnership.visitor(administrator);
	lou = await partnership.visitor(secondAdministrator);
	office = await partnership.visitor(businessUnit);
});

const draft = (source = somersetAs("2026-05", fiveDays)) =>
	makeProtocolVersion(partnership.app, partnership.people.administrator, {
		key: freshKey(),
		source,
		note: "Sooner answers",
	});
const inForce = (source = somersetAs("2026-05", fiveDays)) => putInForce(partnership, source);
const stored = async (id: string) => findVersion(partnership.db, partnership.partnershipId, id);
const versions = async () => (await listVersions(partnership.db, partnership.partnershipId)).length;

test("a version says which posts it asks for, which of them nobody holds and where nobody is of the level", async () => {
	expect((await office.get(protocolPaths.version(await draft()))).body).not.toContain(
		"Posts that it asks for",
	);
	const source = somersetAs("2026-06", fiveDays)
		.replace(
			"roles:",
			"levels:\n  worker: { is: practitioner }\n  manager: { is: manager }\n  senior-manager: { is: senior-manager }\n  chief: { posts: [chief-officer] }\nroles:\n  chief: { level: chief, called: chief officer }",
		)
		.replace("practitioner: { level: practitioner", "practitioner: { level: worker");
	const { body } = await office.get(protocolPaths.version(await draft(source)));
	expect(body).toContain(
		"Chief officer: “chief-officer”. Nobody in the directory holds the post “chief-officer”. In 3 agencies nobody holds it or is of a higher level: ",
	);
	expect(await faultsIn(body)).toEqual([]);
});

describe("who may come here", () => {
	test("administrators work here, the Business Unit reads, and for anybody else there is nothing", async () => {
		const version = await draft();
		const read = [
			protocolPaths.list,
			protocolPaths.version(version),
			protocolPaths.file(version),
			protocolPaths.compare(version),
			protocolPaths.simulate(version),
		];
		const work = [
			protocolPaths.new,
			protocolPaths.copy(version),
			protocolPaths.edit(version),
			protocolPaths.propose(version),
			protocolPaths.withdraw(version),
			protocolPaths.lastYear(version),
		];
		const teacher = await partnership.visitor(partnership.people.teacher);
		const director = await partnership.visitor(partnership.people.director);
		for (const url of [...read, ...work]) {
			expect((await kit.open(url)).status, url).toBe(200);
			expect((await teacher.open(url)).status, url).toBe(404);
			expect((await director.open(url)).status, url).toBe(404);
		}
		for (const url of read) expect((await office.open(url)).status).toBe(200);
		for (const url of work) expect((await office.open(url)).status).toBe(404);
	});

	test("a version of another partnership is none", async () => {
		const version = await draft();
		const other = await partnership.another();
		const visitor = await partnership.visitor(other.people.administrator);
		for (const url of [
			protocolPaths.version(version),
			protocolPaths.edit(version),
			protocolPaths.version("nonsense"),
		])
			expect((await visitor.open(url)).status).toBe(404);
	});

	test("every page is valid HTML", async () => {
		const version = await draft();
		const proposed = await draft(somersetAs("2026-06"));
		await proposeProtocolVersion(partnership.app, partnership.people.administrator, {
			version: proposed,
			revision: 1,
			inForceFrom: "2026-05-01",
			note: "<b>As agreed</b>",
		});
		for (const url of [
			protocolPaths.list,
			protocolPaths.new,
			protocolPaths.version(version),
			protocolPaths.copy(version),
			protocolPaths.edit(version),
			protocolPaths.compare(version),
			protocolPaths.simulate(version),
			protocolPaths.lastYear(version),
			protocolPaths.propose(version),
			protocolPaths.withdraw(version),
			protocolPaths.decide(proposed),
		]) {
			const page = await lou.open(url);
			expect([url, page.status, await faultsIn(page.body)]).toEqual([url, 200, []]);
		}
	});
});

describe("a version, from the old one to its day", () => {
	test("is copied under a new name, changed, proposed, approved by another, and in force on its day", async () => {
		let page = await kit.open(protocolPaths.copy(partnership.versionId));
		page = await kit.send(page, { name: "", note: "" });
		expect(page.status).toBe(422);
		expect(page.words).toContain("Enter a name for the new version");
		page = await kit.send(page, { name: "2021-04" });
		expect(page.words).toContain("There is a version “2021-04” already");
		page = await kit.send(page, { name: "2026-05", note: "The review" });
		expect(page.words).toContain("Edit the text");
		const text = String(page.form.text);
		expect(text).toContain('version: "2026-05"');

		page = await kit.send(page, { text: fiveDays(text) });
		expect(page.words).toContain("A draft. Nobody works by it.");
		const version = page.url.split("/")[2] ?? "";
		expect((await stored(version))?.source).toBe(fiveDays(text));

		page = await kit.open(protocolPaths.propose(version));
		page = await kit.send(page, {
			"day-day": "25",
			"day-month": "3",
			"day-year": "2026",
		});
		expect(page.status).toBe(422);
		expect(page.words).toContain("today or later");
		page = await kit.send(page, { "day-day": "1", "day-month": "5" });
		expect(page.words).toContain("another administrator must approve it");
		expect((await kit.open(protocolPaths.edit(version))).words).toContain("Waits for approval");

		page = await kit.open(protocolPaths.decide(version));
		expect(page.words).toContain("another administrator must approve it");
		const waits = `href="${protocolPaths.decide(version)}"`;
		expect((await lou.open("/")).body).toContain(waits);
		expect((await kit.open("/")).body).not.toContain(waits);
		page = await lou.open(protocolPaths.decide(version));
		expect(page.form["day-month"]).toEqual(["5"]);
		page = await lou.send(page, {});
		expect(page.words).toContain("Choose whether you approve or refuse it");
		page = await lou.send(page, { decision: "approve" });
		expect(page.words).toContain("Approved. In force from 1 May 2026.");
		expect((await lou.open(protocolPaths.list)).words).toMatch(/2026-05 Coming 1 May 2026/);

		partnership.at("2026-05-01T09:00");
		page = await office.open(protocolPaths.list);
		expect(page.words).toMatch(/2026-05 In force 1 May 2026 0 Approved by Lou/);
		expect(page.words).toMatch(/2021-04 Replaced 1 April 2021/);
	});

	test("is refused with a reason, which whoever proposed it reads", async () => {
		const version = await draft();
		await kit.send(await kit.open(protocolPaths.propose(version)), {
			"day-day": "1",
			"day-month": "5",
			"day-year": "2026",
			note: "As agreed",
		});
		let page = await lou.open(protocolPaths.decide(version));
		page = await lou.send(page, { decision: "refuse", reason: "" });
		expect(page.status).toBe(422);
		expect(page.words).toContain("Enter why you refuse it");
		await lou.send(page, { decision: "refuse", reason: "Five are too few" });
		page = await kit.open(protocolPaths.version(version));
		expect(page.words).toContain("It was refused");
		expect(page.words).toContain("Five are too few");
		// Sent a second time, it says what happened, and nothing breaks.
		page = await lou.open(protocolPaths.decide(version));
		expect(page.url).toBe(protocolPaths.version(version));
	});

	test("is withdrawn before its day, and not after", async () => {
		const version = await draft();
		let page = await kit.open(protocolPaths.withdraw(version));
		page = await kit.send(page, { reason: "" });
		expect(page.words).toContain("Enter why it is withdrawn");
		page = await kit.send(page, { reason: "Not needed" });
		expect(page.words).toContain("It was withdrawn");
		const used = await inForce(somersetAs("2026-07"));
		page = await kit.open(protocolPaths.withdraw(used));
		expect(page.url).toBe(protocolPaths.version(used));
	});

	test("is downloaded exactly as it was written", async () => {
		const version = await draft();
		const { body } = await office.open(protocolPaths.file(version));
		expect(body).toBe(somersetAs("2026-05", fiveDays));
	});
});

describe("the text", () => {
	test("with a fault is not saved: each fault has its line, what is wrong and the mend, and the text is still there", async () => {
		const version = await draft();
		const page = await kit.open(protocolPaths.edit(version));
		const wrong = String(page.form.text).replace("kind: sign-off", "kind: signoff");
		for (const button of ["_do=send", "_do=check"]) {
			const answer = await kit.send(page, { text: wrong }, button);
			expect(answer.status).toBe(button === "_do=send" ? 422 : 200);
			expect(answer.words).toMatch(
				/Line \d+ stages › formal-resolution › steps › sign-off › kind There is no kind called “signoff”\. Did you mean “sign-off”\? kind: signoff/,
			);
			const line = wrong.slice(0, wrong.indexOf("signoff")).split("\n").length;
			expect(answer.body).toContain(`data-line="${line}"`);
			expect(answer.words).toContain(`Line ${line} `);
			expect(String(answer.form.text)).toBe(wrong);
		}
		expect((await stored(version))?.source).toBe(somersetAs("2026-05", fiveDays));
	});

	test("that two edit at once: the second sees who saved what, keeps theirs, and can save it knowingly", async () => {
		const version = await draft();
		const [mine, theirs] = [
			await kit.open(protocolPaths.edit(version)),
			await lou.open(protocolPaths.edit(version)),
		];
		const text = String(mine.form.text);
		const ofLou = text.replace("within: 5 working", "within: 6 working");
		const ofKit = text.replace("within: 5 working", "within: 7 working");
		await lou.send(theirs, { text: ofLou });
		let page = await kit.send(mine, { text: ofKit });
		expect(page.status).toBe(409);
		expect(page.words).toContain("Lou Birch saved this version at 10am");
		expect(page.words).toContain("What yours changes beside theirs");
		expect(String(page.form.text)).toBe(ofKit);
		expect((await stored(version))?.source).toBe(ofLou);
		// Closed and opened again, it is all still there.
		page = await kit.open(protocolPaths.edit(version));
		expect(page.words).toContain("Lou Birch saved this version");
		expect(String(page.form.text)).toBe(ofKit);
		await kit.send(page);
		expect((await stored(version))?.source).toBe(ofKit);
	});

	test("is kept as it is typed, for whoever typed it only", async () => {
		const version = await draft();
		const page = await kit.open(protocolPaths.edit(version));
		const typed = `${String(page.form.text)}\nhalf a li`;
		const keep = await kit.post(protocolPaths.keep(version), { ...page.form, text: typed });
		expect(keep.statusCode).toBe(204);
		expect(String((await kit.open(page.url)).form.text)).toBe(typed);
		expect(String((await lou.open(page.url)).form.text)).not.toContain("half a li");
		const kept = await kit.send(await kit.open(page.url), {}, "_do=later");
		expect(kept.words).toContain("Kept. You can close this page");
		const thrown = await kit.send(kept, {}, "_do=discard");
		expect(String(thrown.form.text)).toBe(somersetAs("2026-05", fiveDays));
	});

	test("of a protocol that the partnership has not had becomes a draft beside the others", async () => {
		let page = await kit.open(protocolPaths.new);
		page = await kit.send(page, { text: "protocol: x\n" });
		expect(page.status).toBe(422);
		expect(page.words).toMatch(/Line 1/);
		page = await kit.send(page, {
			text: somersetAs("2026-01").replace(
				"protocol: somerset-rpd",
				"protocol: conference-challenge",
			),
		});
		expect(page.words).toContain("A draft. Nobody works by it.");
	});
});

describe("whatever is sent as a text gets clear faults, and nothing is stored", () => {
	const bomb = [
		"a: &a [x, x, x, x, x, x, x, x, x]",
		..."bcdefghij".split("").map((name, index) => {
			const before = "abcdefghij"[index];
			return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
		}),
	].join("\n");
	test.each<[string, string]>([
		["nothing", ""],
		["a million letters", "é".repeat(1_000_000)],
		["more than that", "x".repeat(1_200_000)],
		[
			"ten thousand lines",
			Array.from({ length: 10_000 }, (_, index) => `word-${index}: x`).join("\n"),
		],
		["aliases without end", bomb],
		["what contains itself", "stages: &a { one: *a }\n"],
		["a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000"],
		["bytes that are no text", "\ufffd\ufffdabc\ufffd"],
		["unknown words", somersetSource.replaceAll("outcomes:", "outkomes:")],
		["a script", "<script>alert(1)</script>"],
		[
			"HTML in a text",
			somersetSource.replace(
				"title: Early resolution",
				'title: "<b>Early</b> <script>alert(1)</script>"',
			),
		],
		[
			"a circle",
			somersetSource.replace(/then: (end \S+|stage \S+)/g, "then: stage early-resolution"),
		],
	])("%s", async (_, text) => {
		const version = await draft();
		const before = await versions();
		const edit = await kit.open(protocolPaths.edit(version));
		const fresh = await kit.open(protocolPaths.new);
		for (const [page, button] of [
			[edit, "_do=send"],
			[edit, "_do=check"],
			[fresh, "_do=send"],
		] as const) {
			const answer = await kit.send(page, { text }, button);
			// However many there are, a page shows fifty: reading takes as long as the text is, and showing no longer.
			expect(answer.body.split('class="concord-faults__fault"').length).toBeLessThanOrEqual(51);
			expect(answer.status).toBe(button === "_do=check" ? 200 : 422);
			expect(answer.words).toMatch(/\d+ faults?/);
			expect(answer.words).toMatch(/Line \d+/);
			expect(answer.body).not.toContain("<script>alert");
		}
		expect(await versions()).toBe(before);
		expect((await stored(version))?.revision).toBe(1);
		for (const page of [`protocols/${version}`, "protocols/new"])
			expect(
				await findDraft(partnership.db, {
					owner: partnership.people.administrator.id,
					differenceId: null,
					page,
				}),
			).toBeUndefined();
	});

	test("and what is no text is not kept as a draft either", async () => {
		const version = await draft();
		const page = await kit.open(protocolPaths.edit(version));
		for (const text of ["\u0000\u0001", "x".repeat(1_000_001)])
			expect((await kit.post(protocolPaths.keep(version), { ...page.form, text })).statusCode).toBe(
				422,
			);
	});
});

describe("a text without faults", () => {
	const warned = (text: string) =>
		text.replace("roles:\n", "roles:\n  magistrate: { level: director, called: magistrate }\n");

	test("is told what is to be thought about, and can be saved; its version says so too", async () => {
		const version = await draft();
		const page = await kit.open(protocolPaths.edit(version));
		const text = warned(String(page.form.text));
		const checked = await kit.send(page, { text }, "_do=check");
		const says =
			/1 warning It runs as it is\. Check that each of these is what your partnership means\. Line \d+ roles › magistrate Nothing in this file is for “magistrate”/;
		expect(checked.words).toContain("No faults. It can be saved.");
		expect(checked.words).toMatch(says);
		expect(await faultsIn(checked.body)).toEqual([]);
		expect((await kit.send(page, { text }, "_do=send")).status).toBe(200);
		expect((await kit.open(protocolPaths.version(version))).words).toMatch(says);
	});
});

describe("while somebody’s long text is checked", () => {
	const long = Array.from({ length: 40_000 }, (_, index) => `word-${index}: x`).join("\n");

	test("others are answered, and what was typed is still there", async () => {
		const page = await kit.open(protocolPaths.new);
		const checking = kit.send(page, { text: long }, "_do=check");
		const others = await Promise.all([1, 2, 3].map(() => office.open(protocolPaths.list)));
		expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);
		const checked = await checking;
		expect(checked.words).toMatch(/\d+ faults?/);
		expect(String(checked.form.text)).toBe(long);
	});

	test("one that takes too long is stopped: the page says so, and it is still there", async () => {
		const hurried = beside(1);
		const { app } = partnership;
		const { read } = app.beside;
		app.beside.read = hurried.read;
		try {
			const page = await kit.open(protocolPaths.new);
			const answer = await kit.send(page, { text: long }, "_do=send");
			expect(answer.status).toBe(422);
			expect(answer.words).toContain(
				"It takes too long to check this text, so Concord stopped. Shorten it.",
			);
			expect(String(answer.form.text)).toBe(long);
		} finally {
			app.beside.read = read;
			await hurried.stop();
		}
	});
});

describe("compare, simulate, last year", () => {
	test("what it changes beside the version in force is said in words", async () => {
		const page = await office.open(protocolPaths.compare(await draft()));
		expect(page.words).toContain("What it changes beside version 2021-04");
		const read = (text: string) => {
			const { protocol } = readProtocol(text);
			if (!protocol) throw new Error("It cannot be read");
			return protocol;
		};
		const changes = compareProtocols(read(somersetSource), read(somersetAs("2026-05", fiveDays)));
		expect(changes.length).toBeGreaterThan(0);
		for (const { area, says } of changes) {
			expect(page.words).toContain(area);
			expect(page.words).toContain(says);
		}
		const same = await draft(somersetAs("2026-06"));
		expect((await office.open(protocolPaths.compare(same))).status).toBe(200);
	});

	test("a story is made on the page, act by act, each with whose turn it is, by when and why", async () => {
		const url = protocolPaths.simulate(await draft());
		let page = await office.open(url);
		page = await office.send(page, {}, "_do=add");
		expect(page.status).toBe(422);
		expect(page.words).toContain("Choose who does what");
		const play = async (day: string, act: RegExp, more = {}) => {
			const value = [...page.body.matchAll(/name="act"[^>]*value="([^"]+)"/g)]
				.map(([, each]) => each?.replaceAll("&#39;", "'") ?? "")
				.find((each) => act.test(each));
			expect(value, `${act} on ${page.words.slice(-900)}`).toBeDefined();
			page = await office.send(
				page,
				{
					"day-day": day,
					"day-month": "4",
					"day-year": "2026",
					time: "10am",
					act: value ?? "",
					...more,
				},
				"_do=add",
			);
			return page;
		};
		await play("1", /raising practitioner\|raise/);
		expect(page.words).toContain("1. Agency A’s practitioner: Raise");
		await play("1", /straight-to-formal/);
		await play("1", /formal-resolution.raise/);
		await play("1", /sign-off\|\|signed/);
		expect(page.words).toContain(
			"The SSCP Business Unit owes “Send the form to agency B” by Tuesday 7 April 2026",
		);
		expect(page.words).toContain("Easter Monday");
		await play("7", /formal-resolution.forward/);
		expect(page.words).toContain("by Tuesday 14 April 2026");
		await play("15", /^wait$/);
		expect(page.words).toContain("Late");
		expect(await faultsIn(page.body)).toEqual([]);
		expect(page.words).toContain("Missed so far");
		// Nobody goes back in time, and whoever may not is told who could.
		await play("14", /^wait$/);
		expect(page.status).toBe(422);
		expect(page.words).toContain("happens before the act above it");
		await play("16", /respond/, { who: "receiving practitioner" });
		expect(page.words).toContain("It could be done by receiving senior-manager");
		page = await office.send(page, {}, "_do=back");
		expect(page.words).not.toContain("Missed so far");
		page = await office.send(page, {}, "_do=afresh");
		expect(page.words).toContain("How does it begin?");
		expect(await faultsIn(page.body)).toEqual([]);
	});

	test("a story is pasted; one that cannot be played says which act, why and who could", async () => {
		const page = await office.open(protocolPaths.simulate(await draft()));
		const good =
			"story: A short one\nacts:\n  - { at: 2026-03-02 10:00, by: raising practitioner, do: raise }\n";
		const paste = (text: string) => office.send(page, { text }, "_do=paste");
		expect((await paste(good)).words).toContain("Now in Stage 1");
		for (const [text, says] of [
			[
				`${good}  - { at: 2026-03-03 10:00, by: executive, do: talk, outcome: resolved }\n`,
				/Line 4 .*It could be done by raising practitioner/,
			],
			["story: x\nacts: []\n", /Line 2/],
			["- - -", /Line 1/],
			["a: &a [*a]", /contains itself/],
		] as const) {
			const answer = await paste(text);
			expect(answer.status).toBe(422);
			expect(answer.words).toMatch(says);
		}
	});

	test("the last twelve months under it: references and dates, no name and nothing that was entered", async () => {
		partnership.at("2026-02-02T10:00");
		const difference = await raisedTo(partnership, "forward");
		partnership.at("2026-02-12T10:00");
		await doStep(
			partnership,
			difference,
			partnership.people.director,
			"formal-resolution.respond",
			"responded",
			{ position: "agree", response: "Canary response" },
		);
		partnership.at("2026-03-26T10:00");
		const version = await draft();
		// Who may open none of them sees numbers, and those so small only as that.
		const blind = await kit.open(protocolPaths.lastYear(version));
		expect(blind.words).toContain("Tried: fewer than 5 differences");
		expect(blind.words).not.toContain("Feb 2026");
		expect(blind.body).not.toContain(await referenceOf(partnership, difference));
		const { id } = partnership.people.secondAdministrator;
		await partnership.db
			.updateTable("person")
			.set({ offices: ["administrator", "business-unit"] })
			.where("id", "=", id)
			.execute();
		const page = await lou.open(protocolPaths.lastYear(version));
		expect(page.words).toContain("Tried: 1 difference Would have gone otherwise: 1 difference");
		expect(page.words).toContain(
			"Answer in part two of the form: 16 Feb 2026 → 9 Feb 2026 (would have been late)",
		);
		expect(page.words).toMatch(/\d where \d went\. Other days: 5 Feb 2026/);
		expect(page.words).not.toMatch(/canary|okafor|lund/i);
		const same = await lou.open(protocolPaths.lastYear(await draft(somersetAs("2026-06"))));
		expect(same.words).toContain("Would have gone otherwise: 0 differences");
		partnership.at("2027-06-01T10:00");
		const later = await lou.open(protocolPaths.lastYear(await draft(somersetAs("2026-07"))));
		// It is still under way, so it is still tried.
		expect(later.words).toContain("Tried: 1 difference");
	});
});

describe("a difference under way", () => {
	test("stays, and is moved by the Business Unit with a reason, after a look at which dates move", async () => {
		const difference = await raisedTo(partnership, "forward");
		const url = moveToVersionPath(difference);
		expect((await office.open(url)).words).toContain(
			"There is no other version that has come into force",
		);
		const version = await inForce();
		expect((await office.open(`/differences/${difference}`)).words).toContain(
			"Move it to version 2026-05 of the protocol",
		);
		let page = await office.open(url);
		expect(page.words).toContain("It began under version 2021-04");
		page = await office.open(moveToVersionPath(difference, version));
		expect(page.words).toContain(
			"“Answer in part two of the form”: from 13 April 2026 to 2 April 2026",
		);
		expect(await faultsIn(page.body)).toEqual([]);
		page = await office.send(page, { "reason-for-change": " " });
		expect(page.status).toBe(422);
		expect(page.words).toContain("Enter why it is moved");
		page = await office.send(page, { "reason-for-change": "Both ask for it" });
		expect(page.words).toContain("moved it to another version of the protocol");
		expect(page.words).toContain("Both ask for it");
		expect(page.words).toContain("2 April 2026");
		for (const person of ["director", "administrator", "officer"] as const)
			expect(
				(await (await partnership.visitor(partnership.people[person])).open(url)).status,
				person,
			).toBe(404);
	});

	test("is listed and counted on its version for whoever may open it, and for nobody else", async () => {
		const difference = await raiseByTeacher(partnership);
		await raiseByTeacher(partnership);
		await toFormal(partnership, difference, "forward");
		await inForce();
		const old = protocolPaths.version(partnership.versionId);
		const reference = /C\d+-\w{5}/;
		const read = await office.open(old);
		expect(read.words).toContain(
			"1 difference that you may open. What is under way stays on this version.",
		);
		expect(read.words.match(new RegExp(reference, "g"))).toHaveLength(2);
		expect(read.words).toContain("move it");
		const blind = await kit.open(old);
		expect(blind.words).toContain("Nothing that you may open is under way on it.");
		expect(blind.words).not.toMatch(reference);
	});
});

describe("what if", () => {
	test("anybody asks what is due when, and why", async () => {
		const teacher = await partnership.visitor(partnership.people.teacher);
		let page = await teacher.open("/what-if");
		expect(page.status).toBe(200);
		page = await teacher.open(
			"/what-if?happens=formal-resolution.forward.forwarded&day-day=2&day-month=4&day-year=2026&time=10am",
		);
		expect(page.words).toMatch(
			/Agency B’s senior manager must do “Answer in part two of the form” by Monday 20 April 2026 ?, with Good Friday and Easter Monday not counted/,
		);
		expect(await faultsIn(page.body)).toEqual([]);
		for (const [query, says] of [
			["happens=x&day-day=2&day-month=4&day-year=2026&time=10am", "Choose what"],
			["happens=x&day-day=40&day-month=4&day-year=2026&time=10", "real date"],
			[
				"happens=formal-resolution.forward.forwarded&day-day=2&day-month=4&day-year=9999&time=10am",
				"year",
			],
		] as const) {
			const wrong = await teacher.open(`/what-if?${query}`);
			expect(wrong.status).toBe(422);
			expect(wrong.words.toLowerCase()).toContain(says.toLowerCase());
		}
	});
});
