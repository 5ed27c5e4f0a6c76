import type { Sector } from "../people/viewer.ts";
import type { Protocol } from "../protocol/protocol.ts";
import type { Facts } from "./facts.ts";

/** An agency as a report names it. */
export type CountedAgency = { id: string; name: string; sector: Sector };

/** One difference as a report counts it. */
export type Case = {
	id: string;
	raising: CountedAgency;
	/** Null where there is no other agency. */
	receiving: CountedAgency | null;
	/** The version under which it ran. */
	protocol: Protocol;
	facts: Facts;
	/** Where it is of the log of the years before Concord. */
	imported?: Imported;
};

/** From which import a form of an old log comes, and what that log told. */
export type Imported = {
	/** The import, by its identifier, and what it is called: "the log of 2024/25". */
	from: { id: string; title: string };
	/** The old log's own. */
	reference: string | null;
	/** Whether its days are told; where they are not, nothing is said of how long it took. */
	daysKnown: boolean;
};

/** What a number counts: differences, or the children (or adults) that they are about. */
export type Unit = "differences" | "people";

/** What of a difference every count asks. */
export type Weighed = Pick<Case, "id"> & { facts: Pick<Facts, "people"> };

/** How much one difference adds to a count. */
export const weightOf = ({ facts }: Weighed, unit: Unit): number =>
	unit === "differences" ? 1 : facts.people;
