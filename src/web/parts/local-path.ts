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
	const path = anyLocalPath(asked);
	return path === paths.signIn || path.startsWith(`${paths.signIn}?`) ? paths.myWork : path;
}

/** The same, also of the page on which one signs in. */
export function anyLocalPath(asked: unknown): string {
	if (typeof asked !== "string" || !asked.startsWith("/")) return paths.myWork;
	const url = URL.parse(asked, here);
	if (url?.origin !== here) return paths.myWork;
	// Dots that are taken out may leave two slashes at the beginning, which lead to another site.
	return url.pathname.startsWith("//") ? paths.myWork : url.pathname + url.search;
}
