import { needsSecondFactor } from "./second-factor.ts";
import type { Viewer } from "./viewer.ts";

/** What a token lets a program do that has it: each is a part of what its person may do, and never more. */
export const scopes = {
	"work:read": "Read what you owe and what waits for you",
	"differences:read": "Read the differences that you may read, with their forms and files",
	"differences:raise": "Raise differences in your name",
	"differences:act": "Do in differences what you may do, in your name",
	"partnership:read": "Read protocols, the calendar and the directory, and work out due dates",
	"reports:read": "Read the reports that you may read",
	"learning:manage": "Read and write what was learned, and say what was done about it",
	"webhooks:manage": "Name addresses that are told when something happens",
} as const;
export type ApiScope = keyof typeof scopes;

export const isApiScope = (word: string): word is ApiScope => Object.hasOwn(scopes, word);

/** For how long a token can be made, in days. Somebody must come by and mean it again: nothing works for ever. */
export const tokenLives = [30, 90, 180, 365] as const;
export type TokenLife = (typeof tokenLives)[number];

/** As whom a program acts: its person, but for what they opened in an emergency, which they did to read it themself. */
export const asProgram = ({ glassBrokenIn: _, ...person }: Viewer): Viewer => person;

/** How many tokens of one person can work at a time: more are nobody's any more. */
export const mostTokens = 20;

/** A token, without what makes it work. */
export type ApiToken = {
	id: string;
	partnershipId: string;
	personId: string;
	/** As its person calls it; the record says so of what is done by it. */
	name: string;
	/** It is of a system that its person answers for. */
	isSystem: boolean;
	/** The letters that it begins with. */
	prefix: string;
	scopes: ApiScope[];
	/** Whether whoever made it had shown more than a password. */
	secondFactor: boolean;
	/** ISO instants of the real time. */
	madeAt: string;
	expiresAt: string;
	/** To the minute; null while it was never used. */
	lastUsedAt: string | null;
	revokedAt: string | null;
};

/** Whether a token works. @param now the real time */
export const isInUse = (
	{ expiresAt, revokedAt }: Pick<ApiToken, "expiresAt" | "revokedAt">,
	now: Temporal.Instant,
): boolean =>
	revokedAt === null && Temporal.Instant.compare(now, Temporal.Instant.from(expiresAt)) < 0;

/**
 * Whether a token stands for its person as they are now: who has got an office since for which a password is not enough makes
 * another.
 *
 * @param rehearsal where nobody must show more than a password
 */
export const standsFor = (
	{ secondFactor }: Pick<ApiToken, "secondFactor">,
	person: { offices: string[] },
	rehearsal: boolean,
): boolean => secondFactor || rehearsal || !needsSecondFactor(person);

/** Whether somebody may see the tokens of all systems of a partnership, and revoke each. */
export const seesToTokens = ({ offices }: { offices: readonly string[] }): boolean =>
	offices.includes("administrator");
