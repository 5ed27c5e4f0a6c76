import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
	everyConstructText,
	handedOverText,
} from "../../../../protocols/every-construct.fixture.ts";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { type TestPartnership, testPartnership } from "../../../../test/support/partnership.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { saveAgency } from "../../../store/agencies.ts";
import { transact } from "../../../store/db.ts";
import { findViewer, savePerson } from "../../../store/people.ts";
import { serverFor } from "./visitor.fixture.ts";

/** A nursery that has practitioners only: children's social care answers for it. */
let database: TestDatabase;
let partnership: TestPartnership;
let server: ReturnType<typeof serverFor>;
let nursery: string;
let nurse: Viewer;
let id: string;
let partnerships = 0;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	await database.drop();
});
beforeEach(async () => {
	partnerships += 1;
	partnership = await challengePartnership(database.db, partnerships);
	const { partnershipId, agencies, people } = partnership;
	partnership.at("2026-03-26T10:00");
	server = serverFor(partnership.app);
	nursery = agencies.office.replace(/.$/, "9");
	nurse = {
		...people.socialWorker,
		id: people.socialWorker.id.replace(/..$/, "99"),
		agencyId: nursery,
		name: "Mia Lowe",
		email: `nurse.${partnerships}@example.org`,
	};
	await transact(database.db, async (trx) => {
		await saveAgency(trx, {
			id: nursery,
			partnershipId,
			name: "Little Acorns Nursery",
			sector: "early-years",
			proxyAgencyId: agencies.socialCare,
		});
		await savePerson(trx, { ...nurse, passwordHash: null });
	});
	id = await challenge(partnership, {}, nursery);
	return () => server.close();
});

const path = (rest = "") => `/differences/${id}${rest}`;
const as = (person: Viewer) => server.visitor(person);
const told = async () =>
	(
		await database.db
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
	expect((await findViewer(database.db, people.teamManager.id, at))?.proxyFor).toEqual([nursery]);
	expect((await findViewer(database.db, people.officer.id, at))?.proxyFor).toBeUndefined();
});

test("the proxy agency’s managers are told, see it and answer, as soon as something was sent", async () => {
	const { people } = partnership;
	const manager = await as(people.teamManager);
	expect((await manager.open(path())).status).toBe(404);

	await toLevel(partnership, id, "reply");
	expect(await told()).toEqual(["Femi Ade", "Grace Lund"]);
	expect((await manager.open("/")).words).toContain("Reply to the challenge");
	const done = await manager.send(await manager.open(path("/steps/reply.reply")), {
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
	await transact(database.db, (trx) =>
		savePerson(trx, {
			...nurse,
			id: nurse.id.replace(/..$/, "98"),
			name: "Noor Khan",
			email: `lead.${partnerships}@example.org`,
			level: "manager",
			passwordHash: null,
		}),
	);
	await toLevel(partnership, id, "reply");
	expect(await told()).toEqual(["Noor Khan"]);
});

test("what is for somebody with a post is for nobody else of their level", async () => {
	partnerships += 1;
	const { app, people } = await testPartnership(database.db, partnerships, [
		everyConstructText,
		handedOverText.replace("by: [practitioner]", "by: [chair]"),
	]);
	const fresh = serverFor(app);
	const teacher = await fresh.visitor(people.teacher);
	const title = "Raise a conference challenge";
	expect((await teacher.open("/raise")).words).not.toContain(title);
	await database.db
		.updateTable("person")
		.set({ offices: ["conference-chair"] })
		.where("id", "=", people.teacher.id)
		.execute();
	expect((await teacher.open("/raise")).words).toContain(title);
	await fresh.close();
});
