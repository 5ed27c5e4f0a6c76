/** The pages that people open most, and the acts that they do most, each as somebody in particular. */
import type pg from "pg";
import { agencyId, partnershipId, personId } from "../../src/rehearsal/identifiers.ts";
import type { Hand } from "./hand.ts";

export type Who = "unit" | "practitioner" | "manager" | "head";

export const people: Record<Who, string> = {
	unit: personId("sian.prosser"),
	practitioner: personId("zoe.hartnell"),
	manager: personId("denise.carrow"),
	head: personId("rafiq.chowdhury"),
};

export type Page = {
	name: string;
	by: Who;
	url: string;
	/** What is sent to it; a page that is only opened has none. */
	sends?: Record<string, string>;
};

/** Chosen in a database, so that each size has its own. */
export async function pagesIn(sql: pg.Pool): Promise<Page[]> {
	const one = async (text: string, values: unknown[] = []): Promise<string> => {
		const { rows } = await sql.query<{ found: string }>(text, values);
		if (!rows[0]) throw new Error(`Nothing is found by ${text}`);
		return rows[0].found;
	};
	const ofUnit = `select party.difference_id as found from difference_party as party join difference on difference.id = party.difference_id
		where party.partnership_id = '${partnershipId}' and office = 'business-unit'`;
	const difference = await one(
		`${ofUnit} and difference.status = 'open' and last_seq between 20 and 30 order by difference.id limit 1`,
	);
	const long = await one(`${ofUnit} order by last_seq desc, difference.id limit 1`);
	const reference = await one("select reference as found from difference where id = $1", [
		difference,
	]);
	const ended = await one(
		`${ofUnit} and difference.status = 'ended' order by difference.id limit 1`,
	);
	return [
		{ name: "a difference", by: "unit", url: `/differences/${difference}` },
		{ name: "a difference that has ended", by: "unit", url: `/differences/${ended}` },
		{ name: "a difference, 200 entries", by: "unit", url: `/differences/${long}` },
		{ name: "list of what is open", by: "unit", url: "/differences?status=open&sort=due" },
		{
			name: "list of one agency",
			by: "unit",
			url: `/differences?agency=${agencyId("saltmarsh")}&sort=due`,
		},
		{ name: "list, head of an agency", by: "head", url: "/differences?status=open&sort=due" },
		{
			name: "search: whole reference",
			by: "unit",
			url: `/differences?reference=${reference}&sort=due`,
		},
		{
			name: "search: a rare name",
			by: "unit",
			url: "/differences/by-name",
			sends: { about: "Quillfeather" },
		},
		{
			name: "search: a child",
			by: "unit",
			url: "/differences/by-name",
			sends: { about: "Zara Whittle" },
		},
		{ name: "desk", by: "unit", url: "/business-unit" },
		{ name: "My work, Business Unit", by: "unit", url: "/" },
		{ name: "My work, head of an agency", by: "head", url: "/" },
		{ name: "My work, manager", by: "manager", url: "/" },
		{ name: "My work, practitioner", by: "practitioner", url: "/" },
		{ name: "log, first page", by: "unit", url: "/business-unit/log" },
		{
			name: "log, one agency",
			by: "unit",
			url: `/business-unit/log?agency=${agencyId("saltmarsh")}`,
		},
		{ name: "log, one theme", by: "unit", url: "/business-unit/log?theme=thresholds" },
	];
}

/** Opens a page, or sends what it sends. @returns bytes on the wire */
export async function visit(hand: Hand, { url, sends, name }: Page): Promise<number> {
	if (!sends) return hand.fetch(url);
	const before = hand.bytes();
	const { statusCode } = await hand.post(url, sends);
	if (statusCode !== 200) throw new Error(`${name} answered ${statusCode}`);
	return hand.bytes() - before;
}

/** The whole of raising, from the first page to the one that says what is next. */
export async function raise(hand: Hand): Promise<void> {
	let page = await hand.send(await hand.open("/raise"), {
		"raise.danger": "no",
		"raise.scope": "none-of-these",
	});
	page = await hand.send(page, {
		"raise.agency": agencyId("csc"),
		"children-0-name": "Ada Example",
	});
	page = await hand.send(page, { "practitioner-b": personId("lukasz.wrona") });
	page = await hand.send(page, {
		themes: ["thresholds", "timeliness"],
		issue: "No visit for six weeks",
		"outcome-wanted": "A visit this week",
	});
	const raised = await hand.send(page);
	if (!raised.url.includes("?done=")) throw new Error(`Not raised: ${raised.words.slice(0, 300)}`);
}

/** What somebody owes an answer to: the forms that were sent to them. */
export async function owedBy(sql: pg.Pool, person: string, most: number): Promise<string[]> {
	const { rows } = await sql.query<{ id: string }>(
		`select difference_id as id from open_step where person_id = $1 and step = 'formal-resolution.respond' order by 1 limit $2`,
		[person, most],
	);
	return rows.map(({ id }) => id);
}

/** The other agency answers, and it goes on to the raising agency. */
export async function respond(hand: Hand, difference: string): Promise<void> {
	const page = await hand.open(`/differences/${difference}/steps/formal-resolution.respond`);
	const done = await hand.sendAndConfirm(page, {
		position: "in-part",
		response: "We visit on Thursday, then weekly",
	});
	if (!done.url.includes("?done=")) throw new Error(`Not answered: ${done.words.slice(0, 300)}`);
}
