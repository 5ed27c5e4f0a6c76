import { expect, test } from "vitest";
import { somersetSource } from "../../test/support/partnership.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { draftVersion, earlierVersion } from "./protocol-versions.ts";

test("the earlier version reads without a fault, and is the version that it is kept as", () => {
	const { protocol, faults } = readProtocol(earlierVersion.text(somersetSource));
	expect(faults).toBeUndefined();
	expect(protocol?.version).toBe(earlierVersion.version);
});

test("so does the draft of the next", () => {
	const { protocol, faults } = readProtocol(draftVersion.text(somersetSource));
	expect(faults).toBeUndefined();
	expect(protocol?.version).toBe("next");
});
