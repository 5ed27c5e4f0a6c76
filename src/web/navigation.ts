import type { Viewer } from "../domain/access/viewer.ts";
import { mayReadVersions } from "../domain/protocol/version.ts";
import { workingDaysPath } from "./calendar/addresses.ts";
import { paths } from "./paths.ts";
import { protocolPath } from "./protocol-guide/address.ts";
import { protocolPaths } from "./protocols/paths.ts";
import type { NavigationItem } from "./ui/page-frame.ts";

/** Where this person may go from every page. */
export const navigationFor = (
	viewer: Viewer,
	{ rehearsal }: { rehearsal: boolean },
): NavigationItem[] => [
	{ text: "My work", href: paths.myWork },
	{ text: "Differences", href: paths.differences },
	...(viewer.offices.includes("business-unit")
		? [{ text: "Business Unit", href: paths.businessUnit }]
		: []),
	...(mayReadVersions(viewer) ? [{ text: "Protocols", href: protocolPaths.list }] : []),
	...(viewer.offices.includes("administrator")
		? [{ text: "Working days", href: workingDaysPath }]
		: []),
	{ text: "How this works", href: protocolPath },
	...(rehearsal ? [{ text: "Mailbox", href: paths.mailbox }] : []),
];
