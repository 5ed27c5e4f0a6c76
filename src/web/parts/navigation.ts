import { learningSubgroup } from "../../domain/learning/lesson.ts";
import { mayOversee } from "../../domain/learning/oversight.ts";
import { isOfSubgroup, readsDrafts } from "../../domain/learning/report-life.ts";
import { mayInvite } from "../../domain/partnership/invitation.ts";
import { keepsPeople } from "../../domain/partnership/keep-people.ts";
import { officesRead, type Viewer } from "../../domain/people/viewer.ts";
import { mayReadVersions } from "../../domain/protocol/version.ts";
import { deskOffice } from "../../reports/business-unit-desk.ts";
import {
	administrationPaths,
	dataProtectionPath,
	learningPaths,
	oversightPath,
	paths,
	peoplePaths,
	protocolPath,
	protocolPaths,
	reportPaths,
} from "../addresses.ts";
import type { NavigationItem } from "../kit/page-frame.ts";
import { say } from "../kit/say.tsx";
import { dataProtectionPages } from "./data-protection.ts";

/** Where this person may go from every page: nowhere, who answers by a link. */
export const navigationFor = (viewer: Viewer): NavigationItem[] =>
	viewer.onlyIn === undefined ? everywhere(viewer) : [];

const everywhere = (viewer: Viewer): NavigationItem[] => [
	{ text: say`My work`, href: paths.myWork },
	{ text: say`Differences`, href: paths.differences },
	...(officesRead(viewer).includes(deskOffice)
		? [{ text: say`Business Unit`, href: paths.businessUnit }]
		: []),
	...(isOfSubgroup(viewer) && !readsDrafts(viewer)
		? [{ text: say`Reports`, href: reportPaths.start }]
		: []),
	...(viewer.offices.includes(learningSubgroup)
		? [{ text: say`Lessons`, href: learningPaths.lessons }]
		: []),
	...(mayOversee(viewer) ? [{ text: say`Oversight`, href: oversightPath }] : []),
	...dataProtection(viewer),
	...(mayReadVersions(viewer) ? [{ text: say`Protocols`, href: protocolPaths.list }] : []),
	...(mayInvite(viewer) ? [{ text: say`Administration`, href: administrationPaths.start }] : []),
	...(keepsPeople(viewer) && !mayInvite(viewer)
		? [{ text: say`People`, href: peoplePaths.list }]
		: []),
	{ text: say`Briefings`, href: learningPaths.briefings },
	{ text: say`How this works`, href: protocolPath },
];

/** Where these pages begin, for whoever may open any: nobody opens one alone. */
function dataProtection(viewer: Viewer): NavigationItem[] {
	const leadsTo = dataProtectionPages(viewer).map(({ href }) => href);
	return leadsTo.length > 0
		? [{ text: say`Data protection`, href: dataProtectionPath, leadsTo }]
		: [];
}
