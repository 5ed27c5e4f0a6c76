import { readsRetention } from "../../actions/retention.ts";
import { keepsSeals } from "../../domain/difference/who/may-seal.ts";
import { learningSubgroup } from "../../domain/learning/lesson.ts";
import { mayOversee } from "../../domain/learning/oversight.ts";
import { isOfSubgroup, readsDrafts } from "../../domain/learning/report-life.ts";
import { mayInvite } from "../../domain/partnership/invitation.ts";
import { keepsPeople } from "../../domain/partnership/keep-people.ts";
import { readsExports } from "../../domain/people/exporting.ts";
import { mayVerifyRecord } from "../../domain/people/record-watch.ts";
import { dataProtectionOfficer, officesRead, type Viewer } from "../../domain/people/viewer.ts";
import { mayReadVersions } from "../../domain/protocol/version.ts";
import { deskOffice } from "../../reports/business-unit-desk.ts";
import {
	administrationPaths,
	dataBreachesPath,
	exportsPath,
	learningPaths,
	oversightPath,
	paths,
	peoplePaths,
	protocolPath,
	protocolPaths,
	recordPath,
	reportPaths,
	retentionPath,
	sealPaths,
	subjectAccessPath,
	whoLookedPath,
} from "../addresses.ts";
import type { NavigationItem } from "../kit/page-frame.ts";

/** Where this person may go from every page: nowhere, who answers by a link. */
export const navigationFor = (
	viewer: Viewer,
	{ rehearsal }: { rehearsal: boolean },
): NavigationItem[] => (viewer.onlyIn === undefined ? everywhere(viewer, rehearsal) : []);

const everywhere = (viewer: Viewer, rehearsal: boolean): NavigationItem[] => [
	{ text: "My work", href: paths.myWork },
	{ text: "Differences", href: paths.differences },
	...(officesRead(viewer).includes(deskOffice)
		? [{ text: "Business Unit", href: paths.businessUnit }]
		: []),
	...(isOfSubgroup(viewer) && !readsDrafts(viewer)
		? [{ text: "Reports", href: reportPaths.start }]
		: []),
	...(viewer.offices.includes(learningSubgroup)
		? [{ text: "Lessons", href: learningPaths.lessons }]
		: []),
	...(mayOversee(viewer) ? [{ text: "Oversight", href: oversightPath }] : []),
	...(viewer.offices.includes(dataProtectionOfficer)
		? [
				{ text: "Data breaches", href: dataBreachesPath },
				{ text: "Who looked", href: whoLookedPath },
			]
		: []),
	...(readsRetention(viewer) ? [{ text: "Retention", href: retentionPath }] : []),
	...(viewer.offices.includes(dataProtectionOfficer)
		? [{ text: "Subject access", href: subjectAccessPath }]
		: []),
	...(mayVerifyRecord(viewer) ? [{ text: "Record", href: recordPath }] : []),
	...(readsExports(viewer) ? [{ text: "Taken out", href: exportsPath }] : []),
	...(keepsSeals(viewer) ? [{ text: "Sealed", href: sealPaths.list }] : []),
	...(mayReadVersions(viewer) ? [{ text: "Protocols", href: protocolPaths.list }] : []),
	...(mayInvite(viewer) ? [{ text: "Administration", href: administrationPaths.start }] : []),
	...(keepsPeople(viewer) && !mayInvite(viewer)
		? [{ text: "People", href: peoplePaths.list }]
		: []),
	{ text: "Briefings", href: learningPaths.briefings },
	{ text: "How this works", href: protocolPath },
	...(rehearsal ? [{ text: "Mailbox", href: paths.mailbox }] : []),
];
