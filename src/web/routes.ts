import { accessibilityRoutes } from "./accessibility/routes.tsx";
import { businessUnitRoutes } from "./business-unit/routes.tsx";
import { differencesRoutes } from "./differences/routes.ts";
import { mailboxRoutes } from "./mailbox/routes.tsx";
import { myWorkRoutes } from "./my-work/routes.tsx";
import { protocolGuideRoutes } from "./protocol-guide/routes.tsx";
import { rehearsalRoutes } from "./rehearsal/routes.tsx";
import type { Routes } from "./request.ts";
import { signInRoutes } from "./sign-in/routes.tsx";

/** Every page: one folder each. */
export const pages: readonly Routes[] = [
	accessibilityRoutes,
	businessUnitRoutes,
	differencesRoutes,
	mailboxRoutes,
	myWorkRoutes,
	protocolGuideRoutes,
	rehearsalRoutes,
	signInRoutes,
];
