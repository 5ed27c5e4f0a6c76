/**
 * Every kind of record that Concord holds, how long it is kept, and by what it goes. `store/how-long-kept.ts` says of every table of
 * which kind its rows are; the page of the schedule shows the kinds.
 */
import { type ByItself, byThemselves } from "./schedule.ts";

/** What removes the records of a kind, or the part of them that is about somebody. */
export type GoesBy =
	/** The partnership's schedule. */
	| "schedule"
	/** The disposal of the difference that it belongs to. */
	| "difference"
	/** A job that runs by the clock. */
	| { job: string }
	/** Whoever it belongs to takes it away, or it goes with what it hangs on. */
	| "owner"
	/** Nothing: what is kept says why. */
	| "stays";

type Kind = { kind: string; kept: string; goesBy: GoesBy };

/** So many days after somebody has left, what nobody needs of them any more goes; and so long after they are over, absences. */
export const keptAfterLeaving = 365;
/** So many days after it can be used no more, a link that works once goes. */
export const linksKeptFor = 90;

const bySchedule = (kind: ByItself): Kind => ({
	kind: byThemselves[kind],
	kept: "As the schedule says.",
	goesBy: "schedule",
});

export const kindsOfRecord = {
	differences: {
		kind: "Differences: what happened, what was written and who answers for what",
		kept: "As the schedule says, after two people have looked at it.",
		goesBy: "difference",
	},
	ofDifference: {
		kind: "Who opened a difference, and its files, letters, questions, holds and decisions on keeping it",
		kept: "As long as the difference, and disposed of with it.",
		goesBy: "difference",
	},
	drafts: bySchedule("drafts"),
	messages: bySchedule("messages"),
	requests: bySchedule("requests"),
	figures: {
		kind: "Figures for reports",
		kept: "For good. They name nobody. When a difference is disposed of, its figures lose their reference, so reports on the past do not change.",
		goesBy: "stays",
	},
	learning: {
		kind: "Reports, lessons, briefings and agreed actions",
		kept: "For good. They name no child. What a lesson was learned from is disposed of, the lesson stays. Who wrote, agreed or was given something stays by name.",
		goesBy: "stays",
	},
	feedback: {
		kind: "What people said of how it went for them",
		kept: "For good, without names and without the difference.",
		goesBy: "stays",
	},
	rules: {
		kind: "The partnership, its agencies, protocol versions, working days and published pages",
		kept: "For good. They are about no child. Who changed them stays by name.",
		goesBy: "stays",
	},
	proof: {
		kind: "Certificates of disposal, schedules, and what proves the record",
		kept: "For good. They show what was disposed of, by whom, and why, and that nothing was altered. No name of a child and no words are in them.",
		goesBy: "stays",
	},
	exports: {
		kind: "Who took files of many rows out of Concord",
		kept: "For good: it shows misuse.",
		goesBy: "stays",
	},
	people: {
		kind: "The directory, and people who left",
		kept: "Name, posts and work address stay, so that records go on saying who did what, and a request about them finds it. Telephone numbers and the views of the log that they kept go a year after they left.",
		goesBy: { job: "keep-to-schedule" },
	},
	absences: {
		kind: "Absences",
		kept: "A year after they are over.",
		goesBy: { job: "keep-to-schedule" },
	},
	standIns: {
		kind: "Who stands in for whom, and views of the log that somebody kept",
		kept: "Until they change it, or leave.",
		goesBy: "owner",
	},
	linksToRaise: {
		kind: "Links to raise a difference that nobody used",
		kept: "A year after they are over. Then the name, the address and why they were given go.",
		goesBy: { job: "keep-to-schedule" },
	},
	signIn: {
		kind: "Passwords, passkeys, apps, codes and other means to sign in",
		kept: "Until they are taken away or replaced. A year after somebody has left everywhere, all of them go.",
		goesBy: { job: "end-sessions" },
	},
	accounts: {
		kind: "What happened to how somebody signs in",
		kept: "For good, with the address of the account: it shows misuse.",
		goesBy: "stays",
	},
	sessions: {
		kind: "Where somebody is signed in, and tries to sign in that failed",
		kept: "Until they sign out, or are idle for too long. Failed tries go in the night after they count no more.",
		goesBy: { job: "end-sessions" },
	},
	links: {
		kind: "Links that work once, such as invitations",
		kept: "90 days after they can be used no more, and no longer than the message that they went with.",
		goesBy: { job: "end-sessions" },
	},
	tokens: {
		kind: "Access tokens and addresses of programs",
		kept: "Addresses until they are taken away. The name of a token stays with whose it was, so that records go on saying through what something was done.",
		goesBy: "owner",
	},
	toldPrograms: {
		kind: "What programs were told",
		kept: "30 days. It has no name and no words.",
		goesBy: { job: "clear-webhook-log" },
	},
	readByPrograms: {
		kind: "How many differences programs opened on a day",
		kept: "Until the night after. That each was opened stays with the difference.",
		goesBy: { job: "end-sessions" },
	},
	downloads: {
		kind: "Files that were made to take away",
		kept: "24 hours.",
		goesBy: { job: "clear-downloads" },
	},
	packs: {
		kind: "Evidence packs that are being made",
		kept: "30 days after they were begun.",
		goesBy: { job: "clear-downloads" },
	},
	imports: {
		kind: "Old logs and lists of people that were chosen for import",
		kept: "7 days, or until they are imported. Their figures stay, with the name of the file and who imported it.",
		goesBy: { job: "clear-old-logs" },
	},
	work: {
		kind: "Who asked for work that is done beside a page, and when the record was verified",
		kept: "As long as what they asked for. It has no name of a child and no words.",
		goesBy: "owner",
	},
	installation: {
		kind: "Keys, backups and what Concord did by itself",
		kept: "For good. They are about nobody. The key of a difference is destroyed when it is disposed of. Backups themselves are kept as whoever runs Concord has set.",
		goesBy: "stays",
	},
} as const satisfies Record<string, Kind>;

export type KindOfRecord = keyof typeof kindsOfRecord;

/** Those for which the schedule is not asked, as the page shows them. */
export const fixedKinds: readonly Kind[] = Object.values(kindsOfRecord).filter(
	({ goesBy, kind }) => goesBy !== "schedule" && kind !== kindsOfRecord.differences.kind,
);
