import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { rehearsalPaths } from "../../addresses.ts";

/** Somebody at a browser: keeps its cookies, and sends back the token of the page that was looked at last. */
export type Visitor = {
	get: (url: string) => Promise<LightMyRequestResponse>;
	post: (url: string, fields?: Record<string, string>) => Promise<LightMyRequestResponse>;
	/** By the rehearsal's one click. */
	becomes: (person: { id: string }) => Promise<LightMyRequestResponse>;
};

export function visitor(web: FastifyInstance): Visitor {
	const cookies = new Map<string, string>();
	let token = "";
	const send = async (
		request: { method: "GET" | "POST"; url: string; payload?: string },
		type: Record<string, string> = {},
	) => {
		const answer = await web.inject({
			...request,
			headers: {
				...type,
				cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
			},
		});
		for (const { name, value } of answer.cookies) cookies.set(name, value);
		token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token;
		return answer;
	};
	const get: Visitor["get"] = (url) => send({ method: "GET", url });
	const post: Visitor["post"] = (url, fields = {}) =>
		send(
			{
				method: "POST",
				url,
				payload: new URLSearchParams({ ...fields, _csrf: token }).toString(),
			},
			{ "content-type": "application/x-www-form-urlencoded" },
		);
	return {
		get,
		post,
		becomes: async ({ id }) => {
			await get("/sign-in");
			return post(rehearsalPaths.signIn, { person: id });
		},
	};
}
