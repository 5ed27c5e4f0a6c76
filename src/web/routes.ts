import { apiReferenceRoutes } from "./api/reference-page.tsx";
import { byLinkRoutes } from "./difference/by-link/routes.tsx";
import { childsRecordRoutes } from "./difference/childs-record/routes.ts";
import { clockRoutes } from "./difference/clock/routes.tsx";
import { draftRoutes } from "./difference/drafts/routes.ts";
import { enterFormRoutes } from "./difference/enter-form/routes.tsx";
import { feedbackRoutes } from "./difference/feedback/routes.tsx";
import { fileRoutes } from "./difference/file/routes.tsx";
import { formRoutes } from "./difference/form/routes.tsx";
import { handOverRoutes } from "./difference/hand-over/routes.tsx";
import { lessonRoutes } from "./difference/lesson/routes.tsx";
import { letterRoutes } from "./difference/letter/routes.tsx";
import { listRoutes } from "./difference/list/routes.tsx";
import { moveRoutes } from "./difference/move/routes.tsx";
import { moveToVersionRoutes } from "./difference/move-to-version/routes.tsx";
import { differenceRoutes } from "./difference/overview/routes.tsx";
import { putRightRoutes } from "./difference/put-right/routes.tsx";
import { raiseRoutes } from "./difference/raise/routes.tsx";
import { receiptRoutes } from "./difference/receipts/routes.tsx";
import { safetyRoutes } from "./difference/safety/routes.tsx";
import { sealRoutes } from "./difference/seal/routes.tsx";
import { stepRoutes } from "./difference/step/routes.tsx";
import { whoLookedAtRoutes } from "./difference/who-looked/routes.tsx";
import type { Routes } from "./kit/request.ts";
import { actingForRoutes } from "./me/acting-for/routes.tsx";
import { answerRoutes } from "./me/answer/routes.tsx";
import { apiTokenRoutes } from "./me/api-tokens/routes.tsx";
import { downloadRoutes } from "./me/downloads/routes.tsx";
import { feedRoutes } from "./me/feed/routes.ts";
import { howYouSignInRoutes } from "./me/how-you-sign-in/routes.tsx";
import { myWorkRoutes } from "./me/my-work/routes.tsx";
import { newPasswordRoutes } from "./me/new-password/routes.tsx";
import { showItIsYouRoutes } from "./me/show-it-is-you/routes.tsx";
import { signInRoutes } from "./me/sign-in/routes.tsx";
import { signInByProviderRoutes } from "./me/sign-in-by-provider/routes.tsx";
import { webhookRoutes } from "./me/webhooks/routes.tsx";
import { welcomeRoutes } from "./me/welcome/routes.tsx";
import { yourSettingsRoutes } from "./me/your-settings/routes.tsx";
import { administrationRoutes } from "./partnership/administration/routes.tsx";
import { agencyRoutes } from "./partnership/agencies/routes.tsx";
import { apiTokensOfSystemsRoutes } from "./partnership/api-tokens/routes.tsx";
import { briefingRoutes } from "./partnership/briefings/routes.tsx";
import { businessUnitRoutes } from "./partnership/business-unit/routes.tsx";
import { calendarRoutes } from "./partnership/calendar/routes.tsx";
import { colleaguesRoutes } from "./partnership/colleagues/routes.tsx";
import { dataBreachesRoutes } from "./partnership/data-breaches/routes.tsx";
import { dataProtectionRoutes } from "./partnership/data-protection/routes.tsx";
import { dueDateRoutes } from "./partnership/due-date/routes.tsx";
import { evidenceRoutes } from "./partnership/evidence/routes.tsx";
import { exportsRoutes } from "./partnership/exports/routes.tsx";
import { learningActionRoutes } from "./partnership/learning-action/routes.tsx";
import { lessonsRoutes } from "./partnership/lessons/routes.tsx";
import { linksToRaiseRoutes } from "./partnership/links-to-raise/routes.tsx";
import { lostSecondFactorRoutes } from "./partnership/lost-second-factor/routes.tsx";
import { oldLogRoutes } from "./partnership/old-logs/routes.tsx";
import { oversightRoutes } from "./partnership/oversight/routes.tsx";
import { peopleRoutes } from "./partnership/people/routes.tsx";
import { peopleImportRoutes } from "./partnership/people-import/routes.tsx";
import { peopleShownByRoutes } from "./partnership/people-shown-by/routes.tsx";
import { protocolGuideRoutes } from "./partnership/protocol-guide/routes.tsx";
import { protocolCompareRoutes } from "./partnership/protocols/compare/routes.tsx";
import { protocolCopyRoutes } from "./partnership/protocols/copy/routes.tsx";
import { protocolDecideRoutes } from "./partnership/protocols/decide/routes.tsx";
import { protocolEditRoutes } from "./partnership/protocols/edit/routes.tsx";
import { protocolLastYearRoutes } from "./partnership/protocols/last-year/routes.tsx";
import { protocolListRoutes } from "./partnership/protocols/list/routes.tsx";
import { newProtocolRoutes } from "./partnership/protocols/new/routes.tsx";
import { protocolProposeRoutes } from "./partnership/protocols/propose/routes.tsx";
import { protocolSimulateRoutes } from "./partnership/protocols/simulate/routes.tsx";
import { protocolUsualRoutes } from "./partnership/protocols/usual/routes.tsx";
import { protocolVersionRoutes } from "./partnership/protocols/version/routes.tsx";
import { protocolWithdrawRoutes } from "./partnership/protocols/withdraw/routes.tsx";
import { publishRoutes } from "./partnership/publish/routes.tsx";
import { recordRoutes } from "./partnership/record/routes.tsx";
import { reminderRoutes } from "./partnership/reminders/routes.tsx";
import { reportRoutes } from "./partnership/reports/routes.tsx";
import { retentionRoutes } from "./partnership/retention/routes.tsx";
import { retentionScheduleRoutes } from "./partnership/retention/schedule-routes.tsx";
import { runningRoutes } from "./partnership/running/routes.tsx";
import { sealedRoutes } from "./partnership/sealed/routes.tsx";
import { smallNumbersRoutes } from "./partnership/small-numbers/routes.tsx";
import { subjectAccessRoutes } from "./partnership/subject-access/routes.tsx";
import { welshOfferedRoutes } from "./partnership/welsh-offered/routes.tsx";
import { whatIfRoutes } from "./partnership/what-if/routes.tsx";
import { whoLookedRoutes } from "./partnership/who-looked/routes.tsx";
import { checkReceiptRoutes } from "./site/check-receipt/routes.tsx";
import { firstRunRoutes } from "./site/first-run/routes.tsx";
import { installationRoutes } from "./site/installation/routes.tsx";
import { languageRoutes } from "./site/language/routes.tsx";
import { mailboxRoutes } from "./site/mailbox/routes.tsx";
import { operatorRoutes } from "./site/operator/routes.tsx";
import { ownAddressRoutes } from "./site/own-address/routes.ts";
import { publishedRoutes } from "./site/published/routes.tsx";
import { rehearsalRoutes } from "./site/rehearsal/routes.tsx";

/** Every page: one folder each, registered here and nowhere else. */
export const pages: readonly Routes[] = [
	actingForRoutes,
	administrationRoutes,
	agencyRoutes,
	peopleRoutes,
	answerRoutes,
	apiReferenceRoutes,
	apiTokenRoutes,
	webhookRoutes,
	apiTokensOfSystemsRoutes,
	briefingRoutes,
	businessUnitRoutes,
	byLinkRoutes,
	calendarRoutes,
	checkReceiptRoutes,
	childsRecordRoutes,
	colleaguesRoutes,
	clockRoutes,
	dataBreachesRoutes,
	dataProtectionRoutes,
	differenceRoutes,
	feedbackRoutes,
	fileRoutes,
	firstRunRoutes,
	formRoutes,
	languageRoutes,
	linksToRaiseRoutes,
	listRoutes,
	downloadRoutes,
	draftRoutes,
	dueDateRoutes,
	enterFormRoutes,
	feedRoutes,
	handOverRoutes,
	howYouSignInRoutes,
	learningActionRoutes,
	lessonRoutes,
	lessonsRoutes,
	letterRoutes,
	lostSecondFactorRoutes,
	mailboxRoutes,
	moveRoutes,
	moveToVersionRoutes,
	myWorkRoutes,
	newPasswordRoutes,
	oldLogRoutes,
	protocolGuideRoutes,
	protocolCompareRoutes,
	protocolCopyRoutes,
	protocolDecideRoutes,
	protocolEditRoutes,
	protocolLastYearRoutes,
	protocolListRoutes,
	newProtocolRoutes,
	protocolProposeRoutes,
	protocolSimulateRoutes,
	protocolUsualRoutes,
	protocolVersionRoutes,
	protocolWithdrawRoutes,
	putRightRoutes,
	raiseRoutes,
	rehearsalRoutes,
	oversightRoutes,
	installationRoutes,
	operatorRoutes,
	ownAddressRoutes,
	publishedRoutes,
	publishRoutes,
	peopleImportRoutes,
	peopleShownByRoutes,
	welshOfferedRoutes,
	receiptRoutes,
	recordRoutes,
	reminderRoutes,
	reportRoutes,
	retentionRoutes,
	retentionScheduleRoutes,
	subjectAccessRoutes,
	evidenceRoutes,
	runningRoutes,
	safetyRoutes,
	sealRoutes,
	showItIsYouRoutes,
	exportsRoutes,
	sealedRoutes,
	signInByProviderRoutes,
	signInRoutes,
	smallNumbersRoutes,
	stepRoutes,
	yourSettingsRoutes,
	welcomeRoutes,
	whatIfRoutes,
	whoLookedAtRoutes,
	whoLookedRoutes,
];
