import { saidDate } from "../calendar/day-in-words.ts";
import { startingSmall } from "../english.ts";
import type { Scanning } from "../files.ts";
import type { Finding } from "../running/finding.ts";
import { oldestBackup } from "../running/running.ts";
import { allOf, inEnglish, type Said, said } from "../said.ts";

/** What a partnership needs before its people may rely on it. */
export type Need = {
	id: NeedId;
	isMet: boolean;
	/** What it is, in a few words. */
	title: Said;
	/** What is so now, and what to do where something is missing. */
	says: Said;
};
export type NeedId =
	| "https"
	| "mail"
	| "backup"
	| "key"
	| "scanner"
	| "protocol"
	| "own-protocol"
	| "second-administrator"
	| "business-unit"
	| "offices"
	| "data-protection-officer"
	| "sign-off";

/** What is known of an installation and a partnership. */
export type FactsOfUse = {
	/** Where people reach Concord. */
	address: string;
	/** Whether some mail has left, and whether the latest that was tried did. */
	mail: "left" | "fails" | "not-tried";
	/** Whether one is made every night. */
	backsUp: boolean;
	/** When the last good backup was made; null for none. */
	lastBackupAt: Temporal.Instant | null;
	/** Why the last one failed, where none has ended well since. */
	backupWrong?: string | undefined;
	/**
	 * Where the key is that opens what is told: `apart` from the database, with a copy or kept by a service; `beside` it on the
	 * same disk; `not-copied` where nobody has shown a copy, nor does a backup hold it.
	 */
	key: "apart" | "beside" | "not-copied";
	/** `away` is one that files wait for, because it does not answer. */
	scanner: Scanning | "away";
	/** The titles of the protocols in force. */
	protocols: readonly string[];
	/** Whose those are that are written for another partnership: their telephone numbers and offices are that one’s. */
	protocolsOfOthers: readonly string[];
	/** The first day of one that is coming; ISO. */
	protocolComesOn: string | null;
	/** How many of each have chosen how they sign in. */
	come: { administrators: number; businessUnit: number; dataProtectionOfficers: number };
	/** Offices that a protocol in force asks for and that nobody holds who has come, as it calls them. */
	emptyOffices: readonly string[];
	/** Agencies with people but nobody of a level that a protocol asks for. */
	agenciesWithout: readonly { agency: string; roles: readonly string[] }[];
	/** How many agencies besides the partnership’s office have people. */
	agenciesWithPeople: number;
};

/** What is still missing, as findings; nothing where nothing is. It is for somebody to look at, and Concord runs without it. */
export const findingsOfNeeds = (needs: readonly Need[]): Finding[] =>
	needs
		.filter(({ isMet }) => !isMet)
		.map(({ id, title, says }) => ({
			check: `missing-${id}`,
			title: `Before real use: ${startingSmall(inEnglish(title))}`,
			state: "look",
			says: inEnglish(says),
		}));

/** So many agencies are named; the others are counted. */
const mostNamed = 5;

/**
 * Everything that real use needs, in the order in which it is seen to, with what is still missing.
 *
 * @param now by the real clock
 */
export function needsOf(facts: FactsOfUse, now: Temporal.Instant): Need[] {
	const { come, protocols, agenciesWithout, emptyOffices } = facts;
	const need = (id: NeedId, title: Said, missing: Said | undefined, met: Said): Need => ({
		id,
		title,
		isMet: missing === undefined,
		says: missing ?? met,
	});
	const backup = facts.lastBackupAt;
	return [
		need(
			"https",
			said`An address with https`,
			facts.address.startsWith("https:")
				? undefined
				: said`People reach Concord at ${facts.address}, and others could read along. Put it behind TLS and set CONCORD_URL.`,
			said`People reach Concord at ${facts.address}.`,
		),
		need(
			"mail",
			said`Mail that leaves`,
			{
				left: undefined,
				fails: said`The latest mail did not leave. Check SMTP_URL and MAIL_FROM.`,
				"not-tried": said`No mail has left yet. Invite somebody: that tries it.`,
			}[facts.mail],
			said`The latest mail left.`,
		),
		need(
			"backup",
			said`A backup of the last two days`,
			!facts.backsUp
				? said`None is made. Set CONCORD_BACKUP_TO and CONCORD_BACKUP_KEY before anything real is entered: concord help backup.`
				: facts.backupWrong
					? said`The last one failed: ${facts.backupWrong}`
					: backup === null
						? said`The first is made tonight, or now by concord backup.`
						: Temporal.Instant.compare(backup.add(oldestBackup), now) < 0
							? said`The last good backup is older than two days. Find out why.`
							: undefined,
			said`There is one.`,
		),
		need(
			"key",
			said`The key kept apart, and a copy of it`,
			{
				apart: undefined,
				beside: said`It stands on the disk of the database that it closes: whoever copies that disk can read everything. Move it, and set CONCORD_KEY_FILE.`,
				"not-copied": said`Nobody has shown that there is a copy. Without the key nobody can ever read what is told here: concord help keys check.`,
			}[facts.key],
			said`It is not on the disk of the database, and there is a copy.`,
		),
		need(
			"scanner",
			said`A virus scanner`,
			{
				scanner: undefined,
				away: said`It does not answer, and files wait for it: concord doctor says why.`,
				none: said`Nothing looks for viruses in files, because CONCORD_CLAMD says none.`,
				"not-set-up": said`Files wait until there is one. Install clamd and set CONCORD_CLAMD.`,
			}[facts.scanner],
			said`One is set up. concord doctor tries it.`,
		),
		need(
			"protocol",
			said`A protocol in force`,
			protocols.length > 0
				? undefined
				: facts.protocolComesOn
					? said`It is in force from ${saidDate(facts.protocolComesOn)}. Nothing can be raised before.`
					: said`No protocol is in force. Approve one under Protocols.`,
			said`In force: ${allOf(protocols)}.`,
		),
		need(
			"own-protocol",
			said`A protocol that is your own`,
			facts.protocolsOfOthers.length === 0
				? undefined
				: said`What is in force was written for ${allOf(facts.protocolsOfOthers)}: the numbers to ring in danger and the names of offices, on every page and in every mail, are not yours. Make a version of your own under Protocols, with your partnership’s name in it.`,
			said`It bears your partnership’s name.`,
		),
		need(
			"second-administrator",
			said`Two administrators who have signed in`,
			come.administrators >= 2
				? undefined
				: said`One alone can approve no change of a protocol. The other has an invitation: send it again if it is lost.`,
			said`${come.administrators} have.`,
		),
		need(
			"business-unit",
			said`Somebody in the Business Unit`,
			come.businessUnit > 0
				? undefined
				: said`Forms that are sent would reach nobody. Invite somebody who holds the office Business Unit.`,
			come.businessUnit === 1
				? said`One person has signed in.`
				: said`${come.businessUnit} have signed in.`,
		),
		need(
			"offices",
			said`Somebody in each office that the protocol names`,
			emptyOffices.length === 0
				? undefined
				: said`Nobody who has signed in holds: ${allOf(emptyOffices)}.`,
			said`Each has somebody.`,
		),
		need(
			"data-protection-officer",
			said`A data protection officer`,
			come.dataProtectionOfficers > 0
				? undefined
				: said`Nobody who has signed in is. Requests to see what is held, and reviews of what is due, wait for one. Give somebody the office under People.`,
			said`Somebody has signed in.`,
		),
		need(
			"sign-off",
			said`Somebody to answer and sign off in each agency`,
			facts.agenciesWithPeople === 0
				? said`No agency has anybody yet. Invite the first people.`
				: agenciesWithout.length === 0
					? undefined
					: withoutInWords(agenciesWithout),
			said`Each agency that has people has somebody at each level.`,
		),
	];
}

function withoutInWords(agencies: FactsOfUse["agenciesWithout"]): Said {
	const [first, ...others] = agencies
		.slice(0, mostNamed)
		.map(({ agency, roles }) => said`${agency} (${allOf(roles)})`);
	const named = others.reduce((before, one) => said`${before}; ${one}`, first ?? said``);
	const more = agencies.length - mostNamed;
	return more > 0
		? said`Nobody is there yet at ${named}; and in ${more} more.`
		: said`Nobody is there yet at ${named}.`;
}
