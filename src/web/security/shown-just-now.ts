/**
 * Whether somebody showed a moment ago who they are: the one place that says so. Whatever gives away much at once, or can
 * hardly be undone, asks it first, so that a browser left open gives it to nobody else.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { paths } from "../addresses.ts";
import { sessionLength } from "./sessions.ts";

/** For so many minutes nothing more is asked of whoever showed who they are. */
export const shownForMinutes = 5;

/** Whether whoever asks signed in, or signed in again, within the last minutes. @param now the real time */
export function hasShownJustNow({ session }: FastifyRequest, now: Temporal.Instant): boolean {
	const { shownAt, until } = session;
	const times = [
		...(shownAt === undefined ? [] : [Temporal.Instant.from(shownAt)]),
		...(until === undefined
			? []
			: [Temporal.Instant.from(until).subtract({ milliseconds: sessionLength })]),
	];
	return times.some(
		(then) => Temporal.Instant.compare(then.add({ minutes: shownForMinutes }), now) > 0,
	);
}

/** Notes that whoever asks has shown who they are. @param now the real time */
export const noteShown = ({ session }: FastifyRequest, now: Temporal.Instant): void => {
	session.set("shownAt", now.toString());
};

/** Leads to where they show who they are, and from there to the page that they wanted. @param then its address */
export const askToShow = (reply: FastifyReply, then: string): FastifyReply =>
	reply.redirect(`${paths.showItIsYou}?then=${encodeURIComponent(then)}`, 303);
