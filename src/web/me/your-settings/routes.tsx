import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { makeFeed, revokeFeed } from "../../../actions/calendar-feed.ts";
import { setDigest } from "../../../actions/set-digest.ts";
import { confirmContact, updatePhones } from "../../../actions/update-contact.ts";
import { mayUpdateAgency } from "../../../domain/people/absence.ts";
import { digests } from "../../../domain/people/digest.ts";
import { answersForAgency } from "../../../domain/people/viewer.ts";
import { hasFeed } from "../../../store/people.ts";
import { findDigest } from "../../../store/reminders.ts";
import { feedPath, settingsPaths, yourSettingsPath } from "../../addresses.ts";
import { choiceOf, type FormState } from "../../kit/form.ts";
import { receiveForm } from "../../kit/form-page.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { absenceForms } from "../../parts/absence/absence-forms.ts";
import { arrangedFor } from "../../parts/absence/arranged-for.ts";
import { phonesAsked, phoneValues } from "../../parts/phones.tsx";
import { YourSettingsPage } from "./page.tsx";

export const yourSettingsRoutes: Routes = (web, app) => {
	const draw = async (
		{ viewer, frame, session }: FastifyRequest,
		form?: FormState,
		newFeed?: string,
	): Promise<Html | undefined> => {
		const arranged = await arrangedFor(app, viewer, viewer.id);
		return (
			arranged && (
				<YourSettingsPage
					frame={frame}
					form={{
						values: {
							deputies: arranged.deputies,
							...phoneValues(arranged.person),
							...form?.values,
						},
						errors: form?.errors ?? {},
					}}
					arranged={arranged}
					digest={await findDigest(app.db, viewer.id)}
					hasFeed={await hasFeed(app.db, viewer.id)}
					newFeed={newFeed}
					mayUpdateAgency={mayUpdateAgency(viewer, viewer.agencyId)}
					hasAccount={session.accountId !== undefined}
					helpsToSignIn={viewer.offices.includes("administrator")}
					arrangesForOthers={answersForAgency(viewer) || viewer.offices.includes("business-unit")}
				/>
			)
		);
	};
	const show = (page: Html | undefined, reply: FastifyReply) =>
		page ? reply.page(page) : reply.callNotFound();

	web.get(yourSettingsPath, async (request, reply) => show(await draw(request), reply));

	absenceForms(web, app, {
		paths: settingsPaths,
		whose: ({ viewer }) => viewer.id,
		draw: (form, request) => draw(request, form),
		leadsTo: () => yourSettingsPath,
	});

	receiveForm(web, settingsPaths.digest, {
		visit: ({ viewer }: FastifyRequest) => viewer,
		asks: z.object({ digest: choiceOf(digests, "Choose how you are reminded") }),
		draw: (_, form, request) => draw(request, form),
		act: async ({ digest }, viewer) => {
			await setDigest(app, viewer, digest);
			return `${yourSettingsPath}#reminders`;
		},
	});

	receiveForm(web, settingsPaths.phones, {
		visit: ({ viewer }: FastifyRequest) => viewer,
		asks: phonesAsked,
		draw: (_, form, request) => draw(request, form),
		act: async (numbers, viewer) =>
			(await updatePhones(app, viewer, viewer.id, numbers))
				? `${yourSettingsPath}#telephone`
				: undefined,
	});

	web.post(settingsPaths.contact, async ({ viewer }, reply) => {
		await confirmContact(app, viewer);
		return reply.redirect(`${yourSettingsPath}#contact`, 303);
	});

	web.post(settingsPaths.makeFeed, async (request, reply) => {
		const secret = await makeFeed(app, request.viewer);
		return show(await draw(request, undefined, `${app.address}${feedPath(secret)}`), reply);
	});

	web.post(settingsPaths.revokeFeed, async ({ viewer }, reply) => {
		await revokeFeed(app, viewer);
		return reply.redirect(`${yourSettingsPath}#calendar`, 303);
	});
};
