/** Notices of every kind that there is, as somebody of a partnership is sent them. */
import fc from "fast-check";
import { type Notice, notice } from "./notice.ts";
import { owedKinds } from "./owed.ts";

export const about = {
	to: { name: "Zoë Łukasiewicz" },
	partnership: "Somerset Safeguarding Children Partnership",
	emergency: "If a child is in immediate danger, call 999.",
	link: "https://concord.example/differences/7f3k",
};
export const aboutOne = {
	...about,
	reference: "RPD-2026-0147",
	difference: "professional difference",
	stage: "Formal resolution",
};
export const due = { day: "2026-04-21" };

const kindsOf = ({ shape: { kind } }: (typeof notice.options)[number]) =>
	"options" in kind ? [...kind.options] : [kind.value];

/** Any notice of any kind, as stored. */
export const anyNotice: fc.Arbitrary<Notice> = fc
	.record({
		owes: fc.constantFrom(...owedKinds),
		time: fc.option(fc.constantFrom("09:30", "12:00", "17:00"), {
			nil: undefined,
		}),
		name: fc.option(fc.constantFrom("Ana O’Neill", "Łukasz & Co"), {
			nil: undefined,
		}),
		final: fc.boolean(),
		kind: fc.constantFrom(...notice.options.flatMap(kindsOf)),
	})
	.map(({ owes, time, name, final, kind }) => {
		const agency = "Riverside Children’s Social Care";
		const when = { ...due, ...(time ? { time } : {}) };
		const all = {
			...aboutOne,
			kind,
			to: name ? { name } : {},
			owes,
			due: when,
			from: agency,
			agency,
			by: "SSCP Executive",
			final,
			office: "SSCP Business Unit",
			overdue: final,
			off: final,
			sealed: final,
			reader:
				kind === "data-breach" ? (final ? "sees-to-it" : "sent-it") : final ? "head" : "waiting",
			receivedOn: "2026-04-02",
			sentOn: "2026-04-07",
			closedOn: "2026-04-24",
			was: "2026-04-15",
			next: { by: "SSCP Business Unit", owes, within: "2 working days", due: when },
			answer: { agency, within: "10 working days" },
			sentTo: {
				role: "senior manager",
				...(kind === "acknowledged" ? { agency } : { task: "answer in part two of the form" }),
				...(name && { person: { name, post: "Service manager" } }),
			},
			said: "No, it is not resolved",
			raised: { by: "Oakfield Primary School", with: agency },
			ask: [{ name: "Siân Rees", post: "Business manager", email: "sian.rees@example.org" }],
			items:
				kind === "actions-owed"
					? [
							{ askedBy: "report", due: "2026-04-21", overdue: final },
							{ askedBy: "lesson", due: "2026-04-22" },
						]
					: [
							{ reference: "RPD-7", stage: "Executive", owes, due: when },
							{ reference: "RPD-8", stage: "Executive", owes },
						],
			is:
				kind === "people"
					? final
						? "leaving"
						: "check"
					: kind === "rights"
						? final
							? "to-review"
							: "not-reviewed"
						: final
							? "ready"
							: "presented",
			count: 2,
			day: "2026-04-17",
			news: final ? "invited" : "new-password",
			until: when,
			on: "Resolving professional differences",
			firstDay: "2025-10-01",
			lastDay: "2026-03-31",
			presentedTo: "Quality and Performance Subgroup",
			dates: [
				{ reference: "RPD-7", was: "2026-04-21", due: "2026-04-22" },
				{ reference: "RPD-8", was: "2026-04-22", due: "2026-04-23" },
			],
			more: 0,
		};
		const shape = notice.options.find((option) =>
			kindsOf(option).some((known) => known === kind),
		)?.shape;
		return notice.parse(
			Object.fromEntries(Object.entries(all).filter(([field]) => field in (shape ?? {}))),
		);
	});
