import { randomUUID } from "node:crypto";
import type { PublishedHead, PublishesHeads } from "../chain/head.ts";
import { inGroups } from "../chain/signed.ts";
import { listPartnerships } from "../store/partnerships.ts";
import type { App } from "./app.ts";
import { makeCheckpoint } from "./checkpoint.ts";
import { oneByOne } from "./one-by-one.ts";
import type { SigningApp } from "./signing-key.ts";

/** How a published head is written. */
export const textOfHead = (head: PublishedHead): string => `${JSON.stringify(head, null, "\t")}\n`;

/** What its file is called: the partnership and the number of its checkpoint. */
export const nameOfHead = ({ "concord-head": { partnership, number } }: PublishedHead): string =>
	`concord-head-${partnership.slice(0, 8)}-${String(number).padStart(5, "0")}.json`;

/**
 * Signs where the record of each partnership ends, and publishes it outside where that was asked for.
 *
 * @returns what was signed
 * @throws what failed first, after all others were tried
 */
export async function publishHeads(
	app: SigningApp & Pick<App, "mail">,
	publishes: PublishesHeads | undefined,
	only?: string,
): Promise<PublishedHead[]> {
	const heads: PublishedHead[] = [];
	const partnerships = (await listPartnerships(app.db)).filter(
		({ id }) => only === undefined || id === only,
	);
	const failures = await oneByOne(partnerships, async ({ id }) => {
		const head = await makeCheckpoint(app, id);
		if (!head) return;
		heads.push(head);
		if (!publishes) return;
		if ("to" in publishes) await publishes.to(nameOfHead(head), textOfHead(head));
		else await mailHead(app, publishes.mailTo, head);
	});
	if (failures.length > 0) throw failures[0];
	return heads;
}

/** No name of a person and no word of the record is in it. */
async function mailHead(
	{ mail }: Pick<App, "mail">,
	to: string,
	head: PublishedHead,
): Promise<void> {
	const { at, number } = head["concord-head"];
	const says = `This is where the record of ${head.of} ended at ${at}. Keep it: with “concord audit verify --against” and this text in a file, it shows whether the record was cut off or made anew since. The key that signed it is ${inGroups(head.key.fingerprint)}.`;
	await mail.send({
		id: randomUUID(),
		to,
		subject: `Record of ${head.of}: checkpoint ${number}`,
		text: `${says}\n\n${textOfHead(head)}`,
		html: `<p>${escaped(says)}</p><pre>${escaped(textOfHead(head))}</pre>`,
	});
}

const escaped = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
