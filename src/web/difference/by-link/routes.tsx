import type { FastifyRequest } from "fastify";
import { takeBackLink, vouchFor } from "../../../actions/vouch.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { byLinkPaths, justDonePath, stepPath } from "../../addresses.ts";
import { actKeyOf, contentOf } from "../../kit/act-key.ts";
import { errorAt, type FormState, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { openFor } from "../../parts/difference/open-for.ts";
import { readQuestions } from "../../parts/fields/read-questions.ts";
import { readTyped } from "../../parts/fields/typed.ts";
import { daysInput, whoByLink } from "../../parts/who-by-link.tsx";
import { TakeBackPage, VouchPage } from "./page.tsx";
import { vouchAsked, whoseLink } from "./vouch-asked.ts";

/** Whoever has no account answers by a link: the office gives it and takes it back, and its reader may pass it on. */
export const byLinkRoutes: Routes = (web, app) => {
	const visit = async (request: FastifyRequest) => {
		const opened = await openFor(app, request, "by-link");
		const { step } = request.params as { step: string };
		const asked = opened && (await vouchAsked(app, opened, step));
		return opened && asked ? { opened, ...asked } : undefined;
	};
	type Visited = NonNullable<Awaited<ReturnType<typeof visit>>>;
	const page = (request: FastifyRequest, { named: _, ...visited }: Visited, form: FormState) => (
		<VouchPage frame={request.frame} form={form} {...visited} />
	);

	web.get(byLinkPaths.vouch(":id", ":step"), async (request, reply) => {
		const visited = await visit(request);
		return visited
			? reply.page(
					page(request, visited, newForm({ [daysInput]: "30", "link.name": visited.named ?? "" })),
				)
			: reply.callNotFound();
	});

	web.post(byLinkPaths.vouch(":id", ":step"), async (request, reply) => {
		const visited = await visit(request);
		if (!visited) return reply.callNotFound();
		const { opened, question, found } = visited;
		const { values } = readTyped(request.body);
		const person = readForm(whoByLink, request.body);
		const read = readQuestions(opened.protocol, [question], values);
		if (person.errors || !read.answers)
			return reply.code(422).page(
				page(request, visited, {
					values,
					errors: { ...person.errors, ...read.errors },
				}),
			);
		const { id } = opened.header;
		try {
			const done = await vouchFor(
				app,
				{
					difference: id,
					by: request.viewer,
					key: actKeyOf(request.body),
					content: contentOf(request.body),
				},
				{
					step: found.step,
					name: person.data["link.name"],
					post: person.data["link.post"],
					email: person.data["link.email"],
					days: person.data[daysInput],
					answers: read.answers,
				},
			);
			if (!done) return reply.callNotFound();
			const before = visited.found.namedBy;
			return reply.redirect(
				before === undefined
					? justDonePath(id, done.seq)
					: `${stepPath(id, before)}?done=${done.seq}`,
				303,
			);
		} catch (problem) {
			if (!(problem instanceof Refusal) || !atAddress.has(problem.code)) throw problem;
			return reply
				.code(422)
				.page(
					page(request, visited, { values, errors: errorAt("link.email", sayRefusal(problem)) }),
				);
		}
	});

	/** Whose link it is, where the reader may take it back. */
	const whose = async (request: FastifyRequest) => {
		const opened = await openFor(app, request, "by-link");
		const person = opened && whoseLink(opened, (request.params as { person: string }).person);
		return opened && person ? { opened, person } : undefined;
	};

	web.get(byLinkPaths.takeBack(":id", ":person"), async (request, reply) => {
		const found = await whose(request);
		return found
			? reply.page(
					<TakeBackPage frame={request.frame} opened={found.opened} name={found.person.name} />,
				)
			: reply.callNotFound();
	});

	web.post(byLinkPaths.takeBack(":id", ":person"), async (request, reply) => {
		const found = await whose(request);
		if (!found) return reply.callNotFound();
		const { id } = found.opened.header;
		const done = await takeBackLink(
			app,
			{
				difference: id,
				by: request.viewer,
				key: actKeyOf(request.body),
				content: contentOf(request.body),
			},
			found.person.id,
		);
		return done ? reply.redirect(justDonePath(id, done.seq), 303) : reply.callNotFound();
	});
};

/** What is wrong with the address that was given. */
const atAddress: ReadonlySet<string> = new Set(["in-directory", "other-mail-domain"]);
