import { beforeEach, expect, test } from "vitest";
import { officer, resolved } from "../../test/support/learning.ts";
import { officeForEach } from "../../test/support/office.ts";
import { dataProtectionOfficer, type Viewer } from "../domain/people/viewer.ts";
import { compose } from "../mail/notices/compose.ts";
import type { Notice } from "../mail/notices/notice.ts";
import { listMailbox } from "../store/messages.ts";
import { keepToSchedule } from "./keep-to-schedule.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { decideRetention } from "./retention.ts";
import { askAboutChild, closeSubjectRequest } from "./subject-access.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let dpo: Viewer;
let head: Viewer;
let id: string;
beforeEach(async () => {
	dpo = await officer(partnership, dataProtectionOfficer);
	head = await officer(partnership, "business-unit-head");
	id = await resolved(partnership);
});

/** The schedule is kept to on a day; whom it tells then, and of what. */
async function toldOn(moment: string): Promise<string[]> {
	const { app } = partnership;
	const before = (await listMailbox(app.db, dpo, 1_000)).length;
	partnership.at(moment);
	await keepToSchedule(app, await partnershipClock(app, app.db, partnership.partnershipId));
	const now = await listMailbox(app.db, dpo, 1_000);
	return now
		.slice(0, now.length - before)
		.map(({ toEmail, notice }) => `${(notice as { is: string }).is} to ${toEmail}`)
		.sort();
}
const stays = () =>
	partnership.db.selectFrom("difference").where("id", "=", id).select("id").executeTakeFirst();

test("what nobody reviews is asked for again each month, the head is told after two, and nothing goes", async () => {
	const toReview = `to-review to ${dpo.email}`;
	expect(await toldOn("2043-12-31T10:00")).toEqual([]);
	expect(await toldOn("2044-01-04T10:00")).toEqual([toReview]);
	expect(await toldOn("2044-01-05T10:00")).toEqual([]);
	expect(await toldOn("2044-02-03T10:00")).toEqual([toReview]);
	expect(await toldOn("2044-03-04T10:00")).toEqual([`not-reviewed to ${head.email}`, toReview]);
	expect(await toldOn("2044-03-07T10:00")).toEqual([]);
	expect(await stays()).toEqual({ id });
});

test("once it is decided on, nobody is asked any more", async () => {
	expect(await toldOn("2044-01-04T10:00")).toHaveLength(1);
	await decideRetention(partnership.app, dpo, [id], {
		decides: "keep",
		keepUntil: "2050-06-30",
		reason: "An inquiry may ask for it",
	});
	expect(await toldOn("2044-03-04T10:00")).toEqual([]);
});

test("of a request somebody is reminded a week before, two days before and on the day, and not each day", async () => {
	const { app } = partnership;
	const about = { name: "Canary Child", dateOfBirth: "", identifier: "" };
	const request = await askAboutChild(app, dpo, about, "2026-03-26");
	const weekdays = ["13", "17", "20", "21", "22", "23", "24", "27", "28"];
	const told: string[] = [];
	for (const day of weekdays)
		for (const each of await toldOn(`2026-04-${day}T10:00`)) told.push(`${day}: ${each}`);
	expect(told).toEqual(["20", "27"].map((day) => `${day}: access-due to ${dpo.email}`));
	expect(await toldOn("2026-05-04T10:00")).toHaveLength(1);
	await closeSubjectRequest(app, dpo, request);
	expect(await toldOn("2026-05-11T10:00")).toEqual([]);
});

test("where nobody is the officer, the head and the administrators are told that, and what waits", async () => {
	const { administrator, secondAdministrator, thirdAdministrator } = partnership.people;
	await partnership.db
		.updateTable("person")
		.set({ offices: [] })
		.where("id", "=", dpo.id)
		.execute();
	const told = await toldOn("2044-01-04T10:00");
	expect(told).toEqual(
		[head, administrator, secondAdministrator, thirdAdministrator]
			.map(({ email }) => `to-review to ${email}`)
			.sort(),
	);
	const [latest] = await listMailbox(partnership.app.db, head, 1);
	const words = compose(latest?.notice as Notice);
	expect(words.subject).toContain("Nobody is data protection officer");
	expect(words.text).toContain("have an administrator give the office to somebody");
});
