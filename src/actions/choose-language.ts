import type { Language } from "../domain/language.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { saveLanguage } from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import type { App } from "./app.ts";

/** From now on somebody is spoken to in this language, on every page and in mail; who has no account, nowhere but here. */
export const chooseLanguage = (app: App, by: Viewer, language: Language): Promise<void> =>
	transact(app.db, (trx) => saveLanguage(trx, by.id, language));
