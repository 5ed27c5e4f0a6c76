import fastifySession from "@fastify/session";
import type { FastifyInstance } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { pages } from "../../routes.ts";
import { buildServer } from "../../server.ts";
import { enter } from "../reader.fixture.ts";

/** A page as somebody without a script sees it, with its form filled in as it came. */
export type Seen = {
	url: string;
	status: number;
	body: string;
	/** What the main part says, as it is read one after the other. */
	words: string;
	/** What its form would send if nobody touched it. */
	form: Record<string, string[]>;
};

/** Somebody at a browser: opens pages, fills forms in and sends them, and is led where they lead. */
export type Visitor = {
	open: (url: string) => Promise<Seen>;
	/** @param entered by input; `undefined` empties one @param button `_do=later`, for any but the main button */
	send: (page: Seen, entered?: Record<string, string | string[]>, button?: string) => Promise<Seen>;
	/** A request outside any page, such as a draft that saves itself. */
	post: (url: string, form: Record<string, string[]>) => Promise<number>;
};

/** The real server with every page, and a way in for anybody. */
export function serverFor(app: App): {
	visitor: (person: Viewer) => Promise<Visitor>;
	close: () => Promise<void>;
} {
	const web = buildServer(app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "a secret that is only for these tests, and long",
		routes: [...pages, enter],
	});
	return {
		visitor: async ({ id }) => visitorOf(web, id),
		close: () => web.close(),
	};
}

async function visitorOf(web: FastifyInstance, id: string): Promise<Visitor> {
	const [cookie] = (await web.inject(`/enter/${id}`)).cookies;
	const cookies = cookie ? { [cookie.name]: cookie.value } : {};
	const open = async (url: string): Promise<Seen> => {
		const answer = await web.inject({ url, cookies });
		const { location } = answer.headers;
		return location ? open(String(location)) : seen(url, answer.statusCode, answer.body);
	};
	const post = (url: string, form: Record<string, string[]>) =>
		web.inject({
			method: "POST",
			url,
			cookies,
			headers: { "content-type": "application/x-www-form-urlencoded" },
			payload: new URLSearchParams(
				Object.entries(form).flatMap(([name, values]) => values.map((value) => [name, value])),
			).toString(),
		});
	return {
		open,
		send: async (page, entered = {}, button) => {
			const form = { ...page.form };
			for (const [name, value] of Object.entries(entered)) form[name] = [value].flat();
			const [name, value] = button?.split("=") ?? [];
			if (name && value !== undefined) form[name] = [value];
			const answer = await post(page.url, form);
			const { location } = answer.headers;
			return location ? open(String(location)) : seen(page.url, answer.statusCode, answer.body);
		},
		post: async (url, form) => (await post(url, form)).statusCode,
	};
}

function seen(url: string, status: number, body: string): Seen {
	const main = /<main.*<\/main>/s.exec(body)?.[0] ?? "";
	return {
		url,
		status,
		body,
		words: decoded(main.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")),
		form: formIn(main),
	};
}

function formIn(html: string): Record<string, string[]> {
	const form: Record<string, string[]> = {};
	const add = (name: string | undefined, value: string) => {
		if (name) form[name] = [...(form[name] ?? []), value];
	};
	for (const [, input, kind, attributes = "", content = ""] of html.matchAll(
		/<input\b([^>]*)>|<(textarea|select)\b([^>]*)>(.*?)<\/\2>/gs,
	)) {
		const name = attribute(input ?? attributes, "name");
		if (kind === "textarea") add(name, decoded(content));
		else if (kind === "select") add(name, attribute(chosenIn(content), "value") ?? "");
		else if (input && (!isTicked.test(input) || / checked/.test(input)))
			add(name, attribute(input, "value") ?? "");
	}
	return form;
}

const isTicked = /type="(?:radio|checkbox)"/;

const chosenIn = (options: string): string =>
	/<option\b([^>]*\bselected[^>]*)>/.exec(options)?.[1] ?? "";

const attribute = (attributes: string, name: string): string | undefined => {
	const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
	return value === undefined ? undefined : decoded(value);
};

const decoded = (text: string): string =>
	text
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");
