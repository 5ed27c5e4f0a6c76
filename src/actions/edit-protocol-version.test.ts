import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import {
	fiveDays,
	freshKey,
	raiseByTeacher,
	somersetAs,
	somersetSource,
} from "../../test/support/partnership.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { findVersion, listVersions } from "../store/protocol-versions.ts";
import { editProtocolVersion } from "./edit-protocol-version.ts";
import { makeProtocolVersion } from "./make-protocol-version.ts";
import { proposeProtocolVersion } from "./propose-protocol-version.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let ada: Viewer;
let bo: Viewer;

beforeEach(() => {
	const { administrator, secondAdministrator } = partnership.people;
	[ada, bo] = [administrator, secondAdministrator];
});

const make = (by: Viewer, source = somersetAs("2026-05", fiveDays)) =>
	makeProtocolVersion(partnership.app, by, { key: freshKey(), source, note: "" });
const propose = (version: string, revision: number) =>
	proposeProtocolVersion(partnership.app, ada, {
		version,
		revision,
		inForceFrom: "2026-05-01",
		note: "",
	});
const found = (version: string) => findVersion(partnership.db, partnership.partnershipId, version);

describe("the text of a version", () => {
	test("changes while it is a draft, and never after", async () => {
		const version = await make(ada);
		const edit = (revision: number, by = ada) =>
			editProtocolVersion(partnership.app, by, {
				version,
				revision,
				source: somersetAs("2026-05b"),
			});
		await edit(1);
		expect(await found(version)).toMatchObject({
			version: "2026-05b",
			revision: 2,
			source: somersetAs("2026-05b"),
		});
		await propose(version, 2);
		await expect(edit(2)).rejects.toMatchObject({ code: "not-a-draft" });
		await expect(
			sql`update protocol_version set source = 'x' where id = ${version}`.execute(partnership.db),
		).rejects.toThrow(/never changes/);
		await expect(
			sql`update protocol_version set state = 'draft' where id = ${version}`.execute(
				partnership.db,
			),
		).rejects.toThrow(/never changes/);
		await expect(
			sql`delete from protocol_version where id = ${version}`.execute(partnership.db),
		).rejects.toThrow(/never changes/);
		await expect(
			sql`update protocol_history set note = 'x'`.execute(partnership.db),
		).rejects.toThrow(/only ever added/);
	});

	test("of which differences exist does not change, whatever is tried", async () => {
		await raiseByTeacher(partnership);
		for (const state of ["draft", "proposed", "withdrawn"])
			await expect(
				sql`update protocol_version set state = ${state}, in_force_from = null, approved_at = null where id in (select protocol_version_id from difference)`.execute(
					partnership.db,
				),
				state,
			).rejects.toThrow(/never changes/);
		await expect(
			sql`update protocol_version set source = 'x' where partnership_id = ${partnership.partnershipId}`.execute(
				partnership.db,
			),
		).rejects.toThrow(/never changes/);
	});

	test("that two edit at once keeps the first, and the second is told", async () => {
		const version = await make(ada);
		const edit = (by: Viewer, what: string) =>
			editProtocolVersion(partnership.app, by, {
				version,
				revision: 1,
				source: somersetAs("2026-05", (text) => text.replace("agency A", what)),
			});
		await edit(ada, "the school");
		await expect(edit(bo, "the nursery")).rejects.toMatchObject({
			code: "changed-meanwhile",
		});
		expect((await found(version))?.source).toContain("raising: the school");
		// The same form sent twice has not been overtaken by itself.
		await edit(ada, "the school");
	});

	test("is proposed as it was read, or not at all", async () => {
		const version = await make(ada);
		await editProtocolVersion(partnership.app, bo, {
			version,
			revision: 1,
			source: somersetAs("2026-05"),
		});
		await expect(propose(version, 1)).rejects.toMatchObject({
			code: "changed-meanwhile",
		});
	});

	test("with a fault is not kept", async () => {
		const count = async () =>
			(await listVersions(partnership.db, partnership.partnershipId)).length;
		const before = await count();
		const wrong = somersetAs("2026-05", (text) => text.replace("then: reply", "then: replay"));
		await expect((async () => make(ada, wrong))()).rejects.toMatchObject({
			code: "wrong-protocol",
			message: expect.stringMatching(/Line \d+: .*replay/),
		});
		expect(await count()).toBe(before);
	});

	test("bears a name of its own, and stays of its protocol", async () => {
		await expect(make(ada, somersetSource)).rejects.toMatchObject({
			code: "name-taken",
		});
		const version = await make(ada);
		await expect(
			editProtocolVersion(partnership.app, ada, {
				version,
				revision: 1,
				source: somersetAs("2026-05").replace("protocol: somerset-rpd", "protocol: another"),
			}),
		).rejects.toMatchObject({ code: "other-protocol" });
	});

	test("sent twice makes one version", async () => {
		const given = { key: freshKey(), source: somersetAs("2026-05"), note: "" };
		const [one, two] = await Promise.all([
			makeProtocolVersion(partnership.app, ada, given),
			makeProtocolVersion(partnership.app, ada, given),
		]);
		expect(one).toBe(two);
		await expect(makeProtocolVersion(partnership.app, bo, given)).rejects.toMatchObject({
			code: "key-taken",
		});
	});
});
