import { writeFileSync } from "node:fs";
import fastifySession from "@fastify/session";
import { expect, test } from "vitest";
import { axe, openBrowser } from "../../../test/support/browser.ts";
import { testDatabase } from "../../../test/support/database.ts";
import { somersetSource } from "../../../test/support/partnership.ts";
import type { App } from "../../actions/app.ts";
import { noTransport } from "../../mail/transport.ts";
import { seedRehearsal } from "../../rehearsal/seed-rehearsal.ts";
import { protocolLibrary } from "../../store/protocols.ts";
import { buildServer } from "../server.ts";
import { differencesRoutes } from "./routes.ts";

test("look", async () => {
	const { db, drop } = await testDatabase();
	const app: App = {
		db,
		clock: () => Temporal.Instant.from("2026-04-09T09:00:00Z"),
		enqueue: async () => {},
		mail: noTransport,
		protocols: protocolLibrary(),
		rehearsal: true,
		address: "http://127.0.0.1:3000",
	};
	await seedRehearsal(app, somersetSource);
	const more = (
		await import("../business-unit/routes.tsx").catch(() => undefined)
	)?.businessUnitRoutes;
	const guide = (
		await import("../protocol-guide/routes.tsx").catch(() => undefined)
	)?.protocolGuideRoutes;
	const web = buildServer(app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "x".repeat(40),
		routes: [
			differencesRoutes,
			...(more ? [more] : []),
			...(guide ? [guide] : []),
			(w) =>
				w.get(
					"/enter/:id",
					{ config: { public: true } },
					async (request, reply) => {
						request.session.set(
							"personId",
							(request.params as { id: string }).id,
						);
						return reply.redirect("/differences");
					},
				),
		],
		log: { stream: process.stdout, level: "error" },
	});
	const address = await web.listen({ host: "127.0.0.1", port: 0 });
	const people = await db.selectFrom("person").selectAll().execute();
	const want = (process.env.LOOK ?? "")
		.split(";")
		.filter(Boolean)
		.map((l) => l.split("|"));
	const all = await db
		.selectFrom("difference")
		.selectAll()
		.orderBy("raised_at")
		.execute();
	for (const d of all) {
		const os = await db
			.selectFrom("open_step")
			.where("difference_id", "=", d.id)
			.selectAll()
			.execute();
		const ps = await db
			.selectFrom("difference_person")
			.innerJoin("person", "person.id", "difference_person.person_id")
			.where("difference_id", "=", d.id)
			.select(["person.email", "side"])
			.execute();
		console.log(
			d.reference,
			d.stage,
			d.status,
			d.ending,
			os.map((o) => o.step).join(),
			ps.map((p) => `${p.side}:${p.email.split("@")[0]}`).join(" "),
		);
	}
	const findings: string[] = [];
	for (const width of [1280, 320]) {
		const { context, close } = await openBrowser({ width });
		const page = await context.newPage();
		for (const [name = "", email = "", path = ""] of want) {
			const person = people.find((p) => p.email.startsWith(email));
			if (!person) {
				console.log("no", email);
				continue;
			}
			await page.goto(`${address}/enter/${person.id}`);
			const target = path.replace(
				/HV\[(\d+)\]/,
				(_, n) => all[Number(n)]?.id ?? "",
			);
			const answer = await page.goto(address + target);
			console.log(target, answer?.status(), await page.title());
			if (name.includes("open"))
				for (const details of await page.locator("details").all())
					await details.evaluate((e) => e.setAttribute("open", ""));
			await page.screenshot({
				path: `/tmp/looks/${name}-${width}.png`,
				fullPage: true,
			});
			findings.push(...(await axe(page)).map((f) => `${name} ${width} ${f}`));
			const scroll = await page.evaluate(
				"document.documentElement.scrollWidth",
			);
			if ((scroll as number) > width)
				findings.push(`${name} scrolls ${scroll}`);
			if (answer?.status() !== 200)
				findings.push(`${name} ${answer?.status()}`);
		}
		await close();
	}
	for (const line of (process.env.FETCH ?? "").split(";").filter(Boolean)) {
		const [file = "", email = "", path = ""] = line.split("|");
		const person = people.find((p) => p.email.startsWith(email));
		const enter = await fetch(`${address}/enter/${person?.id}`, {
			redirect: "manual",
		});
		const cookie = enter.headers
			.getSetCookie()
			.map((c) => c.split(";")[0])
			.join("; ");
		const target = path.replace(
			/HV\[(\d+)\]/,
			(_, n) => all[Number(n)]?.id ?? "",
		);
		const r = await fetch(address + target, { headers: { cookie } });
		console.log(file, r.status, r.headers.get("content-disposition"));
		writeFileSync(`/tmp/looks/${file}`, Buffer.from(await r.arrayBuffer()));
	}
	console.log(findings);
	await web.close();
	await drop();
	expect(1).toBe(1);
}, 300_000);
