import { paths } from "../addresses.ts";

/** Stands for our own address, which nothing that came from outside can name. */
const here = "http://here.invalid";

/**
 * Where to go after signing in: the page that was asked for, when it is one of ours.
 *
 * @param asked anything at all, from the address or the form
 * @returns a path with its query, never another site's address
 */
export function localPath(asked: unknown): string {
	if (typeof asked !== "string" || !asked.startsWith("/")) return paths.myWork;
	const url = URL.parse(asked, here);
	return url?.origin === here && url.pathname !== paths.signIn
		? url.pathname + url.search
		: paths.myWork;
}
