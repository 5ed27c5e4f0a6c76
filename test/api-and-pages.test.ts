/**
 * What pages do against what programs do: every route of a page that changes something is an operation of the API or says why not,
 * and so is every action. Neither can be added without deciding that.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { projectRoot } from "../src/project-root.ts";
import { apiPath } from "../src/web/api/operation.ts";
import { operations } from "../src/web/api/operations.ts";
import { serveEveryRoute } from "./support/every-route.ts";
import { officeForAll } from "./support/office.ts";

/** Operations, or the reason why there is none. */
type Answer = string[] | string;

const draft = "What is typed is a page’s; a program keeps its own until it sends it.";
const emergency = "In an emergency a person opens it: docs/decisions/the-api.md.";
const manyAtOnce =
	"It takes many away at once, or out of the record, and asks to show again who one is.";
const ownSettings = "How somebody signs in and is reached is theirs to set, and no program’s.";
const settings = "How the partnership is set up is seen to on its pages.";
const toBecomeSomebody = "Whoever is nobody yet has no token.";
const rehearsal = "Rehearsals alone have it.";
const toReadOfficer = "Of the data protection officer, who decides piece by piece and by sight.";
const writing =
	"A report or a briefing is written together on its page, and checked there for names.";

/** The routes of a difference and of what is learned from it, each for itself. */
const ofDifferences: Record<string, Answer> = {
	"/differences/by-name": ["findDifferences"],
	"/differences/:id/by-link/:step": ["readLink", "giveLink"],
	"/differences/:id/childs-record": ["recordOnChildsRecord"],
	"/differences/:id/clocks/:clock/:how": ["readChangeOfClock", "doChangeOfClock"],
	"/differences/:id/conflict": ["readConflict", "doConflict"],
	"/differences/:id/conflict/:person/over": ["readConflictOver", "doConflictOver"],
	"/differences/:id/corrections/:field": ["readCorrection", "doCorrection"],
	"/differences/:id/enter/:step": ["readFormOnPaperIn", "enterFormOnPaperIn", "sendFile"],
	"/differences/:id/feedback": ["readFeedback", "giveFeedback"],
	"/differences/:id/hand-over": ["readHandOver", "raiseDifference"],
	"/differences/:id/lesson": ["recordLesson"],
	"/differences/:id/lesson/draft": draft,
	"/differences/:id/links/:person/take-back": ["takeLinkBack"],
	"/differences/:id/more-time/:clock": ["readAskForTime", "doAskForTime"],
	"/differences/:id/moves/:move": ["readMove", "doMove", "sendFile"],
	"/differences/:id/no-more-time/:clock": ["readRefuseTime", "doRefuseTime"],
	"/differences/:id/not-ours/:entry": ["readNotOurs", "doNotOurs"],
	"/differences/:id/note": ["readNote", "doNote"],
	"/differences/:id/open-sealed": emergency,
	"/differences/:id/other-agency": ["readChangeOfAgency", "doChangeOfAgency"],
	"/differences/:id/pass-on/:step": ["readPassOn", "doPassOn"],
	"/differences/:id/questions": ["readQuestion", "doQuestion"],
	"/differences/:id/questions/:question": ["readAnswerToQuestion", "doAnswerToQuestion"],
	"/differences/:id/recall/:side": ["readRecall", "doRecall"],
	"/differences/:id/safety": ["saySafety"],
	"/differences/:id/seal": ["readSeal", "sealDifference"],
	"/differences/:id/seal/off": ["unsealDifference"],
	"/differences/:id/steps/:step": ["readStep", "doStep", "sendFile", "takeFileAway"],
	"/differences/:id/version": ["listVersionsToMoveTo", "readMoveToVersion", "moveToVersion"],
	"/drafts/:difference/:page": draft,
	"/drafts/raise/:draft": draft,
	"/raise": ["readRaising"],
	"/raise/:draft": ["readRaising"],
	"/raise/:draft/:page": ["readRaising", "sendFileToRaise"],
	"/raise/:draft/check": ["raiseDifference"],
	"/raise/:draft/throw-away": draft,
	"/enter-form": ["listFormsOnPaper"],
	"/enter-form/:draft": ["readFormOnPaper", "sendFileOnPaper", "enterFormOnPaper"],
	"/business-unit/find": ["listDifferences", "findDifferences"],
	"/business-unit/links-to-raise/:person/take-back": ["takeLinkToRaiseBack"],
	"/business-unit/links-to-raise/give": ["listLinksToRaise", "giveLinkToRaise"],
	"/business-unit/release": ["releaseDifference"],
	"/business-unit/remind": ["remindOwners"],
	"/business-unit/send-reminders": ["remindOwners"],
	"/business-unit/take": ["takeDifference"],
	"/business-unit/log/download": manyAtOnce,
	"/business-unit/log/views": settings,
	"/business-unit/log/views/:id/remove": settings,
	"/sealed": ["listSealed", "findToSeal"],
	"/sealed/open": emergency,
	"/who-looked": ["listWhoLooked"],
	"/check-receipt": ["checkReceipt"],
	"/actions/:action": ["listLearningActions", "closeLearningAction"],
	"/actions/:action/draft": draft,
	"/actions/:action/move": ["moveLearningAction"],
	"/learning/lessons/:id/again": ["lookAgain"],
	"/learning/lessons/:id/words": ["rewordLesson"],
	"/your-settings/api-tokens/:token/addresses": ["makeWebhook"],
	"/your-settings/api-tokens/addresses/:id/again/:event": ["sendWebhookAgain"],
	"/your-settings/api-tokens/addresses/:id/missed": ["readMissed", "sendMissedAgain"],
	"/your-settings/api-tokens/addresses/:id/pause": ["changeWebhook"],
	"/your-settings/api-tokens/addresses/:id/remove": ["removeWebhook"],
	"/your-settings/api-tokens/addresses/:id/secret": ["changeWebhookSecret"],
	"/your-settings/api-tokens/addresses/:id/tell": ["changeWebhook"],
	"/your-settings/api-tokens/addresses/:id/try": ["tryWebhook"],
};

/** The others by what their address begins with, each group for one reason. */
const others: Record<string, string> = {
	"/your-settings/": ownSettings,
	"/administration/": settings,
	"/agencies/": settings,
	"/colleagues/": settings,
	"/people/": settings,
	"/lost-second-factor/": ownSettings,
	"/working-days/": settings,
	"/protocols/": settings,
	"/old-logs": settings,
	"/answer/": toBecomeSomebody,
	"/first-run/": toBecomeSomebody,
	"/forgotten-password": toBecomeSomebody,
	"/new-password/": toBecomeSomebody,
	"/operator/": toBecomeSomebody,
	"/welcome/": toBecomeSomebody,
	"/sign-in": toBecomeSomebody,
	"/sign-out": ownSettings,
	"/stay-signed-in": ownSettings,
	"/acting-for": ownSettings,
	"/language": ownSettings,
	"/rehearsal": rehearsal,
	"/downloads/": manyAtOnce,
	"/evidence/": manyAtOnce,
	"/record": manyAtOnce,
	"/retention/": toReadOfficer,
	"/subject-access/": toReadOfficer,
	"/learning/briefings/": writing,
	"/reports/": writing,
};

const forTheEye = "It shows people at a glance what operations tell a program row by row.";
const howItRuns = "How Concord runs is looked at on its pages and by its metrics.";
const forAnybody = "Anybody reads it without a token, and it tells of no record.";
const ofItself = "It has a secret of its own and is no page.";

/** The pages that are read and change nothing, each for itself; a page with a form stands above, with what it asks and does. */
const ofReading: Record<string, Answer> = {
	"/": ["listWork"],
	"/actions/:action/move": ["listLearningActions"],
	"/agencies": ["listAgencies"],
	"/agencies/:agency/people": ["listPeople"],
	"/business-unit": ["listWork", "listDifferences"],
	"/business-unit/links-to-raise": ["listLinksToRaise"],
	"/business-unit/log": manyAtOnce,
	"/business-unit/log.csv": manyAtOnce,
	"/business-unit/log.xlsx": manyAtOnce,
	"/business-unit/log/views/:id": settings,
	"/differences": ["listDifferences"],
	"/differences/:id": ["readDifference"],
	"/differences/:id/corrections": ["readDifference", "readCorrection"],
	"/differences/:id/files/:file": ["openFile"],
	"/differences/:id/form": ["listForms"],
	"/differences/:id/form.docx": ["openFormAsDocx"],
	"/differences/:id/form.pdf": ["openFormAsPdf"],
	"/differences/:id/letters/:step": ["readLetter"],
	"/differences/:id/letters/:step/letter.docx": ["openLetterAsDocx"],
	"/differences/:id/letters/:step/letter.pdf": ["openLetterAsPdf"],
	"/differences/:id/receipts": ["listReceipts"],
	"/differences/:id/receipts/:seq/receipt.json": ["readReceipt"],
	"/differences/:id/receipts/:seq/receipt.pdf":
		"It is the receipt for people: what proves is the other, and a program keeps that.",
	"/differences/:id/who-looked": ["listWhoLooked"],
	"/due-date": ["workOutDueDate"],
	"/learning/briefings": ["listBriefings"],
	"/learning/briefings/:id": ["readBriefing"],
	"/learning/briefings/:id/briefing.docx": ["openBriefingAsDocx"],
	"/learning/briefings/:id/briefing.pdf": ["openBriefingAsPdf"],
	"/learning/briefings/:id/write": writing,
	"/learning/lessons": ["listLessons"],
	"/learning/lessons/:id": ["listLessons"],
	"/oversight": forTheEye,
	"/protocol": ["readProtocol"],
	"/protocol/drawing.svg": forTheEye,
	"/protocol/guide.docx": forTheEye,
	"/protocol/guide.pdf": forTheEye,
	"/protocols": ["listProtocols"],
	"/raise/:draft/ring-now": ["readRaising"],
	"/raise/:draft/way": ["readRaising"],
	"/raise/not-here/:reason": ["readRaising"],
	"/reports": ["listReports"],
	"/reports/:protocol/:from/:until": ["openReport"],
	"/reports/:protocol/:from/:until/behind":
		"Which differences are behind a figure is looked at one figure at a time.",
	"/reports/:protocol/:from/:until/for/:audience/:format": ["openReport"],
	"/reports/:report": ["openKeptReport"],
	"/reports/:report/check": writing,
	"/reports/:report/decision": writing,
	"/reports/:report/extracts/:theme": writing,
	"/reports/:report/versions/:number": writing,
	"/reports/:report/words": writing,
	"/reports/:report/for/:audience/:format": ["openKeptReport"],
	"/what-if": ["listWhatIfs", "readWhatIf"],
	"/working-days": ["readCalendar"],
	"/your-settings/api-tokens/addresses/:id": ["listWebhooks", "listWebhookLog"],
	"/api": forAnybody,
};

/** Whatever begins so is decided page by page. */
const eachForItself = [
	"/differences",
	"/learning",
	"/business-unit",
	"/reports",
	"/raise",
	"/actions",
];

/** The others that are read, by what their address begins with. */
const othersToRead: Record<string, string> = {
	...others,
	"/:partnership": forAnybody,
	"/accessibility": forAnybody,
	"/administration": settings,
	"/calendar-feed/": ofItself,
	"/colleagues": settings,
	"/data-breaches": toReadOfficer,
	"/data-protection": toReadOfficer,
	"/enter/": "Tests alone have it.",
	"/evidence": manyAtOnce,
	"/exports": "Who took what away is looked at by whoever answers for that.",
	"/help": forAnybody,
	"/how-concord-is-running": howItRuns,
	"/installation": howItRuns,
	"/people": settings,
	"/privacy": forAnybody,
	"/retention": toReadOfficer,
	"/sign-in-again": toBecomeSomebody,
	"/subject-access": toReadOfficer,
	"/your-settings": ownSettings,
	"/downloads": manyAtOnce,
	"/lost-second-factor": ownSettings,
};

const office = officeForAll();
let posts: string[];
let gets: string[];
beforeAll(async () => {
	const { routes } = await serveEveryRoute(office);
	const urls = (isRead: boolean) => [
		...new Set(
			routes
				.filter(({ method, url }) => (method === "GET") === isRead && !url.startsWith(apiPath))
				.map(({ url }) => url),
		),
	];
	posts = urls(false);
	gets = urls(true);
});
test("every page that changes something has its operation, or a reason why not", () => {
	const undecided = posts.filter(
		(url) =>
			!Object.hasOwn(ofDifferences, url) &&
			(url.startsWith("/differences/") ||
				!Object.keys(others).some((beginning) => url.startsWith(beginning))),
	);
	expect(undecided).toEqual([]);
	const gone = [
		...Object.keys(ofDifferences).filter((url) => !posts.includes(url)),
		...Object.keys(others).filter((beginning) => !posts.some((url) => url.startsWith(beginning))),
	];
	expect(gone).toEqual([]);
});

test("every page that is read has its operation, or a reason why not", () => {
	// What begins with the name of anything is the way in by a partnership’s path alone.
	const isIn = (url: string, beginning: string) =>
		beginning === "/:partnership" ? url.startsWith("/:") : url.startsWith(beginning);
	const undecided = gets.filter(
		(url) =>
			!Object.hasOwn(ofReading, url) &&
			!(Object.hasOwn(ofDifferences, url) && posts.includes(url)) &&
			(eachForItself.some((beginning) => url.startsWith(beginning)) ||
				!Object.keys(othersToRead).some((beginning) => isIn(url, beginning))),
	);
	expect(undecided).toEqual([]);
	expect(Object.keys(ofReading).filter((url) => !gets.includes(url))).toEqual([]);
});

const partOfOthers = "Part of other actions: nobody asks for it by itself.";
const byTheClock = "Done by the clock or the queue, in nobody’s name.";
const onTheMachine = "For whoever is on the machine.";

/** What each file of src/actions is for a program. */
const ofActions: Record<string, Answer> = {
	"answer-by-link": toBecomeSomebody,
	"change-clock": ["doChangeOfClock"],
	"close-learning-action": ["closeLearningAction"],
	"complete-step": ["doStep"],
	"declare-conflict": ["doConflict", "doConflictOver"],
	"enter-form": ["enterFormOnPaper", "enterFormOnPaperIn"],
	"give-feedback": ["giveFeedback"],
	"keep-file": ["sendFile", "sendFileToRaise", "sendFileOnPaper", "takeFileAway"],
	"look-again": ["lookAgain"],
	"make-move": ["doMove"],
	"move-learning-action": ["moveLearningAction"],
	"move-to-version": ["moveToVersion", "readMoveToVersion"],
	"open-difference": ["readDifference"],
	"open-file": ["openFile"],
	"put-right": [
		"doNote",
		"doCorrection",
		"doChangeOfAgency",
		"doQuestion",
		"doAnswerToQuestion",
		"doNotOurs",
		"doPassOn",
		"doAskForTime",
		"doRefuseTime",
		"doRecall",
	],
	"raise-by-link": ["listLinksToRaise", "giveLinkToRaise", "takeLinkToRaiseBack"],
	"raise-difference": ["raiseDifference"],
	receipts: ["listReceipts", "readReceipt", "checkReceipt"],
	"record-lesson": ["recordLesson", "rewordLesson"],
	"record-on-childs-record": ["recordOnChildsRecord"],
	"remind-owners": ["remindOwners"],
	"same-child": ["readRaising"],
	"say-safety": ["saySafety"],
	"seal-difference": ["listSealed", "readSeal", "sealDifference", "unsealDifference"],
	"take-difference": ["takeDifference", "releaseDifference"],
	vouch: ["giveLink", "takeLinkBack"],
	webhooks: [
		"makeWebhook",
		"changeWebhook",
		"changeWebhookSecret",
		"removeWebhook",
		"tryWebhook",
		"sendWebhookAgain",
		"sendMissedAgain",
	],
	"who-looked": ["listWhoLooked", "findDifferences"],
};

/** The others, by the reason why a program does not ask for them. */
const notForPrograms: Record<string, string> = {
	[draft]: "save-draft",
	[settings]:
		"arrange-absence change-calendar change-protocol-version create-partnership decide-protocol-version edit-protocol-version first-run import-people invite keep-agencies keep-people leave log-view make-protocol-version old-log old-log-words operator own-address propose-protocol-version publish set-offers-welsh set-people-shown-by set-small-numbers-below set-working-hours update-contact withdraw-protocol-version",
	[ownSettings]:
		"api-tokens calendar-feed choose-language choose-password follow-invitation one-time-link passkeys password second-factor set-digest sign-in sign-in-by-provider sign-out",
	[writing]:
		"change-report decide-on-report look-through-report make-briefing present-report prepare-report write-report",
	[manyAtOnce]: "download evidence note-export",
	[toReadOfficer]: "dispose retention subject-access named-in-texts check-record",
	[rehearsal]: "advance-clock",
	[onTheMachine]:
		"chain-older export-partnership import-partnership move-partnership open-keys rotate-keys verify-files verify-record",
	[byTheClock]:
		"chase-learning-actions check-files check-people checkpoint derive-again keep-no-longer keep-to-schedule publish-heads queue-again refresh-bank-holidays remind run-task send-message send-webhooks sweep tell-webhooks",
	[partOfOthers]:
		"app change-difference count-tries done-by-link held-beside hold-difference in-readers-words names-in-lessons notify offices-in one-by-one outbox partnership-clock recalculate-dates reminders-to-come seal signing-key task tell-account tell-owner tell-programs time-to-grant",
};

test("every action has its operations, or a reason why a program does not ask for it", () => {
	const files = readdirSync(join(projectRoot, "src/actions"))
		.filter((file) => /^[\w-]+\.ts$/.test(file))
		.map((file) => file.replace(/\.ts$/, ""))
		.sort();
	const reasons = Object.values(notForPrograms).flatMap((all) => all.split(" "));
	expect([...Object.keys(ofActions), ...reasons].sort()).toEqual(files);
});

test("what stands there are operations, and every operation stands there", () => {
	const named = [ofDifferences, ofReading, ofActions].flatMap((table) =>
		Object.values(table).flat(),
	);
	const ids = new Set(operations.map(({ id }) => id));
	const operationsNamed = new Set(named.filter((each) => /^\w+$/.test(each)));
	expect([...operationsNamed].filter((each) => !ids.has(each))).toEqual([]);
	expect([...ids].filter((id) => !operationsNamed.has(id))).toEqual([]);
});

const readsAlone = "It changes nothing: what is asked for must stand in no address.";
const setsWhatIsSet = "A second time it finds what it would set, and sets nothing.";
const refusedOnceDone = "A second time it is refused, or not there any more, and does nothing.";
const saysWhatItWasDoneTo =
	"It says to which state it was meant: of another it is refused, or done already.";

/** What changes something and takes no key, with the reason for which it may be sent again. */
const withoutKey: Record<string, string> = {
	changeWebhook: setsWhatIsSet,
	checkReceipt: readsAlone,
	closeLearningAction: refusedOnceDone,
	findDifferences: readsAlone,
	findToSeal: readsAlone,
	giveFeedback: refusedOnceDone,
	lookAgain: refusedOnceDone,
	moveLearningAction: saysWhatItWasDoneTo,
	releaseDifference: setsWhatIsSet,
	remindOwners: "Once a day at most, however often it is asked.",
	removeWebhook: refusedOnceDone,
	rewordLesson: setsWhatIsSet,
	sendMissedAgain: "What is on its way is not missed any more.",
	sendWebhookAgain: saysWhatItWasDoneTo,
	takeDifference: setsWhatIsSet,
	takeFileAway: setsWhatIsSet,
	takeLinkToRaiseBack: refusedOnceDone,
};

test("every operation that does something takes a key, or a reason stands here why it does no harm twice", () => {
	const keyless = operations.filter(({ method, once }) => method !== "GET" && !once);
	expect(keyless.map(({ id }) => id).sort()).toEqual(Object.keys(withoutKey).sort());
});
