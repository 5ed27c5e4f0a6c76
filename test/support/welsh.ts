import { chooseLanguage } from "../../src/actions/choose-language.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import { transact } from "../../src/store/db.ts";
import { saveOffersWelsh } from "../../src/store/partnerships.ts";
import { giveAccount } from "./account.ts";
import type { TestPartnership } from "./partnership.ts";

/** The partnership offers Welsh from now on, and these people have chosen it. */
export async function spokenWelsh(
	partnership: TestPartnership,
	...people: readonly Viewer[]
): Promise<void> {
	const { app, partnershipId } = partnership;
	await transact(app.db, (trx) => saveOffersWelsh(trx, partnershipId, true));
	for (const person of people) {
		await giveAccount(partnership, person);
		await chooseLanguage(app, person, "cy");
	}
}

/** What in the main part of a Welsh page says that it is English, but for the button that switches to it. */
export const englishIn = (body: string): string[] =>
	[...body.slice(body.indexOf("<main")).matchAll(/<(\w+)[^>]* lang="en"[^>]*>([^<]*)/g)]
		.filter(([, element]) => element !== "button")
		.map(([, , text = ""]) => text);
