import type { App } from "../actions/app.ts";
import { type TellAccount, tellAccount } from "../actions/tell-account.ts";
import { acrossPartnerships } from "../store/scope.ts";

/** Writes to whoever has an address that somebody typed on the sign-in page, if anybody has. */
export const tellAccountAsked = (app: App, what: TellAccount): Promise<void> =>
	acrossPartnerships("who-asks", () => tellAccount(app, what));
