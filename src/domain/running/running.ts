/**
 * How an installation and a partnership in it are running: figures in, findings out. The limits at which somebody should
 * look, and at which something is broken, stand here and nowhere else.
 */
import { sayDate } from "../calendar/day-in-words.ts";
import type { IsoDay } from "../calendar/iso-day.ts";
import { type Said, type SaidTime, type SpokenTo, said, sayTo } from "../said.ts";
import type { Finding, FindingState } from "./finding.ts";

type Saying = ReturnType<typeof sayTo>;

/** A job that goes by the clock. ISO instants of its last good end and of its last failure; null: not since it is noted. */
export type JobRun = { name: string; doneAt: string | null; failedAt: string | null };

/** Room on the disk, in bytes. */
export type Disk = { free: number; size: number };

/** What an installation is like, whatever its partnerships. Ages are in seconds. */
export type InstallationFigures = {
	runs: readonly JobRun[];
	/** Work whose time has come; the age of the oldest, null where there is none. */
	queue: { waiting: number; oldest: number | null };
	/** Of the disk of the data directory; undefined where it cannot be told. */
	disk: Disk | undefined;
	clockWentBack: boolean;
	/** The ISO instant of the last backup that ended well, null where there was none; left out where none is noted. */
	lastBackup?: string | null;
	/** Why the last one failed, in a sentence, where none has ended well since. */
	backupWrong?: string | undefined;
};

/** What a partnership is like: counts and moments alone. Instants are ISO, by the partnership's own clock. */
export type PartnershipFigures = {
	mail: {
		waiting: number;
		oldestWaiting: string | null;
		/** In the last seven days: taken by the mail server, refused or given up, and come back later. */
		accepted: number;
		failed: number;
		cameBack: number;
		/** Did not arrive, and nobody has dealt with it yet. */
		undealt: number;
	};
	/** What the Business Unit was sent and has not acknowledged and sent on. */
	forms: { waiting: number; oldest: string | null; oldestWorkingDays: number };
	/** Past a limit: how many limits, in how many differences. */
	late: { limits: number; differences: number };
	calendar: {
		/** The last day to which the bank holidays are known. */
		knownTo: IsoDay;
		/** Which list is in use, such as 2028.1+3. */
		version: string;
		/** When a list was last looked at by itself; null: never, or none is asked for. */
		askedAt: string | null;
		/** Whether a list came that was not believed. */
		doubted: boolean;
	};
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const gigabyte = 1024 ** 3;

/** A backup older than this is none to rely on. */
export const oldestBackup = { hours: 48 };

/** "less than a minute", "3 minutes", "2 hours", "5 days": how long that is. @param seconds 0 or more */
export function lengthOf(seconds: number): SaidTime | Said {
	const of = (count: number, one: string): SaidTime => {
		const many = `${one}s`;
		return { english: `${count} ${count === 1 ? one : many}`, count, one, many };
	};
	if (seconds < minute) return said`less than a minute`;
	if (seconds < 2 * hour) return of(Math.floor(seconds / minute), "minute");
	if (seconds < 2 * day) return of(Math.floor(seconds / hour), "hour");
	return of(Math.floor(seconds / day), "day");
}

const secondsSince = (at: string, now: Temporal.Instant): number =>
	Math.max(0, now.since(Temporal.Instant.from(at), { largestUnit: "second" }).seconds);

/** What is to be known of the installation. @param reader who is told it; left out, whoever runs the machine */
export function findingsOfInstallation(
	figures: InstallationFigures,
	now: Temporal.Instant,
	reader: SpokenTo = {},
): Finding[] {
	const say = sayTo(reader);
	return [
		remindersFinding(figures.runs, now, say),
		...nightlyFindings(figures.runs, now, say),
		queueFinding(figures.queue, say),
		...(figures.lastBackup === undefined
			? []
			: [backupFinding(figures.lastBackup, figures.backupWrong, now, say)]),
		...(figures.disk ? [diskFinding(figures.disk, say)] : []),
		clockFinding(figures.clockWentBack, say),
	];
}

/** The job that notes what time has brought about and reminds people, each minute. */
const sweep = "sweep";
/** Those that run each minute; every other runs once a night. */
const eachMinute = [sweep, "check-files"];

/** The findings that count differences: for the office whose work they are, and for nobody who only runs the machine. */
export const countingChecks: readonly string[] = ["late", "forms"];

/** The finding that says whether people are reminded; what an office needs to know of the installation. */
export const remindersCheck = "reminders";

function remindersFinding(runs: readonly JobRun[], now: Temporal.Instant, say: Saying): Finding {
	const run = runs.find(({ name }) => name === sweep);
	const age = run?.doneAt ? secondsSince(run.doneAt, now) : null;
	const finding = (state: FindingState, says: string, fix?: string): Finding => ({
		check: remindersCheck,
		title: say`Reminders and time limits`,
		state,
		says,
		...(fix && { fix }),
		figures: { doneAt: run?.doneAt ?? null, failedAt: run?.failedAt ?? null, age },
	});
	if (age === null)
		return finding(
			run?.failedAt ? "broken" : "look",
			say`Concord has not looked yet at what time has brought about.`,
			say`It looks each minute. If this stays for five minutes, look into the log for the job “sweep”.`,
		);
	const says = say`Concord last looked at what time has brought about ${lengthOf(age)} ago.`;
	return age > 5 * minute
		? finding(
				"broken",
				`${says} ${say`Nobody is reminded until it does.`}`,
				say`Look into the log for the job “sweep”, and start Concord again.`,
			)
		: finding("well", says);
}

function nightlyFindings(runs: readonly JobRun[], now: Temporal.Instant, say: Saying): Finding[] {
	const isAmiss = ({ doneAt, failedAt, name }: JobRun) =>
		!eachMinute.includes(name) &&
		((failedAt !== null && (doneAt === null || failedAt > doneAt)) ||
			(doneAt !== null && secondsSince(doneAt, now) > 26 * hour));
	const amiss = runs.filter(isAmiss).map(({ name }) => name);
	return amiss.length === 0
		? []
		: [
				{
					check: "nightly-jobs",
					title: say`Nightly work`,
					state: "look",
					says: say`Did not end well when it last should have: ${amiss.join(", ")}.`,
					fix: say`It is tried again every night. Look into the log for its name.`,
					figures: { amiss: amiss.length },
				},
			];
}

function queueFinding({ waiting, oldest }: InstallationFigures["queue"], say: Saying): Finding {
	const state =
		oldest === null || oldest <= 10 * minute ? "well" : oldest <= hour ? "look" : "broken";
	return {
		check: "queue",
		title: say`Work waiting to be done`,
		state,
		says:
			oldest === null
				? say`No work is waiting.`
				: waiting === 1
					? say`One piece of work is due, for ${lengthOf(oldest)}.`
					: say`${waiting} pieces of work are due, the oldest for ${lengthOf(oldest)}.`,
		...(state !== "well" && {
			fix: say`Look into the log for jobs that failed, and start Concord again.`,
		}),
		figures: { waiting, oldest },
	};
}

function backupFinding(
	at: string | null,
	wrong: string | undefined,
	now: Temporal.Instant,
	say: Saying,
): Finding {
	const age = at === null ? null : secondsSince(at, now);
	const state =
		age === null || age > oldestBackup.hours * hour
			? "broken"
			: age > 26 * hour || wrong
				? "look"
				: "well";
	const last =
		age === null
			? say`No backup has been made.`
			: say`The last backup was made ${lengthOf(age)} ago.`;
	return {
		check: "backup",
		title: say`Backup`,
		state,
		says: wrong ? `${last} ${say`The one that was tried since then failed: ${wrong}`}` : last,
		...(state !== "well" && {
			fix: wrong
				? say`Mend that, and make one now with “concord backup”.`
				: at === null
					? say`Make one now with “concord backup”. With CONCORD_BACKUP_TO and CONCORD_BACKUP_KEY set, one is made every night.`
					: say`Make one now, and see why the nightly one did not run.`,
		}),
		figures: { at, age },
	};
}

const sayBytes = (bytes: number): string =>
	bytes >= gigabyte ? `${(bytes / gigabyte).toFixed(1)} GB` : `${Math.round(bytes / 1024 ** 2)} MB`;

/** Room for what is kept. */
export function diskFinding({ free, size }: Disk, say: Saying = sayTo({})): Finding {
	const state =
		free < gigabyte / 2 ? "broken" : free < 2 * gigabyte || free < size / 20 ? "look" : "well";
	return {
		check: "disk",
		title: say`Room on the disk`,
		state,
		says: say`${sayBytes(free)} of ${sayBytes(size)} are free where Concord keeps its data.`,
		...(state !== "well" && { fix: say`Make room, or give Concord a larger disk.` }),
		figures: { free, size },
	};
}

const clockFinding = (wentBack: boolean, say: Saying): Finding => ({
	check: "clock",
	title: say`Clock`,
	state: wentBack ? "broken" : "well",
	says: wentBack
		? say`The clock of the computer that Concord runs on was set back: it shows a time that has passed already.`
		: say`The clock has not gone back.`,
	...(wentBack && { fix: say`Set it right, and have it set by a time server.` }),
	figures: { wentBack: Number(wentBack) },
});

/** What is to be known of a partnership. @param now by its own clock @param reader who is told it */
export function findingsOfPartnership(
	{ mail, forms, late, calendar }: PartnershipFigures,
	now: Temporal.ZonedDateTime,
	reader: SpokenTo = {},
): Finding[] {
	const say = sayTo(reader);
	return [
		mailFinding(mail, now.toInstant(), say),
		formsFinding(forms, now.toInstant(), say),
		{
			check: "late",
			title: say`Past a time limit`,
			state: late.limits === 0 ? "well" : "told",
			says:
				late.limits === 0
					? say`Nothing that the Business Unit was sent is past a time limit.`
					: late.limits === 1
						? say`One time limit is past in what the Business Unit was sent.`
						: say`${late.limits} time limits are past in ${late.differences} of what the Business Unit was sent.`,
			figures: late,
		},
		calendarFinding(calendar, now, say),
	];
}

function mailFinding(
	mail: PartnershipFigures["mail"],
	now: Temporal.Instant,
	say: Saying,
): Finding {
	const waitsFor = mail.oldestWaiting === null ? 0 : secondsSince(mail.oldestWaiting, now);
	const state =
		waitsFor > 6 * hour ? "broken" : waitsFor > hour || mail.undealt > 0 ? "look" : "well";
	const { oldestWaiting, ...counts } = mail;
	return {
		check: "mail",
		title: say`Mail`,
		state,
		says: [
			say`In the last seven days ${mail.accepted} went to the mail server, ${mail.failed} could not be delivered and ${mail.cameBack} came back.`,
			mail.waiting === 0
				? say`None is waiting.`
				: mail.waiting === 1
					? say`One is waiting, for ${lengthOf(waitsFor)}.`
					: say`${mail.waiting} are waiting, the oldest for ${lengthOf(waitsFor)}.`,
			...(mail.undealt > 0
				? [
						mail.undealt === 1
							? say`One that did not arrive still has to be dealt with.`
							: say`Of what did not arrive, ${mail.undealt} still have to be dealt with.`,
					]
				: []),
		].join(" "),
		...(waitsFor > hour
			? { fix: say`The mail server does not take mail. Run “concord doctor” to see what it says.` }
			: mail.undealt > 0
				? { fix: say`The Business Unit sees on its desk whom to ring.` }
				: {}),
		figures: { ...counts, oldestWaiting },
	};
}

function formsFinding(
	forms: PartnershipFigures["forms"],
	now: Temporal.Instant,
	say: Saying,
): Finding {
	const state = forms.oldestWorkingDays >= 2 ? "look" : "well";
	return {
		check: "forms",
		title: say`Forms to acknowledge`,
		state,
		says:
			forms.oldest === null
				? say`Every form that the Business Unit was sent has been acknowledged and sent on.`
				: forms.waiting === 1
					? say`One form has waited to be acknowledged and sent on for ${lengthOf(secondsSince(forms.oldest, now))}.`
					: say`${forms.waiting} forms wait to be acknowledged and sent on, the oldest for ${lengthOf(secondsSince(forms.oldest, now))}.`,
		...(state !== "well" && { fix: say`Make sure that somebody is at the Business Unit’s desk.` }),
		figures: forms,
	};
}

function calendarFinding(
	{ knownTo, version, askedAt, doubted }: PartnershipFigures["calendar"],
	now: Temporal.ZonedDateTime,
	say: Saying,
): Finding {
	const today = now.toPlainDate();
	const isWithin = (months: number) =>
		Temporal.PlainDate.compare(Temporal.PlainDate.from(knownTo), today.add({ months })) < 0;
	const state = isWithin(3) ? "broken" : isWithin(12) || doubted ? "look" : "well";
	return {
		check: "bank-holidays",
		title: say`Bank holidays`,
		state,
		says: [
			say`They are known to ${{ date: knownTo, english: sayDate(knownTo) }} (list ${version}).`,
			askedAt === null
				? say`No list has been asked for by itself.`
				: say`A list was last asked for ${lengthOf(secondsSince(askedAt, now.toInstant()))} ago.`,
			...(doubted ? [say`The last list that came was not believed.`] : []),
		].join(" "),
		...(state !== "well" && {
			fix: doubted
				? say`See under “Working days” what is wrong with the list.`
				: say`Install a newer version of Concord, or import a GOV.UK list under “Working days”.`,
		}),
		figures: { knownTo, version, askedAt, doubted: Number(doubted) },
	};
}
