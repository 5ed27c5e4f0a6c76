import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { about, aboutOne, anyNotice, due } from "./any-notice.fixture.ts";
import { compose } from "./compose.ts";
import { type Notice, notice } from "./notice.ts";

const somerset = (fields: object) => notice.parse({ ...aboutOne, ...fields });

/** The paragraphs that differ from kind to kind, under the subject. */
const said = (fields: object) => {
	const { subject, text } = compose(somerset(fields));
	const [greeting, ...paragraphs] = text.trimEnd().split("\n\n");
	expect(greeting).toBe("Dear Zoë Łukasiewicz");
	return [subject, ...paragraphs.slice(0, -4)];
};

test("a whole mail, from the greeting to the emergency line", () => {
	expect(compose(somerset({ kind: "your-turn", owes: "reply", due }))).toMatchInlineSnapshot(`
			{
			  "html": "<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>RPD-2026-0147: reply to the other agency, by Tuesday 21 April 2026</title></head>
			<body style="font-family: arial, sans-serif; font-size: 16px; line-height: 1.5; color: #0b0c0c">
			<p>Dear Zoë Łukasiewicz</p>
			<p>It is your turn on professional difference RPD-2026-0147.</p>
			<p>You need to reply to the other agency by the end of Tuesday 21 April 2026.</p>
			<p>Where it stands: Formal resolution</p>
			<p><a href="https://concord.example/differences/7f3k">Sign in to do it</a></p>
			<p>This message has no details on purpose. Do not reply to it, and do not send details by email.</p>
			<p><strong>If a child is in immediate danger, call 999.</strong></p>
			<p>Somerset Safeguarding Children Partnership</p>
			</body></html>",
			  "subject": "RPD-2026-0147: reply to the other agency, by Tuesday 21 April 2026",
			  "text": "Dear Zoë Łukasiewicz

			It is your turn on professional difference RPD-2026-0147.

			You need to reply to the other agency by the end of Tuesday 21 April 2026.

			Where it stands: Formal resolution

			Sign in to do it:
			https://concord.example/differences/7f3k

			This message has no details on purpose. Do not reply to it, and do not send details by email.

			If a child is in immediate danger, call 999.

			Somerset Safeguarding Children Partnership
			",
			}
		`);
});

describe("each kind says what happened and what is owed", () => {
	test("received, to the agency that raised it, with the timescales", () => {
		const received = { kind: "received", receivedOn: "2026-04-02" };
		expect(
			said({
				...received,
				next: {
					by: "SSCP Business Unit",
					owes: "forward",
					within: "2 working days",
					due: { day: "2026-04-08" },
				},
				answer: { agency: "Riverside Children’s Social Care", within: "10 working days" },
			}),
		).toEqual([
			"RPD-2026-0147: form received",
			"We received the form for professional difference RPD-2026-0147 on Thursday 2 April 2026.",
			"The SSCP Business Unit needs to send the form to the other agency by the end of Wednesday 8 April 2026 (2 working days).",
			"Riverside Children’s Social Care then has 10 working days to respond. We will tell you to whom at Riverside Children’s Social Care it was sent, and by when they must respond.",
			"Keep safeguarding the child while you wait.",
			"Where it stands: Formal resolution",
			"A receipt that anybody can check: https://concord.example/differences/7f3k/receipts",
		]);
		// A protocol may state no time, and nobody may be asked to send it on.
		expect(said(received).slice(1, 3)).toEqual([
			"We received the form for professional difference RPD-2026-0147 on Thursday 2 April 2026.",
			"Keep safeguarding the child while you wait.",
		]);
	});

	test("acknowledged, to the agency that raised it: to whom it was sent, by name and post", () => {
		const acknowledged = {
			kind: "acknowledged",
			receivedOn: "2026-04-02",
			sentOn: "2026-04-07",
			due,
		};
		const sentTo = { role: "senior manager", agency: "Riverside Children’s Social Care" };
		expect(
			said({
				...acknowledged,
				sentTo: { ...sentTo, person: { name: "Rafiq Example", post: "Service manager" } },
			})[2],
		).toBe(
			"We sent it to Rafiq Example (Service manager) of Riverside Children’s Social Care on Tuesday 7 April 2026. They have until the end of Tuesday 21 April 2026 to respond.",
		);
		// Somebody who is not in the directory has only the role.
		expect(said({ ...acknowledged, sentTo })).toEqual([
			"RPD-2026-0147: form received and sent to Riverside Children’s Social Care",
			"We received the form for professional difference RPD-2026-0147 on Thursday 2 April 2026.",
			"We sent it to the senior manager of Riverside Children’s Social Care on Tuesday 7 April 2026. They have until the end of Tuesday 21 April 2026 to respond.",
			"Keep safeguarding the child while you wait.",
			"Where it stands: Formal resolution",
			"A receipt that anybody can check: https://concord.example/differences/7f3k/receipts",
		]);
	});

	test("sent to you, to the agency it was raised with", () => {
		expect(
			said({
				kind: "sent-to-you",
				from: "Oakfield Primary School",
				owes: "reply",
				due: { ...due, time: "17:00" },
			}),
		).toEqual([
			"RPD-2026-0147: sent to your agency by Oakfield Primary School",
			"Oakfield Primary School has raised professional difference RPD-2026-0147 with your agency.",
			"You need to reply to the other agency by 5pm on Tuesday 21 April 2026.",
			"Where it stands: Formal resolution",
		]);
	});

	test("response received, with a judgement owed", () => {
		expect(
			said({
				kind: "response-received",
				from: "Riverside Children’s Social Care",
				owes: "judgement",
			}),
		).toEqual([
			"RPD-2026-0147: Riverside Children’s Social Care has responded",
			"Riverside Children’s Social Care has responded to professional difference RPD-2026-0147.",
			"You need to say whether it is resolved or goes on.",
			"Where it stands: Formal resolution",
		]);
	});

	test("decided, without appeal", () => {
		expect(
			said({
				kind: "decided",
				stage: "Executive",
				by: "SSCP Executive",
				final: true,
			}),
		).toEqual([
			"RPD-2026-0147: decision made",
			"The SSCP Executive has decided on professional difference RPD-2026-0147.",
			"The decision is final. There is no appeal.",
			"Where it stands: Executive",
		]);
	});

	test("raised with your agency, to whoever has nothing to do: who has it", () => {
		const raised = {
			kind: "raised-with-you",
			from: "Oakfield Primary School",
			raised: { by: "Oakfield Primary School", with: "Riverside" },
		};
		expect(
			said({
				...raised,
				sentTo: {
					person: { name: "Denise Example", post: "Team leader" },
					role: "a team leader of Riverside",
					task: "reply to the other agency’s manager",
				},
			}),
		).toEqual([
			"RPD-2026-0147: raised with your agency by Oakfield Primary School",
			"Oakfield Primary School has raised professional difference RPD-2026-0147 with your agency.",
			"It was sent to Denise Example (Team leader), who is asked to reply to the other agency’s manager. You do not need to do anything now.",
			"Where it stands: Formal resolution. Oakfield Primary School raised it with Riverside.",
		]);
		expect(said(raised)[2]).toBe("You do not need to do anything now.");
	});

	test("what is no response is told in the words that were chosen", () => {
		expect(
			said({ kind: "said", from: "Oakfield Primary School", said: "No, it is not resolved" }).slice(
				0,
				2,
			),
		).toEqual([
			"RPD-2026-0147: Oakfield Primary School says “No, it is not resolved”",
			"Oakfield Primary School says of professional difference RPD-2026-0147: “No, it is not resolved”. You do not need to do anything now.",
		]);
	});

	test("late, to the agency that waits", () => {
		const late = {
			kind: "late",
			agency: "Riverside",
			owes: "form",
			task: "answer in part two of the form",
			due,
		};
		expect(said({ ...late, followedUpBy: "SSCP Business Unit" }).slice(0, 3)).toEqual([
			"RPD-2026-0147: Riverside is late",
			"Riverside was asked to answer in part two of the form by the end of Tuesday 21 April 2026, and has not.",
			"The SSCP Business Unit is asked to follow it up. Sign in to see what you may do meanwhile.",
		]);
		expect(said(late)[2]).toBe("Sign in to see what you may do now.");
	});

	test("an office is asked to decide", () => {
		expect(said({ kind: "to-be-decided", by: "SSCP Executive" }).slice(0, 2)).toEqual([
			"RPD-2026-0147: the SSCP Executive is asked to decide",
			"The SSCP Executive is asked to decide on professional difference RPD-2026-0147. You hear when it has decided.",
		]);
	});

	test("how it ended, and whose act that was", () => {
		const closed = { kind: "closed", closedOn: "2026-04-24", ending: "Withdrawn" };
		expect(said({ ...closed, by: "Oakfield Primary School" }).slice(0, 3)).toEqual([
			"RPD-2026-0147: closed: withdrawn",
			"This is to tell you that professional difference RPD-2026-0147 was closed on Friday 24 April 2026.",
			"How it ended: Withdrawn, by Oakfield Primary School.",
		]);
	});

	test("what is owed after the end says how it ended, and whoever took part is asked how it went", () => {
		const feedback = "https://concord.example/differences/7f3k/feedback";
		const asked = `How did it go for you? Four questions, in less than a minute. Nobody can see who answered what: ${feedback}`;
		expect(
			said({
				kind: "your-turn",
				owes: "task",
				task: "say what changed for the child",
				due,
				closed: { on: "2026-04-07", ending: "Resolved" },
				feedback,
			}),
		).toEqual([
			"RPD-2026-0147: say what changed for the child, by Tuesday 21 April 2026",
			"It is your turn on professional difference RPD-2026-0147.",
			"You need to say what changed for the child by the end of Tuesday 21 April 2026.",
			"It was closed on Tuesday 7 April 2026. How it ended: Resolved.",
			"Where it stands: Formal resolution",
			asked,
		]);
		expect(said({ kind: "closed", closedOn: "2026-04-24", feedback }).at(-1)).toBe(asked);
	});

	test("whom to ask, since nobody reads what is sent back", () => {
		const ask = [{ name: "Siân Rees", post: "Business manager", email: "sian.rees@example.org" }];
		expect(compose(somerset({ kind: "not-safe", ask })).text).toContain(
			"If something is not clear, ask Siân Rees (Business manager, sian.rees@example.org), without naming the child.",
		);
	});

	test("closed", () => {
		expect(said({ kind: "closed", closedOn: "2026-04-24" })).toEqual([
			"RPD-2026-0147: closed",
			"This is to tell you that professional difference RPD-2026-0147 was closed on Friday 24 April 2026.",
			"Where it stands: Formal resolution",
		]);
	});

	test("reminders before a clock ends, on its last day and after", () => {
		const reminder = (kind: string) => said({ kind, owes: "sign-off", due });
		expect(reminder("reminder-before")).toEqual([
			"Reminder: RPD-2026-0147: sign off the form or send it back, by Tuesday 21 April 2026",
			"This is a reminder about professional difference RPD-2026-0147.",
			"You need to sign off the form or send it back by the end of Tuesday 21 April 2026.",
			"Where it stands: Formal resolution",
		]);
		expect(reminder("reminder-due")).toEqual([
			"Due today: RPD-2026-0147: sign off the form or send it back",
			"Your time on professional difference RPD-2026-0147 ends today.",
			"You need to sign off the form or send it back by the end of Tuesday 21 April 2026.",
			"Where it stands: Formal resolution",
		]);
		expect(reminder("reminder-late")).toEqual([
			"Overdue: RPD-2026-0147: sign off the form or send it back",
			"Your time on professional difference RPD-2026-0147 has run out.",
			"You needed to sign off the form or send it back by the end of Tuesday 21 April 2026. Do it now.",
			"Where it stands: Formal resolution",
		]);
	});

	test.each(["your-turn", "reminder-before", "reminder-due", "reminder-late"] as const)(
		"%s, of a target: nobody is told that they are late",
		(kind) => {
			const words = said({ kind, owes: "reply", due: { ...due, is: "target" } }).join(" ");
			expect(words).toMatch(/target/i);
			expect(words).not.toMatch(/overdue|run out|late\b|by the end of/i);
		},
	);

	test.each(["your-turn", "reminder-before", "reminder-due"] as const)(
		"%s, of a time that somebody may use: nobody is told that they must",
		(kind) => {
			const words = said({ kind, owes: "choice", due: { ...due, is: "window" } }).join(" ");
			expect(words).toContain(
				"You may choose how it goes on until the end of Tuesday 21 April 2026. You do not have to.",
			);
			expect(words).not.toMatch(/need|due/i);
		},
	);

	test.each(["date-changed", "follow-up"] as const)(
		"%s, of a target and of a time that somebody may use, says neither that somebody must nor that they are late",
		(kind) => {
			const words = (is: "target" | "window") =>
				said({
					kind,
					owes: "choice",
					due: { ...due, is },
					...(kind === "follow-up" ? { agency: "Larkhill" } : { was: "2026-04-14" }),
				}).join(" ");
			for (const is of ["target", "window"] as const)
				expect(words(is)).not.toMatch(/overdue|run out|late\b|by the end of/i);
			expect(words("target")).toContain("target");
			expect(words("window")).not.toMatch(/need(s|ed)? to choose/);
			expect(words("window")).toMatch(/(do|did) not have to/);
		},
	);

	test("an office that is late, to whoever heads it and to whoever waits for it", () => {
		const late = { kind: "office-late", office: "SSCP Business Unit", owes: "forward", due };
		const both = [
			"RPD-2026-0147: the SSCP Business Unit is late",
			"The SSCP Business Unit is late with professional difference RPD-2026-0147. It was to send the form to the other agency by the end of Tuesday 21 April 2026.",
		];
		expect(said({ ...late, reader: "head" })).toEqual([
			...both,
			"See that it is done today. Its officers are reminded as well.",
			"Where it stands: Formal resolution",
		]);
		expect(said({ ...late, reader: "waiting" })).toEqual([
			...both,
			"Nothing is asked of you because of that. Keep safeguarding the child while you wait.",
			"Where it stands: Formal resolution",
		]);
	});

	test("a reminder that an office sends by hand, before and after its date", () => {
		const reminder = {
			kind: "reminder-by-office",
			office: "SSCP Business Unit",
			owes: "reply",
			due,
		};
		expect(said({ ...reminder, overdue: false })).toEqual([
			"Reminder from the SSCP Business Unit: RPD-2026-0147: reply to the other agency",
			"The SSCP Business Unit reminds you of professional difference RPD-2026-0147.",
			"You need to reply to the other agency by the end of Tuesday 21 April 2026.",
			"Where it stands: Formal resolution",
		]);
		expect(said({ ...reminder, overdue: true })).toContain(
			"You needed to reply to the other agency by the end of Tuesday 21 April 2026. Do it now.",
		);
	});

	test("follow-up, to the Business Unit", () => {
		expect(
			said({
				kind: "follow-up",
				agency: "Riverside Children’s Social Care",
				owes: "reply",
				due,
			}),
		).toEqual([
			"Follow up: RPD-2026-0147: Riverside Children’s Social Care is overdue",
			"Riverside Children’s Social Care has let its time on professional difference RPD-2026-0147 run out.",
			"It needed to reply to the other agency by the end of Tuesday 21 April 2026.",
			"You need to follow up with the agency and record what it says.",
			"Where it stands: Formal resolution",
		]);
	});

	test("a request to record it on the child’s record", () => {
		const task = "put “Talk to the other practitioner” on the child’s record";
		expect(said({ kind: "recorded-request", task })).toEqual([
			"RPD-2026-0147: put “Talk to the other practitioner” on the child’s record",
			"A step of professional difference RPD-2026-0147 is done.",
			"You need to put “Talk to the other practitioner” on the child’s record. Concord gives you the text to paste.",
			"Where it stands: Formal resolution",
		]);
	});

	test("a data breach, to whoever may read who opened it and to the people from whose side it had gone", () => {
		const toSee = compose(somerset({ kind: "data-breach", reader: "sees-to-it" })).text;
		expect(toSee).toContain("Sign in to see who opened it");
		const toSenders = compose(somerset({ kind: "data-breach", reader: "sent-it" })).text;
		expect(toSenders).not.toContain("Sign in to see who opened it");
		expect(toSenders).toContain("Tell your own data protection lead.");
	});

	test("what is sealed, opened in an emergency and left to nobody, each to whom it is for", () => {
		expect(said({ kind: "sealed-for-you" })[1]).toContain("nobody else may know of it");
		const opened = compose(somerset({ kind: "opened-in-emergency" })).text;
		expect(opened).toContain("Sign in to see who opened it");
		expect(said({ kind: "seal-changed", off: true })[1]).toContain("took the seal off");
		expect(said({ kind: "seal-changed", off: false })[1]).toContain("who alone may know of");
		expect(said({ kind: "left-to-nobody", sealed: true })).toContain(
			"Name somebody who can, or take the seal off.",
		);
		expect(said({ kind: "left-to-nobody", sealed: false })).toContain(
			"Name somebody else in the directory who holds that office or role.",
		);
	});

	test("whoever it is about is called as the protocol calls them", () => {
		const whom = "adult";
		const ask = [{ name: "Siân Rees", post: "Manager", email: "sian.rees@example.org" }];
		expect(said({ kind: "not-safe", whom })[1]).toBe(
			"Somebody said on professional difference RPD-2026-0147 that the adult is not safe now.",
		);
		expect(said({ kind: "to-be-decided", by: "panel", whom })).toContain(
			"Keep safeguarding the adult while you wait.",
		);
		const { text } = compose(somerset({ kind: "copied", whom, ask }));
		expect(text).toContain("without naming the adult.");
		// What was written before the word was kept.
		expect(said({ kind: "not-safe" })[1]).toContain("that the child is not safe now");
	});

	test("a list says of each thing who raised it and with whom, and asks that nobody is named", () => {
		const item = {
			reference: "RPD-7",
			stage: "Executive",
			owes: "reply",
			raised: { by: "Oakfield Primary School", with: "Riverside Children’s Social Care" },
		};
		const { text } = compose(
			notice.parse({
				...about,
				kind: "several",
				ask: [{ name: "Siân Rees", post: "Manager", email: "sian.rees@example.org" }],
				items: [item, { ...item, reference: "RPD-8", raised: { by: "Larkhill Health Visiting" } }],
			}),
		);
		expect(text).toContain(
			"* RPD-7, raised by Oakfield Primary School with Riverside Children’s Social Care, Executive: reply to the other agency",
		);
		expect(text).toContain("* RPD-8, raised by Larkhill Health Visiting, Executive:");
		expect(text).toContain("without naming anybody it is about.");
	});

	test("a virus in a file that was sent: that nobody can open it, and what whoever sent it can do", () => {
		expect(said({ kind: "virus-found" })).toEqual([
			"RPD-2026-0147: a virus was found in a file",
			"A virus was found in a file that was sent with professional difference RPD-2026-0147. Nobody can open the file. What was written with it was sent as it was.",
			"If you sent the file: tell your IT service, and send a clean copy if it is still needed.",
			"Where it stands: Formal resolution",
		]);
	});

	test("of a time limit that no one step is held to, what must have happened by then", () => {
		const limit = {
			owes: "time-limit",
			todo: "Resolved by both agencies",
			due,
		};
		expect(said({ kind: "reminder-before", ...limit })).toEqual([
			"Reminder: RPD-2026-0147: get this done, by Tuesday 21 April 2026",
			"This is a reminder about professional difference RPD-2026-0147.",
			"You need to get this done by the end of Tuesday 21 April 2026.",
			"To be done: Resolved by both agencies",
			"Where it stands: Formal resolution",
		]);
		expect(said({ kind: "reminder-late", ...limit })).toEqual([
			"Overdue: RPD-2026-0147: get this done",
			"Your time on professional difference RPD-2026-0147 has run out.",
			"You needed to get this done by the end of Tuesday 21 April 2026. Do it now.",
			"To be done: Resolved by both agencies",
			"Where it stands: Formal resolution",
		]);
	});

	test("each morning, all that one person owes: one thing, some overdue, and more than a mail should list", () => {
		const one = {
			reference: "RPD-7",
			stage: "Formal resolution",
			owes: "reply",
			due,
		};
		const each = (items: object[], more = 0) => {
			const { subject, text } = compose(
				notice.parse({ ...about, kind: "each-morning", items, more }),
			);
			return [subject, ...text.split("\n\n").slice(1, 4)];
		};
		expect(each([one])).toEqual([
			"1 thing for you to do, by Tuesday 21 April 2026",
			"This morning you have 1 thing to do:",
			"* RPD-7, Formal resolution: reply to the other agency by the end of Tuesday 21 April 2026",
			"Sign in to do it:\nhttps://concord.example/differences/7f3k",
		]);
		const late = {
			...one,
			owes: "time-limit",
			todo: "Resolved",
			due: { day: "2026-04-20" },
			overdue: true,
		};
		expect(each([one, late])).toEqual([
			"2 things for you to do, 1 of them overdue",
			"This morning you have 2 things to do:",
			[
				"* Overdue: RPD-7, Formal resolution: get this done (Resolved) by the end of Monday 20 April 2026",
				"* RPD-7, Formal resolution: reply to the other agency by the end of Tuesday 21 April 2026",
			].join("\n"),
			"Sign in to do them:\nhttps://concord.example/differences/7f3k",
		]);
		expect(each([one, one], 7)[0]).toBe(
			"9 things for you to do, the first by Tuesday 21 April 2026",
		);
		expect(each([one, one], 7)[2]).toMatch(/\n\* and 7 more$/);
	});

	test("several things for one person, the most urgent first", () => {
		const { subject, text } = compose(
			notice.parse({
				...about,
				to: {},
				link: "https://concord.example/",
				kind: "several",
				items: [
					{ reference: "RPD-9", stage: "Early resolution", owes: "discussion" },
					{
						reference: "RPD-7",
						stage: "Formal resolution",
						owes: "reply",
						due,
					},
					{
						reference: "RPD-8",
						stage: "Formal resolution",
						owes: "forward",
						due: { ...due, time: "12:00" },
					},
				],
			}),
		);
		expect(subject).toBe("3 things for you to do, the first by Tuesday 21 April 2026");
		expect(text.split("\n\n").slice(0, 4)).toEqual([
			"Hello",
			"You have 3 things to do:",
			[
				"* RPD-8, Formal resolution: send the form to the other agency by midday on Tuesday 21 April 2026",
				"* RPD-7, Formal resolution: reply to the other agency by the end of Tuesday 21 April 2026",
				"* RPD-9, Early resolution: talk to the other agency and record what was said",
			].join("\n"),
			"Sign in to do them:\nhttps://concord.example/",
		]);
	});

	test("dates that a change of the calendar moved, in one message however many", () => {
		const changed = { ...about, to: {}, link: "https://concord.example/" };
		const dates = [{ reference: "RPD-7", was: "2026-04-21", due: "2026-04-22" }];
		const one = compose(notice.parse({ ...changed, kind: "dates-changed", dates, more: 0 }));
		expect(one.subject).toBe("RPD-7: your date has moved");
		expect(one.text).toContain(
			"* RPD-7: now due by Wednesday 22 April 2026, was Tuesday 21 April 2026",
		);
		const many = compose(notice.parse({ ...changed, kind: "dates-changed", dates, more: 60 }));
		expect(many.subject).toBe("61 of your dates have moved");
		expect(many.text).toContain("\n* and 60 more\n");
	});

	test("a report: a draft that waits, and one that was presented, put right or decided on", () => {
		const report = (is: string) =>
			compose(
				notice.parse({
					...about,
					kind: "report",
					is,
					on: "Resolving professional differences",
					firstDay: "2025-10-01",
					lastDay: "2026-03-31",
					presentedTo: "Quality and Performance Subgroup",
				}),
			);
		expect(["ready", "presented", "corrected", "decided"].map((is) => report(is).subject)).toEqual([
			"Report to 31 March 2026: a draft is ready",
			"Report to 31 March 2026: presented to the Quality and Performance Subgroup",
			"Report to 31 March 2026: a correction",
			"Report to 31 March 2026: the Quality and Performance Subgroup has decided",
		]);
		expect(report("ready").text).toContain(
			"The report on Resolving professional differences, 1 October 2025 to 31 March 2026, is ready as a draft.",
		);
	});

	test("actions that were agreed, and a reminder of them: their days, and nothing of what they are", () => {
		const owed = (items: object[], isNew?: boolean) =>
			compose(notice.parse({ ...about, kind: "actions-owed", items, more: 0, isNew }));
		const fresh = owed([{ askedBy: "report", due: "2026-05-01" }], true);
		expect(fresh.subject).toBe("An action for you, due by 1 May 2026");
		const late = owed([
			{ askedBy: "report", due: "2026-05-01", overdue: true },
			{ askedBy: "lesson", due: "2026-05-02" },
		]);
		expect(late.subject).toBe("Overdue: 2 actions for you");
		expect(late.text).toContain("* From the decision on a report: was due by 1 May 2026");
		expect(late.text).toContain("* From a lesson: due by 2 May 2026");
	});
});

test("what makes a link work once stands at its end, and nowhere in the notice", () => {
	const { stage: _, reference: __, difference: ___, ...about } = aboutOne;
	const given = notice.parse({
		...about,
		kind: "account",
		news: "invited",
		agency: "Oakfield Primary School",
		until: due,
		link: "https://concord.example/welcome",
	});
	const mail = compose(given, "7xK");
	expect(mail.text).toContain("\nhttps://concord.example/welcome/7xK\n");
	expect(mail.html).toContain('href="https://concord.example/welcome/7xK"');
	expect(compose(given).text).not.toContain("7xK");
	expect(mail.text).toContain("You are invited for Oakfield Primary School.");
});

test.each([
	["09:05", "9:05am"],
	["00:30", "12:30am"],
	["12:00", "midday"],
	["12:01", "12:01pm"],
	["23:59", "11:59pm"],
])("%s is said as %s", (time, saying) => {
	const fields = { kind: "your-turn", owes: "note", due: { ...due, time } };
	expect(said(fields)[2]).toContain(` by ${saying} on Tuesday`);
});

describe("nothing else can get into a mail", () => {
	const story = "Tomos Example was at home alone";

	test("whatever else an object carries, the mail stays the same", () => {
		fc.assert(
			fc.property(anyNotice, fc.string({ minLength: 1 }), (given, field) => {
				const carrying = {
					[`more-${field}`]: story,
					child: story,
					narrative: story,
					theme: story,
					...given,
					to: { ...given.to, child: story },
				};
				expect(compose(carrying)).toEqual(compose(given));
			}),
			{ seed: 20260402 },
		);
	});

	test("a stored notice with an unknown field is refused", () => {
		fc.assert(
			fc.property(anyNotice, (given) => {
				expect(notice.safeParse({ ...given, narrative: story }).success).toBe(false);
				expect(notice.safeParse({ ...given, to: { child: story } }).success).toBe(false);
			}),
			{ seed: 20260402 },
		);
	});

	test("every mail has one link and, of what was received, one to its receipt; no image, the reference or the count, and the emergency line", () => {
		fc.assert(
			fc.property(anyNotice, (given) => {
				const { subject, text, html } = compose(given);
				const hasReceipt =
					(given.kind === "received" || given.kind === "acknowledged") && !given.byLink;
				const links = hasReceipt ? 2 : 1;
				expect(text.match(/https?:/g)).toHaveLength(links);
				expect(html.match(/https?:/g)).toHaveLength(links);
				expect(text.includes("/receipts")).toBe(hasReceipt);
				expect(html).not.toMatch(/<img|<script|src=/);
				expect(subject).toContain(
					given.kind === "several" || given.kind === "each-morning"
						? "2 things"
						: given.kind === "dates-changed"
							? "2 of your dates"
							: given.kind === "report"
								? "Report to 31 March 2026"
								: given.kind === "actions-owed"
									? "2 actions"
									: given.kind === "account"
										? "Concord"
										: given.kind === "people"
											? given.agency
											: given.kind === "rights"
												? "2 records"
												: given.reference,
				);
				expect(text).toContain(`\n\n${given.emergency}\n\n`);
				expect(html).toContain(given.emergency);
				expect(text).not.toMatch(/undefined|null|\[object/);
			}),
			{ seed: 20260402 },
		);
	});

	test.each([
		["a story as the stage", { stage: `${story}. `.repeat(5) }],
		["a second line", { stage: "Formal\nresolution" }],
		["mark-up", { difference: "<b>difference</b>" }],
		["words in the link", { link: "https://concord.example/?about=Tomos" }],
		["another scheme", { link: "javascript:alert(1)" }],
		["a name as the reference", { reference: "Tomos Example" }],
		["a day in words", { due: { day: "soon" } }],
		["something else owed", { owes: "ring Tomos’s mother" }],
		["somebody else by name", { sentTo: { person: { name: "Tomos Example", post: "Child" } } }],
	])("%s is refused", (_what, fields) => {
		const given = { ...aboutOne, kind: "your-turn", owes: "reply", due };
		expect(notice.safeParse({ ...given, ...fields }).success).toBe(false);
	});

	test("a plain string does not compile as any text of a notice", () => {
		type Closed = Notice & { kind: "closed" };
		const fields = { ...aboutOne, kind: "closed", closedOn: "2026-04-24" };
		const given = notice.parse(fields) as Closed;
		const asGiven: Closed = { ...given, stage: given.stage };
		// @ts-expect-error a plain string is not words of the protocol
		const asStage: Closed = { ...given, stage: story };
		// @ts-expect-error nor the recipient's own name
		const asName: Closed = { ...given, to: { name: story } };
		// @ts-expect-error nor is an agency's name words of the protocol
		const asWords: Closed = { ...given, stage: given.partnership };
		// @ts-expect-error and there is no field for a story
		const asField: Closed = { ...given, story };
		expect([asGiven, asStage, asName, asWords, asField]).toHaveLength(5);
	});

	test("letters with a meaning in HTML stay letters", () => {
		const { html } = compose(
			somerset({
				kind: "recorded-request",
				to: { name: 'Ana "A" & Łukasz' },
			}),
		);
		expect(html).toContain("Dear Ana &quot;A&quot; &amp; Łukasz");
	});
});
