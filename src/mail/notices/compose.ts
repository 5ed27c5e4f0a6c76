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
	sayDate,
	sayDay,
	sayMoment,
	sayWhole,
} from "../../language/say.ts";
import { speaking } from "../../language/speaking.ts";
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
		composeNow(notice, secret, language),
	);
	return {
		subject: withoutMarks(subject),
		text: withoutMarks(text),
		html: language === "en" ? html : withParts(html, language),
	};
}

function composeNow(notice: Notice, secret: string | undefined, language: Language): Mail {
	const link = secret === undefined ? notice.link : `${notice.link}/${secret}`;
	const words = wordsToReader(notice, secret);
	// A sentence that stands here in English alone is found word for word.
	const subject = sayWhole(words.subject);
	const paragraphs = words.paragraphs.map(sayWhole);
	const items = (words.items ?? []).map(sayWhole);
	const see = words.see === undefined ? undefined : sayWhole(words.see);
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
	const words = wordsOf(notice);
	if (notice.kind === "account" && notice.news === "answer-code")
		return { ...words, paragraphs: [`Your code is ${secret ?? "……"}`, ...words.paragraphs] };
	if (!notice.byLink) return words;
	return {
		...words,
		paragraphs: [
			...words.paragraphs,
			`You need no account. The link below is yours alone: it opens with a code that we send to this address, until ${moment(notice.byLink.until)}.`,
		],
		see: words.see?.replace(/^Sign in/, "Open your link"),
	};
}

function wordsOf(notice: Notice): Words {
	if (notice.kind === "several" || notice.kind === "each-morning") return thingsInWords(notice);
	if (notice.kind === "dates-changed") return datesChangedInWords(notice);
	if (notice.kind === "report") return reportInWords(notice);
	if (notice.kind === "account") return accountInWords(notice);
	if (notice.kind === "people") return peopleInWords(notice);
	if (notice.kind === "actions-owed") return actionsInWords(notice);
	if (notice.kind === "rights") return rightsInWords(notice);
	const { reference } = notice;
	const it = `${notice.difference} ${reference}`;
	const { raised } = notice;
	const stage = sayStage(notice.stage ?? "", raised);
	const todo = (owed: Owing, due?: Due) => sayTodo(taskOf(owed), due);
	const doIt = "Sign in to do it";
	const readIt = "Sign in to read it";
	const seeWhere = "Sign in to see where it stands";
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
								`The ${next.by} needs to ${taskOf(next)}${by(next.due)}${next.within ? ` (${next.within})` : ""}.`,
							]
						: []),
					...(answer
						? [
								`${answer.within ? `${answer.agency} then has ${answer.within} to respond. ` : ""}We will tell you to whom at ${answer.agency} it was sent, and by when they must respond.`,
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
			const whom = person ? `${person.name} (${person.post})` : `the ${role}`;
			return {
				subject: `${reference}: form received and sent to ${agency}`,
				paragraphs: [
					say`We received the form for ${it} on ${sayDay(notice.receivedOn)}.`,
					`We sent it to ${whom} of ${agency} on ${sayDay(notice.sentOn)}.${timeToRespond(notice.due)}`,
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
			const whom = sentTo?.person ? `${sentTo.person.name} (${sentTo.person.post})` : sentTo?.role;
			return {
				subject: say`${reference}: raised with your agency by ${notice.from}`,
				paragraphs: [
					say`${notice.from} has raised ${it} with your agency.`,
					sentTo
						? `It was sent to ${whom}, who is asked to ${sentTo.task}. You do not need to do anything now.`
						: "You do not need to do anything now.",
					stage,
				],
				see: readIt,
			};
		}
		case "said":
			return {
				subject: `${reference}: ${notice.from} says “${notice.said}”`,
				paragraphs: [
					`${notice.from} says of ${it}: “${notice.said}”. You do not need to do anything now.`,
					stage,
				],
				see: readIt,
			};
		case "late":
			return {
				subject: `${reference}: ${notice.agency} is late`,
				paragraphs: [
					`${notice.agency} was asked to ${taskOf(notice)}${by(notice.due)}, and has not.`,
					notice.followedUpBy
						? `The ${notice.followedUpBy} is asked to follow it up. Sign in to see what you may do meanwhile.`
						: "Sign in to see what you may do now.",
					keepSafe,
					stage,
				],
				see: seeWhere,
			};
		case "to-be-decided":
			return {
				subject: `${reference}: the ${notice.by} is asked to decide`,
				paragraphs: [
					`The ${notice.by} is asked to decide on ${it}. You hear when it has decided.`,
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
					...(notice.final ? ["The decision is final. There is no appeal."] : []),
					stage,
				],
				see: readIt,
			};
		case "closed":
			return {
				subject: `${reference}: closed${notice.ending ? `: ${startingSmall(notice.ending)}` : ""}`,
				paragraphs: [
					say`This is to tell you that ${it} was closed on ${sayDay(notice.closedOn)}.`,
					...(notice.ending
						? [`How it ended: ${notice.ending}${notice.by ? `, by ${notice.by}` : ""}.`]
						: []),
					stage,
					...sayFeedback(notice.feedback),
				],
				see: "Sign in to read how it ended",
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
				subject: `Follow up: ${reference}: ${notice.agency} ${notice.due.is ? "has not answered" : "is overdue"}`,
				paragraphs: [
					...{
						limit: [
							`${notice.agency} has let its time on ${it} run out.`,
							`It needed to ${taskOf(notice)}${by(notice.due)}.`,
						],
						target: [
							`The target for ${notice.agency} on ${it} has passed.`,
							`It was asked to ${taskOf(notice)}. The target was ${moment(notice.due)}.`,
						],
						window: [
							`The time that ${notice.agency} had on ${it} is over.`,
							`It could ${taskOf(notice)} until ${moment(notice.due)}, and did not have to.`,
						],
					}[notice.due.is ?? "limit"],
					"You need to follow up with the agency and record what it says.",
					stage,
				],
				see: doIt,
			};
		case "copied":
			return {
				subject: `${reference}: for you to know`,
				paragraphs: [
					`The protocol asks that you hear of ${it}. You do not need to do anything.`,
					stage,
				],
				see: "Sign in to see what you may read",
			};
		case "virus-found":
			return {
				subject: `${reference}: a virus was found in a file`,
				paragraphs: [
					`A virus was found in a file that was sent with ${it}. Nobody can open the file. What was written with it was sent as it was.`,
					"If you sent the file: tell your IT service, and send a clean copy if it is still needed.",
					stage,
				],
				see: "Sign in to see which file it is",
			};
		case "corrected":
			return {
				subject: `${reference}: an answer was put right`,
				paragraphs: [
					`An answer on ${it} was put right. What it was stays on the record beside it.`,
					"Read it before you go on, or go by what was sent before.",
					stage,
				],
				see: readIt,
			};
		case "not-theirs":
			return {
				subject: `${reference}: entered for the wrong agency?`,
				paragraphs: [
					`An agency says that what you entered for it on ${it} is not theirs. Their reason is on the record.`,
					"Look at the original, and ring them. What is owed stays as it is until you close it, return it or recall it.",
					stage,
				],
				see: readIt,
			};
		case "link-passed-on":
			return {
				subject: `${reference}: a link to answer was passed on`,
				paragraphs: [
					`Somebody who answers ${it} by a link passed it to a colleague, and vouched for them. Who that is, and how they know them, is on the record.`,
					"If it is the wrong person, take their link back.",
					stage,
				],
				see: readIt,
			};
		case "question-asked":
			return {
				subject: say`${reference}: a question for you`,
				paragraphs: [
					say`You are asked a question on ${it}.`,
					"Answer it in Concord, so that the answer is on the record. No time limit changes.",
					stage,
				],
				see: "Sign in to answer",
			};
		case "question-answered":
			return {
				subject: say`${reference}: your question is answered`,
				paragraphs: [say`Your question on ${it} is answered.`, stage],
				see: readIt,
			};
		case "time-asked":
			return {
				subject: `${reference}: more time is asked for`,
				paragraphs: [
					`Somebody asks for more time on ${it}. The date stays as it is until it is changed.`,
					"You can give more time, or say no, with a reason.",
					stage,
				],
				see: "Sign in to answer",
			};
		case "time-refused":
			return {
				subject: `${reference}: no more time`,
				paragraphs: [
					`No more time is given on ${it}. The date stays as it was; the reason is on the record.`,
					stage,
				],
				see: readIt,
			};
		case "entered-for-you":
			return {
				subject: `${reference}: your form is entered`,
				paragraphs: [
					`The ${notice.office} entered a form that came from your agency on paper or by mail, received on ${sayDay(notice.receivedOn)}. It is ${it}.`,
					"It is your agency’s from now on, as if you had entered it. Time limits run from the day on which it was received.",
					`Read it, and put right what was entered wrongly. If it is not yours, tell the ${notice.office} there.`,
					stage,
				],
				see: readIt,
			};
		case "recalled-from-you":
			return {
				subject: `${reference}: recalled, it was not meant for you`,
				paragraphs: [
					`${startingLarge(it)} was sent to your agency by mistake. It is recalled: you need to do nothing on it, and can open it no more.`,
					"Destroy what you printed or saved, tell nobody what it says, and tell your data protection lead.",
				],
				see: "Sign in to see your work",
			};
		case "data-breach":
			return {
				subject: `${reference}: recalled from the wrong agency, a data breach`,
				paragraphs: [
					`${startingLarge(it)} had gone to an agency that it was not for. It was recalled, and that agency can open it no more.`,
					...(notice.reader === "sent-it"
						? [
								"The partnership’s office and whoever sees to data protection there are told, and read who opened it until then. Tell your own data protection lead.",
							]
						: [
								"Whether it must be reported within 72 hours is for the data protection officer to decide.",
							]),
					stage,
				],
				see: notice.reader === "sent-it" ? seeWhere : "Sign in to see who opened it",
			};
		case "sealed-for-you":
			return {
				subject: `${reference}: sealed, and you may know of it`,
				paragraphs: [
					`${startingLarge(it)} is sealed from now on. You are one of the people who were named, and nobody else may know of it: do not speak of it to others.`,
					"Nobody stands in for you here while you are away. Tell whoever sealed it in time.",
					stage,
				],
				see: readIt,
			};
		case "opened-in-emergency":
			return {
				subject: `${reference}: a sealed ${notice.difference} was opened in an emergency`,
				paragraphs: [
					`Somebody who was not named opened ${it} although it is sealed. They can read it for some hours, and do nothing in it.`,
					"Read who it was, why, and what they have read. Ask them if it is not plain to you.",
				],
				see: "Sign in to see who opened it",
			};
		case "left-to-nobody":
			return {
				subject: `${reference}: nobody is left to do what is owed`,
				paragraphs: notice.sealed
					? [
							`Something is owed in ${it}, which is sealed, and none of the people who may know of it can do it.`,
							"Name somebody who can, or take the seal off.",
						]
					: [
							`Something is owed in ${it}, and everybody who could do it has a conflict of interest or had a part in it.`,
							"Name somebody else in the directory who holds that office or role.",
							stage,
						],
				see: notice.sealed ? "Sign in to see who was named" : readIt,
			};
		case "not-safe":
			return {
				subject: `${reference}: said not to be safe now`,
				paragraphs: [
					`Somebody said on ${it} that the ${whomOf(notice)} is not safe now.`,
					"Read what was done, and do what is yours to do today. Ring as below if nobody has.",
					stage,
				],
				see: readIt,
			};
		case "office-late": {
			const { office } = notice;
			const { owes, task } = notice;
			const late = owes ? `It was to ${taskOf({ owes, task })}` : "Its time was to end";
			return {
				subject: `${reference}: the ${office} is late`,
				paragraphs: [
					`The ${office} is late with ${it}. ${late}${by(notice.due)}.`,
					notice.reader === "head"
						? "See that it is done today. Its officers are reminded as well."
						: `Nothing is asked of you because of that. ${keepSafe}`,
					stage,
				],
				see: seeWhere,
			};
		}
		case "reminder-by-office":
			return {
				subject: `Reminder from the ${notice.office}: ${reference}: ${taskOf(notice)}`,
				paragraphs: [
					`The ${notice.office} reminds you of ${it}.`,
					notice.overdue
						? `You needed to ${taskOf(notice)}${by(notice.due)}. Do it now.`
						: todo(notice, notice.due),
					stage,
				],
				see: doIt,
			};
		case "date-changed":
			return {
				subject: `${reference}: new date, ${sayDay(notice.due.day)}`,
				paragraphs: [
					`A date of ${it} has changed.`,
					`${notice.owes ? todo({ owes: notice.owes, task: notice.task }, notice.due) : `It is now ${moment(notice.due)}.`} Before, the date was ${sayDay(notice.was)}.`,
					stage,
				],
				see: "Sign in to see why",
			};
		case "recorded-request": {
			const owed = taskOf({ owes: "childs-record", task: notice.task });
			return {
				subject: `${reference}: ${owed}`,
				paragraphs: [
					`A step of ${it} is done.`,
					`You need to ${owed}. Concord gives you the text to paste.`,
					stage,
				],
				see: "Sign in to copy the text",
			};
		}
	}
}

function thingsInWords(notice: Notice & { kind: "several" | "each-morning" }): Words {
	const items = notice.items.toSorted((one, other) =>
		sortable(one.due) < sortable(other.due) ? -1 : 1,
	);
	const count = items.length + notice.more;
	const things = count === 1 ? "1 thing" : `${count} things`;
	const overdue = items.filter((item) => item.overdue && item.due?.is === undefined).length;
	return {
		subject: `${things} for you to do${
			overdue > 0 && notice.more === 0
				? `, ${overdue === count ? "overdue" : `${overdue} of them overdue`}`
				: bySubject(items[0]?.due, count === 1 ? "by" : "the first by")
		}`,
		paragraphs: [
			notice.kind === "each-morning"
				? `This morning you have ${things} to do:`
				: `You have ${things} to do:`,
		],
		items: [
			...items.map(
				({ reference, raised, stage, owes, task, todo, due, overdue }) =>
					`${overdue ? (due?.is === "target" ? "Past its target: " : "Overdue: ") : ""}${reference}, ${raised ? `raised by ${raised.by}${withWhom(raised)}, ` : ""}${stage}: ${taskOf({ owes, task })}${todo ? ` (${todo})` : ""}${by(due)}`,
			),
			...(notice.more > 0 ? [`and ${notice.more} more`] : []),
		],
		see: count === 1 ? "Sign in to do it" : "Sign in to do them",
	};
}

function datesChangedInWords({ dates: listed, more }: Notice & { kind: "dates-changed" }): Words {
	const dates = listed.length + more;
	const yours = dates === 1 ? "1 date has" : `${dates} dates have`;
	return {
		subject: `${dates === 1 ? `${listed[0]?.reference}: your date has` : `${dates} of your dates have`} moved`,
		paragraphs: [
			"The working days that dates are counted by were changed, such as by a new bank holiday.",
			`${yours} moved for you:`,
		],
		items: [
			...listed.map(
				({ reference, was, due }) => `${reference}: now due by ${sayDay(due)}, was ${sayDay(was)}`,
			),
			...(more > 0 ? [`and ${more} more`] : []),
		],
		see: "Sign in to see what is due",
	};
}

function reportInWords({
	is,
	firstDay,
	lastDay,
	on,
	presentedTo,
}: Notice & { kind: "report" }): Words {
	const report = `The report on ${on}, ${sayDate(firstDay)} to ${sayDate(lastDay)},`;
	switch (is) {
		case "ready":
			return {
				subject: `Report to ${sayDate(lastDay)}: a draft is ready`,
				paragraphs: [
					`${report} is ready as a draft. Its figures are there.`,
					`Write what they mean and what changed for children, check it, and present it to the ${presentedTo}.`,
				],
				see: "Sign in to write it",
			};
		case "presented":
			return {
				subject: `Report to ${sayDate(lastDay)}: presented to the ${presentedTo}`,
				paragraphs: [
					`${report} is presented to the ${presentedTo}, and you can read it.`,
					"Whoever chairs the subgroup records there which actions are required.",
				],
				see: "Sign in to read it",
			};
		case "corrected":
			return {
				subject: `Report to ${sayDate(lastDay)}: a correction`,
				paragraphs: [
					`${report} was put right. The new version says what changed; the one before it stays as it was.`,
				],
				see: "Sign in to read what changed",
			};
		case "decided":
			return {
				subject: `Report to ${sayDate(lastDay)}: the ${presentedTo} has decided`,
				paragraphs: [
					`${report} has a decision of the ${presentedTo}.`,
					"Whoever is to do something is told, and reminded until it is done.",
				],
				see: "Sign in to read the decision",
			};
	}
}

function accountInWords(notice: Notice & { kind: "account" }): Words {
	const { partnership } = notice;
	const once = notice.until
		? [`The link below works once, until ${moment(notice.until)}. Send it to nobody.`]
		: [];
	switch (notice.news) {
		case "invited":
			return {
				subject: `${partnership}: you are invited to Concord`,
				paragraphs: [
					`${partnership} uses Concord when professionals disagree about the safety of a child or an adult: to raise it, to answer it, and to see whose turn it is.`,
					`You are invited for ${notice.agency ?? partnership}.`,
					...once,
				],
				see: "Choose how you sign in",
			};
		case "new-password":
			return {
				subject: "Concord: choose a new password",
				paragraphs: [
					"Somebody asked for a new password for your Concord account. If it was not you, do nothing: your password stays as it is.",
					...once,
				],
				see: "Choose a new password",
			};
		case "answer-code":
			return {
				subject: "Concord: your code",
				paragraphs: [
					"Enter it on the page that you opened from your link. It works once, for 10 minutes.",
					"Nobody will ring or write to ask you for it. If you did not ask for a code, do nothing, and tell whoever is named below.",
				],
			};
		case "to-raise":
			return {
				subject: `${partnership}: your link to raise a difference`,
				paragraphs: [
					`You can raise a difference with another agency of ${partnership} about the safety of a child or an adult. You need no account.`,
					`The link below is yours alone: it opens with a code that we send to this address${notice.until ? `, until ${moment(notice.until)}` : ""}. What you type is kept while you write, and sent when you say so.`,
				],
				see: "Open your link",
			};
		case "link-taken-back":
			return {
				subject: `${partnership}: your link works no more`,
				paragraphs: [
					"Your link to Concord was taken back. You need do nothing with it any more. What you sent before stays on the record.",
					"If you think that this is a mistake, ask whoever is named below.",
				],
			};
		case "answered":
			return {
				subject: `${partnership}: what you sent was received`,
				paragraphs: [
					"What you were asked is done, and it is on the record. Your links work no more.",
					"If you are asked for more, you get another link.",
				],
			};
		case "webhook-paused":
			return {
				subject: "Concord: an address of your program is told nothing more",
				paragraphs: [
					"An address that you named, or your program, took nothing for three days or said that it is gone. Concord sends it nothing more.",
					"What happened meanwhile is in Concord: let your program read it there. When the address works again, let it be told again on the page below.",
				],
				see: "See the programs that act for you",
			};
		case "token-made":
			return {
				subject: "Concord: a program can act for you",
				paragraphs: [
					"A token was made under your settings. A program that has it can do in Concord what the token says, in your name.",
					"If it was you, there is nothing to do. If it was not you, revoke it on the page below, choose a new password and tell your Business Unit at once.",
				],
				see: "See the programs that act for you",
			};
		default:
			return {
				subject: `Concord: ${startingSmall(happened[notice.news])}`,
				paragraphs: [
					`${happened[notice.news]}.`,
					notice.news === "locked"
						? "If it was you, wait a quarter of an hour and try again, or choose a new password from the sign-in page. If it was not you, nobody got in by it. You are told of this once a day at most."
						: notice.news === "second-factor-reset"
							? "You are signed out everywhere. When you sign in next you set up another. If you did not ask for this, tell your Business Unit at once."
							: "If it was you, there is nothing to do. If it was not you, choose a new password from the sign-in page and tell your Business Unit at once.",
				],
				see: "See how you sign in",
			};
	}
}

function peopleInWords({ is, agency, day }: Notice & { kind: "people" }): Words {
	return is === "leaving"
		? {
				subject: `Somebody leaves ${agency} on ${sayDate(day)}`,
				paragraphs: [
					`${sayDate(day)} is the last day of somebody at ${agency}.`,
					"Look at what they owe and who gets it. Nothing is left with nobody: what you do not give to a colleague is for whoever answers in their role.",
				],
				see: "Sign in to see what they owe",
			}
		: is === "contacts"
			? {
					subject: `Are the work addresses of ${agency} still right?`,
					paragraphs: [
						`Nobody has said for a year that a work address at ${agency} is right. The oldest was found right on ${sayDate(day)}.`,
						"A form that goes to a wrong address is read by nobody. Say of each person whether they and their address are still right. It is one page. You are asked each week until it is answered.",
					],
					see: "Sign in to go through them",
				}
			: {
					subject: `Are the people of ${agency} still right?`,
					paragraphs: [
						`Once a year each agency says who is still there. The last year of ${agency} began on ${sayDate(day)}.`,
						"Say of each whether they are still right, have left or do something else now. It is one page. You are asked each week until it is answered.",
					],
					see: "Sign in to go through them",
				};
}

/** What happened to how somebody signs in, to themself. */
const happened: Record<
	Exclude<
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
	string
> = {
	"password-changed": "Your Concord password was changed",
	"password-chosen-by-link": "A new Concord password was chosen by the link that was mailed to you",
	"passkey-added": "A passkey was added to your Concord account",
	"passkey-removed": "A passkey was taken away from your Concord account",
	"app-added": "An authenticator app was added to your Concord account",
	"app-removed": "The authenticator app was taken away from your Concord account",
	"recovery-code-used": "A recovery code of your Concord account was used to sign in",
	"second-factor-reset":
		"An administrator took away the passkeys and the authenticator app of your Concord account",
	locked: "There were too many tries to sign in to your Concord account with a wrong password",
};

const nobodyIs = {
	"data-protection-officer": "data protection officer",
	"business-unit-head": "head of the Business Unit",
};

function rightsInWords(notice: Notice & { kind: "rights" }): Words {
	const { nobodyIs: office } = notice;
	const words = rightsToWhoever(notice);
	if (!office) return words;
	return {
		subject: `Nobody is ${nobodyIs[office]}: ${words.subject}`,
		paragraphs: [
			`This is for the ${nobodyIs[office]}. Nobody holds that office, or whoever does is away, so it comes to you.`,
			...(words.paragraphs ?? []),
			"Please have an administrator give the office to somebody, under People.",
		],
		see: "Sign in",
	};
}

function rightsToWhoever({ is, count, day: on }: Notice & { kind: "rights" }): Words {
	const records = count === 1 ? "1 record" : `${count} records`;
	switch (is) {
		case "to-review":
			return {
				subject: `${records} to review`,
				paragraphs: [
					`By the partnership’s retention schedule the time of ${records} is over, the first since ${sayDay(on)}.`,
					"Please say what is to become of each: dispose of it, keep it longer, or put it on hold. Nothing is disposed of until you and a second person have said so.",
				],
				see: "Sign in to review them",
			};
		case "not-reviewed":
			return {
				subject: `${records} not reviewed since ${sayDate(on)}`,
				paragraphs: [
					`By the partnership’s retention schedule the time of ${records} is over. The data protection officer was reminded, and nobody has decided what is to become of them.`,
					"Please see that somebody does. Nothing is disposed of in the meantime.",
				],
				see: "Sign in to see which",
			};
		case "access-due":
			return {
				subject: `A subject access request is due by ${sayDate(on)}`,
				paragraphs: [
					`${count === 1 ? "An answer" : `${count} answers`} to somebody who asked what is held about them ${count === 1 ? "is" : "are"} due, the first by ${sayDay(on)}.`,
				],
				see: "Sign in to go on with it",
			};
	}
}

function actionsInWords(notice: Notice & { kind: "actions-owed" }): Words {
	const { items, more, isNew, moved } = notice;
	const [moving] = items;
	if (moved && moving) return movedInWords(moved, moving);
	const all = items.length + more;
	const late = items.some(({ overdue }) => overdue);
	const [first] = items;
	const theirs = all === 1 ? "An action" : `${all} actions`;
	return {
		subject: isNew
			? `${theirs} for you${first ? `, due by ${sayDate(first.due)}` : ""}`
			: `${late ? "Overdue" : "Reminder"}: ${all === 1 ? "an action" : `${all} actions`} for you`,
		paragraphs: [
			isNew
				? "This was agreed so that what was learned changes something:"
				: "This is a reminder of what was agreed so that what was learned changes something:",
		],
		items: [
			...items.map(
				({ askedBy, due, overdue }) =>
					`${askedBy === "report" ? "From the decision on a report" : "From a lesson"}: ${overdue ? "was " : ""}due by ${sayDate(due)}`,
			),
			...(more > 0 ? [`and ${more} more`] : []),
		],
		see: "Sign in to see what it is, and to say what was done",
	};
}

type ActionOwed = (Notice & { kind: "actions-owed" })["items"][number];

/** An action that was somebody's, and is another's now or due on another day. */
function movedInWords(
	moved: "to-somebody-else" | "to-another-day",
	{ askedBy, due }: ActionOwed,
): Words {
	const from = askedBy === "report" ? "From the decision on a report" : "From a lesson";
	return moved === "to-somebody-else"
		? {
				subject: "An action is no longer yours",
				paragraphs: [
					"This was given to somebody else. There is nothing more for you to do about it:",
				],
				items: [`${from}: due by ${sayDate(due)}`],
				see: "Sign in to see what is yours",
			}
		: {
				subject: `An action for you is now due by ${sayDate(due)}`,
				paragraphs: ["The day of something that is for you to do was moved:"],
				items: [`${from}: now due by ${sayDate(due)}`],
				see: "Sign in to see what it is, and why it was moved",
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

type Owing = { owes: Owed; task?: string | undefined };

/** What is owed, as the screen says it; of one that went without, the words of its kind. */
const taskOf = ({ owes, task }: Owing): string => task ?? owedInWords[owes];

/** With which agency it was raised: " with Riverside"; "" where there is no other. */
const withWhom = (raised: { with?: string | undefined }): string =>
	raised.with ? ` with ${raised.with}` : "";

/** The protocol’s word for whom it is about. */
const whomOf = ({ whom }: { whom?: string | undefined }): string => whom ?? "child";

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

/** By when whoever was sent a form responds, as a sentence; "" where they are held to no time. */
const timeToRespond = (due?: Due) =>
	due
		? {
				limit: ` They have until ${moment(due)} to respond.`,
				target: ` The target for their response is ${moment(due)}.`,
				window: "",
			}[due.is ?? "limit"]
		: "";

/** By when, after what somebody needs to do. */
const by = (due?: Due) =>
	due
		? {
				limit: ` by ${moment(due)}`,
				target: `. The target is ${moment(due)}`,
				window: ` until ${moment(due)}. You do not have to`,
			}[due.is ?? "limit"]
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
