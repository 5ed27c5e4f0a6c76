import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import {
	doStep,
	fiveDays,
	freshKey,
	putInForce,
	raiseByTeacher,
	raisedTo,
	said,
	somersetAs,
} from "../../test/support/partnership.ts";
import { clockOf, replay } from "../domain/difference/difference.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { statusColumns } from "../store/derived-rows.ts";
import { lockDifference } from "../store/differences.ts";
import { listMailbox } from "../store/messages.ts";
import { makeProtocolVersion } from "./make-protocol-version.ts";
import { moveToVersion, previewMoveToVersion } from "./move-to-version.ts";
import { openDifference } from "./open-difference.ts";

const partnership = officeForEach({ at: "2026-03-02T10:00" });
let businessUnit: Viewer;
let difference: string;

beforeEach(async () => {
	businessUnit = partnership.people.businessUnit;
	difference = await raisedTo(partnership, "forward");
});

/** Puts a version in force today. */
const inForce = (change: (text: string) => string): Promise<string> =>
	putInForce(partnership, somersetAs("2026-03", change));

const move = (version: string, by = businessUnit, key = freshKey()) =>
	moveToVersion(
		partnership.app,
		{ difference, by, key },
		{ version, reason: said("reason for the move") },
	);
const seenBy = async (person: Viewer) => {
	const opened = await openDifference(partnership.app, person, difference, "difference");
	if (!opened) throw new Error("They may not see it");
	return opened;
};
const dueFor = async (person: Viewer) =>
	clockOf((await seenBy(person)).difference, "formal-resolution.respond")?.due.day;

test("a difference stays under its version when another comes into force", async () => {
	await inForce(fiveDays);
	expect(await dueFor(partnership.people.director)).toBe("2026-03-16");
	expect((await seenBy(partnership.people.director)).protocol.version).toBe("2021-04");
});

test("moved, it goes on under the other: open dates are counted again from where they began, and each who owes is told once", async () => {
	const version = await inForce(fiveDays);
	expect(await previewMoveToVersion(partnership.app, businessUnit, difference, version)).toEqual({
		dates: [
			{
				title: "Answer in part two of the form",
				from: "2026-03-16",
				to: "2026-03-09",
			},
		],
	});
	partnership.at("2026-03-03T10:00");
	await move(version);
	const { director, teacher } = partnership.people;
	expect(await dueFor(director)).toBe("2026-03-09");
	const opened = await seenBy(director);
	expect(opened.protocol.version).toBe("2026-03");
	expect(opened.entries.find(({ type }) => type === "moved-to-version")).toMatchObject({
		to: version,
		answers: { "reason-for-change": said("reason for the move") },
		by: { person: businessUnit.id, side: "business-unit" },
	});
	expect((await seenBy(teacher)).entries.map(({ type }) => type)).toContain("moved-to-version");
	const told = (await listMailbox(partnership.db, businessUnit, 100)).filter(({ createdAt }) =>
		createdAt.startsWith("2026-03-03"),
	);
	expect(told.map(({ toName, kind }) => [toName, kind])).toEqual([[director.name, "date-changed"]]);
	expect(JSON.stringify(told)).not.toMatch(/canary/i);
});

test("moved, it can be ended under the new version, and its record replayed gives its row", async () => {
	const version = await inForce(fiveDays);
	await move(version);
	await doStep(
		partnership,
		difference,
		partnership.people.director,
		"formal-resolution.respond",
		"responded",
		{ position: "agree", response: said("response") },
	);
	await doStep(
		partnership,
		difference,
		partnership.people.headteacher,
		"formal-resolution.consider",
		"resolved",
		{ satisfied: said("agreed") },
	);
	await transact(partnership.db, async (trx) => {
		const loaded = await lockDifference(trx, difference);
		if (!loaded) throw new Error("gone");
		expect(loaded.versionId).toBe(version);
		const protocol = await partnership.app.protocols.version(trx, version);
		const replayed = replay(protocol, loaded.header, loaded.entries);
		const { ended_at, opens_at, ...derived } = statusColumns(replayed);
		const row = await trx
			.selectFrom("difference")
			.where("id", "=", difference)
			.selectAll()
			.executeTakeFirstOrThrow();
		expect(row).toMatchObject(derived);
		expect(row.ended_at?.toISOString()).toBe(ended_at);
		expect(row.opens_at).toEqual(new Date(opens_at ?? ""));
		const clocks = await trx
			.selectFrom("clock")
			.where("difference_id", "=", difference)
			.select(["clock", "state", "due_at"])
			.orderBy("clock")
			.execute();
		expect(clocks.map(({ clock, state, due_at }) => [clock, state, due_at.toISOString()])).toEqual(
			replayed.clocks
				.map(({ clock, state, due }) => [clock, state, new Date(due.due).toISOString()])
				.sort(),
		);
	});
	await expect(move(version)).rejects.toMatchObject({ code: "same-version" });
});

test.each<[what: string, change: (text: string) => string, says: RegExp]>([
	[
		"a step",
		(text) =>
			text
				.replaceAll("then: respond\n", "then: answer\n")
				.replace("      respond:\n", "      answer:\n")
				.replaceAll("formal-resolution.respond", "formal-resolution.answer"),
		/has not got the step “Answer in part two of the form”/,
	],
	[
		"a question",
		(text) => text.replaceAll("skip-reason", "why-straight-to-the-form"),
		/has not got the question “Why is it right to go straight to formal resolution\?”/,
	],
	["a move", (text) => text.replace("  straight-to-formal:", "  at-once:"), /has not got “/],
	[
		"the words of a form",
		(text) => text.replace("title: What has been tried,", "title: What you tried,"),
		/has not got the form “Resolving Professional Differences form” in the words that were sent/,
	],
	[
		"the words of a question of a form",
		(text) => text.replace("Does your agency agree?", "Does your service agree?"),
		/in the words that were sent/,
	],
])(
	"it is not moved to a version that has not got %s that its record names, and is told which",
	async (_, change, says) => {
		const version = await inForce(change);
		const before = await seenBy(businessUnit);
		await expect(move(version)).rejects.toMatchObject({
			code: "does-not-fit",
			message: expect.stringMatching(says),
		});
		expect(await previewMoveToVersion(partnership.app, businessUnit, difference, version)).toEqual({
			refused: expect.stringMatching(says),
		});
		expect((await seenBy(businessUnit)).entries).toEqual(before.entries);
	},
);

test("what an agency keeps to itself is not told by what does not fit", async () => {
	const version = await inForce((text) =>
		text
			.replace(
				/^ {6}talk:\n(?= +kind: discussion\n +title: Talk to the other practitioner\n)/m,
				"      first-talk:\n",
			)
			.replaceAll("early-resolution.talk", "early-resolution.first-talk")
			.replace(/^ {2}early-resolution:\n.*?^ {2}informal-resolution:\n/ms, (stage) =>
				stage.replace("then: talk", "then: first-talk"),
			),
	);
	const preview = await previewMoveToVersion(partnership.app, businessUnit, difference, version);
	expect(preview?.refused).toContain("It cannot be moved");
	expect(preview?.refused).not.toContain("Talk to the other practitioner");
});

test("only the Business Unit moves it, with a reason, and to a version that has come into force", async () => {
	const version = await inForce(fiveDays);
	const { director, administrator, officer } = partnership.people;
	await expect(move(version, director)).rejects.toMatchObject({
		code: "not-yours",
	});
	expect(await move(version, administrator)).toBeUndefined();
	expect(await move(version, officer)).toBeUndefined();
	await expect(
		moveToVersion(
			partnership.app,
			{ difference, by: businessUnit, key: freshKey() },
			{ version, reason: "  " },
		),
	).rejects.toMatchObject({ code: "wrong-answers" });
	const draft = await makeProtocolVersion(partnership.app, administrator, {
		key: freshKey(),
		source: somersetAs("x"),
		note: "",
	});
	await expect(move(draft)).rejects.toMatchObject({ code: "no-such-version" });
});

test("sent twice, it is moved once", async () => {
	const version = await inForce(fiveDays);
	const key = freshKey();
	await move(version, businessUnit, key);
	await move(version, businessUnit, key);
	const { entries } = await seenBy(businessUnit);
	expect(entries.filter(({ type }) => type === "moved-to-version")).toHaveLength(1);
});

test("a difference that the Business Unit does not know of is none to it", async () => {
	const version = await inForce(fiveDays);
	difference = await raiseByTeacher(partnership);
	expect(await move(version)).toBeUndefined();
});
