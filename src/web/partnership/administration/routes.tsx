import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { scanningOf } from "../../../actions/check-files.ts";
import { inviteAgain, invitePeople, revokeInvitation } from "../../../actions/invite.ts";
import { listHeldBack } from "../../../actions/leave.ts";
import { officesIn } from "../../../actions/offices-in.ts";
import { addressOf } from "../../../actions/own-address.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import {
	inviteQuestions,
	invitesSomebody,
	levelsToInvite,
	mayInvite,
	readPeopleList,
} from "../../../domain/partnership/invitation.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { readyForUse } from "../../../reports/ready-for-use.ts";
import { listAgencies } from "../../../store/agencies.ts";
import { countNotYetCome, listNotYetCome } from "../../../store/invitations.ts";
import { administrationPaths, peoplePaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	errorAt,
	type FormState,
	listOf,
	newForm,
	readForm,
	requiredText,
} from "../../kit/form.ts";
import { govukNotificationBanner } from "../../kit/govuk.ts";
import type { Routes } from "../../kit/request.ts";
import { sayIt, sayRefusal, sayWhole } from "../../kit/say.tsx";
import { invitedWords } from "../../parts/not-yet-come.tsx";
import { InvitePage, InviteSeveralPage } from "./invite-page.tsx";
import { AdministrationPage } from "./start-page.tsx";

const asked = z.object({
	...inviteQuestions,
	lead: z.literal("yes").optional(),
	offices: listOf(z.string()),
});

const severalAsked = z.object({
	agencyId: inviteQuestions.agencyId,
	level: inviteQuestions.level,
	people: requiredText({ missing: "Enter at least one person", name: "People", max: 20_000 }),
	job: z.string().default(""),
});

type OfPerson = { Params: { person: string } };

type Done = keyof typeof invitedWords;

const onPage = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

const doneIn = (query: unknown) => {
	const said = invitedWords[(query as { done?: Done }).done as Done];
	return said && govukNotificationBanner({ type: "success", text: sayWhole(said) });
};

/** Where somebody sees whom they invited. */
const listSaying = (viewer: Viewer, what: Done) =>
	mayInvite(viewer) ? startSaying(what) : `${peoplePaths.list}?done=${what}`;

const startSaying = (what: Done) => `${administrationPaths.start}?done=${what}`;

/** What the partnership’s administrators see to: who is invited, and what real use still lacks. */
export const administrationRoutes: Routes = (web, app) => {
	web.get(administrationPaths.start, async (request, reply) => {
		if (!mayInvite(request.viewer)) return reply.callNotFound();
		const { viewer, frame } = request;
		const { page } = onPage.parse(request.query);
		const { partnership, now } = await partnershipClock(app, app.db, viewer.partnershipId);
		return reply.page(
			<AdministrationPage
				frame={frame}
				needs={
					await readyForUse(
						{
							db: app.db,
							protocols: app.protocols,
							address: addressOf(app, partnership),
							scanner: scanningOf(app),
							backsUp: app.backup !== undefined,
							keys: app.keys,
						},
						viewer.partnershipId,
						now,
					)
				}
				heldBack={await listHeldBack(app.db, viewer.partnershipId, now.toPlainDate().toString())}
				invited={await listNotYetCome(app.db, viewer.partnershipId, { page })}
				invitedInAll={await countNotYetCome(app.db, viewer.partnershipId)}
				page={page}
				now={app.clock()}
				done={doneIn(request.query)}
			/>,
		);
	});

	/** Into which agencies and at which levels somebody invites, and where they came from. */
	const inviting = async ({ viewer, frame, query }: FastifyRequest) => {
		const isAdministrator = mayInvite(viewer);
		const agencies = (await listAgencies(app.db, viewer.partnershipId)).filter(
			({ id, endedOn }) => endedOn === undefined && levelsToInvite(viewer, id).length > 0,
		);
		return {
			frame,
			agencies,
			levels: levelsToInvite(viewer, viewer.agencyId),
			back: isAdministrator ? administrationPaths.start : peoplePaths.list,
			done: doneIn(query),
		};
	};

	const drawInvite = async (request: FastifyRequest, form: FormState) => (
		<InvitePage
			{...(await inviting(request))}
			form={form}
			offices={
				mayInvite(request.viewer) ? await officesIn(app, app.db, request.viewer.partnershipId) : []
			}
		/>
	);

	const drawSeveral = async (request: FastifyRequest, form: FormState) => (
		<InviteSeveralPage {...(await inviting(request))} form={form} />
	);

	/** Where somebody goes once they have invited. */
	const afterInviting = ({ viewer }: FastifyRequest, again: string) =>
		mayInvite(viewer) ? startSaying("invited") : `${again}?done=invited`;

	/** What a refusal says, at the question that it is about. */
	const refusedAt = (refusal: unknown, elsewhere: string) => {
		if (!(refusal instanceof Refusal)) throw refusal;
		const fields: Record<string, string> = { "no-such-agency": "agencyId", "not-yours": "level" };
		return errorAt(fields[refusal.code] ?? elsewhere, sayRefusal(refusal));
	};

	web.get<{ Querystring: { agency?: string } }>(
		administrationPaths.invite,
		async (request, reply) =>
			invitesSomebody(request.viewer)
				? reply.page(
						await drawInvite(
							request as FastifyRequest,
							newForm({ agencyId: request.query.agency }),
						),
					)
				: reply.callNotFound(),
	);

	web.post<{ Body: { _do?: unknown } | undefined }>(
		administrationPaths.invite,
		async (request, reply) => {
			if (!invitesSomebody(request.viewer)) return reply.callNotFound();
			const form = readForm(asked, request.body);
			const asking = request as FastifyRequest;
			if (form.errors) return reply.code(422).page(await drawInvite(asking, form));
			const { lead, ...person } = form.data;
			try {
				await invitePeople(app, request.viewer, [{ ...person, safeguardingLead: lead === "yes" }]);
			} catch (refusal) {
				const errors = refusedAt(refusal, "email");
				return reply.code(422).page(await drawInvite(asking, { values: form.values, errors }));
			}
			return reply.redirect(
				request.body?._do === "another"
					? `${administrationPaths.invite}?done=invited&agency=${person.agencyId}`
					: afterInviting(asking, administrationPaths.invite),
				303,
			);
		},
	);

	web.get(administrationPaths.inviteSeveral, async (request, reply) =>
		invitesSomebody(request.viewer)
			? reply.page(await drawSeveral(request, newForm()))
			: reply.callNotFound(),
	);

	web.post(administrationPaths.inviteSeveral, async (request, reply) => {
		if (!invitesSomebody(request.viewer)) return reply.callNotFound();
		const form = readForm(severalAsked, request.body);
		if (form.errors) return reply.code(422).page(await drawSeveral(request, form));
		const { agencyId, level, people: text, job } = form.data;
		const again = async (errors: FormState["errors"]) =>
			reply.code(422).page(await drawSeveral(request, { values: form.values, errors }));
		const { people, faults } = readPeopleList(text, job);
		if (faults) return again(errorAt("people", faults.map(sayIt).join(". ")));
		try {
			await invitePeople(
				app,
				request.viewer,
				people.map((one) => ({ ...one, agencyId, level, safeguardingLead: false, offices: [] })),
			);
		} catch (refusal) {
			return again(refusedAt(refusal, "people"));
		}
		return reply.redirect(afterInviting(request, administrationPaths.inviteSeveral), 303);
	});

	web.post<OfPerson>(administrationPaths.again(":person"), async (request, reply) => {
		const { viewer, params } = request;
		if (!invitesSomebody(viewer) || !isUuid(params.person)) return reply.callNotFound();
		return (await inviteAgain(app, viewer, params.person))
			? reply.redirect(listSaying(viewer, "again"), 303)
			: reply.callNotFound();
	});

	web.post<OfPerson>(administrationPaths.revoke(":person"), async (request, reply) => {
		const { viewer, params } = request;
		if (!invitesSomebody(viewer) || !isUuid(params.person)) return reply.callNotFound();
		const revoked = await revokeInvitation(app, viewer, params.person);
		return revoked ? reply.redirect(listSaying(viewer, revoked), 303) : reply.callNotFound();
	});
};
