import type { Holiday, Nation } from "./bank-holidays.ts";
import type { IsoDay } from "./iso-day.ts";

/** A bank holiday of one nation, and how it is known. */
export type NationHoliday = Holiday & {
	readonly nation: Nation;
	/** `entered` by a person, or read in a `list`: a list that lacks what a person entered is no fault. */
	readonly from: "entered" | "list";
	/** Where it is published, for people: "Royal proclamation of 10 September 2022". */
	readonly source: string;
};

/** What a partnership knows of its calendar beyond what comes with Concord: plain JSON, as it is stored. */
export type OwnDays = {
	readonly bankHolidays: readonly NationHoliday[];
	/** Bank holidays that were moved to another day or taken back: they are worked after all. */
	readonly workedAfterAll: readonly NationHoliday[];
	/** Where a nation's bank holidays are known for longer than Concord itself knows them. */
	readonly knownTo: Partial<Record<Nation, IsoDay>>;
	/** Days on which the partnership itself is closed. */
	readonly closureDays: readonly Holiday[];
};

/** What is known beyond what comes with Concord, in the beginning. */
export const noOwnDays: OwnDays = {
	bankHolidays: [],
	workedAfterAll: [],
	knownTo: {},
	closureDays: [],
};
