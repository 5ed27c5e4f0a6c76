import { differencePath } from "../addresses.ts";

/** The page on which a difference is moved to another version of its protocol. */
export const moveToVersionPath = (difference: string, version?: string): string =>
	`${differencePath(difference)}/version${version ? `?to=${version}` : ""}`;
