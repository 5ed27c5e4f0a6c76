import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { pdfPieces } from "../../../../test/support/documents.ts";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	doStep,
	freshKey,
	raisedTo,
	referenceOf,
	said,
} from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../test/support/visitor.ts";
import { confirmDisposal } from "../../../actions/dispose.ts";
import {
	beginPack,
	deleteEvidencePacksOver,
	evidenceOf,
	findEvidencePack,
	isTooMuch,
	PackFault,
} from "../../../actions/evidence.ts";
import { receiptFound } from "../../../actions/receipts.ts";
import { decideRetention } from "../../../actions/retention.ts";
import { runTask } from "../../../actions/run-task.ts";
import { setOffersWelsh } from "../../../actions/set-offers-welsh.ts";
import {
	filesOfEach,
	nameInPack,
	type PackLimits,
	packLimits,
} from "../../../domain/evidence/audience.ts";
import { dataProtectionOfficer, type Viewer } from "../../../domain/people/viewer.ts";
import { withinPartnership } from "../../../store/scope.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

let unit: Visitor;
beforeEach(async () => {
	unit = await partnership.visitor(partnership.people.businessUnit);
});

type Chosen = Record<string, string>;
const begin = async (chosen: Chosen): Promise<Seen> =>
	unit.send(await unit.open("/evidence/begin"), chosen);

const idIn = ({ url }: Seen): string => url.split("/")[2] ?? "";

/** Says of every difference of a pack that it was looked at, each file withheld. */
const lookAtAll = async (pack: Seen, differences = 1) => {
	for (let number = 1; number <= differences; number++) {
		const url = `/evidence/${idIn(pack)}/${number}`;
		for (let left = 0; left < 20; left++) {
			const page = await unit.open(url);
			const toOpen = /id="to-open".*?<\/section>/s.exec(page.body)?.[0];
			const file = /href="([^"]+\/pieces\/\d+)"/.exec(toOpen ?? "")?.[1];
			if (!file) break;
			await unit.send(await unit.open(file), { decision: "withhold", text: "", ground: "legal" });
		}
		await unit.send(await unit.open(url));
	}
};

/** Every file of a pack, once it was made. */
const made = async (pack: Seen, chosen: Chosen = {}): Promise<Map<string, Buffer>> => {
	const asked = await unit.post(`/evidence/${idIn(pack)}/make`, chosen);
	expect(asked.statusCode).toBe(303);
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
	const file = await unit.get(`${asked.headers.location}/file`);
	expect(file.headers["content-type"]).toBe("application/zip");
	return new Map(
		Object.entries(unzipSync(file.rawPayload)).map(([name, content]) => [
			name,
			Buffer.from(content),
		]),
	);
};

/** All that can be read in a pack: names, bytes of pages and of PDF files, and the text of those. */
const readIn = (files: Map<string, Buffer>): string =>
	[...files]
		.map(([name, content]) =>
			[
				name,
				content.toString("utf8"),
				name.endsWith(".pdf") && !name.startsWith("files/")
					? pdfPieces(content)
							.map(({ text }) => text)
							.join(" ")
					: "",
			].join(" "),
		)
		.join("\n")
		.replaceAll(/\s+/g, " ");

const forCourt = (reference: string): Chosen => ({ audience: "court", of: "one", reference });

test("a pack of one difference for a court: looked at, made, and every link and sum in it holds", async () => {
	const id = await resolved(partnership);
	const reference = await referenceOf(partnership, id);
	const link = await unit.open(`/differences/${id}`);
	expect(link.body).toContain(`/evidence/begin?reference=${reference}`);
	const form = await unit.open(`/evidence/begin?reference=${reference}`);
	expect(await faultsIn(form.body)).toEqual([]);
	expect(form.form.reference).toEqual([reference]);
	const pack = await begin(forCourt(reference));
	expect(await faultsIn(pack.body)).toEqual([]);
	expect(pack.words).toContain("Pack 1, for a court");
	const early = await unit.post(`/evidence/${idIn(pack)}/make`);
	expect(early.statusCode).toBe(422);
	expect(early.body).toContain("Look at every difference first");
	const look = await unit.open(`/evidence/${idIn(pack)}/1`);
	expect(await faultsIn(look.body)).toEqual([]);
	await lookAtAll(pack);
	const files = await made(pack);
	expect([...files.keys()].filter((name) => !name.startsWith("receipts/")).sort()).toEqual(
		[
			...["index", "timeliness", "who-took-part", "taken-out", "integrity"].flatMap((name) => [
				`${name}.html`,
				`${name}.pdf`,
			]),
			`differences/${reference}.html`,
			`differences/${reference}.pdf`,
			"SHA256SUMS",
		].sort(),
	);
	for (const [name, content] of files) {
		if (!name.endsWith(".html")) continue;
		const page = content.toString("utf8");
		expect([name, await faultsIn(page)]).toEqual([name, []]);
		for (const [, to = ""] of page.matchAll(/href="([^"#]+)"/g))
			expect([...files.keys()]).toContain(
				new URL(to, `file:///pack/${name}`).pathname.slice("/pack/".length),
			);
	}
	const sums = (files.get("SHA256SUMS") ?? Buffer.alloc(0)).toString("utf8").trim().split("\n");
	expect(sums).toHaveLength(files.size - 1);
	for (const line of sums) {
		const [sum = "", name = ""] = line.split("  ");
		expect([
			name,
			createHash("sha256")
				.update(files.get(name) ?? "")
				.digest("hex"),
		]).toEqual([name, sum]);
	}
	const page = files.get(`differences/${reference}.html`)?.toString("utf8") ?? "";
	expect(page).toContain(said("issue in full"));
	expect(page).toContain("Canary Child");
	for (const heading of ["Chronology", "Timeliness", "Who took part", "What was decided"])
		expect(page).toContain(`<h2>${heading}</h2>`);
	// What the Business Unit was not sent it cannot give.
	expect(readIn(files)).not.toContain(said("issue"));
	const { rows } = { rows: await partnership.db.selectFrom("export").selectAll().execute() };
	expect(rows).toMatchObject([
		{ what: "Evidence pack", about: "Pack 1, for a court: 1 difference", rows: 1, format: "ZIP" },
	]);
	const reader = await partnership.visitor(
		await officer(partnership, dataProtectionOfficer, "Yaw Bell"),
	);
	expect((await reader.open("/exports")).words).toContain("Pack 1, for a court: 1 difference");
});

test("what is taken out is in no byte of the pack, and the list says that it was and why", async () => {
	const id = await resolved(partnership);
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	const look = await unit.open(`/evidence/${idIn(pack)}/1`);
	const at = (text: string) => {
		const upTo = look.body.slice(0, look.body.indexOf(text));
		return /href="([^"]+\/pieces\/\d+)"/.exec(look.body.slice(upTo.length))?.[1] ?? "nothing found";
	};
	const secret = said("evidence");
	const piece = await unit.open(at(secret));
	expect(await faultsIn(piece.body)).toEqual([]);
	expect(piece.words).toContain(secret);
	const missing = await unit.send(piece, { decision: "withhold", ground: "" });
	expect(missing.status).toBe(422);
	await unit.send(piece, { decision: "withhold", ground: "harm" });
	const child = await unit.open(at("Canary Child, born 14 May 2018"));
	await unit.send(child, {
		decision: "redact",
		text: "A child, born in 2018",
		ground: "third-party",
	});
	await lookAtAll(pack);
	const files = await made(pack);
	const all = readIn(files);
	for (const out of ["Canary evidence", "Canary Child", "14 May 2018", "CANARY-1"])
		expect([out, all.includes(out)]).toEqual([out, false]);
	expect(all).toContain("A child, born in 2018");
	expect(all).toContain(said("issue in full"));
	const list = files.get("taken-out.html")?.toString("utf8") ?? "";
	expect(list).toContain("It could seriously harm a child or somebody else");
	expect(list).toContain("Part of it");
	// A receipt has the words of what it is for: there is none for a form of which something was taken out.
	const receipts = [...files]
		.filter(([name]) => name.startsWith("receipts/"))
		.map(([, content]) => JSON.parse(content.toString("utf8"))["concord-receipt"].what);
	expect(receipts).not.toContain("Resolving Professional Differences form");
	expect(receipts).toContain("Say whether the response resolves it");
});

test("an inspector gets nobody’s name: not a child’s, and not of anybody who took part", async () => {
	await resolved(partnership);
	const pack = await begin({ audience: "inspector", of: "several" });
	await lookAtAll(pack);
	const all = readIn(await made(pack));
	const { people } = partnership;
	const took = [people.teacher, people.headteacher, people.director].map(({ name }) => name);
	for (const name of ["Canary Child", "CANARY-1", "14 May 2018", "Femi Ade", ...took])
		expect([name, all.includes(name)]).toEqual([name, false]);
	expect(all).toMatch(/Person \d+ of Oakfield Primary School/);
	expect(all).toContain("he came without a coat again");
});

test("receipts in a pack hold without Concord, where nothing of what was sent was taken out", async () => {
	const id = await raisedTo(partnership, "forward");
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	const page = await unit.open(`/evidence/${idIn(pack)}/1`);
	// A telephone number is proposed to be taken out: given by hand, all of the form is.
	const phone = /href="([^"]+\/pieces\/\d+)"/.exec(
		page.body.slice(page.body.indexOf("01632 960 000")),
	)?.[1];
	await unit.send(await unit.open(phone ?? ""), { decision: "give" });
	await lookAtAll(pack);
	const files = await made(pack);
	const receipts = [...files].filter(([name]) => name.startsWith("receipts/"));
	expect(receipts.length).toBeGreaterThan(0);
	for (const [, content] of receipts)
		expect((await receiptFound(content.toString("utf8"))).is).toBe("true");
});

test("an agency gets its own differences, of them what it may read, and nothing that is sealed", async () => {
	const id = await raisedTo(partnership, "sign-off");
	const reference = await referenceOf(partnership, id);
	const { agencies } = partnership;
	const wrong = await begin({
		audience: "agency",
		agency: agencies.police,
		of: "one",
		reference,
	});
	expect(wrong.status).toBe(422);
	const forwarded = await resolved(partnership);
	const other = await begin({
		audience: "agency",
		agency: agencies.police,
		of: "one",
		reference: await referenceOf(partnership, forwarded),
	});
	expect(other.status).toBe(422);
	expect(other.words).toContain("That agency does not know of this difference.");
	const pack = await begin({ audience: "agency", agency: agencies.socialCare, of: "several" });
	expect(pack.words).toContain("Differences 1");
	await lookAtAll(pack);
	const all = readIn(await made(pack));
	expect(all).toContain(said("response"));
	await partnership.db
		.updateTable("difference_party")
		.set({ sealed_for: [partnership.people.businessUnit.id] })
		.where("difference_id", "=", forwarded)
		.execute();
	const sealed = await begin({ audience: "agency", agency: agencies.socialCare, of: "several" });
	expect(sealed.status).toBe(422);
	expect(sealed.words).toContain("It is sealed");
});

test("a pack that was made goes no further once something in it is sealed from its maker", async () => {
	const id = await resolved(partnership);
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	await lookAtAll(pack);
	await made(pack);
	const [address] = /\/downloads\/[0-9a-f-]{36}/.exec((await unit.open("/downloads")).body) ?? [""];
	await partnership.db
		.updateTable("difference_party")
		.set({ sealed_for: [partnership.people.executive.id] })
		.where("difference_id", "=", id)
		.execute();
	const withdrawn = await unit.open(address);
	expect(withdrawn.words).toContain("You can take this file away no longer");
	expect(withdrawn.body).not.toContain(`${address}/file`);
	expect(await faultsIn(withdrawn.body)).toEqual([]);
	expect((await unit.get(`${address}/file`)).statusCode).toBe(404);
	expect((await unit.open("/downloads")).words).toContain("You can take it away no longer");
});

test("private notes of the other sides are never in a pack, and the office’s own only where somebody gives them", async () => {
	const id = await raisedTo(partnership, "forward");
	const { people } = partnership;
	const noteBy = async (person: Viewer, text: string) => {
		const visitor = await partnership.visitor(person);
		await visitor.get(`/differences/${id}`);
		const sent = await visitor.post(`/differences/${id}/note`, {
			_key: freshKey(),
			"choice.for": "own",
			"note-text": text,
		});
		expect(sent.statusCode).toBe(303);
	};
	await noteBy(people.teacher, "Canary of the school alone");
	await noteBy(people.director, "Canary of social care alone");
	await noteBy(people.businessUnit, "Canary of the office alone");
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	const look = await unit.open(`/evidence/${idIn(pack)}/1`);
	expect(look.body).not.toMatch(/of the school alone|of social care alone/);
	expect(look.words).toContain("Canary of the office alone The reader gets: nothing");
	await lookAtAll(pack);
	expect(readIn(await made(pack))).not.toMatch(
		/of the school alone|of social care alone|of the office alone/,
	);
});

test("what came after somebody looked is not in the pack before they look again", async () => {
	const id = await raisedTo(partnership, "forward");
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	await lookAtAll(pack);
	const { director } = partnership.people;
	await doStep(partnership, id, director, "formal-resolution.respond", "responded", {
		position: "disagree",
		response: "We have seen the family since",
	});
	expect(readIn(await made(pack))).not.toContain("We have seen the family since");
	const look = await unit.open(`/evidence/${idIn(pack)}/1`);
	expect(look.words).toContain("They are in the pack only if you look again");
	await unit.send(look);
	expect(readIn(await made(pack))).toContain("We have seen the family since");
});

test("a file leaves only once somebody opened it and gave it; withheld, neither its bytes nor its name are there", async () => {
	partnership.app.files = { limits: { megabytes: 1, perAct: 3 }, scanner: "none" };
	const id = await raisedTo(partnership, "raise");
	const head = await partnership.visitor(partnership.people.headteacher);
	await head.sendAndConfirm(
		await head.open(`/differences/${id}/steps/formal-resolution.sign-off`),
		{ "act.ending": "signed" },
		"_do=send",
		[{ name: "Chronology of Cannary.pdf", content: "%PDF-1.7\nthe bytes of it\n%%EOF" }],
	);
	const reference = await referenceOf(partnership, id);
	const pack = await begin(forCourt(reference));
	const url = `/evidence/${idIn(pack)}/1`;
	const early = await unit.send(await unit.open(url));
	expect(early.status).toBe(422);
	expect(early.words).toContain("Open each file first, and say what is given.");
	const file = /href="([^"]+\/pieces\/\d+)"[^>]*>File: Chronology/.exec(early.body)?.[1] ?? "";
	const opened = await unit.get(`${file}/file`);
	expect(opened.rawPayload.toString()).toContain("the bytes of it");
	expect(opened.headers["content-disposition"]).toContain("attachment");
	await unit.send(await unit.open(file), { decision: "give" });
	await lookAtAll(pack);
	const given = await made(pack);
	expect(given.get(`files/${reference}/1-Chronology of Cannary.pdf`)?.toString()).toContain(
		"the bytes of it",
	);
	await unit.send(await unit.open(file), { decision: "withhold", ground: "legal" });
	const all = readIn(await made(pack));
	expect(all).not.toMatch(/Cannary|the bytes of it/);
	expect(all).toContain("It is legal advice");
});

test("none of its files can be put beside the pack by its name", () => {
	for (const name of [
		"../../etc/passwd",
		"..\\..\\boot.ini",
		"/etc/passwd",
		"a/../../b.pdf",
		"…",
		"",
		"..",
	]) {
		const safe = nameInPack(1, name);
		expect(safe).toMatch(/^1-[^/\\]+$/);
		expect(safe).not.toContain("..");
	}
	expect(nameInPack(2, `${"long ".repeat(100)}.pdf`).length).toBeLessThan(100);
});

test.each<[string, Chosen, string]>([
	["nothing chosen", {}, "Select who it is for"],
	[
		"a period that ends before it starts",
		{
			audience: "review",
			of: "several",
			"from-day": "2",
			"from-month": "3",
			"from-year": "2026",
			"to-day": "1",
			"to-month": "3",
			"to-year": "2026",
		},
		"The last day must be the same as or after the first day",
	],
	[
		"a period in which nothing came",
		{ audience: "review", of: "several", "to-day": "1", "to-month": "1", "to-year": "2020" },
		"Nothing that you can read fits this",
	],
	["a reference that is none", forCourt("C1-XXXXX"), "There is no difference with this reference"],
	["no reference", forCourt(""), "Enter the reference"],
	["no agency", { audience: "agency", of: "several" }, "Choose the agency"],
	[
		"an agency that is none",
		{ audience: "agency", agency: "nobody", of: "several" },
		"Select the agency",
	],
	["a theme that is none", { audience: "court", of: "several", theme: "x" }, "Select a theme"],
])("a pack is refused plainly, as typed, for %s", async (_, chosen, says) => {
	await resolved(partnership);
	const page = await begin(chosen);
	expect(page.status).toBe(422);
	expect(page.words).toContain(says);
	expect(await faultsIn(page.body)).toEqual([]);
});

test("whoever may not take data out finds no packs, and a colleague who may finds none of another’s", async () => {
	const id = await resolved(partnership);
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	const { people } = partnership;
	const colleague: Viewer = await officer(partnership, "business-unit", "Nia Other");
	await partnership.db
		.updateTable("person")
		.set({ offices: ["business-unit", "exporter"] })
		.where("id", "=", colleague.id)
		.execute();
	const other = await partnership.visitor(colleague);
	expect((await other.open("/evidence")).words).toContain("You have begun no pack");
	const own = `/evidence/${idIn(pack)}`;
	const paths = [own, `${own}/1`, `${own}/1/pieces/1`, `${own}/1/pieces/1/file`];
	for (const path of paths) expect((await other.get(path)).statusCode).toBe(404);
	expect((await other.post(`${own}/make`)).statusCode).toBe(404);
	expect((await other.post(`${own}/throw-away`)).statusCode).toBe(404);
	for (const person of [people.headteacher, people.administrator, people.executive]) {
		const visitor = await partnership.visitor(person);
		for (const path of ["/evidence", "/evidence/begin", ...paths])
			expect((await visitor.get(path)).statusCode).toBe(404);
		expect((await visitor.open(`/differences/${id}`)).body).not.toContain("/evidence/begin");
	}
	for (const path of [`${own}/2`, `${own}/0`, `${own}/1/pieces/999`, `${own}/x`])
		expect((await unit.get(path)).statusCode).toBe(404);
});

test("nothing of a pack is readable in the database, and it goes after a month", async () => {
	const id = await resolved(partnership);
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	const look = await unit.open(`/evidence/${idIn(pack)}/1`);
	const first = /href="([^"]+\/pieces\/\d+)"/.exec(look.body)?.[1] ?? "";
	await unit.send(await unit.open(first), {
		decision: "redact",
		text: "Canary left this",
		ground: "harm",
	});
	await lookAtAll(pack);
	const { db } = partnership;
	const rows = await db.selectFrom("evidence_pack_piece").selectAll().execute();
	const packs = await db.selectFrom("evidence_pack").selectAll().execute();
	expect(rows.some(({ content }) => content !== null)).toBe(true);
	for (const sealed of [...rows.flatMap(({ content }) => content ?? []), packs[0]?.said])
		expect(strFromU8(sealed ?? new Uint8Array())).not.toMatch(/Canary|court/);
	partnership.at("2026-04-26T10:00");
	await deleteEvidencePacksOver(partnership.app);
	expect(await db.selectFrom("evidence_pack_piece").selectAll().execute()).toEqual([]);
	expect((await unit.get(`/evidence/${idIn(pack)}`)).statusCode).toBe(404);
});

test("a difference that is disposed of goes out of every pack, whoever began it", async () => {
	const id = await resolved(partnership);
	const head = await officer(partnership, "business-unit-head");
	const dpo = await officer(partnership, dataProtectionOfficer);
	partnership.at("2044-01-05T10:00");
	const pack = await begin(forCourt(await referenceOf(partnership, id)));
	await lookAtAll(pack);
	const { app, db } = partnership;
	const held = async (table: "evidence_pack_difference" | "evidence_pack_piece") =>
		(await db.selectFrom(table).where("difference_id", "=", id).select("pack_id").execute()).length;
	expect(await held("evidence_pack_difference")).toBe(1);
	expect(await held("evidence_pack_piece")).toBeGreaterThan(0);
	await decideRetention(app, dpo, [id], { decides: "dispose" });
	await confirmDisposal(app, head, id);
	expect(await held("evidence_pack_difference")).toBe(0);
	expect(await held("evidence_pack_piece")).toBe(0);
	expect((await unit.open(`/evidence/${idIn(pack)}`)).words).toContain("Nothing is left in it");
});

test("whoever makes a pack chooses Welsh for it: then Concord speaks Welsh in it, and what is English there says so", async () => {
	await setOffersWelsh(partnership.app, partnership.people.administrator, true);
	const reference = await referenceOf(partnership, await resolved(partnership));
	const pack = await begin(forCourt(reference));
	await lookAtAll(pack);
	const ready = await unit.open(pack.url);
	expect(ready.form.language).toEqual(["en"]);
	expect(await faultsIn(ready.body)).toEqual([]);
	const files = await made(pack, { language: "cy" });
	for (const [name, content] of files)
		if (name.endsWith(".html")) {
			const html = content.toString();
			expect(html, name).toContain('<html lang="cy">');
			expect(html, name).not.toMatch(/[\uFDD0-\uFDD2]/);
		}
	expect(files.get("index.html")?.toString()).toContain("<h1>Pecyn tystiolaeth 1</h1>");
	const page = files.get(`differences/${reference}.html`)?.toString() ?? "";
	expect(page).toContain("Pwy gymerodd ran");
	expect(page).toContain("26 Mawrth 2026");
	expect(page).toContain("[tynnwyd allan]");
	expect(page).toContain(said("issue in full"));
	expect(files.get("index.pdf")?.toString("latin1")).toContain("/Lang (cy)");
	// The same is asked for in English beside it, and is another file.
	expect((await made(pack, { language: "en" })).get("index.html")?.toString()).toContain(
		"Evidence pack 1",
	);
});

/** A pack of one difference with a file that is given. */
async function packWithFile(): Promise<{ id: string; file: { bytes: number } }> {
	partnership.app.files = { limits: { megabytes: 1, perAct: 3 }, scanner: "none" };
	const difference = await raisedTo(partnership, "raise");
	const head = await partnership.visitor(partnership.people.headteacher);
	const content = "%PDF-1.7\nthe bytes of it\n%%EOF";
	await head.sendAndConfirm(
		await head.open(`/differences/${difference}/steps/formal-resolution.sign-off`),
		{ "act.ending": "signed" },
		"_do=send",
		[{ name: "Chronology.pdf", content }],
	);
	const pack = await begin(forCourt(await referenceOf(partnership, difference)));
	const url = `/evidence/${idIn(pack)}/1`;
	const look = await unit.open(url);
	const file = /href="([^"]+\/pieces\/\d+)"[^>]*>File: Chronology/.exec(look.body)?.[1] ?? "";
	await unit.send(await unit.open(file), { decision: "give" });
	await unit.send(await unit.open(url));
	return { id: idIn(pack), file: { bytes: content.length } };
}

test("a pack of more differences than somebody looks at is not begun", async () => {
	const { app, people, partnershipId } = partnership;
	await resolved(partnership);
	await resolved(partnership);
	const beginOf = (differences: number) =>
		withinPartnership({ partnershipId, personId: people.businessUnit.id }, () =>
			beginPack(app, people.businessUnit, { audience: "court" }, { ...packLimits, differences }),
		);
	await expect(beginOf(1)).rejects.toThrow("There are more than 1 differences.");
	expect(await beginOf(2)).toMatch(/^[0-9a-f-]{36}$/);
});

test("a pack of more bytes or files than one file holds says so before it is made, and is never made", async () => {
	const { app, people, partnershipId } = partnership;
	const { id, file } = await packWithFile();
	const by = people.businessUnit;
	const within = (limits: Partial<PackLimits>) =>
		withinPartnership({ partnershipId, personId: by.id }, async () => {
			const pack = await findEvidencePack(app, by, id);
			if (!pack) throw new Error("It was begun");
			const whole = { ...packLimits, ...limits };
			const isSaid = await isTooMuch(app, pack, whole);
			const evidence = await evidenceOf(app, by, pack, "en", whole);
			let files = 0;
			try {
				for await (const of of evidence.differences)
					files += of.files.length + of.receipts.length + filesOfEach;
			} catch (problem) {
				if (!(problem instanceof PackFault)) throw problem;
				return { isSaid, fault: problem.message };
			}
			return { isSaid, files };
		});
	const tooMuch = { isSaid: true, fault: expect.stringContaining("more than one file can hold") };
	expect(await within({ bytes: file.bytes })).toMatchObject({ isSaid: false });
	expect(await within({ bytes: file.bytes - 1 })).toEqual(tooMuch);
	const { files = 0 } = await within({});
	expect(files).toBeGreaterThan(filesOfEach);
	expect(await within({ files })).toEqual({ isSaid: false, files });
	expect(await within({ files: filesOfEach })).toEqual(tooMuch);
});

test("where a pack is too much, its page says what to do instead of the button, and nothing is begun", async () => {
	const { id } = await packWithFile();
	expect((await unit.open(`/evidence/${id}`)).words).toContain("Make the pack of 1 difference");
	await sql`begin; set local session_replication_role = replica;
		update file set size = ${sql.lit(packLimits.bytes + 1)}; commit`.execute(partnership.db);
	const page = await unit.open(`/evidence/${id}`);
	expect(page.words).toContain("This is more than one file can hold.");
	expect(page.words).not.toContain("Make the pack of");
	expect(await faultsIn(page.body)).toEqual([]);
	const asked = await unit.post(`/evidence/${id}/make`);
	expect(asked.statusCode).toBe(422);
	expect(partnership.queued.filter(({ name }) => name === "run-task")).toEqual([]);
});
