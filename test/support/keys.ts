import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyFileOf } from "../../src/key-holders/key-file.ts";
import { heldKey } from "../../src/keys/installation-key.ts";
import { keyringOf } from "../../src/keys/keyring.ts";
import { keyOf } from "../../src/keys/sealed.ts";

const key = keyOf(createHash("sha256").update("a key that is only for tests").digest());

/** The key of an installation that is only for tests, and one and the same for all that share a database. */
export const testInstallationKey = heldKey(key);

export const testKeys = keyringOf([testInstallationKey]);

/** A key file that holds it, for what reads its own settings. */
export function testKeyFile(): string {
	const path = join(mkdtempSync(join(tmpdir(), "concord-test-key-")), "installation-key");
	writeFileSync(
		path,
		keyFileOf([{ id: testInstallationKey.id, madeAt: "2026-01-01T00:00:00Z", key }]),
		{
			mode: 0o600,
		},
	);
	return path;
}
