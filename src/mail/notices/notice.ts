/**
 * What a message may hold, kind by kind, and nothing else. What it holds of a difference is about-difference.ts; its words
 * are compose.ts.
 */
import { z } from "zod";
import { accountEventKinds } from "../../domain/people/account-event.ts";
import { languageOf, marked, withoutMarks } from "../../language/marks.ts";
import { owedKinds } from "./owed.ts";

/** One line without mark-up. Long enough for names and titles, too short for a story. */
const oneLine = (most: number) =>
	z
		.string()
		.trim()
		.min(1)
		.max(most)
		.regex(/^[^\p{Cc}<>]*$/u, "One line, without < or >");

const mostProtocolWords = 100;

/** Words that stand in the protocol: a stage's title, an office, what a difference is called there. */
export const protocolWords = oneLine(mostProtocolWords).brand<"ProtocolWords">();
/** A protocol's words as a mail has room for them: what is too long must not keep anybody from being told. */
export const shortForMail = (text: string): string => {
	const line = text.replace(/[\p{Cc}<>\s]+/gu, " ").trim();
	if (line.length <= mostProtocolWords) return line;
	const language = languageOf(line);
	// With its two marks it may be no longer either.
	return language
		? marked(language, `${withoutMarks(line).slice(0, mostProtocolWords - 3)}…`)
		: `${line.slice(0, mostProtocolWords - 1)}…`;
};

/** The name of an agency or a partnership in the directory. */
export const organisationName = oneLine(120).brand<"OrganisationName">();
/** The recipient's own name. */
export const ownName = oneLine(100).brand<"OwnName">();
/**
 * The name and the post, as the directory has them, of somebody to whom a form was sent: the only other person whom a
 * mail can name.
 */
const colleague = z.strictObject({
	name: oneLine(100).brand<"ColleagueName">(),
	post: oneLine(mostProtocolWords).brand<"Post">(),
});
/** What to do in an emergency, as the protocol says it. */
export const emergencyLine = oneLine(1_000).brand<"EmergencyLine">();
/** Letters, digits, dashes and slashes with at least one digit, such as RPD-2026-0147. */
export const reference = z
	.string()
	.regex(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9/-]{2,29}$/)
	.brand<"Reference">();
/** A page of Concord: no query and no fragment, where words could hide. */
export const link = z
	.string()
	.max(200)
	.regex(/^https?:\/\/[\w.:[\]-]+(\/[\w-]+)*\/?$/)
	.brand<"Link">();
/** Such as 2026-04-21. */
export const day = z.iso.date().brand<"Day">();
/** Without a time, the whole of the day is left. */
export const due = z.strictObject({
	day,
	time: z.iso.time({ precision: -1 }).brand<"Time">().optional(),
	/** Not a limit: nobody is late for a target, and nobody need use a window. */
	is: z.enum(["target", "window"]).optional(),
});

/** Somebody of the partnership’s office to ask: as the directory has them. */
const contact = z.strictObject({
	name: oneLine(100).brand<"ColleagueName">(),
	post: oneLine(mostProtocolWords).brand<"Post">(),
	email: z.email().max(254).brand<"WorkAddress">(),
});

/**
 * Of the texts beside it that are the protocol’s, each as it is in Welsh, under its English: in-both-languages.ts. Left out
 * where the partnership does not offer Welsh.
 */
const welshWords = z.record(z.string(), oneLine(1_000).brand<"InWelsh">()).optional();

const toAnyone = {
	to: z.strictObject({ name: ownName.optional() }),
	partnership: organisationName,
	/** Whom to ask, since nobody reads what is sent back. */
	ask: z.array(contact).max(2).optional(),
	emergency: emergencyLine,
	link,
	/** To whoever has no account and answers by a link: until when it works. */
	byLink: z.strictObject({ until: due }).optional(),
	welsh: welshWords,
};
/** The agency that raised it, and with which; left out for somebody who may not know. */
const raised = z
	.strictObject({ by: organisationName, with: organisationName.optional() })
	.optional();
/** What is said of one at least; to whoever may not know of it, not where it stands and between whom it is. */
const aboutSealed = {
	...toAnyone,
	reference,
	/** The protocol's word for a difference, such as "professional difference". */
	difference: protocolWords,
	/** The protocol's word for whom it is about, such as "adult"; "child" in messages written before it was kept. */
	whom: protocolWords.optional(),
	stage: protocolWords.optional(),
	raised,
};
const aboutOne = { ...aboutSealed, stage: protocolWords };
const owes = z.enum(owedKinds);
/** Where whoever took part says how it went for them, now that it has ended. */
const feedback = link.optional();

/** What is owed as the protocol and the screen say it, after "to"; the words of its kind where left out. */
const task = protocolWords.optional();

/** So many things are listed in one message. */
export const mostListed = 50;
const things = (least: number) => ({
	items: z
		.array(
			z.strictObject({
				reference,
				raised,
				stage: protocolWords,
				owes,
				task,
				todo: protocolWords.optional(),
				due: due.optional(),
				overdue: z.boolean().optional(),
				welsh: welshWords,
			}),
		)
		.min(least)
		.max(mostListed),
	/** How many things more than those listed. */
	more: z.number().int().min(0).default(0),
});

/**
 * What may be said in a mail, and nothing else. E-mail is read on telephones, forwarded and
 * kept by others, so a notice has no place for a child's name, a theme or a sentence of the
 * story: every text in it is branded with where it must come from, and a plain string does
 * not compile. Unknown fields are refused when it is read back from the database.
 */
export const notice = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("your-turn"),
		...aboutOne,
		owes,
		task,
		due: due.optional(),
		/** Of what is owed after the end. */
		closed: z.strictObject({ on: day, ending: protocolWords }).optional(),
		feedback,
	}),
	/** To the author and the person who signed off: it was received, who has it now, and the timescales. */
	z.strictObject({
		kind: z.literal("received"),
		...aboutOne,
		receivedOn: day,
		/** Who does what with it next, by when, and how long that is. */
		next: z
			.strictObject({
				by: protocolWords,
				owes,
				task,
				within: protocolWords.optional(),
				due: due.optional(),
			})
			.optional(),
		/** The agency that will answer, and how long it has from then on. */
		answer: z
			.strictObject({ agency: organisationName, within: protocolWords.optional() })
			.optional(),
	}),
	/** To the same people: to whom it was sent, and by when they must answer. */
	z.strictObject({
		kind: z.literal("acknowledged"),
		...aboutOne,
		receivedOn: day,
		sentOn: day,
		/** `person` is left out where the directory does not know them. */
		sentTo: z.strictObject({
			person: colleague.optional(),
			role: protocolWords,
			agency: organisationName,
		}),
		due: due.optional(),
	}),
	z.strictObject({
		kind: z.literal("sent-to-you"),
		...aboutOne,
		from: organisationName,
		owes,
		task,
		due: due.optional(),
	}),
	z.strictObject({
		kind: z.literal("response-received"),
		...aboutOne,
		from: organisationName,
		owes: owes.optional(),
		task,
		due: due.optional(),
	}),
	/** To people of the agency it was raised with who owe nothing: that it was, and who has it. */
	z.strictObject({
		kind: z.literal("raised-with-you"),
		...aboutOne,
		from: organisationName,
		sentTo: z
			.strictObject({ person: colleague.optional(), role: protocolWords, task: protocolWords })
			.optional(),
	}),
	/** What an agency said that is no response, in the words of the protocol that it chose. */
	z.strictObject({
		kind: z.literal("said"),
		...aboutOne,
		from: organisationName,
		said: protocolWords,
	}),
	/** To whoever waits for an agency that let its time pass. */
	z.strictObject({
		kind: z.literal("late"),
		...aboutOne,
		agency: organisationName,
		owes,
		task,
		due,
		/** The office that is asked to follow it up. */
		followedUpBy: protocolWords.optional(),
	}),
	/** To everybody who knows of it: an office is asked to decide. */
	z.strictObject({ kind: z.literal("to-be-decided"), ...aboutOne, by: protocolWords }),
	z.strictObject({
		kind: z.literal("decided"),
		...aboutOne,
		by: protocolWords,
		/** Whether the protocol leaves no appeal. */
		final: z.boolean(),
	}),
	z.strictObject({
		kind: z.literal("closed"),
		...aboutOne,
		closedOn: day,
		/** How it ended, as the protocol calls that, and whose act that was. */
		ending: protocolWords.optional(),
		by: organisationName.optional(),
		feedback,
	}),
	z.strictObject({
		kind: z.enum(["reminder-before", "reminder-due", "reminder-late"]),
		...aboutOne,
		owes,
		task,
		/** Of a time limit that no one step is held to: what must have happened by then. */
		todo: protocolWords.optional(),
		due,
	}),
	/** To the Business Unit: an agency has let its time pass. */
	z.strictObject({
		kind: z.literal("follow-up"),
		...aboutOne,
		agency: organisationName,
		owes,
		task,
		due,
	}),
	/** To whoever did a step that has yet to be put on the child's own record. */
	z.strictObject({ kind: z.literal("recorded-request"), ...aboutOne, task }),
	/** To somebody whom the protocol copies in: that something happened at this stage, and nothing more. */
	z.strictObject({ kind: z.literal("copied"), ...aboutOne }),
	/** To whoever sent a file in which a virus was found once it was sent, and to the office that may read of it. */
	z.strictObject({ kind: z.literal("virus-found"), ...aboutOne }),
	/** To whoever owes something and all who are named: somebody said that the child is not safe now. */
	z.strictObject({ kind: z.literal("not-safe"), ...aboutOne }),
	/** That an answer was put right; that what was entered for an agency is not theirs; a question that somebody is to answer, or its answer; that more time is asked for, or not given. */
	z.strictObject({
		kind: z.enum([
			"corrected",
			"not-theirs",
			"link-passed-on",
			"question-asked",
			"question-answered",
			"time-asked",
			"time-refused",
		]),
		...aboutOne,
	}),
	/** To the people of an agency: an office entered for them what came on paper or by mail. */
	z.strictObject({
		kind: z.literal("entered-for-you"),
		...aboutOne,
		office: protocolWords,
		receivedOn: day,
	}),
	/** To whoever had it by mistake. */
	z.strictObject({ kind: z.literal("recalled-from-you"), ...aboutOne }),
	/** To those who see to that, who may read who opened it; and to the people from whose sides it had gone. */
	z.strictObject({
		kind: z.literal("data-breach"),
		...aboutOne,
		reader: z.enum(["sees-to-it", "sent-it"]).optional(),
	}),
	/** To those who may know of what was sealed. */
	z.strictObject({ kind: z.literal("sealed-for-you"), ...aboutOne }),
	/** To those who keep seals: somebody opened what is sealed. Who and why stands behind the link. */
	z.strictObject({ kind: z.literal("opened-in-emergency"), ...aboutSealed }),
	/** To those who keep seals: who may know of it was changed, or the seal taken off. Who did it stands behind the link. */
	z.strictObject({ kind: z.literal("seal-changed"), ...aboutSealed, off: z.boolean() }),
	/** To whoever heads the office: something is owed that nobody is left to do. */
	z.strictObject({
		kind: z.literal("left-to-nobody"),
		...aboutSealed,
		sealed: z.boolean(),
	}),
	/** To whoever heads an office, and to the agencies that wait for it: it has let its limit pass. */
	z.strictObject({
		kind: z.literal("office-late"),
		...aboutOne,
		office: protocolWords,
		/** What it is late with; left out where that is no one step. */
		owes: owes.optional(),
		task,
		due,
		reader: z.enum(["head", "waiting"]),
	}),
	/** An office reminds somebody of what they owe. */
	z.strictObject({
		kind: z.literal("reminder-by-office"),
		...aboutOne,
		office: protocolWords,
		owes,
		task,
		due: due.optional(),
		overdue: z.boolean(),
	}),
	/** To whoever is held to a date that moved. */
	z.strictObject({
		kind: z.literal("date-changed"),
		...aboutOne,
		owes: owes.optional(),
		task,
		was: day,
		due,
	}),
	/** The calendar was changed, and dates of this person with it: references and days, no more. */
	z.strictObject({
		kind: z.literal("dates-changed"),
		...toAnyone,
		dates: z
			.array(z.strictObject({ reference, was: day, due: day }))
			.min(1)
			.max(mostListed),
		/** How many dates more than those listed. */
		more: z.number().int().min(0),
	}),
	/** Of a report on a period: that its draft waits, that it was presented or put right, or that something was decided on it. */
	z.strictObject({
		kind: z.literal("report"),
		...toAnyone,
		is: z.enum(["ready", "presented", "corrected", "decided"]),
		/** What it reports on: the protocol by its title. */
		on: protocolWords,
		firstDay: day,
		lastDay: day,
		/** To whom it is presented. */
		presentedTo: protocolWords,
	}),
	/** To whoever is to do what a report or a lesson asked for: the days, and nothing of what it is. */
	z.strictObject({
		kind: z.literal("actions-owed"),
		...toAnyone,
		/** That they were agreed; left out, it is a reminder. */
		isNew: z.boolean().optional(),
		/** That one is another’s now, or has another day. */
		moved: z.enum(["to-somebody-else", "to-another-day"]).optional(),
		items: z
			.array(
				z.strictObject({
					askedBy: z.enum(["report", "lesson"]),
					due: day,
					overdue: z.boolean().optional(),
				}),
			)
			.min(1)
			.max(mostListed),
		/** How many more than those listed. */
		more: z.number().int().min(0),
	}),
	/** Of who works at an agency, to those who answer for it: a last day comes, or they are to say who is still there. */
	z.strictObject({
		kind: z.literal("people"),
		...toAnyone,
		is: z.enum(["leaving", "check", "contacts"]),
		agency: organisationName,
		day,
	}),
	/** To whoever sees to people’s rights: so much is to be reviewed, nobody has reviewed it, or an answer is due. */
	z.strictObject({
		kind: z.literal("rights"),
		...toAnyone,
		is: z.enum(["to-review", "not-reviewed", "access-due"]),
		count: z.number().int().min(1),
		/** Since when it is due; of an answer, by when. */
		day,
		/** The office that would be told, where nobody holds it who is there. */
		nobodyIs: z.enum(["data-protection-officer", "business-unit-head"]).optional(),
	}),
	/** About how somebody signs in, and nothing of what is in Concord. Its link may work once: see compose. */
	z.strictObject({
		kind: z.literal("account"),
		...toAnyone,
		news: z.enum([
			"invited",
			"new-password",
			"answer-code",
			"answered",
			"to-raise",
			"link-taken-back",
			"webhook-paused",
			"token-made",
			...accountEventKinds.filter((kind) => kind !== "recovery-codes-made"),
		]),
		/** For which agency they are invited. */
		agency: organisationName.optional(),
		/** Until when the link works. */
		until: due.optional(),
	}),
	/** Several things owed by one person, in one mail: those that somebody is reminded of now, or all that they owe. */
	z.strictObject({
		kind: z.literal("several"),
		...toAnyone,
		// As sent two at least; of what was disposed of since, nothing is left in it.
		...things(1),
	}),
	z.strictObject({
		kind: z.literal("each-morning"),
		...toAnyone,
		...things(1),
	}),
]);

export type Notice = z.infer<typeof notice>;
export type Due = z.infer<typeof due>;
