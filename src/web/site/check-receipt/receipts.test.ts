import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { badReceipts, selfSigned } from "../../../../test/support/bad-receipts.ts";
import { rolledBack } from "../../../../test/support/database.ts";
import { officeForAll } from "../../../../test/support/office.ts";
import { raisedTo, referenceOf, said } from "../../../../test/support/partnership.ts";
import { stranger, wordsIn } from "../../../../test/support/visitor.ts";
import { receiptFound, sayReceiptFound } from "../../../actions/receipts.ts";
import { sha256Of } from "../../../chain/link.ts";
import { type Receipt, type Submitted, signedOfReceipt } from "../../../chain/receipt.ts";
import { makeSigningKey, signatureUnder, signingKeyOf } from "../../../chain/signed.ts";
import { addSigningKey } from "../../../store/signing-keys.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });

let id: string;
/** Of the same form: for the school, which sent it, and for whom it was sent on to. */
let sent: Receipt;
let received: Receipt;
beforeAll(async () => {
	id = await raisedTo(it, "forward");
	sent = await receiptFor("teacher");
	received = await receiptFor("director");
});

const form = "Resolving Professional Differences form";

/** @param what that is received or sent, as its heading has it */
async function receiptFor(person: "teacher" | "director", what = form): Promise<Receipt> {
	const visitor = await it.visitor(it.people[person]);
	const page = await visitor.get(`/differences/${id}/receipts`);
	const [, below = ""] = page.body.split(new RegExp(`<h2[^>]*>${what}</h2>`));
	const [address] = /\/differences\/[^"]+receipt\.json/.exec(below) ?? [];
	const answer = await visitor.get(address ?? "");
	expect(answer.statusCode).toBe(200);
	expect(answer.headers["content-disposition"]).toMatch(
		/^attachment; filename="[A-Z0-9-]+-receipt-\d+\.json"$/,
	);
	return JSON.parse(answer.body);
}

const text = (receipt: Receipt) => JSON.stringify(receipt);
const changed = (receipt: Receipt, change: (of: Receipt) => void): string => {
	const other = structuredClone(receipt);
	change(other);
	return text(other);
};

/** What the public page tells somebody whom it does not know. */
async function toldOf(content: string, reference = ""): Promise<string> {
	const visitor = stranger(it.web());
	await visitor.get("/check-receipt");
	const answer = await visitor.post("/check-receipt", { reference }, [
		{ name: "receipt.json", content },
	]);
	return wordsIn(answer.body);
}

describe("a receipt", () => {
	test("is for whoever sent it and for whom it came to, each with what they may read", async () => {
		expect(sent["concord-receipt"].for).toBe("sent");
		expect(received["concord-receipt"]).toMatchObject({
			for: "received",
			reference: await referenceOf(it, id),
			what: form,
		});
		expect(text(received)).toContain(said("issue in full"));
	});

	test("holds without the record, and with it", async () => {
		for (const receipt of [sent, received]) {
			expect(await receiptFound(text(receipt))).toMatchObject({ is: "true", inRecord: undefined });
			expect(await receiptFound(text(receipt), { db: it.db })).toMatchObject({
				is: "true",
				inRecord: true,
			});
		}
	});

	test("is for a note that one side adds for all, and tells neither of them who else reads it", async () => {
		const teacher = await it.visitor(it.people.teacher);
		const page = await teacher.open(`/differences/${id}/note`);
		await teacher.send(page, { "note-text": said("note"), "choice.for": "all" });
		const noted = await Promise.all(
			(["teacher", "director"] as const).map((person) => receiptFor(person, "A note")),
		);
		expect(noted.map((receipt) => receipt["concord-receipt"].for)).toEqual(["sent", "received"]);
		for (const receipt of noted) {
			expect(text(receipt)).toContain(said("note"));
			expect(text(receipt)).not.toContain("audience");
			expect(await receiptFound(text(receipt))).toMatchObject({ is: "true" });
			expect(await receiptFound(text(receipt), { db: it.db })).toMatchObject({ inRecord: true });
		}
	});

	test("is read as PDF too", async () => {
		const visitor = await it.visitor(it.people.teacher);
		const page = await visitor.get(`/differences/${id}/receipts`);
		const [address] = /\/differences\/[^"]+receipt\.pdf/.exec(page.body) ?? [];
		const answer = await visitor.get(address ?? "");
		expect(answer.headers["content-type"]).toBe("application/pdf");
		expect(answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
	});

	test("is not for who may not know of the difference, and not of what is no such entry", async () => {
		const officer = await it.visitor(it.people.officer);
		expect((await officer.get(`/differences/${id}/receipts`)).statusCode).toBe(404);
		const teacher = await it.visitor(it.people.teacher);
		for (const seq of ["1", "0", "999", "x", "-1"])
			expect(
				(await teacher.get(`/differences/${id}/receipts/${seq}/receipt.json`)).statusCode,
			).toBe(404);
	});
});

describe("anybody who sends one in is told", () => {
	test("that it is true, and nothing that is not in it", async () => {
		const told = await toldOf(text(sent), ` ${(await referenceOf(it, id)).toLowerCase()} `);
		expect(told).toContain("This receipt is true");
		expect(told).toContain("the record still has what it is for");
		expect(told).not.toContain(said("issue in full"));
	});
	test("how many answers it brings no words of, where words were taken out of it", async () => {
		const all = Object.values(sent.words).flatMap((each) => Object.keys(each)).length;
		expect(await toldOf(text(sent))).not.toContain("left out");
		const none = changed(sent, (of) => {
			of.words = {};
		});
		expect(await toldOf(none)).toContain(`The words of ${all} answers are left out of this file.`);
		const one = changed(sent, (of) => {
			const [words = {}] = Object.values(of.words).filter((each) => Object.keys(each).length > 0);
			delete words[Object.keys(words)[0] ?? ""];
		});
		const { says } = sayReceiptFound(await receiptFound(one));
		expect(says).toContain("Its signature holds");
		expect(says).toContain("The words of one answer are left out of this file.");
	});
	test("that it is of another difference than they say", async () => {
		expect(await toldOf(text(sent), "HV-9B9B9")).toContain("This receipt is of another difference");
	});
	test.each<[string, (of: Receipt) => void, string]>([
		[
			"another day",
			(of) => {
				of["concord-receipt"].at = "2026-03-01T10:00:00Z";
			},
			"This receipt was altered",
		],
		[
			"another reference",
			(of) => {
				of["concord-receipt"].reference = "HV-9B9B9";
			},
			"This receipt was altered",
		],
		[
			"another signature",
			(of) => {
				of.signature = Buffer.alloc(64).toString("base64");
			},
			"This receipt was altered",
		],
		[
			"another fingerprint",
			(of) => {
				of.key.fingerprint = "0".repeat(64);
			},
			"This receipt was altered",
		],
		[
			"what is no key",
			(of) => {
				of.key.public = "AAAA";
			},
			"This receipt was altered",
		],
		[
			"something else that was submitted",
			(of) => {
				for (const act of Object.keys(of.entries)) of.entries[act] += " ";
			},
			"This receipt was altered",
		],
		[
			"other words",
			(of) => {
				for (const words of Object.values(of.words))
					for (const each of Object.values(words)) each.text = '"other"';
			},
			"The words in this receipt were altered",
		],
	])("that it was altered: %s", async (_, change, expected) => {
		expect(await toldOf(changed(sent, change))).toContain(expected);
	});
	test.each([
		"",
		"{",
		"[]",
		"null",
		'"x"',
		"{}",
		'{"concord-receipt":{}}',
		"\0\xff",
		'{"concord-receipt":null}',
	])("that %j is no receipt", async (content) => {
		expect(await toldOf(content || " ")).toContain("This is no receipt");
	});
	test.each(badReceipts)("that one they signed themselves is none: %s", async (_, content) => {
		const found = await receiptFound(content, { db: it.db });
		expect(found).toEqual({ is: expect.stringMatching(/^(no-receipt|altered)$/) });
		expect(await receiptFound(content)).toEqual(found);
		expect(await toldOf(content)).toContain(sayReceiptFound(found).says);
	});
	test("that one they signed themselves, and that makes sense, is of another Concord", async () => {
		expect(await receiptFound(selfSigned())).toMatchObject({ is: "true" });
		for (const at of ["2026-03-26T10:00:00.123456Z", "0000-01-01T00:00:00Z"])
			expect(await toldOf(selfSigned({ says: { at } }))).toContain("is of another Concord");
	});
	test("that it is of another Concord, where another key signed it", async () => {
		const { id: fingerprint, publicKey, privateKey } = makeSigningKey();
		const elsewhere = changed(sent, (of) => {
			of.key = { fingerprint, public: publicKey.toString("base64") };
			of.signature = signatureUnder(
				signedOfReceipt(of["concord-receipt"]),
				signingKeyOf(fingerprint, privateKey),
			);
		});
		expect(await toldOf(elsewhere)).toContain("This receipt is of another Concord");
	});
	test.each<[string, (of: Receipt, act: Submitted) => void]>([
		[
			"what was never sent",
			({ entries }, act) => {
				act.sha256 = sha256Of(entries[act.act] ?? "");
			},
		],
		[
			"what was never shown",
			({ entries }, act) => {
				act.shown = sha256Of(entries[act.act] ?? "");
			},
		],
	])(
		"that the record has it not, where somebody put a key of theirs among ours and signed %s",
		async (_, says) => {
			const { id: fingerprint, publicKey, privateKey } = makeSigningKey();
			const forged = changed(sent, (of) => {
				const signed = of["concord-receipt"];
				const [first] = signed.submitted.filter(({ sha256 }) => sha256 !== signed.link.digest);
				if (!first) throw new Error("What was sent encloses nothing");
				of.entries[first.act] = (of.entries[first.act] ?? "").replace(/"at":"2026/, '"at":"2025');
				delete first.shown;
				says(of, first);
				of.key = { fingerprint, public: publicKey.toString("base64") };
				of.signature = signatureUnder(
					signedOfReceipt(signed),
					signingKeyOf(fingerprint, privateKey),
				);
			});
			expect(await receiptFound(forged)).toMatchObject({ is: "true" });
			const found = await rolledBack(it.db, async (trx) => {
				await addSigningKey(
					trx,
					{ id: fingerprint, publicKey, sealedKey: Buffer.from("x") },
					"2026-03-26T10:00:00Z",
				);
				return receiptFound(forged, { db: trx });
			});
			expect(found.is).toBe("not-in-record");
		},
	);
	test("that the record has it no more", async () => {
		// As somebody would find it after the end of the chain was cut off.
		const gone = await rolledBack(it.db, async (trx) => {
			await sql`set local session_replication_role = replica`.execute(trx);
			await sql`delete from chain_entry where chain_id = ${id} and position >= ${sent["concord-receipt"].link.position}`.execute(
				trx,
			);
			return receiptFound(text(sent), { db: trx });
		});
		expect(sayReceiptFound(gone).title).toBe("The record does not have this any more");
	});
	test("to choose a file, where they chose none", async () => {
		const visitor = stranger(it.web());
		await visitor.get("/check-receipt");
		const answer = await visitor.post("/check-receipt", { reference: "HV-2B2B2" }, []);
		expect(answer.statusCode).toBe(422);
		expect(wordsIn(answer.body)).toContain("Choose a receipt");
	});
});
