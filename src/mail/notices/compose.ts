/**
 * The words of every mail: what happened, what is owed by when, whom to ring. What a notice may hold is notice.ts, and what
 * it holds of a difference about-difference.ts.
 */

import { startingLarge, startingSmall } from "../../domain/english.ts";
import type { Language } from "../../domain/language.ts";
import { withoutMarks, withParts } from "../../language/marks.ts";
import {
	sayText as say,
	sayAny,
	sayCounted,
	sayDate,
	sayDay,
	sayMoment,
} from "../../language/say.ts";
import { speaking } from "../../language/speaking.ts";
import { inWelshWords } from "./in-both-languages.ts";
import type { Due, Notice } from "./notice.ts";
import { type Owed, owedInWords } from "./owed.ts";

export type Mail = { subject: string; text: string; html: string };

/**
 * The notice as a mail in plain words. Plain text is what people read; the HTML says the same.
 *
 * @param secret what makes its link work once: it is in the mail and nowhere else
 * @param language that of its reader; what has no translation is English, and marked as such in the HTML
 */
export function compose(notice: Notice, secret?: string, language: Language = "en"): Mail {
	const { subject, text, html } = speaking({ language, marks: true }, () =>
		composeNow(language === "cy" ? inWelshWords(notice) : notice, secret, language),
	);
	return {
		subject: withoutMarks(subject),
		text: withoutMarks(text),
		html: language === "en" ? html : withParts(html, language),
	};
}

function composeNow(notice: Notice, secret: string | undefined, language: Language): Mail {
	const link = secret === undefined ? notice.link : `${notice.link}/${secret}`;
	const { subject, paragraphs, items = [], see } = wordsToReader(notice, secret);
	const greeting = notice.to.name ? say`Dear ${notice.to.name}` : say`Hello`;
	const why = [
		say`This message has no details on purpose. Do not reply to it, and do not send details by email.`,
		...whomToAsk(notice),
	].join(" ");
	return {
		subject,
		text: [
			greeting,
			...paragraphs,
			...(items.length > 0 ? [items.map((item) => `* ${item}`).join("\n")] : []),
			...(see === undefined ? [] : [`${see}:\n${link}`]),
			why,
			notice.emergency,
			notice.partnership,
		]
			.join("\n\n")
			.concat("\n"),
		html: [
			`<!doctype html><html lang="${language === "en" ? "en-GB" : language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
			`<body style="font-family: arial, sans-serif; font-size: 16px; line-height: 1.5; color: #0b0c0c">`,
			...[greeting, ...paragraphs].map(asParagraph),
			...(items.length > 0
				? [`<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`]
				: []),
			...(see === undefined ? [] : [`<p><a href="${escaped(link)}">${escaped(see)}</a></p>`]),
			asParagraph(why),
			`<p><strong>${escaped(notice.emergency)}</strong></p>`,
			asParagraph(notice.partnership),
			"</body></html>",
		].join("\n"),
	};
}

/** The questions to whoever took part, where they are asked: without a word of what it was about. */
const sayFeedback = (address: string | undefined): string[] =>
	address === undefined
		? []
		: [
				say`How did it go for you? Four questions, in less than a minute. Nobody can see who answered what: ${address}`,
			];

/** Where whoever reads it takes a receipt: whoever comes by a link has it behind that. */
const sayReceipt = ({ link, byLink }: Pick<Notice, "link" | "byLink">): string[] =>
	byLink ? [] : [say`A receipt that anybody can check: ${link}/receipts`];

type Words = {
	subject: string;
	paragraphs: string[];
	items?: string[];
	/** What the link leads to; left out where there is nothing to open. */
	see?: string | undefined;
};

/** Whoever answers by a link does not sign in; a code is said in its mail and is no part of a link. */
function wordsToReader(notice: Notice, secret: string | undefined): Words {
	const words = wordsOf(notice, notice.byLink ? say`Open your link` : say`Sign in`);
	if (notice.kind === "account" && notice.news === "answer-code")
		return { ...words, paragraphs: [say`Your code is ${secret ?? "……"}`, ...words.paragraphs] };
	if (!notice.byLink) return words;
	return {
		...words,
		paragraphs: [
			...words.paragraphs,
			say`You need no account. The link below is yours alone: it opens with a code that we send to this address, until ${moment(notice.byLink.until)}.`,
		],
	};
}

/** @param enter what its reader does to get to what it is about */
function wordsOf(notice: Notice, enter: string): Words {
	if (notice.kind === "several" || notice.kind === "each-morning")
		return thingsInWords(notice, enter);
	if (notice.kind === "dates-changed") return datesChangedInWords(notice, enter);
	if (notice.kind === "report") return reportInWords(notice, enter);
	if (notice.kind === "account") return accountInWords(notice);
	if (notice.kind === "people") return peopleInWords(notice, enter);
	if (notice.kind === "actions-owed") return actionsInWords(notice, enter);
	if (notice.kind === "rights") return rightsInWords(notice, enter);
	const { reference } = notice;
	const it = `${notice.difference} ${reference}`;
	const { raised } = notice;
	const stage = sayStage(notice.stage ?? "", raised);
	const todo = (owed: Owing, due?: Due) => sayTodo(taskOf(owed), due);
	const doIt = say`${enter} to do it`;
	const readIt = say`${enter} to read it`;
	const seeWhere = say`${enter} to see where it stands`;
	const nothingNow = say`You do not need to do anything now.`;
	const keepSafe = say`Keep safeguarding the ${whomOf(notice)} while you wait.`;
	switch (notice.kind) {
		case "your-turn":
			return {
				subject: `${reference}: ${taskOf(notice)}${bySubject(notice.due)}`,
				paragraphs: [
					notice.due?.is === "window"
						? say`There is something that you may do on ${it}.`
						: say`It is your turn on ${it}.`,
					todo(notice, notice.due),
					...(notice.closed
						? [
								say`It was closed on ${sayDay(notice.closed.on)}. How it ended: ${notice.closed.ending}.`,
							]
						: []),
					stage,
					...sayFeedback(notice.feedback),
				],
				see: doIt,
			};
		case "received": {
			const { next, answer } = notice;
			return {
				subject: say`${reference}: form received`,
				paragraphs: [
					say`We received the form for ${it} on ${sayDay(notice.receivedOn)}.`,
					...(next
						? [
								say`The ${next.by} needs to ${taskOf(next)}${by(next.due)}${next.within ? ` (${next.within})` : ""}.`,
							]
						: []),
					...(answer
						? [
								[
									...(answer.within
										? [say`${answer.agency} then has ${answer.within} to respond.`]
										: []),
									say`We will tell you to whom at ${answer.agency} it was sent, and by when they must respond.`,
								].join(" "),
							]
						: []),
					keepSafe,
					stage,
					...sayReceipt(notice),
				],
				see: seeWhere,
			};
		}
		case "acknowledged": {
			const { person, role, agency } = notice.sentTo;
			const sentOn = sayDay(notice.sentOn);
			return {
				subject: say`${reference}: form received and sent to ${agency}`,
				paragraphs: [
					say`We received the form for ${it} on ${sayDay(notice.receivedOn)}.`,
					[
						person
							? say`We sent it to ${colleagueOr(person, role)} of ${agency} on ${sentOn}.`
							: say`We sent it to the ${role} of ${agency} on ${sentOn}.`,
						...timeToRespond(notice.due),
					].join(" "),
					keepSafe,
					stage,
					...sayReceipt(notice),
				],
				see: seeWhere,
			};
		}
		case "sent-to-you":
			return {
				subject: say`${reference}: sent to your agency by ${notice.from}`,
				paragraphs: [
					say`${notice.from} has raised ${it} with your agency.`,
					todo(notice, notice.due),
					stage,
				],
				see: doIt,
			};
		case "response-received":
			return {
				subject: say`${reference}: ${notice.from} has responded`,
				paragraphs: [
					say`${notice.from} has responded to ${it}.`,
					...(notice.owes ? [todo({ owes: notice.owes, task: notice.task }, notice.due)] : []),
					stage,
				],
				see: readIt,
			};
		case "raised-with-you": {
			const { sentTo } = notice;
			return {
				subject: say`${reference}: raised with your agency by ${notice.from}`,
				paragraphs: [
					say`${notice.from} has raised ${it} with your agency.`,
					sentTo
						? `${say`It was sent to ${colleagueOr(sentTo.person, sentTo.role)}, who is asked to ${sentTo.task}.`} ${nothingNow}`
						: nothingNow,
					stage,
				],
				see: readIt,
			};
		}
		case "said":
			return {
				subject: say`${reference}: ${notice.from} says “${notice.said}”`,
				paragraphs: [
					`${say`${notice.from} says of ${it}: “${notice.said}”.`} ${nothingNow}`,
					stage,
				],
				see: readIt,
			};
		case "late":
			return {
				subject: say`${reference}: ${notice.agency} is late`,
				paragraphs: [
					say`${notice.agency} was asked to ${taskOf(notice)}${by(notice.due)}, and has not.`,
					notice.followedUpBy
						? say`The ${notice.followedUpBy} is asked to follow it up. Sign in to see what you may do meanwhile.`
						: say`Sign in to see what you may do now.`,
					keepSafe,
					stage,
				],
				see: seeWhere,
			};
		case "to-be-decided":
			return {
				subject: say`${reference}: the ${notice.by} is asked to decide`,
				paragraphs: [
					say`The ${notice.by} is asked to decide on ${it}. You hear when it has decided.`,
					keepSafe,
					stage,
				],
				see: seeWhere,
			};
		case "decided":
			return {
				subject: say`${reference}: decision made`,
				paragraphs: [
					say`The ${notice.by} has decided on ${it}.`,
					...(notice.final ? [say`The decision is final. There is no appeal.`] : []),
					stage,
				],
				see: readIt,
			};
		case "closed":
			return {
				subject: [
					say`${reference}: closed`,
					...(notice.ending ? [startingSmall(notice.ending)] : []),
				].join(": "),
				paragraphs: [
					say`This is to tell you that ${it} was closed on ${sayDay(notice.closedOn)}.`,
					...(notice.ending
						? [
								notice.by
									? say`How it ended: ${notice.ending}, by ${notice.by}.`
									: say`How it ended: ${notice.ending}.`,
							]
						: []),
					stage,
					...sayFeedback(notice.feedback),
				],
				see: say`${enter} to read how it ended`,
			};
		case "reminder-before":
			return {
				subject: say`Reminder: ${reference}: ${taskOf(notice)}${bySubject(notice.due)}`,
				paragraphs: [
					say`This is a reminder about ${it}.`,
					todo(notice, notice.due),
					...toBeDone(notice.todo),
					stage,
				],
				see: doIt,
			};
		case "reminder-due":
			return {
				subject: [
					{ limit: say`Due today`, target: say`Target today`, window: say`Last day` }[
						notice.due.is ?? "limit"
					],
					reference,
					taskOf(notice),
				].join(": "),
				paragraphs: [
					notice.due.is === "target"
						? say`The target for your part of ${it} is today.`
						: say`Your time on ${it} ends today.`,
					todo(notice, notice.due),
					...toBeDone(notice.todo),
					stage,
				],
				see: doIt,
			};
		case "reminder-late":
			if (notice.due.is === "target")
				return {
					subject: say`Past its target: ${reference}: ${taskOf(notice)}`,
					paragraphs: [
						say`The target for your part of ${it} was ${moment(notice.due)}.`,
						say`You still need to ${taskOf(notice)}. Do it as soon as you can.`,
						...toBeDone(notice.todo),
						stage,
					],
					see: doIt,
				};
			return {
				subject: say`Overdue: ${reference}: ${taskOf(notice)}`,
				paragraphs: [
					say`Your time on ${it} has run out.`,
					say`You needed to ${taskOf(notice)} by ${moment(notice.due)}. Do it now.`,
					...toBeDone(notice.todo),
					stage,
				],
				see: doIt,
			};
		case "follow-up":
			return {
				subject: notice.due.is
					? say`Follow up: ${reference}: ${notice.agency} has not answered`
					: say`Follow up: ${reference}: ${notice.agency} is overdue`,
				paragraphs: [
					...{
						limit: () => [
							say`${notice.agency} has let its time on ${it} run out.`,
							say`It needed to ${taskOf(notice)} by ${moment(notice.due)}.`,
						],
						target: () => [
							say`The target for ${notice.agency} on ${it} has passed.`,
							say`It was asked to ${taskOf(notice)}. The target was ${moment(notice.due)}.`,
						],
						window: () => [
							say`The time that ${notice.agency} had on ${it} is over.`,
							say`It could ${taskOf(notice)} until ${moment(notice.due)}, and did not have to.`,
						],
					}[notice.due.is ?? "limit"](),
					say`You need to follow up with the agency and record what it says.`,
					stage,
				],
				see: doIt,
			};
		case "copied":
			return {
				subject: say`${reference}: for you to know`,
				paragraphs: [
					say`The protocol asks that you hear of ${it}. You do not need to do anything.`,
					stage,
				],
				see: say`${enter} to see what you may read`,
			};
		case "virus-found":
			return {
				subject: say`${reference}: a virus was found in a file`,
				paragraphs: [
					say`A virus was found in a file that was sent with ${it}. Nobody can open the file. What was written with it was sent as it was.`,
					say`If you sent the file: tell your IT service, and send a clean copy if it is still needed.`,
					stage,
				],
				see: say`${enter} to see which file it is`,
			};
		case "corrected":
			return {
				subject: say`${reference}: an answer was put right`,
				paragraphs: [
					say`An answer on ${it} was put right. What it was stays on the record beside it.`,
					say`Read it before you go on, or go by what was sent before.`,
					stage,
				],
				see: readIt,
			};
		case "not-theirs":
			return {
				subject: say`${reference}: entered for the wrong agency?`,
				paragraphs: [
					say`An agency says that what you entered for it on ${it} is not theirs. Their reason is on the record.`,
					say`Look at the original, and ring them. What is owed stays as it is until you close it, return it or recall it.`,
					stage,
				],
				see: readIt,
			};
		case "link-passed-on":
			return {
				subject: say`${reference}: a link to answer was passed on`,
				paragraphs: [
					say`Somebody who answers ${it} by a link passed it to a colleague, and vouched for them. Who that is, and how they know them, is on the record.`,
					say`If it is the wrong person, take their link back.`,
					stage,
				],
				see: readIt,
			};
		case "question-asked":
			return {
				subject: say`${reference}: a question for you`,
				paragraphs: [
					say`You are asked a question on ${it}.`,
					say`Answer it in Concord, so that the answer is on the record. No time limit changes.`,
					stage,
				],
				see: say`${enter} to answer`,
			};
		case "question-answered":
			return {
				subject: say`${reference}: your question is answered`,
				paragraphs: [say`Your question on ${it} is answered.`, stage],
				see: readIt,
			};
		case "time-asked":
			return {
				subject: say`${reference}: more time is asked for`,
				paragraphs: [
					say`Somebody asks for more time on ${it}. The date stays as it is until it is changed.`,
					say`You can give more time, or say no, with a reason.`,
					stage,
				],
				see: say`${enter} to answer`,
			};
		case "time-refused":
			return {
				subject: say`${reference}: no more time`,
				paragraphs: [
					say`No more time is given on ${it}. The date stays as it was; the reason is on the record.`,
					stage,
				],
				see: readIt,
			};
		case "entered-for-you":
			return {
				subject: say`${reference}: your form is entered`,
				paragraphs: [
					say`The ${notice.office} entered a form that came from your agency on paper or by mail, received on ${sayDay(notice.receivedOn)}. It is ${it}.`,
					say`It is your agency’s from now on, as if you had entered it. Time limits run from the day on which it was received.`,
					say`Read it, and put right what was entered wrongly. If it is not yours, tell the ${notice.office} there.`,
					stage,
				],
				see: readIt,
			};
		case "recalled-from-you":
			return {
				subject: say`${reference}: recalled, it was not meant for you`,
				paragraphs: [
					say`${startingLarge(it)} was sent to your agency by mistake. It is recalled: you need to do nothing on it, and can open it no more.`,
					say`Destroy what you printed or saved, tell nobody what it says, and tell your data protection lead.`,
				],
				see: say`${enter} to see your work`,
			};
		case "data-breach":
			return {
				subject: say`${reference}: recalled from the wrong agency, a data breach`,
				paragraphs: [
					say`${startingLarge(it)} had gone to an agency that it was not for. It was recalled, and that agency can open it no more.`,
					...(notice.reader === "sent-it"
						? [
								say`The partnership’s office and whoever sees to data protection there are told, and read who opened it until then. Tell your own data protection lead.`,
							]
						: [
								say`Whether it must be reported within 72 hours is for the data protection officer to decide.`,
							]),
					stage,
				],
				see: notice.reader === "sent-it" ? seeWhere : say`${enter} to see who opened it`,
			};
		case "sealed-for-you":
			return {
				subject: say`${reference}: sealed, and you may know of it`,
				paragraphs: [
					say`${startingLarge(it)} is sealed from now on. You are one of the people who were named, and nobody else may know of it: do not speak of it to others.`,
					say`Nobody stands in for you here while you are away. Tell whoever sealed it in time.`,
					stage,
				],
				see: readIt,
			};
		case "opened-in-emergency":
			return {
				subject: say`${reference}: a sealed ${notice.difference} was opened in an emergency`,
				paragraphs: [
					say`Somebody who was not named opened ${it} although it is sealed. They can read it for some hours, and do nothing in it.`,
					say`Read who it was, why, and what they have read. Ask them if it is not plain to you.`,
				],
				see: say`${enter} to see who opened it`,
			};
		case "seal-changed":
			return {
				subject: notice.off
					? say`${reference}: the seal was taken off`
					: say`${reference}: who may know of it was said`,
				paragraphs: [
					notice.off
						? say`Somebody took the seal off ${it}. Whoever could know of it before it was sealed may again.`
						: say`Somebody said who alone may know of ${it}.`,
					say`Read who it was. Ask them if it is not plain to you.`,
				],
				see: say`${enter} to see who did it`,
			};
		case "left-to-nobody":
			return {
				subject: say`${reference}: nobody is left to do what is owed`,
				paragraphs: notice.sealed
					? [
							say`Something is owed in ${it}, which is sealed, and none of the people who may know of it can do it.`,
							say`Name somebody who can, or take the seal off.`,
						]
					: [
							say`Something is owed in ${it}, and everybody who could do it has a conflict of interest or had a part in it.`,
							say`Name somebody else in the directory who holds that office or role.`,
							stage,
						],
				see: notice.sealed ? say`${enter} to see who was named` : readIt,
			};
		case "not-safe":
			return {
				subject: say`${reference}: said not to be safe now`,
				paragraphs: [
					say`Somebody said on ${it} that the ${whomOf(notice)} is not safe now.`,
					say`Read what was done, and do what is yours to do today. Ring as below if nobody has.`,
					stage,
				],
				see: readIt,
			};
		case "office-late": {
			const { office } = notice;
			const { owes, task } = notice;
			const late = owes
				? say`It was to ${taskOf({ owes, task })}${by(notice.due)}.`
				: say`Its time was to end${by(notice.due)}.`;
			return {
				subject: say`${reference}: the ${office} is late`,
				paragraphs: [
					`${say`The ${office} is late with ${it}.`} ${late}`,
					notice.reader === "head"
						? say`See that it is done today. Its officers are reminded as well.`
						: `${say`Nothing is asked of you because of that.`} ${keepSafe}`,
					stage,
				],
				see: seeWhere,
			};
		}
		case "reminder-by-office":
			return {
				subject: say`Reminder from the ${notice.office}: ${reference}: ${taskOf(notice)}`,
				paragraphs: [
					say`The ${notice.office} reminds you of ${it}.`,
					notice.overdue
						? say`You needed to ${taskOf(notice)}${by(notice.due)}. Do it now.`
						: todo(notice, notice.due),
					stage,
				],
				see: doIt,
			};
		case "date-changed":
			return {
				subject: say`${reference}: new date, ${sayDay(notice.due.day)}`,
				paragraphs: [
					say`A date of ${it} has changed.`,
					[
						notice.owes
							? todo({ owes: notice.owes, task: notice.task }, notice.due)
							: say`It is now ${moment(notice.due)}.`,
						say`Before, the date was ${sayDay(notice.was)}.`,
					].join(" "),
					stage,
				],
				see: say`${enter} to see why`,
			};
		case "recorded-request": {
			const owed = taskOf({ owes: "childs-record", task: notice.task });
			return {
				subject: `${reference}: ${owed}`,
				paragraphs: [
					say`A step of ${it} is done.`,
					say`You need to ${owed}. Concord gives you the text to paste.`,
					stage,
				],
				see: say`${enter} to copy the text`,
			};
		}
	}
}

function thingsInWords(
	notice: Notice & { kind: "several" | "each-morning" },
	enter: string,
): Words {
	const items = notice.items.toSorted((one, other) =>
		sortable(one.due) < sortable(other.due) ? -1 : 1,
	);
	const count = items.length + notice.more;
	const things = sayCounted(count, "thing");
	const overdue = items.filter((item) => item.overdue && item.due?.is === undefined).length;
	const howLate = () => (overdue === count ? say`, overdue` : say`, ${overdue} of them overdue`);
	return {
		subject: `${say`${things} for you to do`}${
			overdue > 0 && notice.more === 0
				? howLate()
				: bySubject(items[0]?.due, count === 1 ? "by" : "the first by")
		}`,
		paragraphs: [
			notice.kind === "each-morning"
				? say`This morning you have ${things} to do:`
				: say`You have ${things} to do:`,
		],
		items: [...items.map(thingInWords), ...andMore(notice.more)],
		see: count === 1 ? say`${enter} to do it` : say`${enter} to do them`,
	};
}

type Thing = (Notice & { kind: "several" })["items"][number];

function thingInWords({ reference, raised, stage, owes, task, todo, due, overdue }: Thing): string {
	const where = [
		...(overdue ? [due?.is === "target" ? say`Past its target` : say`Overdue`] : []),
		[reference, ...(raised ? [sayRaised(raised)] : []), stage].join(", "),
	];
	return `${where.join(": ")}: ${taskOf({ owes, task })}${todo ? ` (${todo})` : ""}${by(due)}`;
}

const sayRaised = (raised: { by: string; with?: string | undefined }): string =>
	raised.with ? say`raised by ${raised.by} with ${raised.with}` : say`raised by ${raised.by}`;

const andMore = (more: number): string[] => (more > 0 ? [say`and ${more} more`] : []);

function datesChangedInWords(
	{ dates: listed, more }: Notice & { kind: "dates-changed" },
	enter: string,
): Words {
	const dates = listed.length + more;
	const [first] = listed;
	return {
		subject:
			dates === 1 && first
				? say`${first.reference}: your date has moved`
				: say`${dates} of your dates have moved`,
		paragraphs: [
			say`The working days that dates are counted by were changed, such as by a new bank holiday.`,
			dates === 1 ? say`1 date has moved for you:` : say`${dates} dates have moved for you:`,
		],
		items: [
			...listed.map(
				({ reference, was, due }) =>
					say`${reference}: now due by ${sayDay(due)}, was ${sayDay(was)}`,
			),
			...andMore(more),
		],
		see: say`${enter} to see what is due`,
	};
}

function reportInWords(
	{ is, firstDay, lastDay, on, presentedTo }: Notice & { kind: "report" },
	enter: string,
): Words {
	const report = say`The report on ${on}, ${sayDate(firstDay)} to ${sayDate(lastDay)},`;
	const until = sayDate(lastDay);
	switch (is) {
		case "ready":
			return {
				subject: say`Report to ${until}: a draft is ready`,
				paragraphs: [
					say`${report} is ready as a draft. Its figures are there.`,
					say`Write what they mean and what changed for children, check it, and present it to the ${presentedTo}.`,
				],
				see: say`${enter} to write it`,
			};
		case "presented":
			return {
				subject: say`Report to ${until}: presented to the ${presentedTo}`,
				paragraphs: [
					say`${report} is presented to the ${presentedTo}, and you can read it.`,
					say`Whoever chairs the subgroup records there which actions are required.`,
				],
				see: say`${enter} to read it`,
			};
		case "corrected":
			return {
				subject: say`Report to ${until}: a correction`,
				paragraphs: [
					say`${report} was put right. The new version says what changed; the one before it stays as it was.`,
				],
				see: say`${enter} to read what changed`,
			};
		case "decided":
			return {
				subject: say`Report to ${until}: the ${presentedTo} has decided`,
				paragraphs: [
					say`${report} has a decision of the ${presentedTo}.`,
					say`Whoever is to do something is told, and reminded until it is done.`,
				],
				see: say`${enter} to read the decision`,
			};
	}
}

function accountInWords(notice: Notice & { kind: "account" }): Words {
	const { partnership } = notice;
	const once = notice.until
		? [say`The link below works once, until ${moment(notice.until)}. Send it to nobody.`]
		: [];
	switch (notice.news) {
		case "invited":
			return {
				subject: say`${partnership}: you are invited to Concord`,
				paragraphs: [
					say`${partnership} uses Concord when professionals disagree about the safety of a child or an adult: to raise it, to answer it, and to see whose turn it is.`,
					say`You are invited for ${notice.agency ?? partnership}.`,
					...once,
				],
				see: say`Choose how you sign in`,
			};
		case "new-password":
			return {
				subject: say`Concord: choose a new password`,
				paragraphs: [
					say`Somebody asked for a new password for your Concord account. If it was not you, do nothing: your password stays as it is.`,
					...once,
				],
				see: say`Choose a new password`,
			};
		case "answer-code":
			return {
				subject: say`Concord: your code`,
				paragraphs: [
					say`Enter it on the page that you opened from your link. It works once, for 10 minutes.`,
					say`Nobody will ring or write to ask you for it. If you did not ask for a code, do nothing, and tell whoever is named below.`,
				],
			};
		case "to-raise":
			return {
				subject: say`${partnership}: your link to raise a difference`,
				paragraphs: [
					say`You can raise a difference with another agency of ${partnership} about the safety of a child or an adult. You need no account.`,
					[
						notice.until
							? say`The link below is yours alone: it opens with a code that we send to this address, until ${moment(notice.until)}.`
							: say`The link below is yours alone: it opens with a code that we send to this address.`,
						say`What you type is kept while you write, and sent when you say so.`,
					].join(" "),
				],
				see: say`Open your link`,
			};
		case "link-taken-back":
			return {
				subject: say`${partnership}: your link works no more`,
				paragraphs: [
					say`Your link to Concord was taken back. You need do nothing with it any more. What you sent before stays on the record.`,
					say`If you think that this is a mistake, ask whoever is named below.`,
				],
			};
		case "answered":
			return {
				subject: say`${partnership}: what you sent was received`,
				paragraphs: [
					say`What you were asked is done, and it is on the record. Your links work no more.`,
					say`If you are asked for more, you get another link.`,
				],
			};
		case "webhook-paused":
			return {
				subject: say`Concord: an address of your program is told nothing more`,
				paragraphs: [
					say`An address that you named, or your program, took nothing for three days or said that it is gone. Concord sends it nothing more.`,
					say`What happened meanwhile is in Concord: let your program read it there. When the address works again, let it be told again on the page below.`,
				],
				see: say`See the programs that act for you`,
			};
		case "token-made":
			return {
				subject: say`Concord: a program can act for you`,
				paragraphs: [
					say`A token was made under your settings. A program that has it can do in Concord what the token says, in your name.`,
					say`If it was you, there is nothing to do. If it was not you, revoke it on the page below, choose a new password and tell your Business Unit at once.`,
				],
				see: say`See the programs that act for you`,
			};
		default:
			return {
				subject: `Concord: ${startingSmall(happened(notice.news))}`,
				paragraphs: [
					`${happened(notice.news)}.`,
					notice.news === "locked"
						? say`If it was you, wait a quarter of an hour and try again, or choose a new password from the sign-in page. If it was not you, nobody got in by it. You are told of this once a day at most.`
						: notice.news === "second-factor-reset"
							? say`You are signed out everywhere. When you sign in next you set up another. If you did not ask for this, tell your Business Unit at once.`
							: say`If it was you, there is nothing to do. If it was not you, choose a new password from the sign-in page and tell your Business Unit at once.`,
				],
				see: say`See how you sign in`,
			};
	}
}

function peopleInWords({ is, agency, day }: Notice & { kind: "people" }, enter: string): Words {
	return is === "leaving"
		? {
				subject: say`Somebody leaves ${agency} on ${sayDate(day)}`,
				paragraphs: [
					say`${sayDate(day)} is the last day of somebody at ${agency}.`,
					say`Look at what they owe and who gets it. Nothing is left with nobody: what you do not give to a colleague is for whoever answers in their role.`,
				],
				see: say`${enter} to see what they owe`,
			}
		: is === "contacts"
			? {
					subject: say`Are the work addresses of ${agency} still right?`,
					paragraphs: [
						say`Nobody has said for a year that a work address at ${agency} is right. The oldest was found right on ${sayDate(day)}.`,
						say`A form that goes to a wrong address is read by nobody. Say of each person whether they and their address are still right. It is one page. You are asked each week until it is answered.`,
					],
					see: say`${enter} to go through them`,
				}
			: {
					subject: say`Are the people of ${agency} still right?`,
					paragraphs: [
						say`Once a year each agency says who is still there. The last year of ${agency} began on ${sayDate(day)}.`,
						say`Say of each whether they are still right, have left or do something else now. It is one page. You are asked each week until it is answered.`,
					],
					see: say`${enter} to go through them`,
				};
}

/** What happened to how somebody signs in, to themself. */
function happened(
	news: Exclude<
		(Notice & { kind: "account" })["news"],
		| "invited"
		| "new-password"
		| "answer-code"
		| "answered"
		| "to-raise"
		| "link-taken-back"
		| "webhook-paused"
		| "token-made"
	>,
): string {
	switch (news) {
		case "password-changed":
			return say`Your Concord password was changed`;
		case "password-chosen-by-link":
			return say`A new Concord password was chosen by the link that was mailed to you`;
		case "passkey-added":
			return say`A passkey was added to your Concord account`;
		case "passkey-removed":
			return say`A passkey was taken away from your Concord account`;
		case "app-added":
			return say`An authenticator app was added to your Concord account`;
		case "app-removed":
			return say`The authenticator app was taken away from your Concord account`;
		case "recovery-code-used":
			return say`A recovery code of your Concord account was used to sign in`;
		case "second-factor-reset":
			return say`An administrator took away the passkeys and the authenticator app of your Concord account`;
		case "locked":
			return say`There were too many tries to sign in to your Concord account with a wrong password`;
	}
}

function rightsInWords(notice: Notice & { kind: "rights" }, enter: string): Words {
	const words = rightsToWhoever(notice, enter);
	if (!notice.nobodyIs) return words;
	const office = {
		"data-protection-officer": () => say`data protection officer`,
		"business-unit-head": () => say`head of the Business Unit`,
	}[notice.nobodyIs]();
	return {
		subject: `${say`Nobody is ${office}`}: ${words.subject}`,
		paragraphs: [
			say`This is for the ${office}. Nobody holds that office, or whoever does is away, so it comes to you.`,
			...words.paragraphs,
			say`Please have an administrator give the office to somebody, under People.`,
		],
		see: enter,
	};
}

function rightsToWhoever(
	{ is, count, day: on }: Notice & { kind: "rights" },
	enter: string,
): Words {
	const records = sayCounted(count, "record");
	switch (is) {
		case "to-review":
			return {
				subject: say`${records} to review`,
				paragraphs: [
					say`By the partnership’s retention schedule the time of ${records} is over, the first since ${sayDay(on)}.`,
					say`Please say what is to become of each: dispose of it, keep it longer, or put it on hold. Nothing is disposed of until you and a second person have said so.`,
				],
				see: say`${enter} to review them`,
			};
		case "not-reviewed":
			return {
				subject: say`${records} not reviewed since ${sayDate(on)}`,
				paragraphs: [
					say`By the partnership’s retention schedule the time of ${records} is over. The data protection officer was reminded, and nobody has decided what is to become of them.`,
					say`Please see that somebody does. Nothing is disposed of in the meantime.`,
				],
				see: say`${enter} to see which`,
			};
		case "access-due":
			return {
				subject: say`A subject access request is due by ${sayDate(on)}`,
				paragraphs: [
					count === 1
						? say`An answer to somebody who asked what is held about them is due, the first by ${sayDay(on)}.`
						: say`${count} answers to somebody who asked what is held about them are due, the first by ${sayDay(on)}.`,
				],
				see: say`${enter} to go on with it`,
			};
	}
}

function actionsInWords(notice: Notice & { kind: "actions-owed" }, enter: string): Words {
	const { items, more, isNew, moved } = notice;
	const [moving] = items;
	if (moved && moving) return movedInWords(moved, moving, enter);
	const all = items.length + more;
	return {
		subject: isNew ? newActions(all, items[0]?.due) : actionsAgain(all, items),
		paragraphs: [
			isNew
				? say`This was agreed so that what was learned changes something:`
				: say`This is a reminder of what was agreed so that what was learned changes something:`,
		],
		items: [
			...items.map(({ askedBy, due, overdue }) => {
				const when = overdue ? say`was due by ${sayDate(due)}` : say`due by ${sayDate(due)}`;
				return `${whence(askedBy)}: ${when}`;
			}),
			...andMore(more),
		],
		see: say`${enter} to see what it is, and to say what was done`,
	};
}

type ActionOwed = (Notice & { kind: "actions-owed" })["items"][number];

function newActions(all: number, first: string | undefined): string {
	const theirs = all === 1 ? say`An action for you` : say`${sayCounted(all, "action")} for you`;
	return first ? `${theirs}${say`, due by ${sayDate(first)}`}` : theirs;
}

function actionsAgain(all: number, items: readonly ActionOwed[]): string {
	const late = items.some(({ overdue }) => overdue);
	if (all === 1) return late ? say`Overdue: an action for you` : say`Reminder: an action for you`;
	const actions = sayCounted(all, "action");
	return late ? say`Overdue: ${actions} for you` : say`Reminder: ${actions} for you`;
}

/** What asked for an action. */
const whence = (askedBy: ActionOwed["askedBy"]): string =>
	askedBy === "report" ? say`From the decision on a report` : say`From a lesson`;

/** An action that was somebody's, and is another's now or due on another day. */
function movedInWords(
	moved: "to-somebody-else" | "to-another-day",
	{ askedBy, due }: ActionOwed,
	enter: string,
): Words {
	const day = sayDate(due);
	return moved === "to-somebody-else"
		? {
				subject: say`An action is no longer yours`,
				paragraphs: [
					say`This was given to somebody else. There is nothing more for you to do about it:`,
				],
				items: [`${whence(askedBy)}: ${say`due by ${day}`}`],
				see: say`${enter} to see what is yours`,
			}
		: {
				subject: say`An action for you is now due by ${day}`,
				paragraphs: [say`The day of something that is for you to do was moved:`],
				items: [`${whence(askedBy)}: ${say`now due by ${day}`}`],
				see: say`${enter} to see what it is, and why it was moved`,
			};
}

/** Where it stands, and who raised it with whom, where that is said. */
function sayStage(stage: string, raised?: { by: string; with?: string | undefined }): string {
	if (!raised) return say`Where it stands: ${stage}`;
	return raised.with
		? say`Where it stands: ${stage}. ${raised.by} raised it with ${raised.with}.`
		: say`Where it stands: ${stage}. ${raised.by} raised it.`;
}

/** What somebody needs to do, and by when. */
function sayTodo(task: string, due?: Due): string {
	if (!due) return say`You need to ${task}.`;
	const when = moment(due);
	return {
		limit: () => say`You need to ${task} by ${when}.`,
		target: () => say`You need to ${task}. The target is ${when}.`,
		window: () => say`You may ${task} until ${when}. You do not have to.`,
	}[due.is ?? "limit"]();
}

/** To whom something was sent: somebody of the directory by name, otherwise their role. */
const colleagueOr = (person: { name: string; post: string } | undefined, role: string): string =>
	person ? `${person.name} (${person.post})` : role;

type Owing = { owes: Owed; task?: string | undefined };

/** What is owed, as the screen says it; of one that went without, the words of its kind. */
const taskOf = ({ owes, task }: Owing): string => task ?? owedInWords(owes);

/** The protocol’s word for whom it is about. */
const whomOf = ({ whom }: { whom?: string | undefined }): string => whom ?? say`child`;

function whomToAsk(notice: Notice): string[] {
	const { ask = [] } = notice;
	if (ask.length === 0) return [];
	// What is about several may be about a child and an adult.
	const whom = sayAny(ask.map(({ name, post, email }) => `${name} (${post}, ${email})`));
	return [
		"reference" in notice
			? say`If something is not clear, ask ${whom}, without naming the ${whomOf(notice)}.`
			: say`If something is not clear, ask ${whom}, without naming anybody it is about.`,
	];
}

const toBeDone = (todo: string | undefined): string[] => (todo ? [say`To be done: ${todo}`] : []);

/** By when whoever was sent a form responds; nothing where they are held to no time. */
const timeToRespond = (due?: Due): string[] =>
	due
		? {
				limit: () => [say`They have until ${moment(due)} to respond.`],
				target: () => [say`The target for their response is ${moment(due)}.`],
				window: () => [],
			}[due.is ?? "limit"]()
		: [];

/** By when, after what somebody needs to do. */
const by = (due?: Due): string =>
	due
		? {
				limit: () => say` by ${moment(due)}`,
				target: () => say`. The target is ${moment(due)}`,
				window: () => say` until ${moment(due)}. You do not have to`,
			}[due.is ?? "limit"]()
		: "";

const bySubject = (due: Due | undefined, before: "by" | "the first by" = "by") =>
	due
		? {
				limit: () =>
					before === "by" ? say`, by ${sayDay(due.day)}` : say`, the first by ${sayDay(due.day)}`,
				target: () => say`, target ${sayDay(due.day)}`,
				window: () => say`, until ${sayDay(due.day)}`,
			}[due.is ?? "limit"]()
		: "";

const moment = ({ day, time }: Due) =>
	time ? sayMoment(Temporal.PlainDateTime.from(`${day}T${time}`)) : say`the end of ${sayDay(day)}`;

/** What has no date comes last; what has no time lasts to the end of its day. */
const sortable = (due?: Due) => (due ? `${due.day} ${due.time ?? "24:00"}` : "later");

const asParagraph = (text: string) => `<p>${escaped(text)}</p>`;

const escaped = (text: string) =>
	text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
