import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { rehearsalPaths } from "../../src/web/addresses.ts";

/** Somebody who is signed in and sends what no browser would: bodies byte by byte, several at once. */
export type SignedIn = {
	get: (url: string) => Promise<LightMyRequestResponse>;
	/** @param payload as it goes over the wire; the token of a page of ours goes before it */
	post: (url: string, payload: string) => Promise<LightMyRequestResponse>;
};

/** Signs a person in by the rehearsal’s one click, on a server with all pages. */
export async function signedIn(web: FastifyInstance, person: { id: string }): Promise<SignedIn> {
	const asked = await web.inject("/sign-in");
	const entered = await web.inject({
		method: "POST",
		url: rehearsalPaths.signIn,
		headers: { ...ofForms, cookie: cookieOf(asked) },
		payload: `_csrf=${tokenIn(asked)}&person=${person.id}`,
	});
	const cookie = cookieOf(entered);
	const token = tokenIn(await web.inject({ url: "/", headers: { cookie } }));
	return {
		get: (url) => web.inject({ url, headers: { cookie } }),
		post: (url, payload) =>
			web.inject({
				method: "POST",
				url,
				headers: { ...ofForms, cookie },
				payload: `_csrf=${token}&${payload}`,
			}),
	};
}

const ofForms = { "content-type": "application/x-www-form-urlencoded" };

const cookieOf = ({ cookies }: LightMyRequestResponse): string =>
	cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

const tokenIn = ({ body }: LightMyRequestResponse): string =>
	encodeURIComponent(/name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? "");
