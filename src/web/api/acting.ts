/** What every act on a difference by the API has: the key by which it is done once, and whether it is as it was read. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { ActOn } from "../../actions/hold-difference.ts";
import { type OpenedDifference, openDifference } from "../../actions/open-difference.ts";
import { findActDone } from "../../store/act-keys.ts";
import { differenceTold } from "./difference-told.ts";
import type { Asking } from "./operation.ts";
import { Problem } from "./problem.ts";
import { keyOf, matches, tagOf } from "./serve-operation.ts";

export const done = z
	.object({
		difference: z.uuid(),
		entry: z.int().describe("The number of its entry in the record."),
	})
	.meta({ id: "Done" });

/**
 * The act that a request asks for. Its key is of its token alone, so that no program meets another’s.
 *
 * @param opened the difference as it is read now, to be compared with what the request says was read
 */
export function actOf(
	{ viewer, request, body }: Pick<Asking<unknown, unknown, unknown>, "viewer" | "request" | "body">,
	opened: OpenedDifference,
): ActOn {
	const sent = request.headers["if-match"];
	const isAsRead =
		sent === undefined || matches(sent, tagOf(JSON.stringify(differenceTold(opened))));
	return {
		difference: opened.header.id,
		by: viewer,
		...keysOf({ request, body }),
		// Where it was another already when it was opened, no entry is the last that was read.
		...(sent !== undefined && { lastRead: isAsRead ? (opened.entries.at(-1)?.seq ?? 0) : -1 }),
	};
}

/**
 * The difference in which this very request did something before. It may be that by now it can be done no more, because it
 * was done: whoever sends it again, for they never heard, is answered as they were to be.
 */
const findDone = (
	asking: Pick<Asking<unknown, unknown, unknown>, "app" | "viewer" | "request" | "body">,
) =>
	findActDone(asking.app.db, {
		partnershipId: asking.viewer.partnershipId,
		personId: asking.viewer.id,
		...keysOf(asking),
	});

/** The same as what an act answers, for whoever may still read it. */
async function doneBefore(
	asking: Parameters<typeof findDone>[0],
	told: "first" | "last",
): Promise<z.input<typeof done> | undefined> {
	const before = await findDone(asking);
	const { app, viewer } = asking;
	const opened = before && (await openDifference(app, viewer, before.differenceId, "difference"));
	if (!opened) return undefined;
	const at = Temporal.Instant.from(before.at);
	const then = opened.entries.filter((entry) => Temporal.Instant.from(entry.at).equals(at));
	// Behind these stands what they brought about.
	const own = then.filter(
		({ type, entered }) =>
			type === "recalled" || (type === "step-done" && entered?.by.person === viewer.id),
	);
	const entry = own.at(told === "first" ? 0 : -1) ?? then.at(-1);
	return { difference: before.differenceId, entry: entry?.seq ?? 1 };
}

/**
 * Does an act; where that is not asked any more, or what was sent does not fit any more, because this very request has done it,
 * answers as it did.
 *
 * @param told which entry the act answers of several that it makes
 */
export async function orAsBefore(
	asking: Parameters<typeof findDone>[0],
	act: () => Promise<z.input<typeof done> | undefined>,
	told: "first" | "last" = "last",
): Promise<z.input<typeof done> | undefined> {
	try {
		return (await act()) ?? (await doneBefore(asking, told));
	} catch (problem) {
		const before =
			problem instanceof Problem && problem.code === "does-not-fit"
				? await doneBefore(asking, told)
				: undefined;
		if (!before) throw problem;
		return before;
	}
}

/** The same of what names the difference alone, and may have closed it to whoever did it. */
export async function differenceDoneBefore(
	asking: Parameters<typeof findDone>[0],
): Promise<{ difference: string } | undefined> {
	const before = await findDone(asking);
	return before && { difference: before.differenceId };
}

/** By what it is done once, and told from another request with the same key. */
export function keysOf({
	request,
	body,
}: Pick<Asking<unknown, unknown, unknown>, "request" | "body">): {
	key: string;
	content: string;
} {
	const hash = createHash("sha256")
		.update(JSON.stringify([request.token?.id, keyOf(request)]))
		.digest();
	// A UUID of version 8: what its bits are is our own affair (RFC 9562).
	hash.writeUInt8(((hash[6] ?? 0) & 0x0f) | 0x80, 6);
	hash.writeUInt8(((hash[8] ?? 0) & 0x3f) | 0x80, 8);
	const hex = hash.toString("hex");
	return {
		key: [
			hex.slice(0, 8),
			hex.slice(8, 12),
			hex.slice(12, 16),
			hex.slice(16, 20),
			hex.slice(20, 32),
		].join("-"),
		content: createHash("sha256")
			.update(JSON.stringify([request.method, request.url, body]))
			.digest("base64url"),
	};
}
