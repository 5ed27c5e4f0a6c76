import { differencePath } from "../addresses.ts";

/** @param step the step that writes it, as the protocol names it */
export const letterPath = (id: string, step: string): string =>
	`${differencePath(id)}/letters/${step}`;
