import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { timeIn } from "../../../actions/partnership-clock.ts";
import { correctAddress, noteTold } from "../../../actions/update-contact.ts";
import { mayArrangeFor } from "../../../domain/people/absence.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listFailedTo } from "../../../store/messages.ts";
import { listDirectoryOn } from "../../../store/people.ts";
import { colleaguePath, colleaguePaths, colleaguesPath, paths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import { type FormState, newForm, readForm, withError } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { arrangedFor } from "../../parts/absence/arranged-for.ts";
import {
	type Received,
	receiveAway,
	receiveBack,
	receiveDeputies,
} from "../../parts/absence/receive-absence.ts";
import { ColleaguesPage } from "./list-page.tsx";
import { ColleaguePage } from "./person-page.tsx";

const address = z.object({
	email: z
		.string("Enter the work address")
		.trim()
		.min(1, "Enter the work address")
		.pipe(z.email("Enter an e-mail address in the correct format, like name@example.com")),
});

const told = z.object({ shownAt: z.iso.datetime() });

type OfPerson = { Params: { person: string } };

/** Whoever answers for an agency, and the Business Unit, arrange absences for others. */
export const colleaguesRoutes: Routes = (web, app) => {
	const isOffice = ({ viewer }: FastifyRequest) => viewer.offices.includes("business-unit");

	web.get(colleaguesPath, async (request, reply) => {
		const { viewer, frame } = request;
		const { now } = await timeIn(app, app.db, viewer.partnershipId);
		const directory = await listDirectoryOn(
			app.db,
			viewer.partnershipId,
			now.toPlainDate().toString(),
		);
		const people = directory.filter(
			(person) => person.id !== viewer.id && mayArrangeFor(viewer, person),
		);
		if (people.length === 0) return reply.callNotFound();
		return reply.page(<ColleaguesPage frame={frame} people={people} office={isOffice(request)} />);
	});

	const show = async (request: FastifyRequest<OfPerson>, reply: FastifyReply, form?: FormState) => {
		const { viewer, frame, params } = request;
		const { now } = await timeIn(app, app.db, viewer.partnershipId);
		const arranged = isUuid(params.person)
			? await arrangedFor(app, viewer, params.person)
			: undefined;
		if (!arranged || arranged.person.id === viewer.id) return reply.callNotFound();
		return reply.page(
			<ColleaguePage
				frame={frame}
				form={{
					values: { deputies: arranged.deputies, email: arranged.person.email, ...form?.values },
					errors: form?.errors ?? {},
				}}
				arranged={arranged}
				office={isOffice(request)}
				unreached={(await listFailedTo(app.db, params.person)).length > 0}
				shownAt={now.toInstant().toString({ smallestUnit: "millisecond" })}
			/>,
		);
	};

	web.get<OfPerson>(colleaguePath(":person"), (request, reply) => show(request, reply, newForm()));

	const answer = (request: FastifyRequest<OfPerson>, reply: FastifyReply, received: Received) =>
		typeof received === "object"
			? show(request, reply.code(422), received)
			: received === "done"
				? reply.redirect(colleaguePath(request.params.person), 303)
				: reply.callNotFound();

	for (const [path, receive] of [
		[colleaguePaths.away, receiveAway],
		[colleaguePaths.back, receiveBack],
		[colleaguePaths.deputies, receiveDeputies],
	] as const)
		web.post<OfPerson>(path(":person"), async (request, reply) => {
			const { viewer, body, params } = request;
			return isUuid(params.person)
				? answer(request, reply, await receive(app, viewer, params.person, body))
				: reply.callNotFound();
		});

	web.post<OfPerson>(colleaguePaths.address(":person"), async (request, reply) => {
		const { viewer, params, body } = request;
		if (!isOffice(request) || !isUuid(params.person)) return reply.callNotFound();
		const read = readForm(address, body);
		if (read.errors) return show(request, reply.code(422), read);
		try {
			const sent = await correctAddress(app, viewer, params.person, read.data.email);
			return sent === undefined
				? reply.callNotFound()
				: reply.redirect(colleaguePath(params.person), 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return show(request, reply.code(422), withError(read.values, "email", refusal.message));
		}
	});

	web.post<OfPerson>(colleaguePaths.told(":person"), async (request, reply) => {
		const { viewer, params, body } = request;
		if (!isOffice(request) || !isUuid(params.person)) return reply.callNotFound();
		const read = readForm(told, body);
		// A form that no page made: they see who is not reached, and begin from there.
		if (!read.errors) await noteTold(app, viewer, params.person, read.data.shownAt);
		return reply.redirect(paths.businessUnit, 303);
	});
};
