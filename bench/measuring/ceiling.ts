/**
 * What the same statements cost at least: a bare server that asks them as prepared statements, and answers as many bytes. It reads
 * what to ask from the file that it is given; `npx tsx bench/measure.ts` starts it.
 */
import { readFileSync } from "node:fs";
import fastify from "fastify";
import pg from "pg";

export type Bare = {
	url: string;
	port: number;
	pages: { asked: { text: string; values: (string | null)[] }[]; bytes: number }[];
};

const [, , file = ""] = process.argv;
const { url, port, pages } = JSON.parse(readFileSync(file, "utf8")) as Bare;
// For all partnerships: a page tells a connection for whom it asks only where that is another than before.
const pool = new pg.Pool({
	connectionString: url,
	max: 10,
	onConnect: async (client) => {
		await client.query("select set_config('concord.partnership', 'every', false)");
	},
});
const names = new Map<string, string>();
const nameOf = (text: string): string => {
	const name = names.get(text) ?? `s${names.size}`;
	names.set(text, name);
	return name;
};
const web = fastify();
const bodies = pages.map(({ bytes }) => Buffer.alloc(bytes, "a"));
web.get<{ Params: { page: string } }>("/:page", async (request, reply) => {
	const nth = Number(request.params.page);
	const client = await pool.connect();
	try {
		for (const { text, values } of pages[nth]?.asked ?? [])
			await (values.length > 0
				? client.query({ name: nameOf(text), text, values })
				: client.query(text));
	} finally {
		client.release();
	}
	return reply.type("text/html").send(bodies[nth]);
});
await web.listen({ port, host: "127.0.0.1" });
console.log("ready");
