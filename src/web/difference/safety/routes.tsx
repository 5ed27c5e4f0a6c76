import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { saySafety } from "../../../actions/say-safety.ts";
import { longest } from "../../../domain/protocol/file/field.ts";
import { aboutSafety, type Protocol } from "../../../domain/protocol/protocol.ts";
import { justDonePath, safetyPath } from "../../addresses.ts";
import { actKeyOf } from "../../kit/act-key.ts";
import { errorAt, type FormState, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say } from "../../kit/say.tsx";
import { readCallsMade } from "../../parts/calls-made.tsx";
import { openFor } from "../../parts/difference/open-for.ts";
import { rang, SafetyPage } from "./page.tsx";

const asked = ({ words }: Protocol) =>
	z.object({
		safe: z.enum(["yes", "no"], say`Select whether the ${words.child} is safe now`),
		[aboutSafety]: z
			.string()
			.trim()
			.max(longest["long-text"], "Shorten this to 20,000 characters or fewer")
			.default(""),
	});

/** Anybody who knows of a difference says whether the child is safe now, at any stage. */
export const safetyRoutes: Routes = (web, app) => {
	const visit = async (request: FastifyRequest): Promise<OpenedDifference | undefined> => {
		const opened = await openFor(app, request, "safety");
		return opened?.maySaySafety ? opened : undefined;
	};

	web.get<{ Params: { id: string } }>(safetyPath(":id"), async (request, reply) => {
		const opened = await visit(request);
		return opened
			? reply.page(
					<SafetyPage frame={request.frame} opened={opened} form={{ values: {}, errors: {} }} />,
				)
			: reply.callNotFound();
	});

	web.post<{ Params: { id: string } }>(safetyPath(":id"), async (request, reply) => {
		const opened = await visit(request);
		if (!opened) return reply.callNotFound();
		const { body, viewer, frame } = request;
		const { protocol, header, here } = opened;
		const again = (form: FormState) =>
			reply.code(422).page(<SafetyPage frame={frame} opened={opened} form={form} />);
		const { data, values, errors } = readForm(asked(protocol), body);
		const calls =
			values.safe === "no" ? readCallsMade(protocol, values, rang) : { contacts: [], errors: {} };
		if (!data || Object.keys(calls.errors).length > 0)
			return again({ values, errors: { ...errors, ...calls.errors } });
		const present = here.now.toPlainDateTime().toString();
		const ahead = calls.contacts.find(({ madeAt }) => madeAt > present);
		if (ahead)
			return again({
				values,
				errors: errorAt(
					rang(protocol.safety.findIndex(({ call }) => call === ahead.call)),
					say`The time at which you rang ${ahead.call} must be now or earlier`,
				),
			});
		const done = await saySafety(
			app,
			{ difference: header.id, by: viewer, key: actKeyOf(body) },
			{
				safe: data.safe === "yes",
				calls: calls.contacts,
				answers: data[aboutSafety] === "" ? {} : { [aboutSafety]: data[aboutSafety] },
			},
		);
		return done
			? reply.redirect(justDonePath(header.id, done.safety?.seq ?? done.seq), 303)
			: reply.callNotFound();
	});
};
