import { accessibilityRoutes } from "./accessibility/routes.tsx";
import { businessUnitRoutes } from "./business-unit/routes.tsx";
import { calendarRoutes } from "./calendar/routes.tsx";
import { childsRecordRoutes } from "./childs-record/routes.ts";
import { clockRoutes } from "./clocks/routes.tsx";
import { colleaguesRoutes } from "./colleagues/routes.tsx";
import { differencesRoutes } from "./differences/routes.ts";
import { draftRoutes } from "./drafts/routes.ts";
import { dueDateRoutes } from "./due-date/routes.tsx";
import { feedRoutes } from "./feed/routes.ts";
import { handOverRoutes } from "./hand-over/routes.tsx";
import { letterRoutes } from "./letters/routes.tsx";
import { mailboxRoutes } from "./mailbox/routes.tsx";
import { moveToVersionRoutes } from "./move-to-version/routes.tsx";
import { moveRoutes } from "./moves/routes.tsx";
import { myWorkRoutes } from "./my-work/routes.tsx";
import { protocolGuideRoutes } from "./protocol-guide/routes.tsx";
import { protocolRoutes } from "./protocols/routes.ts";
import { raiseRoutes } from "./raise/routes.tsx";
import { rehearsalRoutes } from "./rehearsal/routes.tsx";
import { reminderRoutes } from "./reminders/routes.tsx";
import type { Routes } from "./request.ts";
import { signInRoutes } from "./sign-in/routes.tsx";
import { stepRoutes } from "./steps/routes.tsx";
import { whatIfRoutes } from "./what-if/routes.tsx";
import { yourSettingsRoutes } from "./your-settings/routes.tsx";

/** Every page: one folder each. */
export const pages: readonly Routes[] = [
	accessibilityRoutes,
	businessUnitRoutes,
	calendarRoutes,
	childsRecordRoutes,
	colleaguesRoutes,
	clockRoutes,
	differencesRoutes,
	draftRoutes,
	dueDateRoutes,
	feedRoutes,
	handOverRoutes,
	letterRoutes,
	mailboxRoutes,
	moveRoutes,
	moveToVersionRoutes,
	myWorkRoutes,
	protocolGuideRoutes,
	protocolRoutes,
	raiseRoutes,
	rehearsalRoutes,
	reminderRoutes,
	signInRoutes,
	stepRoutes,
	yourSettingsRoutes,
	whatIfRoutes,
];
