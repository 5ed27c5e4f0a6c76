/** Where else than here people may sign in: what the pages need of it. */
export type SignInProvider = {
	/** Its part of the addresses. */
	key: string;
	/** As it stands on the button: "Harbour Vale Council". */
	name: string;
	issuer: string;
	/** The addresses besides the installation’s own to which it may send somebody back, each without a slash at the end. */
	returnsTo: readonly string[];
	/**
	 * Where to send somebody to sign in.
	 *
	 * @param how `again` where they must show there who they are although they are signed in; `at` the address to which they
	 *   are sent back, one of `returnsTo`, the installation’s own when left out
	 * @throws ProviderAway when it does not answer
	 */
	begin: (how?: {
		again?: boolean;
		at?: string | undefined;
	}) => Promise<{ url: string; kept: KeptForReturn }>;
	/**
	 * Who came back.
	 *
	 * @param url the whole address with which they came
	 * @param kept what `begin` gave
	 * @throws ProviderAway when it does not answer; ProviderRefused when what came is not right, or somebody broke off
	 */
	finish: (url: string, kept: KeptForReturn) => Promise<SomebodyThere>;
	/**
	 * Whose sign-in has ended there, of what it sends to say so.
	 *
	 * @throws ProviderRefused for anything that is not from it, or not about that
	 */
	readSignedOut: (token: string) => Promise<{ sid?: string; subject?: string }>;
};

/** What somebody's browser keeps while they are there: it shows that it is they who come back. */
export type KeptForReturn = { state: string; nonce: string; verifier: string };

/** Somebody as a provider knows them. */
export type SomebodyThere = {
	issuer: string;
	/** Its own name for them, which stays when their address changes. */
	subject: string;
	/** Of this sign-in, where it names them. */
	sid?: string | undefined;
	/** Their work address; undefined where it is not shown to be theirs, or is none that the provider speaks for. */
	address?: string | undefined;
};

/** It does not answer: nobody can sign in there now. */
export class ProviderAway extends Error {}

/** What came from it, or in its name, is not right. */
export class ProviderRefused extends Error {}
