import { expect, test } from "vitest";
import { officeForAll } from "../../../test/support/office.ts";
import { raiseByTeacher, referenceOf } from "../../../test/support/partnership.ts";
import { enter, visitorAs } from "../../../test/support/visitor.ts";
import type { Routes } from "../kit/request.ts";
import { pages } from "../routes.ts";
import type { Answered } from "./log-lines.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });

const broken: Routes = (web) =>
	web.get("/broken", { config: { public: true } }, async () => {
		throw new Error("A row that quotes Jamie");
	});

/** A server whose lines and tellings are kept. */
function logged() {
	const lines: Record<string, unknown>[] = [];
	const told: Answered[] = [];
	const web = partnership.serve({
		log: { level: "info", stream: { write: (line) => lines.push(JSON.parse(line)) } },
		onAnswered: (answered) => told.push(answered),
		routes: [...pages, enter, broken],
	});
	return { web, lines, told };
}

test("a request is one line: its number, the route as it is written, status and time, and no address, query or reference", async () => {
	const id = await raiseByTeacher(partnership);
	const reference = await referenceOf(partnership, id);
	const { web, lines, told } = logged();
	const teacher = await visitorAs(web, partnership.people.teacher);
	lines.length = 0;
	told.length = 0;
	expect((await teacher.get(`/differences/${id}?done=1`)).statusCode).toBe(200);
	expect((await teacher.get(`/differences?reference=${reference}`)).statusCode).toBeLessThan(400);
	expect((await teacher.get(`/none/${reference}/there`)).statusCode).toBe(404);
	expect(lines).toHaveLength(3);
	expect(lines[0]).toMatchObject({
		level: 30,
		reqId: expect.stringMatching(/^\d{3}-\d{3}-\d{3}$/),
		method: "GET",
		path: "/differences/:id",
		status: 200,
		ms: expect.any(Number),
		msg: "answered",
	});
	// What might be a partnership's own address, and is none.
	expect(lines[2]).toMatchObject({ path: "/:partnership/*", status: 404 });
	const all = JSON.stringify(lines);
	for (const secret of [id, reference, "done=1", "reference=", partnership.people.teacher.name])
		expect(all).not.toContain(secret);
	expect(told.map(({ path, status }) => [path, status])).toEqual([
		["/differences/:id", 200],
		["/differences", expect.any(Number)],
		["/:partnership/*", 404],
	]);
});

test("the page of something that failed shows the number under which the log has it", async () => {
	const { web, lines } = logged();
	const answer = await web.inject("/broken");
	expect(answer.statusCode).toBe(500);
	const [, number] = /quote this number: <strong>([\d-]+)</.exec(answer.body) ?? [];
	const about = lines.filter(({ reqId }) => reqId === number);
	expect(about.map(({ msg }) => msg)).toEqual(["failed", "answered"]);
	expect(JSON.stringify(lines)).not.toContain("Jamie");
});

test("whoever only asks whether Concord is alive leaves no line, and is told nothing else", async () => {
	const { web, lines } = logged();
	expect((await web.inject("/health")).body).toBe("ok\n");
	expect((await web.inject("/ready")).body).toBe("ready\n");
	expect(lines).toEqual([]);
});

test("a database of another version is not ready", async () => {
	const { web } = logged();
	const newer = "9999-of-a-later-version.sql";
	await partnership.db
		.insertInto("migration" as never)
		.values({ file: newer, hash: "" } as never)
		.execute();
	expect((await web.inject("/ready")).statusCode).toBe(503);
	await partnership.db
		.deleteFrom("migration" as never)
		.where("file" as never, "=", newer as never)
		.execute();
	expect((await web.inject("/ready")).statusCode).toBe(200);
});
