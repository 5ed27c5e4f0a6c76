import { z } from "zod";
import { startingLarge } from "../english.ts";
import { learningSubgroup } from "../learning/lesson.ts";
import { scrutineer } from "../learning/oversight.ts";
import { subgroupChairOffice, subgroupOffice } from "../learning/report-life.ts";
import { exporter } from "../people/exporting.ts";
import {
	dataProtectionOfficer,
	headOf,
	type Level,
	levels,
	reportingOffice,
	type Viewer,
} from "../people/viewer.ts";
import type { Protocol } from "../protocol/protocol.ts";
import { administrator } from "../protocol/version.ts";
import { likeness } from "../typed-text.ts";
import { addressOf, lineOf } from "./setup-answers.ts";

/** Who invites people into a partnership. */
export const mayInvite = ({ offices }: Pick<Viewer, "offices">): boolean =>
	offices.includes(administrator);

export const levelNames: Record<Level, string> = {
	practitioner: "Practitioner",
	manager: "Manager",
	"senior-manager": "Senior manager",
	director: "Director or chief officer",
};

/** An office or a post that somebody can hold, and what it is called. */
export type OfficeToGive = { id: string; called: string };

/** The offices and posts that mean something in a partnership: Concord’s own, and those that its protocols name. */
export function officesToGive(protocols: readonly Pick<Protocol, "roles" | "levels">[]) {
	const offices = new Map<string, string>([
		[reportingOffice, "Business Unit"],
		[headOf(reportingOffice), "Head of the Business Unit"],
		[administrator, "Administrator of Concord"],
		[dataProtectionOfficer, "Data protection officer"],
		[exporter, "May take data out of Concord"],
		[scrutineer, "Independent Scrutineer"],
		[subgroupOffice, "Performance subgroup"],
		[subgroupChairOffice, "Chair of the performance subgroup"],
		[learningSubgroup, "Learning subgroup"],
	]);
	const add = (id: string, called: string) => {
		if (!offices.has(id)) offices.set(id, called);
	};
	for (const { roles, levels: own } of protocols) {
		for (const { office, post, called } of Object.values(roles)) {
			if (office) add(office, startingLarge(called));
			if (post) add(post, startingLarge(called));
		}
		for (const { posts, called } of own)
			for (const post of posts) add(post, posts.length === 1 ? startingLarge(called) : post);
	}
	return [...offices].map(([id, called]): OfficeToGive => ({ id, called }));
}

/** Somebody who is to be invited. */
export type ToInvite = {
	name: string;
	email: string;
	jobTitle: string;
	agencyId: string;
	level: Level;
	safeguardingLead: boolean;
	offices: string[];
};

/** What is asked of somebody who is invited, one by one. */
export const inviteQuestions = {
	name: lineOf({ missing: "Enter their name", name: "Name", max: 120 }),
	email: addressOf("Enter their work address"),
	jobTitle: lineOf({ missing: "Enter their job", name: "Job", max: 120 }),
	agencyId: z.uuid("Select their agency"),
	level: z.enum(levels, "Select at which level they work"),
};

/** Somebody who has an address already, whether they are still there or not. */
export type AddressHeld = {
	name: string;
	email: string;
	agencyId: string;
	left: boolean;
};

/**
 * Why somebody cannot have an address; undefined where they can. One person may be invited for a second agency under the
 * address that they have; nobody has somebody else's.
 *
 * @param held by whom of the partnership it is held
 */
export function faultOfAddress(
	{ name, email, agencyId }: Pick<ToInvite, "name" | "email" | "agencyId">,
	held: readonly AddressHeld[],
): string | undefined {
	const same = held.filter((one) => one.email.toLowerCase() === email.toLowerCase());
	const other = same.find((one) => likeness(one.name) !== likeness(name));
	if (other)
		return `${email} is the address of ${other.name}. Enter this person’s own work address`;
	return same.some((one) => one.agencyId === agencyId && !one.left)
		? `${name} is in this agency already, under ${email}`
		: undefined;
}
