/**
 * Passkeys: added to an account, and signed in with. What each is asked to sign is kept here and taken back once, from the
 * browser it was given to; that a person was there, and showed it, is required of every one.
 */
import { createHash } from "node:crypto";
import { isIP } from "node:net";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { findAccountById } from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import { takeTryBack } from "../store/failed-tries.ts";
import {
	deletePasskeys,
	findPasskey,
	listPasskeys,
	type Passkey,
	saveChallenge,
	renamePasskey as saveName,
	savePasskey,
	savePasskeyUsed,
	takeChallenge,
} from "../store/passkeys.ts";
import { deleteSessionsOf } from "../store/sessions.ts";
import type { App } from "./app.ts";
import { beginTry, hashOfTried, type TooMany } from "./count-tries.ts";
import { afterRemoval } from "./second-factor.ts";
import { postsOf, type SignedIn } from "./sign-in.ts";
import { noteOnAccount } from "./tell-account.ts";

/** A passkey belongs to a host by its name: at a bare number, such as in a rehearsal, no browser makes one. */
export const passkeysWork = ({ address }: Pick<App, "address">): boolean =>
	isIP(hostOf(address).replace(/^\[|\]$/g, "")) === 0;

const hostOf = (address: string): string => new URL(address).hostname;

/** Loaded when somebody first asks for a passkey: it is a quarter of all that a start would load. */
const library = () => import("@simplewebauthn/server");

/** EdDSA, ES256 and RS256, as COSE numbers them: what authenticators make today. */
const supportedAlgorithmIDs = [-8, -7, -257];

/** For so long a browser may ask for a passkey, in minutes. */
const patience = 5;

/** @param sid of the browser's session */
const givenTo = (what: "add" | "sign-in", sid: string): string =>
	createHash("sha256").update(`${what} ${sid}`).digest("base64url");

const keep = (app: App, challenge: string, what: "add" | "sign-in", sid: string) =>
	saveChallenge(app.db, {
		challenge,
		givenTo: givenTo(what, sid),
		until: app.clock().add({ minutes: patience }),
	});

const take = (app: App, what: "add" | "sign-in", sid: string) => (challenge: string) =>
	takeChallenge(app.db, { challenge, givenTo: givenTo(what, sid), now: app.clock() });

/** What the library reads itself; anything else is no answer of an authenticator. */
const answerOf = <T>(text: string): (T & { id: string }) | undefined => {
	try {
		const read = z
			.looseObject({ id: z.string().min(1).max(1_400), response: z.looseObject({}) })
			.safeParse(JSON.parse(text));
		return read.success ? (read.data as unknown as T & { id: string }) : undefined;
	} catch {
		return undefined;
	}
};

/** What a browser is told to make a passkey by. */
export async function askForNewPasskey(
	app: App,
	{ accountId, sid }: { accountId: string; sid: string },
): Promise<object> {
	const [account, known] = [
		await findAccountById(app.db, accountId),
		await listPasskeys(app.db, accountId),
	];
	const options = await (await library()).generateRegistrationOptions({
		rpName: "Concord",
		rpID: hostOf(app.address),
		userName: account?.email ?? "",
		userDisplayName: account?.email ?? "",
		userID: new TextEncoder().encode(accountId),
		timeout: patience * 60_000,
		attestationType: "none",
		supportedAlgorithmIDs,
		excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
		authenticatorSelection: { residentKey: "required", userVerification: "required" },
	});
	await keep(app, options.challenge, "add", sid);
	return options;
}

/**
 * Adds a passkey to an account. Every other session ends.
 *
 * @param answer what the browser gave, as JSON
 * @returns false for anything that no authenticator gave this browser for this account just now
 */
export async function addPasskey(
	app: App,
	{ accountId, sid }: { accountId: string; sid: string },
	{ name, answer }: { name: string; answer: string },
): Promise<boolean> {
	const response = answerOf<RegistrationResponseJSON>(answer);
	if (!response) return false;
	const { verifyRegistrationResponse } = await library();
	const checked = await verifyRegistrationResponse({
		response,
		expectedChallenge: take(app, "add", sid),
		expectedOrigin: app.address,
		expectedRPID: hostOf(app.address),
		requireUserVerification: true,
		supportedAlgorithmIDs,
	}).catch(() => undefined);
	if (!checked?.verified) return false;
	const { credential } = checked.registrationInfo;
	return transact(app.db, async (trx) => {
		const isNew = await savePasskey(trx, {
			id: credential.id,
			accountId,
			name,
			publicKey: credential.publicKey,
			counter: credential.counter,
			transports: credential.transports ?? [],
			madeAt: app.clock(),
		});
		if (!isNew) return false;
		await deleteSessionsOf(trx, accountId, sid);
		await noteOnAccount(app, trx, accountId, "passkey-added");
		return true;
	});
}

/** @returns whether it is one of theirs */
export const renamePasskey = (
	app: App,
	accountId: string,
	id: string,
	name: string,
): Promise<boolean> => transact(app.db, (trx) => saveName(trx, accountId, id, name));

/**
 * Takes a passkey away.
 *
 * @returns whether it was one of theirs
 * @throws Refusal 'still-needed' where it is the last of what they must have
 */
export const removePasskey = (app: App, accountId: string, id: string): Promise<boolean> =>
	transact(app.db, async (trx) => {
		if ((await deletePasskeys(trx, accountId, id)) === 0) return false;
		await afterRemoval(app, trx, accountId);
		await noteOnAccount(app, trx, accountId, "passkey-removed");
		return true;
	});

/**
 * What a browser is told to sign in by. One that is asked for and not used counts as a try that failed.
 *
 * @param from the internet address that asks
 * @param accountId whose passkeys are asked for; anybody's when left out
 */
export async function askForPasskey(
	app: App,
	{ sid, from, accountId }: { sid: string; from: string; accountId?: string | undefined },
): Promise<object | TooMany> {
	const begun = await beginTry(app, { address: from });
	if ("tooMany" in begun) return begun;
	const options = await (await library()).generateAuthenticationOptions({
		rpID: hostOf(app.address),
		timeout: patience * 60_000,
		userVerification: "required",
		...(accountId && {
			allowCredentials: (await listPasskeys(app.db, accountId)).map(({ id, transports }) => ({
				id,
				transports,
			})),
		}),
	});
	await keep(app, options.challenge, "sign-in", sid);
	return options;
}

/**
 * Whom a passkey belongs to.
 *
 * @param answer what the browser gave, as JSON
 * @returns undefined for anything else than an answer to what this browser was just asked, by a passkey that is known, whose
 *   count has gone up, and of somebody who has not left
 */
export async function signInByPasskey(
	app: App,
	{ sid, from }: { sid: string; from: string },
	answer: string,
): Promise<SignedIn | undefined> {
	const response = answerOf<AuthenticationResponseJSON>(answer);
	const passkey = response && (await findPasskey(app.db, response.id));
	if (!passkey) return undefined;
	const newCounter = await checked(app, sid, passkey, response);
	if (newCounter === undefined) return undefined;
	const isUsed = await transact(app.db, (trx) =>
		savePasskeyUsed(trx, passkey.id, newCounter, app.clock()),
	);
	const signedIn = await postsOf(app, passkey.accountId);
	if (!isUsed || !signedIn) return undefined;
	await takeTryBack(app.db, hashOfTried("address", from));
	return signedIn;
}

/** Its new count; undefined where it does not stand. */
async function checked(
	app: App,
	sid: string,
	{ id, publicKey, counter, transports }: Passkey,
	response: AuthenticationResponseJSON,
): Promise<number | undefined> {
	const { verifyAuthenticationResponse } = await library();
	const found = await verifyAuthenticationResponse({
		response,
		expectedChallenge: take(app, "sign-in", sid),
		expectedOrigin: app.address,
		expectedRPID: hostOf(app.address),
		credential: { id, publicKey, counter, transports },
		requireUserVerification: true,
	}).catch(() => undefined);
	return found?.verified ? found.authenticationInfo.newCounter : undefined;
}
