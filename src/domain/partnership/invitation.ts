import { z } from "zod";
import { startingLarge } from "../english.ts";
import { learningSubgroup } from "../learning/lesson.ts";
import { scrutineer } from "../learning/oversight.ts";
import { subgroupChairOffice, subgroupOffice } from "../learning/report-life.ts";
import { exporter } from "../people/exporting.ts";
import {
	answersForAgency,
	atLeast,
	dataProtectionOfficer,
	headOf,
	type Level,
	levels,
	reportingOffice,
	type Viewer,
} from "../people/viewer.ts";
import type { Protocol } from "../protocol/protocol.ts";
import { administrator } from "../protocol/version.ts";
import { Refusal } from "../refusal.ts";
import { type Said, said, saidOfIssue } from "../said.ts";
import { likeness } from "../typed-text.ts";
import { addressOf, lineOf } from "./setup-answers.ts";

/** Who invites people into a partnership. */
export const mayInvite = ({ offices }: Pick<Viewer, "offices">): boolean =>
	offices.includes(administrator);

/** Whoever invites: administrators, and whoever answers for an agency into that one. */
type Inviter = Pick<Viewer, "offices" | "agencyId" | "level" | "safeguardingLead" | "onlyIn">;

/**
 * The levels at which somebody invites people into an agency: administrators at all; whoever answers for it up to their own,
 * where a safeguarding lead counts as a manager.
 *
 * @returns none where they invite nobody there
 */
export function levelsToInvite(by: Inviter, agencyId: string): Level[] {
	if (mayInvite(by)) return [...levels];
	if (by.onlyIn !== undefined || by.agencyId !== agencyId || !answersForAgency(by)) return [];
	const own = atLeast(by.level, "manager") ? by.level : "manager";
	return levels.filter((level) => atLeast(own, level));
}

/** Whether there is somebody whom they may invite. */
export const invitesSomebody = (by: Inviter): boolean => levelsToInvite(by, by.agencyId).length > 0;

/** Whether somebody sends an invitation again and takes it back: administrators any, others those that they made. */
export const keepsInvitation = (
	by: Inviter & { id: string },
	invited: { agencyId: string; level: Level; invitedById: string | null },
): boolean =>
	mayInvite(by) ||
	(invited.invitedById === by.id && levelsToInvite(by, invited.agencyId).includes(invited.level));

/** @throws Refusal 'not-yours' */
export function checkInvites(
	by: Inviter,
	{ agencyId, level, offices }: Pick<ToInvite, "agencyId" | "level" | "offices">,
): void {
	const its = levelsToInvite(by, agencyId);
	if (its.length === 0)
		throw new Refusal(
			"not-yours",
			"You invite people into your own agency. For others ask an administrator.",
		);
	if (!its.includes(level))
		throw new Refusal(
			"not-yours",
			"You invite people up to your own level. For somebody above it ask an administrator.",
		);
	if (offices.length > 0 && !mayInvite(by))
		throw new Refusal(
			"not-yours",
			"Offices of the partnership are given by its administrators. Ask one of them.",
		);
}

/** The most people that are invited by one list. */
export const mostInvitedAtOnce = 50;

/**
 * People as a list has them, one a line: name, work address and job, with commas, semicolons or tabs between them, in this
 * order or with the address first or last; `Name <address>` is read, too.
 *
 * @param job of those of whom the list says none
 * @returns the people, or what is wrong with which line, counted from 1
 */
export function readPeopleList(
	text: string,
	job: string,
):
	| { people: Pick<ToInvite, "name" | "email" | "jobTitle">[]; faults?: undefined }
	| { people?: undefined; faults: Said[] } {
	const lines = text
		.split("\n")
		.map((line, nth) => ({ line: line.trim(), number: nth + 1 }))
		.filter(({ line }) => line !== "");
	if (lines.length === 0) return { faults: [said`Enter at least one person`] };
	if (lines.length > mostInvitedAtOnce)
		return {
			faults: [said`Enter ${mostInvitedAtOnce} people or less. For more, import them from a file`],
		};
	const faults: Said[] = [];
	const people = lines.flatMap(({ line, number }) => {
		const address = /[^\s<>,;]+@[^\s<>,;]+/.exec(line)?.[0];
		const [name = "", jobTitle = job] = line
			.replace(address ?? "", "")
			.split(/[,;\t<>]+/)
			.map((part) => part.trim())
			.filter(Boolean);
		const read = lineInList.safeParse({ name, email: address ?? "", jobTitle });
		if (read.success) return read.data;
		const [issue] = read.error.issues;
		faults.push(said`Line ${number}: ${issue ? saidOfIssue(issue) : ""}`);
		return [];
	});
	const twice = people.find(
		({ email }, nth) =>
			people.findIndex((one) => one.email.toLowerCase() === email.toLowerCase()) < nth,
	);
	if (twice) faults.push(said`${twice.email} is in the list twice`);
	return faults.length > 0 ? { faults } : { people };
}

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

const lineInList = z.object({
	name: inviteQuestions.name,
	email: inviteQuestions.email,
	jobTitle: inviteQuestions.jobTitle,
});

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
): Said | undefined {
	const same = held.filter((one) => one.email.toLowerCase() === email.toLowerCase());
	const other = same.find((one) => likeness(one.name) !== likeness(name));
	if (other)
		return said`${email} is the address of ${other.name}. Enter this person’s own work address`;
	return same.some((one) => one.agencyId === agencyId && !one.left)
		? said`${name} is in this agency already, under ${email}`
		: undefined;
}
