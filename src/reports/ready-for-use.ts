import { seatOf } from "../domain/difference/who/duties.ts";
import { type FactsOfUse, type Need, needsOf } from "../domain/partnership/needs.ts";
import { dataProtectionOfficer, reportingOffice } from "../domain/people/viewer.ts";
import { answersIn } from "../domain/people/who-answers.ts";
import { isAgencySide, type Protocol, roleOf } from "../domain/protocol/protocol.ts";
import { administrator, statusOfVersion } from "../domain/protocol/version.ts";
import { findLastBackup } from "../store/backups.ts";
import type { Db } from "../store/db.ts";
import { isKeyCopied } from "../store/installation-keys.ts";
import { findPartnership } from "../store/partnerships.ts";
import { listAnswering, type Person } from "../store/people.ts";
import { listVersions } from "../store/protocol-versions.ts";
import type { Library } from "../store/protocols.ts";
import { listJobRuns } from "../store/running.ts";
import { countHolding, latestMail, listAgenciesWithPeople } from "../store/use.ts";

/** What is asked of, and what only whoever runs Concord knows. */
export type AskedForUse = Pick<FactsOfUse, "address" | "scanner" | "backsUp"> & {
	/** Where the key of the installation is; left out where that is not known. */
	keys?: { isBesideData: boolean; isInFile: boolean } | undefined;
	db: Db;
	protocols: Library;
};

/**
 * What a partnership has and still lacks before its people may rely on it.
 *
 * @param now the time in the partnership
 */
export async function readyForUse(
	{ db, protocols, address, scanner, backsUp, keys }: AskedForUse,
	partnershipId: string,
	now: Temporal.ZonedDateTime,
): Promise<Need[]> {
	const today = now.toPlainDate().toString();
	const inForce = (await protocols.listInForce(db, partnershipId, today)).map(
		({ protocol }) => protocol,
	);
	const agencies = await listAgenciesWithPeople(db, partnershipId);
	const ours = (await findPartnership(db, partnershipId))?.name ?? "";
	const held = await countHolding(db, partnershipId);
	const holding = (office: string) => held.get(office) ?? 0;
	const { good, failed } = await findLastBackup(db);
	return needsOf(
		{
			address,
			scanner: scanner === "scanner" && (await isScannerAway(db)) ? "away" : scanner,
			mail: (await latestMail(db, partnershipId)) ?? "not-tried",
			backsUp,
			key: keys?.isBesideData
				? "beside"
				: keys?.isInFile && !(await isKeyCopied(db))
					? "not-copied"
					: "apart",
			lastBackupAt: good ? Temporal.Instant.from(good.endedAt) : null,
			backupWrong: failed?.wrong,
			protocols: inForce.map(({ title }) => title),
			protocolsOfOthers: [
				...new Set(
					inForce.map(({ partnership }) => partnership).filter((whose) => !isSameName(whose, ours)),
				),
			],
			protocolComesOn: await nextInForce(db, partnershipId, today),
			come: {
				administrators: holding(administrator),
				businessUnit: holding(reportingOffice),
				dataProtectionOfficers: holding(dataProtectionOfficer),
			},
			emptyOffices: unique(inForce.flatMap(officesAsked))
				.filter(({ office }) => office !== reportingOffice && holding(office) === 0)
				.map(({ called }) => called),
			agenciesWithout: agenciesWithout(inForce, agencies, await listAnswering(db, partnershipId)),
			agenciesWithPeople: agencies.length,
		},
		now.toInstant(),
	);
}

const isSameName = (one: string, other: string): boolean =>
	one.trim().localeCompare(other.trim(), "en", { sensitivity: "base" }) === 0;

/** Whether the last look at the files that wait for the scanner did not end well. */
async function isScannerAway(db: Db): Promise<boolean> {
	const run = (await listJobRuns(db)).find(({ name }) => name === "check-files");
	return !!run?.failedAt && (run.doneAt === null || run.failedAt > run.doneAt);
}

async function nextInForce(db: Db, partnershipId: string, today: string): Promise<string | null> {
	const versions = await listVersions(db, partnershipId);
	const coming = versions.filter(
		(version) => statusOfVersion(version, versions, today) === "coming",
	);
	return coming.map(({ inForceFrom }) => inForceFrom ?? "").sort()[0] ?? null;
}

type OfficeAsked = { office: string; called: string };

/** The offices that owe a step somewhere. */
const officesAsked = (protocol: Protocol): OfficeAsked[] =>
	Object.values(protocol.steps).flatMap(({ by }) => {
		const { office, called } = roleOf(protocol, by);
		return office ? [{ office, called }] : [];
	});

const unique = (asked: OfficeAsked[]): OfficeAsked[] => [
	...new Map(asked.map((each) => [each.office, each])).values(),
];

/** Agencies that have people, and no one for a level above practitioners at which one of their sides owes a step. */
function agenciesWithout(
	protocols: readonly Protocol[],
	agencies: readonly { id: string; name: string }[],
	answering: readonly Person[],
): FactsOfUse["agenciesWithout"] {
	/** Who answers for each: its own people, and those of an agency that answers for it. */
	const byAgency = new Map<string, Person[]>();
	for (const one of answering)
		for (const agency of [one.agencyId, ...(one.proxyFor ?? [])])
			byAgency.set(agency, [...(byAgency.get(agency) ?? []), one]);
	return agencies.flatMap(({ id: agencyId, name: agency }) => {
		const theirs = byAgency.get(agencyId) ?? [];
		const header = { raisingAgency: agencyId, receivingAgency: agencyId, involved: {} };
		const roles = protocols.flatMap((protocol) =>
			Object.values(protocol.steps).flatMap(({ by }) => {
				const { level, post, called } = roleOf(protocol, by);
				if (!isAgencySide(by.side) || !level || post || level.level === "practitioner") return [];
				const seat = seatOf(protocol, header, { side: "raising", role: by.role });
				const isFilled = theirs.some((one) => answersIn(seat, [], one) === "by-role");
				return isFilled ? [] : [called];
			}),
		);
		return roles.length > 0 ? [{ agency, roles: [...new Set(roles)] }] : [];
	});
}
