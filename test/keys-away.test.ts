/** What people meet while the key service is away, or the key is not where it was: plain words, and nothing that is lost. */
import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { keepFile } from "../src/actions/keep-file.ts";
import { SealFault } from "../src/keys/faults.ts";
import { holderOf, type KeyHolder } from "../src/keys/key-holder.ts";
import { keyringFrom } from "../src/keys/keyring.ts";
import { connect } from "../src/store/connect.ts";
import { transact } from "../src/store/db.ts";
import { listFileDrafts } from "../src/store/files.ts";
import { shredDifferenceKey } from "../src/store/keys.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { testInstallationKey } from "./support/keys.ts";
import { officeForAll } from "./support/office.ts";
import { doMove, freshKey, raiseByTeacher, said } from "./support/partnership.ts";
import { visitorAs } from "./support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const opened: ReturnType<typeof connect>[] = [];
afterAll(() => Promise.all(opened.map(({ db }) => db.destroy())));

let away = false;
afterEach(() => {
	away = false;
});
const kept = holderOf([testInstallationKey]);
const service: KeyHolder = {
	...kept,
	find: async (id) => {
		if (away) throw new SealFault("away", "The key service does not answer (ECONNREFUSED).");
		return kept.find(id);
	},
};

/** Concord as it starts: it has opened no key yet. */
function started(): FastifyInstance {
	const made = connect(partnership.databaseUrl(), {
		most: 4,
		limit: 900_000,
		keys: keyringFrom(service),
	});
	opened.push(made);
	return partnership.serve({ sessions: sessionStore(made.db) }, { db: made.db });
}

let id: string;
beforeEach(async () => {
	id = await raiseByTeacher(partnership);
});
const withdrawing = () => `/differences/${id}/moves/withdraw`;
const reason = "It was 'sorted out' by telephone";

test("a page that needs no word of a story opens; one that does says so, and what was typed can be sent again", async () => {
	const web = started();
	const teacher = await visitorAs(web, partnership.people.teacher);
	away = true;
	expect((await teacher.get("/me/contact")).statusCode).not.toBe(503);
	expect((await teacher.get("/health")).statusCode).toBe(200);
	const page = await teacher.get(`/differences/${id}`);
	expect(page.statusCode).toBe(503);
	expect(page.body).toContain("It cannot open what people have written.");
	expect(page.body).not.toContain("Canary");
	const told = await teacher.post(withdrawing(), {
		_key: freshKey(),
		_seen: "1",
		_do: "send-checked",
		"withdrawal-reason": reason,
	});
	expect(told.statusCode).toBe(503);
	expect(told.body).toContain("You can send it again from here");
	expect(told.body).toContain("sorted out");

	away = false;
	expect((await teacher.get(`/differences/${id}`)).statusCode).toBe(200);
});

test("what was opened before stays open while the service is away", async () => {
	const teacher = await visitorAs(started(), partnership.people.teacher);
	expect((await teacher.get(`/differences/${id}`)).statusCode).toBe(200);
	away = true;
	const other = await raiseByTeacher(partnership);
	expect((await teacher.get(`/differences/${other}`)).statusCode).toBe(200);
	const sent = await teacher.post(`/differences/${other}/moves/withdraw`, {
		_key: freshKey(),
		_seen: "1",
		_do: "send-checked",
		"withdrawal-reason": reason,
	});
	expect(sent.statusCode).toBe(303);
});

test("files of a difference whose words were disposed of are gone, and whoever adds something is told so and keeps what they typed", async () => {
	const { app, people } = partnership;
	await doMove(partnership, id, people.teacher, "straight-to-formal", {
		"skip-reason": said("skip reason"),
	});
	await keepFile(
		app,
		people.teacher,
		{ owner: null, differenceId: id, page: "formal-resolution.raise" },
		{
			name: "evidence.txt",
			content: (async function* () {
				yield Buffer.from("He came without a coat");
			})(),
			isCut: () => false,
		},
	);
	const place = { owner: null, differenceId: id, page: "formal-resolution.raise" };
	expect(await listFileDrafts(app.db, place)).toHaveLength(1);
	await transact(partnership.db, (trx) => shredDifferenceKey(trx, id));
	expect(await listFileDrafts(app.db, place)).toEqual([]);
	const teacher = await visitorAs(started(), people.teacher);
	const told = await teacher.post(withdrawing(), {
		_key: freshKey(),
		_seen: "1",
		_do: "send-checked",
		"withdrawal-reason": reason,
	});
	expect(told.statusCode).toBeGreaterThanOrEqual(400);
	expect(told.statusCode).toBeLessThan(500);
	expect(told.body).toContain("sorted out");
});
