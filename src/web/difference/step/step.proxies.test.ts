import { beforeEach, expect, test } from "vitest";
import {
	everyConstructText,
	handedOverText,
} from "../../../../protocols/every-construct.fixture.ts";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { testPartnership } from "../../../../test/support/partnership.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { saveAgency } from "../../../store/agencies.ts";
import { transact } from "../../../store/db.ts";
import { findViewer, savePerson } from "../../../store/people.ts";

/** A nursery that has practitioners only: children's social care answers for it. */
const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
let nursery: string;
let nurse: Viewer;
let id: string;

beforeEach(async () => {
	const { partnershipId, agencies, people } = partnership;
	nursery = agencies.office.replace(/.$/, "9");
	nurse = {
		...people.socialWorker,
		id: people.socialWorker.id.replace(/..$/, "99"),
		agencyId: nursery,
		name: "Mia Lowe",
		email: `nurse.${people.socialWorker.email}`,
	};
	await transact(partnership.db, async (trx) => {
		await saveAgency(trx, {
			id: nursery,
			partnershipId,
			name: "Little Acorns Nursery",
			sector: "early-years",
			proxyAgencyId: agencies.socialCare,
		});
		await savePerson(trx, { ...nurse });
	});
	id = await challenge(partnership, {}, nursery);
});

const path = (rest = "") => `/differences/${id}${rest}`;
const as = (person: Viewer) => partnership.visitor(person);
const told = async () =>
	(
		await partnership.db
			.selectFrom("message")
			.innerJoin("person", "person.id", "message.to_person")
			.where("message.difference_id", "=", id)
			.where("message.kind", "=", "sent-to-you")
			.select("person.name")
			.orderBy("person.name")
			.execute()
	).map(({ name }) => name);

test("whoever may answer for a small agency is known by the directory", async () => {
	const { people, app } = partnership;
	const at = app.clock();
	expect((await findViewer(partnership.db, people.teamManager.id, at))?.proxyFor).toEqual([
		nursery,
	]);
	expect((await findViewer(partnership.db, people.officer.id, at))?.proxyFor).toBeUndefined();
});

test("the proxy agency’s managers are told, see it and answer, as soon as something was sent", async () => {
	const { people } = partnership;
	const manager = await as(people.teamManager);
	expect((await manager.open(path())).status).toBe(404);

	await toLevel(partnership, id, "reply");
	expect(await told()).toEqual(["Femi Ade", "Grace Lund"]);
	expect((await manager.open("/")).words).toContain("Reply to the challenge");
	const done = await manager.sendAndConfirm(await manager.open(path("/steps/reply.reply")), {
		answer: "We will visit",
	});
	expect(done.words).toContain("Femi Ade");
	const teacher = await as(people.teacher);
	expect((await teacher.open(path())).words).toContain("We will visit");
});

test("nobody else of it does, nor of any other agency", async () => {
	await toLevel(partnership, id, "reply");
	const { people } = partnership;
	for (const person of [people.socialWorker, people.officer, nurse]) {
		const stranger = await as(person);
		for (const url of [path(), path("/steps/reply.reply")])
			expect((await stranger.open(url)).status, person.name).toBe(404);
		expect((await stranger.open("/")).words).not.toContain("Reply to the");
	}
});

test("somebody of the small agency itself comes first, where it has one", async () => {
	await transact(partnership.db, (trx) =>
		savePerson(trx, {
			...nurse,
			id: nurse.id.replace(/..$/, "98"),
			name: "Noor Khan",
			email: `lead.${nurse.email}`,
			level: "manager",
		}),
	);
	await toLevel(partnership, id, "reply");
	expect(await told()).toEqual(["Noor Khan"]);
});

test("what is for somebody with a post is for nobody else of their level", async () => {
	const { people } = await partnership.another((db, number) =>
		testPartnership(db, number, [
			everyConstructText,
			handedOverText.replace("by: [practitioner]", "by: [chair]"),
		]),
	);
	const teacher = await partnership.visitor(people.teacher);
	const title = "Raise a conference challenge";
	expect((await teacher.open("/raise")).words).not.toContain(title);
	await partnership.db
		.updateTable("person")
		.set({ offices: ["conference-chair"] })
		.where("id", "=", people.teacher.id)
		.execute();
	expect((await teacher.open("/raise")).words).toContain(title);
});
