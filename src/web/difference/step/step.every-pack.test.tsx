import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { Calendar } from "../../../domain/calendar/calendar.ts";
import {
	type Difference,
	type RecordedEvent,
	replay,
} from "../../../domain/difference/difference.ts";
import { allowedActs, readersOf, sidesOf } from "../../../domain/difference/who/may-act.ts";
import { toPutRight } from "../../../domain/difference/who/may-put-right.ts";
import { entriesFor } from "../../../domain/difference/who/may-read.ts";
import type { Actor, Viewer } from "../../../domain/people/viewer.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { peopleOf, personOf } from "../../../domain/story/people-of-story.ts";
import { playStory } from "../../../domain/story/play.ts";
import { calendarOfStory, readStory } from "../../../domain/story/story.ts";
import { projectRoot } from "../../../project-root.ts";
import { readProtocolFile, rulesBeside } from "../../../protocol-files.ts";
import type { Person } from "../../../store/people.ts";
import { newForm } from "../../kit/form.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { askAct } from "../../parts/act/asked-act.ts";
import { letterOf } from "../../parts/difference/letter-of.ts";
import { askChange } from "../clock/asked-change.ts";
import { ChangeClockPage } from "../clock/page.tsx";
import { MovePage } from "../move/page.tsx";
import { DifferencePage } from "../overview/page.tsx";
import { StepPage } from "./page.tsx";

/**
 * Every pack on its pages: its stories are played, and after each act every page that is open to anybody is
 * drawn. A protocol of another partnership needs no page of its own.
 */
const partnership = officeForAll();

const frame: PageFrame = {
	partnership: "Combe",
	person: { name: "Amy Okafor", agency: "Oakfield" },
	rehearsal: undefined,
	navigation: [],
	path: "/",
	safety: [],
	csrfToken: "token",
	cspNonce: "nonce",
	assets: { style: "/a.css", script: "/a.js", icon: "/a.svg" },
};

const packs = globSync("protocols/*/*.yaml", { cwd: projectRoot }).sort();

test.each(packs)("%s", async (file) => {
	const { protocol } = readProtocolFile(join(projectRoot, file));
	if (!protocol) throw new Error("Not read");
	const drawn = new Map<string, string>();
	for (const path of globSync("stories/*.yaml", {
		cwd: join(projectRoot, dirname(file)),
	})) {
		const { story } = readStory(readFileSync(join(projectRoot, dirname(file), path), "utf8"));
		if (!story) throw new Error(path);
		const calendar = calendarOfStory(protocol, story);
		const { acts } = playStory({ protocol, calendar }, story, undefined, (id) =>
			rulesBeside(join(projectRoot, file), id),
		);
		const entries: RecordedEvent[] = [];
		for (const { act, passed, events, after } of acts) {
			entries.push(...passed, ...events);
			const now = Temporal.PlainDateTime.from(String(act.at).replace(" ", "T")).toZonedDateTime(
				"Europe/London",
			);
			for (const said of peopleOf(protocol)) {
				const actor = personOf(protocol, said)?.actor;
				if (!actor) continue;
				const opened = openedBy(protocol, calendar, entries, after, actor, now);
				if (opened) await drawAll(opened, viewerOf(actor), drawn);
			}
		}
	}
	expect(drawn.size).toBeGreaterThan(5);
	for (const [page, html] of drawn) {
		expect(await faultsIn(html), page).toEqual([]);
		expect(html, page).not.toMatch(/\bundefined\b|\[object Object\]|NaN/);
	}
});

const viewerOf = (actor: Actor): Viewer => ({
	...actor,
	partnershipId: partnership.partnershipId,
	name: "Somebody",
	jobTitle: "Of a story",
	email: "somebody@example.org",
	agencyName: "An agency",
	sector: "other",
});

/** A difference of a story as its pages have it, for somebody who knows of it. */
function openedBy(
	protocol: Protocol,
	calendar: Calendar,
	all: RecordedEvent[],
	whole: Difference,
	actor: Actor,
	now: Temporal.ZonedDateTime,
): OpenedDifference | undefined {
	const sides = sidesOf(protocol, whole, actor);
	if (sides.length === 0) return undefined;
	const readers = readersOf(protocol, whole, actor);
	const entries = entriesFor(all, readers);
	const difference = replay(protocol, whole, entries);
	const named = {
		...difference,
		people: { [actor.id]: sides[0] ?? "", ...difference.people },
	};
	const { agencies, partnershipId } = partnership;
	const between = { raisingAgency: agencies.school, receivingAgency: agencies.socialCare };
	return {
		header: { ...whole, id: partnership.agencies.police, ...between },
		versionId: partnershipId,
		sides,
		readers,
		entries,
		wordsLost: undefined,
		agencies: { raising: "Oakfield", receiving: "Larkhill" },
		protocol,
		difference: { ...difference, ...between },
		people: new Map<string, Person>(),
		viewer: viewerOf(actor),
		asked: new Map(),
		acts: allowedActs(protocol, named, actor),
		maySaySafety: true,
		putRight: toPutRight(protocol, named, actor),
		here: {
			partnership: {
				id: partnershipId,
				name: "Combe",
				referencePrefix: "C",
				clockAhead: 0,
				workingHours: { from: "09:00", until: "17:00" },
				peopleShownBy: "name",
				smallNumbersBelow: 5,
				nation: "england",
				host: null,
				isOneOfSeveral: false,
				pathName: "combe",
				logoText: null,
				offersWelsh: false,
				colour: null,
				contacts: {},
			},
			now,
		},
		calendar,
		away: new Map(),
		fileStates: new Map(),
		scanning: "not-set-up",
		isLinked: false,
		linked: {},
	} as OpenedDifference;
}

/** Draws what is open to somebody, each kind of page once. */
async function drawAll(
	opened: OpenedDifference,
	viewer: Viewer,
	drawn: Map<string, string>,
): Promise<void> {
	const { app } = partnership;
	const draw = async (page: string, html: () => Promise<unknown>) => {
		if (!drawn.has(page))
			drawn.set(
				page,
				`<!doctype html>${String(await html())}`.replace(/^<!doctype html>(?=<!doctype)/i, ""),
			);
	};
	const { difference } = opened;
	await draw(`difference in ${difference.stage} ${difference.status.is}`, async () => (
		<DifferencePage frame={frame} opened={opened} reminders={[]} />
	));
	for (const act of opened.acts) {
		if (act.act === "step")
			await draw(`step ${act.step.id}`, async () => {
				const { step } = act;
				const asked = await askAct(app, viewer, opened, { step }, step.by.side);
				return (
					<StepPage
						frame={frame}
						asked={asked}
						step={step}
						form={newForm(asked.values)}
						letter={letterOf(opened, viewer, step)}
					/>
				);
			});
		if (act.act === "move")
			await draw(`move ${act.move.id}`, async () => {
				const { move, by } = act;
				const asked = await askAct(app, viewer, opened, { move }, by.side);
				return <MovePage frame={frame} asked={asked} move={move} form={newForm(asked.values)} />;
			});
		if (act.act === "change-clock")
			for (const how of act.ways)
				await draw(`${how} ${act.rule.id}`, async () => {
					const change = { rule: act.rule, clock: act.clock, how };
					const asked = await askChange(app, viewer, opened, change);
					return (
						<ChangeClockPage
							frame={frame}
							asked={asked}
							change={change}
							form={newForm(asked.values)}
						/>
					);
				});
	}
}
