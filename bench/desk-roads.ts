/**
 * How much the office's daily roads ask of whoever works at its desk: pages, clicks and letters, in a browser.
 *
 *   npx tsx bench/desk-roads.ts
 *
 * On the rehearsal partnership, to whose desk twenty more forms have come: all of them are sent on, one after the other;
 * then somebody rings about a child, and their difference is found by the child's name.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../src/actions/app.ts";
import { completeStep } from "../src/actions/complete-step.ts";
import { makeMove } from "../src/actions/make-move.ts";
import { raiseDifference } from "../src/actions/raise-difference.ts";
import type { Viewer } from "../src/domain/people/viewer.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { projectRoot } from "../src/project-root.ts";
import { agencyId, personId } from "../src/rehearsal/identifiers.ts";
import { seedHarbourVale } from "../src/rehearsal/seed-rehearsal.ts";
import { connect } from "../src/store/connect.ts";
import { migrate } from "../src/store/migrate.ts";
import { findViewer } from "../src/store/people.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { paths } from "../src/web/addresses.ts";
import { buildServer } from "../src/web/server.ts";
import { openBrowser } from "../test/support/browser.ts";
import { appOn } from "../test/support/partnership.ts";

const forms = 20;

const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
chmodSync(directory, 0o711);
const postgres = await startEmbeddedPostgres({ directory });
const { db, pool } = connect(postgres.url);
await migrate(pool);
const app = appOn(db, () => Temporal.Instant.from("2026-11-30T10:00:00Z"));
await seedHarbourVale(
	app,
	readFileSync(join(projectRoot, "protocols/somerset/2021-04.yaml"), "utf8"),
);
for (let n = 1; n <= forms; n++) await formComes(app, `Kit Number${n}`);
const web = buildServer(app, {
	sessions: sessionStore(db),
	secret: "a secret for measuring, of enough letters",
});
const address = await web.listen({ host: "127.0.0.1", port: 0 });

const browser = await openBrowser();
const page = await browser.context.newPage();
const main = page.locator("main");
const counted = { pages: 0, clicks: 0, letters: 0 };
page.on("load", () => {
	counted.pages += 1;
});
/** Presses something that leads to another page. */
const go = async (press: () => Promise<void>) => {
	counted.clicks += 1;
	await Promise.all([page.waitForEvent("load"), press()]);
};
/** What was counted since the last time. */
function report(road: string): void {
	const { pages, clicks, letters } = counted;
	console.log(`${road}: ${pages} pages, ${clicks} clicks, ${letters} letters`);
	Object.assign(counted, { pages: 0, clicks: 0, letters: 0 });
}

await page.goto(`${address}${paths.rehearsal}`);
await go(() => page.getByRole("button", { name: "Sign in as Tendai Moyo" }).click());
await page.goto(`${address}${paths.businessUnit}`);
Object.assign(counted, { pages: 0, clicks: 0, letters: 0 });

await go(() =>
	main
		.getByRole("link", { name: /^Send the form to/ })
		.first()
		.click(),
);
for (let n = 1; n <= forms; n++) {
	counted.clicks += 1;
	await main.getByRole("radio").first().check();
	// The page itself, then the one on which it is read once more.
	for (let time = 0; time < 2; time++)
		await go(() =>
			main
				.getByRole("button", { name: /^Send it and acknowledge it to/ })
				.last()
				.click(),
		);
	if (!page.url().includes("done=")) throw new Error(`Not sent on: ${page.url()}`);
	if (n < forms) await go(() => main.getByRole("link", { name: /Send the form to/ }).click());
}
report(`${forms} forms sent on, one after the other`);

await page.goto(address);
Object.assign(counted, { pages: 0, clicks: 0, letters: 0 });
await go(() => page.getByRole("link", { name: "Business Unit" }).click());
counted.clicks += 1;
await main.getByLabel("Find").click();
const name = "Number17";
await page.keyboard.type(name);
counted.letters += name.length;
await go(() => main.getByRole("button", { name: "Find" }).click());
if (!(await main.innerText()).includes(`Kit ${name}`)) throw new Error("Not found");
await go(() => main.getByRole("rowheader").getByRole("link").first().click());
report("A difference found by a child’s name, from My work");

await browser.close();
await web.close();
await db.destroy();
await postgres.stop();
rmSync(directory, { recursive: true, force: true });

/** A school's signed form comes to the office. */
async function formComes(app: App, child: string): Promise<void> {
	const by = async (name: string): Promise<Viewer> => {
		const viewer = await findViewer(app.db, personId(name), app.clock());
		if (!viewer) throw new Error(`Nobody is called ${name}`);
		return viewer;
	};
	const [teacher, head] = [await by("zoe.hartnell"), await by("philip.thorne")];
	const key = () => crypto.randomUUID();
	const about = {
		themes: ["timeliness"],
		issue: "No visit for six weeks",
		"outcome-wanted": "A visit this week",
	};
	const children = [{ name: child, dateOfBirth: "2018-05-14" }];
	const difference = await raiseDifference(app, teacher, {
		key: key(),
		receivingAgency: agencyId("csc"),
		answers: { ...about, children, "practitioner-b": { id: personId("amara.nwosu") } },
		urgentContacts: [],
	});
	await makeMove(
		app,
		{ difference, by: teacher, key: key() },
		{ move: "straight-to-formal", answers: { "skip-reason": "Nobody can be reached" } },
	);
	const step = (by: Viewer, step: string, outcome: string, answers = {}) =>
		completeStep(
			app,
			{ difference, by, key: key() },
			{ step: `formal-resolution.${step}`, outcome, answers },
		);
	await step(teacher, "raise", "submitted", {
		...about,
		"children-in-full": children,
		"child-safe": "interim",
		evidence: "Four calls were not returned",
		impact: "Nobody has seen the child",
		"history-early": "Four calls",
		"history-informal": "None",
		"why-not-resolved": "Nobody answered",
		contact: "01632 960 000",
	});
	await step(head, "sign-off", "signed");
}
