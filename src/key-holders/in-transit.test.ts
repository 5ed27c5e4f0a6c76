import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newKey, type Place } from "../keys/sealed.ts";
import { inTransit, isKeyAddress } from "./in-transit.ts";
import { type TransitService, transitService } from "./transit.fixture.ts";

let service: TransitService;
let folder: string;
let tokenFile: string;

beforeEach(async () => {
	service = await transitService();
	folder = mkdtempSync(join(tmpdir(), "concord-transit-"));
	tokenFile = join(folder, "token");
	writeFileSync(tokenFile, "a-token\n");
});
afterEach(async () => {
	await service.stop();
	rmSync(folder, { recursive: true });
});

const place: Place = ["partnership_key", "a partnership", "a key"];
const holder = () => inTransit({ address: service.address, tokenFile });

test("a key is closed and opened by the service, under a key that is named with its version", async () => {
	const key = newKey();
	const today = await holder().today();
	expect(today.id).toBe("transit/concord:1");
	const wrapped = await today.wrap(key, place);
	expect(Buffer.from(wrapped).toString()).toMatch(/^vault:v1:/);
	const again = await (await holder().find("transit/concord:1"))?.unwrap(wrapped, place);
	expect(again?.equals(key)).toBe(true);
	await expect(today.unwrap(wrapped, ["partnership_key", "another", "a key"])).rejects.toThrow(
		/does not open a key/,
	);
});

test("after a rotation the new version closes, and the one before still opens", async () => {
	const key = newKey();
	const kept = holder();
	const wrapped = await (await kept.today()).wrap(key, place);
	expect((await kept.renew(Temporal.Instant.from("2026-04-01T09:00Z"))).id).toBe(
		"transit/concord:2",
	);
	expect(Buffer.from(await (await kept.today()).wrap(key, place)).toString()).toMatch(/^vault:v2:/);
	const before = await kept.find("transit/concord:1");
	expect((await before?.unwrap(wrapped, place))?.equals(key)).toBe(true);
	expect(await kept.forget("transit/concord:1")).toMatch(/min_decryption_version/);
	service.allowFrom(2);
	await expect(before?.unwrap(wrapped, place)).rejects.toMatchObject({ code: "damaged" });
});

test("a token that is renewed is taken up, and one that is not accepted is said without being told", async () => {
	const kept = holder();
	writeFileSync(tokenFile, "an-old-one");
	const refused = await kept.today().catch((problem) => problem);
	expect(refused).toMatchObject({ code: "away" });
	expect(refused.message).toMatch(/does not accept the token/);
	expect(refused.message).not.toContain("an-old-one");
	writeFileSync(tokenFile, "a-token");
	expect((await kept.today()).id).toBe("transit/concord:1");
});

test("a service that is sealed, is not there, or is at another address is said in words", async () => {
	service.seal(true);
	await expect(holder().today()).rejects.toMatchObject({
		code: "away",
		message: expect.stringMatching(/cannot answer now \(503\)/),
	});
	service.seal(false);
	const elsewhere = inTransit({
		address: service.address.replace("concord", "other"),
		tokenFile,
	});
	await expect(elsewhere.today()).rejects.toMatchObject({ code: "no-key" });
	await service.stop();
	await expect(holder().today()).rejects.toMatchObject({
		code: "away",
		message: expect.stringMatching(/does not answer \(ECONNREFUSED\)/),
	});
	await expect(
		inTransit({ address: service.address, tokenFile: join(folder, "none") }).today(),
	).rejects.toThrow(/CONCORD_KEY_SERVICE_TOKEN_FILE/);
});

test("a key of another mount or name is none of this service’s", async () => {
	expect(await holder().find("transit/other:1")).toBeUndefined();
	expect(await holder().find("3f2a91bc77d04e15")).toBeUndefined();
});

test("an address is one that the API gives a key", () => {
	expect(isKeyAddress("https://bao.example:8200/v1/transit/keys/concord")).toBe(true);
	expect(isKeyAddress("https://bao.example/v1/teams/safe/transit/keys/concord")).toBe(true);
	expect(isKeyAddress("https://bao.example:8200/transit/concord")).toBe(false);
	expect(isKeyAddress("https://bao.example/v1/transit/keys/concord/rotate")).toBe(false);
});
