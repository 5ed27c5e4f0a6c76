import fastifySession from "@fastify/session";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { HtmlValidate } from "html-validate";
import type { App } from "../../actions/app.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import type { Routes } from "../kit/request.ts";
import { buildServer } from "../server.ts";

/** Pages on the real server, read as one person or another. */
export type Reader = {
	read: (person: Viewer, url: string) => Promise<LightMyRequestResponse>;
	/** As `wordsIn`. */
	words: (person: Viewer, url: string) => Promise<string>;
	close: () => Promise<void>;
};

export function readerOf(app: App, routes: Routes[]): Reader {
	const web = buildServer(app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "a secret that is only for these tests, and long",
		routes: [...routes, enter],
	});
	const read: Reader["read"] = async (person, url) => {
		const [cookie] = (await web.inject(`/enter/${person.id}`)).cookies;
		return web.inject({
			url,
			cookies: cookie ? { [cookie.name]: cookie.value } : {},
		});
	};
	return {
		read,
		words: async (person, url) => wordsIn((await read(person, url)).body),
		close: () => web.close(),
	};
}

/** The words of a page’s main part, as they are read one after the other. */
export const wordsIn = (html: string): string =>
	(/<main.*<\/main>/s.exec(html)?.[0] ?? "")
		.replaceAll(/<[^>]+>/g, " ")
		.replaceAll(/\s+/g, " ")
		.replaceAll("&#39;", "’");

/** Signs somebody in without asking. */
export const enter = (web: FastifyInstance) =>
	web.get("/enter/:person", { config: { public: true } }, async (request, reply) => {
		const { person } = request.params as { person: string };
		request.session.set("personId", person);
		return reply.send("");
	});

const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

/** What is not valid in a page: rule, message and line of each fault. */
export async function faultsIn(html: string): Promise<string[]> {
	const report = await validator.validateString(html);
	return report.results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
	);
}
