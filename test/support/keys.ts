import { createHash } from "node:crypto";
import { heldKey } from "../../src/keys/installation-key.ts";
import { keyringOf } from "../../src/keys/keyring.ts";
import { keyOf } from "../../src/keys/sealed.ts";

/** The key of an installation that is only for tests, and one and the same for all that share a database. */
export const testInstallationKey = heldKey(
	keyOf(createHash("sha256").update("a key that is only for tests").digest()),
);

export const testKeys = keyringOf([testInstallationKey]);
