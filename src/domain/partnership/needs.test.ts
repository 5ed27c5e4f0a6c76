import { expect, test } from "vitest";
import { inEnglish } from "../said.ts";
import { type FactsOfUse, type NeedId, needsOf } from "./needs.ts";

const now = Temporal.Instant.from("2026-03-26T10:00:00Z");
const ready: FactsOfUse = {
	address: "https://concord.example",
	mail: "left",
	backsUp: true,
	key: "apart",
	lastBackupAt: now.subtract({ hours: 47 }),
	scanner: "scanner",
	protocols: ["Resolving professional differences"],
	protocolsOfOthers: [],
	protocolComesOn: null,
	come: { administrators: 2, businessUnit: 1, dataProtectionOfficers: 1 },
	emptyOffices: [],
	agenciesWithout: [],
	agenciesWithPeople: 3,
};
const missing = (facts: Partial<FactsOfUse>) =>
	needsOf({ ...ready, ...facts }, now).filter(({ isMet }) => !isMet);

test("nothing is missing where everything is there", () => {
	expect(missing({})).toEqual([]);
});

test.each<[NeedId, Partial<FactsOfUse>, string]>([
	["https", { address: "http://10.0.0.1" }, "others could read along"],
	["mail", { mail: "not-tried" }, "Invite somebody"],
	["mail", { mail: "fails" }, "Check SMTP_URL"],
	["backup", { lastBackupAt: null }, "concord backup"],
	["backup", { backsUp: false }, "None is made"],
	["key", { key: "beside" }, "on the disk of the database"],
	["key", { key: "not-copied" }, "Nobody has shown that there is a copy"],
	["backup", { lastBackupAt: now.subtract({ hours: 49 }) }, "older than two days"],
	["scanner", { scanner: "not-set-up" }, "Files wait"],
	["scanner", { scanner: "none" }, "says none"],
	["scanner", { scanner: "away" }, "does not answer"],
	["backup", { backupWrong: "/mnt/backups is not there." }, "/mnt/backups is not there."],
	["own-protocol", { protocolsOfOthers: ["Somerset"] }, "written for Somerset"],
	["protocol", { protocols: [] }, "Approve one"],
	["protocol", { protocols: [], protocolComesOn: "2026-04-01" }, "in force from 1 April 2026."],
	[
		"second-administrator",
		{ come: { administrators: 1, businessUnit: 1, dataProtectionOfficers: 1 } },
		"approve no change",
	],
	[
		"business-unit",
		{ come: { administrators: 2, businessUnit: 0, dataProtectionOfficers: 1 } },
		"reach nobody",
	],
	[
		"data-protection-officer",
		{ come: { administrators: 2, businessUnit: 1, dataProtectionOfficers: 0 } },
		"Give somebody the office",
	],
	["offices", { emptyOffices: ["Executive"] }, "Executive"],
	["sign-off", { agenciesWithPeople: 0 }, "No agency has anybody"],
	[
		"sign-off",
		{ agenciesWithout: [{ agency: "Oakfield", roles: ["manager", "senior manager"] }] },
		"Oakfield (manager and senior manager)",
	],
])("%s is missing where %j", (id, facts, says) => {
	const [need, more] = missing(facts);
	expect(need?.id).toBe(id);
	expect(need && inEnglish(need.says)).toContain(says);
	expect(more).toBeUndefined();
});

test("of many agencies without anybody to sign off, five are named and the others counted", () => {
	const agenciesWithout = Array.from({ length: 8 }, (_, nth) => ({
		agency: `School ${nth}`,
		roles: ["manager"],
	}));
	const [need] = missing({ agenciesWithout });
	expect(need && inEnglish(need.says)).toContain("School 4 (manager)");
	expect(need && inEnglish(need.says)).toContain("and in 3 more");
	expect(need && inEnglish(need.says)).not.toContain("School 5");
});
