import { childsRecordRoutes } from "./difference/childs-record/routes.ts";
import { clockRoutes } from "./difference/clock/routes.tsx";
import { draftRoutes } from "./difference/drafts/routes.ts";
import { handOverRoutes } from "./difference/hand-over/routes.tsx";
import { letterRoutes } from "./difference/letter/routes.tsx";
import { moveRoutes } from "./difference/move/routes.tsx";
import { moveToVersionRoutes } from "./difference/move-to-version/routes.tsx";
import { raiseRoutes } from "./difference/raise/routes.tsx";
import { differencesRoutes } from "./difference/routes.ts";
import { stepRoutes } from "./difference/step/routes.tsx";
import type { Routes } from "./kit/request.ts";
import { feedRoutes } from "./me/feed/routes.ts";
import { myWorkRoutes } from "./me/my-work/routes.tsx";
import { signInRoutes } from "./me/sign-in/routes.tsx";
import { yourSettingsRoutes } from "./me/your-settings/routes.tsx";
import { businessUnitRoutes } from "./partnership/business-unit/routes.tsx";
import { calendarRoutes } from "./partnership/calendar/routes.tsx";
import { colleaguesRoutes } from "./partnership/colleagues/routes.tsx";
import { dueDateRoutes } from "./partnership/due-date/routes.tsx";
import { protocolGuideRoutes } from "./partnership/protocol-guide/routes.tsx";
import { protocolRoutes } from "./partnership/protocols/routes.ts";
import { reminderRoutes } from "./partnership/reminders/routes.tsx";
import { whatIfRoutes } from "./partnership/what-if/routes.tsx";
import { accessibilityRoutes } from "./site/accessibility/routes.tsx";
import { mailboxRoutes } from "./site/mailbox/routes.tsx";
import { rehearsalRoutes } from "./site/rehearsal/routes.tsx";

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
