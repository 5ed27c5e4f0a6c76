import type { Partnership } from "../store/partnerships.ts";
import type { App } from "./app.ts";

/**
 * Where a partnership's people reach it, without a slash at the end: links in its mail begin with it.
 *
 * @returns its own host; where it has none and is one of several, its path under the installation's address
 */
export function addressOf(
	{ address }: Pick<App, "address">,
	{ host, pathName, isOneOfSeveral }: Pick<Partnership, "host" | "pathName" | "isOneOfSeveral">,
): string {
	if (host !== null) {
		const { protocol, port } = new URL(address);
		return `${protocol}//${host}${port && `:${port}`}`;
	}
	return isOneOfSeveral ? `${address}/${pathName}` : address;
}
