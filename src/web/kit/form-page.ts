/**
 * One way to receive a form: `receiveForm` for a form on a page that is drawn elsewhere, `formPage` for a page
 * that is its form. What a form asks, and how it shows itself again, is in form.ts.
 */
import type { FastifyInstance, FastifyRequest, RouteGenericInterface } from "fastify";
import type { z } from "zod";
import { Refusal } from "../../domain/refusal.ts";
import {
	type FormErrors,
	type FormState,
	type FormValues,
	newForm,
	readForm,
	typedIn,
} from "./form.ts";
import type { Html } from "./html.ts";
import { askedToSpeak } from "./speak-here.tsx";

type Maybe<T> = T | undefined;

/** A form as its route knows it. Whatever is undefined is answered with 404, as is what does not exist. */
export type FormAsked<Address extends RouteGenericInterface, Visit, Asks extends z.ZodType> = {
	/** What the form is about, if whoever asks may see it. */
	visit: (request: FastifyRequest<Address>) => Maybe<Visit> | Promise<Maybe<Visit>>;
	asks: Asks;
	/** The page with the form on it, as typed and with what is wrong. */
	draw: (
		visit: Visit,
		form: FormState,
		request: FastifyRequest<Address>,
	) => Maybe<Html> | Promise<Maybe<Html>>;
	/**
	 * Does what the form asks for.
	 *
	 * @returns the address to go on to
	 * @throws Refusal when a rule says no
	 */
	act: (
		given: z.infer<Asks>,
		visit: Visit,
		request: FastifyRequest<Address>,
	) => Maybe<string> | Promise<Maybe<string>>;
	/** What is wrong in the form when a rule says no; left out, that has a page of its own. */
	refused?: (refusal: Refusal, given: z.infer<Asks>) => RefusedForm;
};

/** 422 for what can be mended in the form, 409 for what somebody else changed meanwhile. */
export type RefusedForm = { status: 422 | 409; errors: FormErrors };

/**
 * Receives a form: goes on where it was done, and shows it again, as typed, with what is wrong in it or why a rule
 * refused it.
 */
export function receiveForm<Address extends RouteGenericInterface, Visit, Asks extends z.ZodType>(
	web: FastifyInstance,
	path: string,
	form: FormAsked<Address, Visit, Asks>,
): void {
	web.post(path, { config: { showsFormAgain: true } }, async (sent, reply) => {
		const request = sent as FastifyRequest<Address>;
		const visit = await form.visit(request);
		if (visit === undefined) return reply.callNotFound();
		const again = async (status: number, state: FormState) => {
			const page = await form.draw(visit, state, request);
			return page ? reply.code(status).page(page) : reply.callNotFound();
		};
		if (askedToSpeak(request.body)) return again(200, newForm(typedIn(request.body)));
		const read = readForm(form.asks, request.body);
		if (read.errors) return again(422, read);
		try {
			const onTo = await form.act(read.data, visit, request);
			return onTo === undefined ? reply.callNotFound() : reply.redirect(onTo, 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal && form.refused)) throw refusal;
			const { status, errors } = form.refused(refusal, read.data);
			return again(status, { values: read.values, errors });
		}
	});
}

/** A form that has a page of its own. */
export type FormOfPage<
	Address extends RouteGenericInterface,
	Visit,
	Asks extends z.ZodType,
> = FormAsked<Address, Visit, Asks> & {
	/** What the form is filled in with; or the address to go to instead, where there is nothing to ask. */
	begins?: (visit: Visit, request: FastifyRequest<Address>) => FormValues | string;
};

/** Shows a page that is a form, and receives it. */
export function formPage<Address extends RouteGenericInterface, Visit, Asks extends z.ZodType>(
	web: FastifyInstance,
	path: string,
	form: FormOfPage<Address, Visit, Asks>,
): void {
	web.get(path, async (asked, reply) => {
		const request = asked as FastifyRequest<Address>;
		const visit = await form.visit(request);
		if (visit === undefined) return reply.callNotFound();
		const begins = form.begins?.(visit, request) ?? {};
		if (typeof begins === "string") return reply.redirect(begins, 303);
		const page = await form.draw(visit, newForm(begins), request);
		return page ? reply.page(page) : reply.callNotFound();
	});
	receiveForm(web, path, form);
}
