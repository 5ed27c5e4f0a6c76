import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { makeFeed, revokeFeed } from "../../../actions/calendar-feed.ts";
import { setDigest } from "../../../actions/set-digest.ts";
import { confirmContact } from "../../../actions/update-contact.ts";
import { digests } from "../../../domain/people/digest.ts";
import { answersForAgency } from "../../../domain/people/viewer.ts";
import { hasFeed } from "../../../store/people.ts";
import { findDigest } from "../../../store/reminders.ts";
import { feedPath, settingsPaths, yourSettingsPath } from "../../addresses.ts";
import { choiceOf, type FormState, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { arrangedFor } from "../../parts/absence/arranged-for.ts";
import {
	type Received,
	receiveAway,
	receiveBack,
	receiveDeputies,
} from "../../parts/absence/receive-absence.ts";
import { YourSettingsPage } from "./page.tsx";

export const yourSettingsRoutes: Routes = (web, app) => {
	const show = async (
		{ viewer, frame }: FastifyRequest,
		reply: FastifyReply,
		form?: FormState,
		newFeed?: string,
	) => {
		const arranged = await arrangedFor(app, viewer, viewer.id);
		if (!arranged) return reply.callNotFound();
		return reply.page(
			<YourSettingsPage
				frame={frame}
				form={form ?? newForm({ deputies: arranged.deputies })}
				arranged={arranged}
				digest={await findDigest(app.db, viewer.id)}
				hasFeed={await hasFeed(app.db, viewer.id)}
				newFeed={newFeed}
				arrangesForOthers={answersForAgency(viewer) || viewer.offices.includes("business-unit")}
			/>,
		);
	};

	web.get(yourSettingsPath, (request, reply) => show(request, reply));

	const answer = (request: FastifyRequest, reply: FastifyReply, received: Received) =>
		typeof received === "object"
			? show(request, reply.code(422), received)
			: received === "done"
				? reply.redirect(yourSettingsPath, 303)
				: reply.callNotFound();

	for (const [path, receive] of [
		[settingsPaths.away, receiveAway],
		[settingsPaths.back, receiveBack],
		[settingsPaths.deputies, receiveDeputies],
	] as const)
		web.post(path, async (request, reply) => {
			const { viewer, body } = request;
			return answer(request, reply, await receive(app, viewer, viewer.id, body));
		});

	web.post(settingsPaths.digest, async (request, reply) => {
		const { viewer, body } = request;
		const read = readForm(
			z.object({ digest: choiceOf(digests, "Choose how you are reminded") }),
			body,
		);
		if (read.errors) return show(request, reply.code(422), read);
		await setDigest(app, viewer, read.data.digest);
		return reply.redirect(`${yourSettingsPath}#reminders`, 303);
	});

	web.post(settingsPaths.contact, async ({ viewer }, reply) => {
		await confirmContact(app, viewer);
		return reply.redirect(`${yourSettingsPath}#contact`, 303);
	});

	web.post(settingsPaths.makeFeed, async (request, reply) => {
		const secret = await makeFeed(app, request.viewer);
		return show(request, reply, undefined, `${app.address}${feedPath(secret)}`);
	});

	web.post(settingsPaths.revokeFeed, async ({ viewer }, reply) => {
		await revokeFeed(app, viewer);
		return reply.redirect(`${yourSettingsPath}#calendar`, 303);
	});
};
