import type { Language } from "../domain/language.ts";
import type { Contacts } from "../domain/partnership/identity.ts";
import { mayInvite } from "../domain/partnership/invitation.ts";
import {
	longestPublished,
	modelText,
	type PublishedText,
} from "../domain/partnership/published.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { cleanText, saysSomething } from "../domain/typed-text.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { type Partnership, saveContacts } from "../store/partnerships.ts";
import { addPublished, findPublished, type PublishedKind } from "../store/published.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** What a partnership says, and since when: undefined while it is the model text that Concord comes with. */
export type Said = { text: string; version: number; savedAt: string | undefined };

/** Where the Welsh of a text stands. */
const inWelsh = (kind: PublishedText) => `${kind}-welsh` as const;

/** What a partnership’s text says in Welsh; an empty text where it has none, such as before anybody wrote one. */
export async function publishedInWelsh(
	db: Db | Trx,
	partnership: Partnership,
	kind: PublishedText,
): Promise<Said> {
	const found = await findPublished(db, partnership.id, inWelsh(kind));
	return { text: found?.content ?? "", version: found?.version ?? 0, savedAt: found?.savedAt };
}

/**
 * A text for whoever reads it in a language: the partnership’s own in that language, else its own in English, else the model
 * that Concord comes with.
 */
export async function publishedFor(
	db: Db | Trx,
	partnership: Partnership,
	kind: PublishedText,
	language: Language,
): Promise<Said & { language: Language }> {
	const english = await publishedText(db, partnership, kind);
	if (language === "en") return { ...english, language };
	const welsh = await publishedInWelsh(db, partnership, kind);
	if (welsh.text !== "") return { ...welsh, language };
	return english.version === 0
		? { ...english, text: modelText(kind, partnership, "cy"), language }
		: { ...english, language: "en" };
}

/** Whether somebody says what their partnership publishes: its administrators do. */
export const mayPublish = mayInvite;

/** What a partnership's text is today. */
export async function publishedText(
	db: Db | Trx,
	partnership: Partnership,
	kind: PublishedText,
): Promise<Said> {
	const found = await findPublished(db, partnership.id, kind);
	return found
		? { text: found.content, version: found.version, savedAt: found.savedAt }
		: { text: modelText(kind, partnership), version: 0, savedAt: undefined };
}

/**
 * Publishes a text, in Welsh too where that is given; what was said before is kept.
 *
 * @param given `read` the version that stood on the page, 0 for the model text; an empty text in Welsh is none
 * @throws Refusal 'not-yours' | 'wrong-answers' | 'changed-meanwhile'
 */
export function publishText(
	app: App,
	by: Viewer,
	kind: PublishedText,
	given: {
		text: string;
		read: number;
		welsh?: { text: string; read: number } | undefined;
	},
): Promise<void> {
	const text = cleanText(given.text).trim();
	const welsh = cleanText(given.welsh?.text ?? "").trim();
	if (!saysSomething(text) || Math.max(text.length, welsh.length) > longestPublished)
		throw new Refusal("wrong-answers", "Enter a text of 20,000 characters or less.");
	return transact(app.db, async (trx) => {
		await publish(app, trx, by, kind, text, given.read);
		if (given.welsh) await publish(app, trx, by, inWelsh(kind), welsh, given.welsh.read);
	});
}

/**
 * Says whom to ask for what; who was named before is kept.
 *
 * @throws Refusal 'not-yours' | 'changed-meanwhile'
 */
export function publishContacts(
	app: App,
	by: Viewer,
	given: { contacts: Contacts; read: number },
): Promise<void> {
	return transact(app.db, async (trx) => {
		await publish(app, trx, by, "contacts", JSON.stringify(given.contacts), given.read);
		await saveContacts(trx, by.partnershipId, given.contacts);
	});
}

async function publish(
	app: App,
	trx: Trx,
	by: Viewer,
	kind: PublishedKind,
	content: string,
	read: number,
): Promise<void> {
	if (!mayPublish(by))
		throw new Refusal("not-yours", "The partnership’s administrators say what is published.");
	const { now } = await partnershipClock(app, trx, by.partnershipId);
	const stands = await findPublished(trx, by.partnershipId, kind);
	// Of two texts on one page the other may have been changed alone.
	if (stands?.version === read && stands.content === content) return;
	if (!stands && content === "") return;
	const added =
		(stands?.version ?? 0) === read &&
		(await addPublished(trx, {
			partnershipId: by.partnershipId,
			kind,
			version: read + 1,
			content,
			savedAt: now.toInstant().toString(),
			savedBy: by.id,
		}));
	if (!added)
		throw new Refusal(
			"changed-meanwhile",
			"Somebody else saved this page meanwhile. Open it in another tab, see what they changed, then save yours again from there.",
		);
}
