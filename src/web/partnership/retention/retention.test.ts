import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { officer, resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { raisedTo, referenceOf } from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { dataProtectionOfficer, type Viewer } from "../../../domain/people/viewer.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

let dpo: Visitor;
let head: Viewer;
beforeEach(async () => {
	dpo = await partnership.visitor(await officer(partnership, dataProtectionOfficer, "Yaw Bell"));
	head = await officer(partnership, "business-unit-head", "Noor Head");
});

const asHead = () => partnership.visitor(head);

test("the officer decides, the head confirms, and the certificate says who, what and how much", async () => {
	const id = await resolved(partnership);
	const reference = await referenceOf(partnership, id);
	partnership.at("2044-01-05T10:00");
	const due = await dpo.open("/retention");
	expect(await faultsIn(due.body)).toEqual([]);
	expect(due.words).toContain("To review: 1");
	expect(due.words).toContain("Due since 1 January 2044: 25 years after the birth");
	expect(due.body).not.toContain("Canary");
	const nothing = await dpo.post("/retention/decide", { decides: "dispose" });
	expect(nothing.body).toContain("Select at least one");
	await dpo.open("/retention");
	await dpo.post("/retention/decide", { differences: id, decides: "dispose" });
	const own = await dpo.open(`/retention/differences/${id}`);
	expect(own.words).toContain("Take your decision back");
	expect(own.words).not.toContain("Dispose of it for good");

	const confirmer = await asHead();
	const page = await confirmer.open(`/retention/differences/${id}`);
	expect(await faultsIn(page.body)).toEqual([]);
	const done = await confirmer.post(`/retention/differences/${id}/dispose`);
	const certificate = await confirmer.open(String(done.headers.location));
	expect(await faultsIn(certificate.body)).toEqual([]);
	expect(certificate.words).toContain("Certificate of disposal 1");
	expect(certificate.words).toContain(reference);
	expect(certificate.words).toContain("Yaw Bell");
	expect(certificate.words).toContain("Noor Head");
	expect(certificate.words).toContain("Entries of the record");
	const pdf = await confirmer.get(`${certificate.url}/certificate.pdf`);
	expect(pdf.headers["content-type"]).toBe("application/pdf");
	expect((await dpo.open("/retention")).words).toContain("Nothing is due");
	// Once is once.
	expect((await confirmer.post(`/retention/differences/${id}/dispose`)).statusCode).toBe(404);
});

test("a hold stands on the page with its reason until it is lifted, also on what is open", async () => {
	const id = await raisedTo(partnership, "sign-off");
	const page = await dpo.open("/retention");
	const found = await dpo.post("/retention/find", {
		reference: (await referenceOf(partnership, id)).toLowerCase().replace("-", " "),
	});
	expect(found.headers.location).toBe(`/retention/differences/${id}`);
	await dpo.open(`/retention/differences/${id}`);
	expect((await dpo.post(`/retention/differences/${id}/hold`)).body).toContain(
		"Enter why it is put on hold",
	);
	await dpo.post(`/retention/differences/${id}/hold`, { "hold-reason": "A claim was made" });
	const held = await dpo.open(`/retention/differences/${id}`);
	expect(held.words).toContain("On hold since");
	expect(held.words).toContain("A claim was made");
	const onIts = async (person: "businessUnit" | "teacher") =>
		(await partnership.words(partnership.people[person], `/differences/${id}`)).includes(
			"It is on hold",
		);
	expect([await onIts("businessUnit"), await onIts("teacher")]).toEqual([true, false]);
	await dpo.open(`/retention/differences/${id}`);
	await dpo.post(`/retention/differences/${id}/lift`, { why: "It was settled" });
	expect(await onIts("businessUnit")).toBe(false);
	expect((await dpo.open(`/retention/differences/${id}`)).words).toContain("It was settled");
	expect(page.status).toBe(200);
});

test("why it is held or kept is sealed under the key of its difference", async () => {
	const id = await resolved(partnership);
	partnership.at("2044-01-05T10:00");
	const own = `/retention/differences/${id}`;
	await dpo.open("/retention");
	await dpo.post("/retention/decide", {
		differences: id,
		decides: "keep",
		"until-day": "5",
		"until-month": "1",
		"until-year": "2046",
		reason: "A sister of Canary asked",
	});
	await dpo.open(own);
	await dpo.post(`${own}/hold`, { "hold-reason": "The inquest of Canary" });
	await dpo.open(own);
	await dpo.post(`${own}/lift`, { why: "Canary was heard" });
	const said = ["A sister of Canary asked", "The inquest of Canary", "Canary was heard"];
	const shown = await dpo.open(own);
	for (const words of said) expect(shown.words).toContain(words);

	const { rows } = await sql<{ row: string }>`
		select to_jsonb(h)::text as row from legal_hold h where difference_id = ${id}
		union all select to_jsonb(d)::text from retention_decision d where difference_id = ${id}`.execute(
		partnership.db,
	);
	expect(rows).toHaveLength(2);
	for (const { row } of rows) expect(row).not.toContain("Canary");
	await sql`delete from difference_key where difference_id = ${id}`.execute(partnership.db);
	const without = await dpo.open(own);
	for (const words of said) expect(without.words).not.toContain(words);
});

test("the schedule is tried before it is saved, and what it said before stays", async () => {
	const id = await resolved(partnership);
	partnership.at("2033-02-01T10:00");
	const page = await dpo.open("/retention/schedule/change");
	expect(await faultsIn(page.body)).toEqual([]);
	const six = { years: "6", from: "end", why: "Our policy of 2033" };
	const tried = await dpo.send(page, six, "_do=preview");
	expect(tried.words).toContain("Nothing is saved yet.");
	expect(tried.words).toContain(`New: ${await referenceOf(partnership, id)}.`);
	expect((await dpo.open("/retention")).words).toContain("Nothing is due");
	const saved = await dpo.send(await dpo.open("/retention/schedule/change"), six, "_do=save");
	expect(await faultsIn(saved.body)).toEqual([]);
	expect(saved.words).toContain("6 years after the end, then reviewed.");
	expect(saved.words).toContain("Our policy of 2033");
	expect(saved.words).toContain("The one that Concord comes with");
	expect((await dpo.open("/retention")).words).toContain("To review: 1");
	const missing = await dpo.send(
		await dpo.open("/retention/schedule/change"),
		{ years: "0", drafts: "5" },
		"_do=save",
	);
	expect(missing.status).toBe(422);
	expect(missing.words).toContain("How long must be 1 year or more");
	expect(missing.words).toContain("Drafts must be between 30 and 3,660 days");
	expect(missing.words).toContain("Enter why");
});

test("it is nobody else’s to see or decide", async () => {
	const id = await resolved(partnership);
	for (const person of ["businessUnit", "administrator", "headteacher", "executive"] as const) {
		const visitor = await partnership.visitor(partnership.people[person]);
		for (const path of ["/retention", "/retention/schedule", `/retention/differences/${id}`])
			expect((await visitor.get(path)).statusCode).toBe(404);
		expect((await visitor.post(`/retention/differences/${id}/dispose`)).statusCode).toBe(404);
	}
	const confirmer = await asHead();
	expect((await confirmer.get("/retention")).statusCode).toBe(200);
	expect((await confirmer.get("/retention/schedule/change")).statusCode).toBe(404);
	expect((await confirmer.post("/retention/decide", { decides: "dispose" })).statusCode).toBe(404);
	const stranger = await partnership.another();
	const other = await partnership.visitor(
		await officer(stranger, dataProtectionOfficer, "Else Dpo"),
	);
	expect((await other.get(`/retention/differences/${id}`)).statusCode).toBe(404);
});
