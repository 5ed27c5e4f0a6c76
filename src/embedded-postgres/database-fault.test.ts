import { expect, test } from "vitest";
import { whyNotStarted } from "./database-fault.ts";

test.each([
	[
		'could not create lock file "postmaster.pid": Read-only file system',
		"set CONCORD_DATA to a directory that it may write to",
	],
	['could not open file "pg_wal/0001": Permission denied', "Let Concord write there"],
	["could not extend file: No space left on device", "Make room, then start Concord again"],
	["something else", "did not start: something else."],
])("“%s” says what to do", (trouble, says) => {
	expect(whyNotStarted("/data/postgres", trouble)).toContain(says);
});
