import { expect, test } from "vitest";
import { readHost } from "./identity.ts";

test.each([
	["Concord.Northfield.example", "concord.northfield.example"],
	[" a-b.c.uk ", "a-b.c.uk"],
	["https://concord.example", undefined],
	["concord.example/path", undefined],
	["concord.example:443", undefined],
	["localhost", undefined],
	["-a.example", undefined],
	["10.0.0.1", undefined],
])("as a host, %s is read as %s", (typed, read) => expect(readHost(typed)).toBe(read));
