import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { changePost, findKept } from "../../../actions/keep-people.ts";
import { type BeforeLeaving, beforeLeaving, leave, stay } from "../../../actions/leave.ts";
import { officesIn } from "../../../actions/offices-in.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { inviteQuestions, keepsInvitation } from "../../../domain/partnership/invitation.ts";
import { keepsPartnership, keepsPeople } from "../../../domain/partnership/keep-people.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { listAgencies } from "../../../store/agencies.ts";
import { listNotYetCome } from "../../../store/invitations.ts";
import { findLeaving } from "../../../store/leaving.ts";
import type { Person } from "../../../store/people.ts";
import { findPostFrom, listPeopleKept, listPostsHeld } from "../../../store/people-kept.ts";
import { peoplePaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	choiceOf,
	errorAt,
	type FormState,
	listOf,
	newForm,
	optionalDateOf,
} from "../../kit/form.ts";
import { formPage, type RefusedForm } from "../../kit/form-page.ts";
import { govukNotificationBanner } from "../../kit/govuk.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayWhole } from "../../kit/say.tsx";
import { invitedWords } from "../../parts/not-yet-come.tsx";
import { LeavePage, whoeverAnswers } from "./leave-page.tsx";
import { type PeopleFilter, PeoplePage } from "./list-page.tsx";
import { PersonPage } from "./person-page.tsx";

type OfPerson = { Params: { person: string }; Querystring: { done?: string } };

const standings = ["here", "leaving", "left"] as const;

/** What an address narrows the list to; what it does not know narrows nothing. */
const narrowed = z.object({
	agency: z.uuid().optional().catch(undefined),
	office: z.string().min(1).max(80).optional().catch(undefined),
	standing: z.enum(standings).optional().catch(undefined),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const found = z.object({ letters: z.string().max(100).catch("") });

const knowsVacant = z.literal("yes").optional();

const post = z.object({
	name: inviteQuestions.name,
	jobTitle: inviteQuestions.jobTitle,
	level: inviteQuestions.level,
	lead: z.literal("yes").optional(),
	offices: listOf(z.string()),
	knowsVacant,
});

const leaves = z
	.object({
		when: choiceOf(["now", "day", "stays"], "Select when they go"),
		day: optionalDateOf({ name: "Last day" }),
		to: choiceOf(["colleague", whoeverAnswers], "Select who has it from then on"),
		colleague: z.string().optional(),
		knowsVacant,
	})
	.superRefine(({ when, day, to, colleague }, context) => {
		if (when === "day" && day === undefined)
			context.addIssue({ code: "custom", path: ["day"], message: say`Enter their last day` });
		if (to === "colleague" && !isUuid(colleague ?? ""))
			context.addIssue({ code: "custom", path: ["colleague"], message: say`Choose a colleague` });
	});

/** What a page says was just done: an address names no person. */
const doneWords: Record<string, string> = {
	changed: "Saved.",
	planned: "Their last day is noted. Their agency is reminded a week and a day before it.",
	over: "What was theirs is handed over.",
	stays: "They stay.",
	...invitedWords,
};
const doneIn = ({ done }: { done?: string }) => {
	const said = done === undefined ? undefined : doneWords[done];
	return said === undefined
		? undefined
		: govukNotificationBanner({ type: "success", text: sayWhole(said) });
};

/** Who works at an agency: for the partnership's administrators, and for whoever answers for the agency itself. */
export const peopleRoutes: Routes = (web, app) => {
	const drawList = async (
		{ viewer, frame, query }: FastifyRequest,
		filter: PeopleFilter,
		letters?: string,
	) => {
		const isOfAll = keepsPartnership(viewer);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const { people, total } = await listPeopleKept(app.db, viewer.partnershipId, {
			...filter,
			agencyId: isOfAll ? filter.agency : viewer.agencyId,
			letters,
		});
		return (
			<PeoplePage
				frame={frame}
				form={newForm(letters === undefined ? {} : { letters })}
				people={people}
				total={total}
				filter={filter}
				agencies={isOfAll ? await listAgencies(app.db, viewer.partnershipId) : []}
				offices={await officesIn(app, app.db, viewer.partnershipId)}
				own={isOfAll ? undefined : { id: viewer.agencyId, name: viewer.agencyName }}
				today={now.toPlainDate().toString()}
				invited={
					isOfAll
						? []
						: (await listNotYetCome(app.db, viewer.partnershipId, { invitedBy: viewer.id })).filter(
								(each) => keepsInvitation(viewer, each),
							)
				}
				now={app.clock()}
				notice={doneIn(query as { done?: string })}
			/>
		);
	};

	web.get(peoplePaths.list, async (request, reply) =>
		keepsPeople(request.viewer)
			? reply.page(await drawList(request, narrowed.parse(request.query)))
			: reply.callNotFound(),
	);
	web.post(peoplePaths.find, async (request, reply) =>
		keepsPeople(request.viewer)
			? reply.page(await drawList(request, { page: 1 }, found.parse(request.body).letters))
			: reply.callNotFound(),
	);

	const kept = ({ viewer, params }: FastifyRequest<OfPerson>) =>
		isUuid(params.person) ? findKept(app.db, viewer, params.person) : undefined;

	const drawPerson = async (
		person: Person,
		form: FormState,
		{ viewer, frame, query }: FastifyRequest<OfPerson>,
	) => (
		<PersonPage
			frame={frame}
			form={form}
			person={person}
			since={await findPostFrom(app.db, person.id)}
			earlier={await listPostsHeld(app.db, person.id)}
			leaving={await findLeaving(app.db, person.id)}
			offices={keepsPartnership(viewer) ? await officesIn(app, app.db, viewer.partnershipId) : []}
			isOwn={viewer.id === person.id}
			today={(await partnershipClock(app, app.db, viewer.partnershipId)).now
				.toPlainDate()
				.toString()}
			notice={doneIn(query)}
		/>
	);

	formPage(web, peoplePaths.person(":person"), {
		visit: kept,
		begins: ({ name, jobTitle, level, safeguardingLead, offices }) => ({
			name,
			jobTitle,
			level,
			lead: safeguardingLead ? "yes" : "",
			offices,
		}),
		asks: post,
		draw: drawPerson,
		act: async ({ lead, knowsVacant, ...given }, person, { viewer }) =>
			(await changePost(app, viewer, person.id, {
				...given,
				// Whoever gives no offices was not asked for them.
				offices: keepsPartnership(viewer) ? given.offices : person.offices,
				safeguardingLead: lead === "yes",
				knowsVacant: knowsVacant === "yes",
			}))
				? `${peoplePaths.person(person.id)}?done=changed`
				: undefined,
		refused: (refusal) =>
			refusedAt(refusal, {
				"not-yourself": "level",
				"not-yours": "level",
				"last-administrator": "offices",
				"wrong-answers": "offices",
			}),
	});

	formPage(web, peoplePaths.leave(":person"), {
		visit: ({ viewer, params }: FastifyRequest<OfPerson>) =>
			isUuid(params.person) ? beforeLeaving(app, viewer, params.person) : undefined,
		asks: leaves,
		draw: async (before: BeforeLeaving, form, { viewer, frame }) => (
			<LeavePage
				frame={frame}
				form={form}
				before={before}
				offices={await officesIn(app, app.db, viewer.partnershipId)}
			/>
		),
		act: async ({ when, day, to, colleague, knowsVacant }, { person }, { viewer }) => {
			const isDone = await leave(app, viewer, person.id, {
				when: when === "day" ? { day: day ?? "" } : when,
				to: to === "colleague" ? (colleague ?? null) : null,
				knowsVacant: knowsVacant === "yes",
			});
			if (!isDone) return undefined;
			if (when === "now" && person.id === viewer.id) return "/";
			return when === "now"
				? `${peoplePaths.list}?done=over`
				: `${peoplePaths.person(person.id)}?done=${when === "day" ? "planned" : "over"}`;
		},
		refused: (refusal) =>
			refusedAt(refusal, {
				"last-administrator": "when",
				"day-has-passed": "day",
				"not-a-colleague": "colleague",
			}),
	});

	web.post<OfPerson>(peoplePaths.stay(":person"), async (request, reply) => {
		const { viewer, params } = request;
		return isUuid(params.person) && (await stay(app, viewer, params.person))
			? reply.redirect(`${peoplePaths.person(params.person)}?done=stays`, 303)
			: reply.callNotFound();
	});
};

/** Where on a form it is said why a rule refused it; what would be vacant, at the box that says that it is meant. */
const refusedAt = (
	{ code, message }: Refusal,
	fields: Partial<Record<Refusal["code"], string>>,
): RefusedForm => ({ status: 422, errors: errorAt(fields[code] ?? "knowsVacant", message) });
