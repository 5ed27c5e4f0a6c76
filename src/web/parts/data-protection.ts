import { readsRetention } from "../../actions/retention.ts";
import { isLastKeeper, keepsSeals } from "../../domain/difference/who/may-seal.ts";
import { readsExports } from "../../domain/people/exporting.ts";
import { mayVerifyRecord } from "../../domain/people/record-watch.ts";
import { dataProtectionOfficer, type Viewer } from "../../domain/people/viewer.ts";
import {
	dataBreachesPath,
	exportsPath,
	recordPath,
	retentionPath,
	sealPaths,
	subjectAccessPath,
	whoLookedPath,
} from "../addresses.ts";
import { say } from "../kit/say.tsx";

/** A page about how what is told here is kept, with what it is for. */
export type DataProtectionPage = { text: string; href: string; hint: string };

/** The pages about how what is told here is kept, as far as they open for somebody. */
export const dataProtectionPages = (viewer: Viewer): DataProtectionPage[] => [
	...(viewer.offices.includes(dataProtectionOfficer)
		? [
				{
					text: say`Data breaches`,
					href: dataBreachesPath,
					hint: say`What was sent to the wrong agency or person, and called back.`,
				},
				{
					text: say`Who looked`,
					href: whoLookedPath,
					hint: say`Who read which difference, and reading that stands out.`,
				},
				{
					text: say`Subject access`,
					href: subjectAccessPath,
					hint: say`Requests for everything held about a child, an adult or a member of staff.`,
				},
			]
		: []),
	...(readsRetention(viewer)
		? [
				{
					text: say`Retention`,
					href: retentionPath,
					hint: say`What has been kept for its time, legal holds, and certificates of what was disposed of.`,
				},
			]
		: []),
	...(keepsSeals(viewer) || isLastKeeper(viewer)
		? [
				{
					text: say`Sealed`,
					href: sealPaths.list,
					hint: say`Differences that only named people know of, and who opened one in an emergency.`,
				},
			]
		: []),
	...(readsExports(viewer)
		? [
				{
					text: say`Taken out of Concord`,
					href: exportsPath,
					hint: say`Who took files of many rows, what, and how much.`,
				},
			]
		: []),
	...(mayVerifyRecord(viewer)
		? [
				{
					text: say`Record`,
					href: recordPath,
					hint: say`Check that nothing in the record was altered, removed or added.`,
				},
			]
		: []),
];
