import { userInfo } from "node:os";

/** What a file was to be, that the system refuses. */
type Act = "read" | "written";

/**
 * Why a file that a call named cannot be read or written, in a sentence. Where the system says that it is not allowed, it says to
 * whom: with the Debian package a command runs as the user of Concord, also when root calls it.
 */
export function notAllowed(file: string, act: Act, problem: unknown): string {
	const { code } = problem as NodeJS.ErrnoException;
	if (code === "ENOENT" && act === "read") return `There is no file ‘${file}’.`;
	if (code !== "EACCES" && code !== "EPERM") return `‘${file}’ cannot be ${act}.`;
	const place = act === "read" ? "Let that user read it" : "Name a place where that user may write";
	return `‘${file}’ cannot be ${act} by the user ‘${userInfo().username}’, as whom this runs. ${place}, such as in /tmp.`;
}
