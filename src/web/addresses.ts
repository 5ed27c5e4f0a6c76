/**
 * Every address, once: routes match these (`stepPath(":id", ":step")`), pages, mails and tests fill them in.
 * They are in the order of the rooms: one's own work, differences, the partnership, the site.
 */
import type { WayToChange } from "../domain/difference/who/may-act.ts";
import { answerPath } from "../mail/notices/about-account.ts";
import { retentionAddress, subjectAccessAddress } from "../mail/notices/about-rights.ts";

/** Pages of which there is one. */
export const paths = {
	myWork: "/",
	differences: "/differences",
	/** The list of those that are about somebody of a name, which is posted. */
	differencesByName: "/differences/by-name",
	businessUnit: "/business-unit",
	logOfForms: "/business-unit/log",
	logOfFormsAsCsv: "/business-unit/log.csv",
	logOfFormsAsXlsx: "/business-unit/log.xlsx",
	/** How much a file of the log would hold, before it is taken away. */
	downloadLog: "/business-unit/log/download",
	/** Parts of the log that somebody wants to see again. */
	logViews: "/business-unit/log/views",
	signIn: "/sign-in",
	signOut: "/sign-out",
	/** Where somebody chooses a language. */
	language: "/language",
	/** Where somebody who is signed in shows once more that it is them. */
	showItIsYou: "/sign-in-again",
	/** Asked for by the script of a page on which somebody goes on. */
	staySignedIn: "/stay-signed-in",
	forgottenPassword: "/forgotten-password",
	/** Where somebody with several posts says for which they act. */
	actingFor: "/acting-for",
	rehearsal: "/rehearsal",
	mailbox: "/rehearsal/mailbox",
	accessibility: "/accessibility",
	privacy: "/privacy",
	/** Whom to ask for what. */
	help: "/help",
	/** What an operator sees of the whole installation. */
	installation: "/installation",
	/** Whether the process is alive, and whether it can serve. */
	health: "/health",
	ready: "/ready",
	/** Where a provider of sign-in says, unasked, that somebody signed out there. */
	signedOutThere: "/sign-in/ended/:provider",
	/** Where an invitation leads, with what makes it work after it: see one-time-link.ts. */
	welcome: "/welcome",
	newPassword: "/new-password",
	firstRun: "/first-run",
	/** Where anybody can have a receipt checked. */
	checkReceipt: "/check-receipt",
	/** Where the operator’s mail server hands over mail that came back. */
	bouncedMail: "/mail/bounced",
} as const;

/** The way in to a partnership, by what stands for it in an address. */
export const ownPath = (pathName: string): string => `/${pathName}`;

/** The style sheet that gives the head of pages a colour. @param colour `#rrggbb`; `:colour` for its route */
export const headColourPath = (colour: string): string =>
	`/head-colour/${colour.replace("#", "")}.css`;

/** The pages of a first run, each behind the secret of its address. */
export const firstRunPaths = {
	start: (secret: string) => `${paths.firstRun}/${secret}`,
	page: (secret: string, page: string) => `${paths.firstRun}/${secret}/${page}`,
} as const;

/** Where an operator chooses how they sign in, behind its secret. */
export const operatorPath = (secret: string): string => `/operator/${secret}`;

/** An invitation, behind its secret. */
export const welcomePath = (secret: string): string => `${paths.welcome}/${secret}`;

/** What an administrator sees to. */
export const administrationPaths = {
	start: "/administration",
	invite: "/administration/invite",
	/** Several at once, as a list. */
	inviteSeveral: "/administration/invite/several",
	again: (person: string) => `/administration/invited/${person}/again`,
	revoke: (person: string) => `/administration/invited/${person}/revoke`,
	/** What is published, and each of its pages. */
	published: "/administration/published",
	publishedText: (kind: string) => `/administration/published/${kind}`,
	contacts: "/administration/contacts",
	/** The tokens of systems. */
	apiTokens: "/administration/api-tokens",
	revokeApiToken: (id: string) => `/administration/api-tokens/${id}/revoke`,
	stopWebhook: (id: string) => `/administration/api-tokens/addresses/${id}/stop`,
	imports: "/administration/people-import",
	oneImport: (id: string) => `/administration/people-import/${id}`,
	importPeople: (id: string) => `/administration/people-import/${id}/import`,
	undoImport: (id: string) => `/administration/people-import/${id}/undo`,
} as const;

/** The people of a partnership or of one's own agency, as whoever keeps them sees them. */
export const peoplePaths = {
	list: "/people",
	/** What is looked for is posted: no address holds a name. */
	find: "/people/find",
	person: (id: string) => `/people/${id}`,
	/** Where somebody leaves or hands over what they owe. */
	leave: (id: string) => `/people/${id}/leave`,
	stay: (id: string) => `/people/${id}/stay`,
} as const;

/** The agencies of a partnership. */
export const agencyPaths = {
	list: "/agencies",
	find: "/agencies/find",
	add: "/agencies/add",
	agency: (id: string) => `/agencies/${id}`,
	end: (id: string) => `/agencies/${id}/end`,
	goOn: (id: string) => `/agencies/${id}/go-on`,
	/** Where it says once a year whether its people are right. */
	check: (id: string) => `/agencies/${id}/people`,
} as const;

/** Where one goes to sign in at a provider, and where one comes back from it. @param key the provider's */
export const signInWithPath = (key: string): string => `/sign-in/with/${key}`;
export const signedInFromPath = (key: string): string => `/sign-in/from/${key}`;

/** Where the link of a message of the rehearsal's mailbox is opened that works once. */
export const mailboxLinkPath = (id: string): string => `${paths.mailbox}/${id}/link`;

/** Ways to sign in beside the form; what is asked of a passkey is fetched by the script. */
export const signInPaths = {
	askForPasskey: `${paths.signIn}/passkey/ask`,
	passkey: `${paths.signIn}/passkey`,
	/** Where somebody who has shown their password shows that they have more. */
	secondStep: `${paths.signIn}/second-step`,
} as const;

export const showItIsYouPaths = {
	code: `${paths.showItIsYou}/code`,
	password: `${paths.showItIsYou}/password`,
	passkey: `${paths.showItIsYou}/passkey`,
} as const;

/** The page of an address that was mailed. @param secret what makes it work once */
export const newPasswordPath = (secret: string): string => `${paths.newPassword}/${secret}`;

/** What the office does from its desk. What is looked for is posted: no address holds a name. */
export const deskPaths = {
	find: `${paths.businessUnit}/find`,
	/** Whom the reminders would go to, and where they are sent. */
	remind: `${paths.businessUnit}/remind`,
	sendReminders: `${paths.businessUnit}/send-reminders`,
	take: `${paths.businessUnit}/take`,
	release: `${paths.businessUnit}/release`,
} as const;

/** Links with which somebody without an account raises a difference: those that the office gave, and another. */
export const linksToRaisePaths = {
	list: `${paths.businessUnit}/links-to-raise`,
	give: `${paths.businessUnit}/links-to-raise/give`,
	takeBack: (person: string) => `${paths.businessUnit}/links-to-raise/${person}/take-back`,
} as const;

/** Where a saved view leads to, and where it is removed. */
export const logViewPath = (id: string): string => `${paths.logViews}/${id}`;
export const removeLogViewPath = (id: string): string => `${logViewPath(id)}/remove`;

/** Files that are made beside the page for whoever asked, how far each is, and the file itself. */
export const downloadPaths = {
	list: "/downloads",
	one: (id: string) => `/downloads/${id}`,
	file: (id: string) => `/downloads/${id}/file`,
	throwAway: (id: string) => `/downloads/${id}/throw-away`,
} as const;

/** Evidence packs: the list, what one is of, and each piece of what is in it. */
export const evidencePath = "/evidence";
export const evidencePaths = {
	/** @param reference of a difference that it is to be of */
	begin: (reference?: string) =>
		`${evidencePath}/begin${reference === undefined ? "" : `?reference=${encodeURIComponent(reference)}`}`,
	one: (id: string) => `${evidencePath}/${id}`,
	/** @param number of the difference in the pack */
	difference: (id: string, number: number | ":number") => `${evidencePath}/${id}/${number}`,
	/** @param piece of the difference, in the order in which they are listed */
	piece: (id: string, number: number | ":number", piece: number | ":piece") =>
		`${evidencePath}/${id}/${number}/pieces/${piece}`,
	file: (id: string, number: number | ":number", piece: number | ":piece") =>
		`${evidencePath}/${id}/${number}/pieces/${piece}/file`,
	make: (id: string) => `${evidencePath}/${id}/make`,
	throwAway: (id: string) => `${evidencePath}/${id}/throw-away`,
} as const;

/** The report of a period, for whoever reports; what is behind one of its figures is named by its count. */
export const reportPaths = {
	/** The reports that there are, or another period that is asked for. */
	start: "/reports",
	/** @param protocol its name; @param from and until ISO days, the first and the last */
	period: (protocol: string, from: string, until: string) =>
		`/reports/${protocol}/${from}/${until}`,
	behind: (protocol: string, from: string, until: string) =>
		`/reports/${protocol}/${from}/${until}/behind`,
	/** @param format the ending of the file's name */
	file: (protocol: string, from: string, until: string, audience: string, format: string) =>
		`/reports/${protocol}/${from}/${until}/for/${audience}/${format}`,
	/** Where all of these are asked for together. */
	allFiles: (protocol: string, from: string, until: string, audience: string) =>
		`/reports/${protocol}/${from}/${until}/for/${audience}`,
} as const;

/** A report that is written, presented and decided on. */
export const keptReportPaths = {
	make: "/reports/make",
	report: (id: string) => `/reports/${id}`,
	countAgain: (id: string) => `/reports/${id}/count-again`,
	words: (id: string) => `/reports/${id}/words`,
	/** @param number of the version of what was written */
	version: (id: string, number: number | ":number") => `/reports/${id}/versions/${number}`,
	/** What people wrote about one theme, to choose extracts from. */
	extracts: (id: string, theme: string) => `/reports/${id}/extracts/${theme}`,
	check: (id: string) => `/reports/${id}/check`,
	correct: (id: string) => `/reports/${id}/correct`,
	decide: (id: string) => `/reports/${id}/decision`,
	/** As it was presented. @param format the ending of the file's name */
	file: (id: string, audience: string, format: string) =>
		`/reports/${id}/for/${audience}/${format}`,
	/** Where what is typed on one of its pages is kept as it is typed. */
	keep: (id: string, page: "words" | "check" | "decision") => `/reports/${id}/${page}/draft`,
} as const;

/** What a report or a lesson asked somebody to do. */
export const learningActionPaths = {
	action: (id: string) => `/actions/${id}`,
	keep: (id: string) => `/actions/${id}/draft`,
	move: (id: string) => `/actions/${id}/move`,
} as const;

/** Logs of the years before Concord: chosen, read, tried and imported. */
export const oldLogPaths = {
	list: "/old-logs",
	/** Its columns, how far it is, or what became of it. */
	one: (id: string) => `/old-logs/${id}`,
	/** What its values mean. */
	values: (id: string) => `/old-logs/${id}/values`,
	/** What a trial found. */
	trial: (id: string) => `/old-logs/${id}/trial`,
	import: (id: string) => `/old-logs/${id}/import`,
	undo: (id: string) => `/old-logs/${id}/undo`,
	throwAway: (id: string) => `/old-logs/${id}/throw-away`,
} as const;
/** What was learned, and what everybody can read of it. */
export const learningPaths = {
	lessons: "/learning/lessons",
	lesson: (id: string) => `/learning/lessons/${id}`,
	rewordLesson: (id: string) => `/learning/lessons/${id}/words`,
	/** Where what was found on looking again is sent. */
	lookAgain: (id: string) => `/learning/lessons/${id}/again`,
	briefings: "/learning/briefings",
	/** Words are looked for by post: no address holds a name. */
	findBriefings: "/learning/briefings/find",
	makeBriefing: "/learning/briefings/make",
	briefing: (id: string) => `/learning/briefings/${id}`,
	writeBriefing: (id: string) => `/learning/briefings/${id}/write`,
	/** Where it is kept as it is typed. */
	keepBriefing: (id: string) => `/learning/briefings/${id}/write/draft`,
	throwBriefingAway: (id: string) => `/learning/briefings/${id}/throw-away`,
	/** Where a new draft is made with the text of one that was approved. */
	copyBriefing: (id: string) => `/learning/briefings/${id}/copy`,
	approveBriefing: (id: string) => `/learning/briefings/${id}/approve`,
	withdrawBriefing: (id: string) => `/learning/briefings/${id}/withdraw`,
	briefingFile: (id: string, format: string) => `/learning/briefings/${id}/briefing.${format}`,
} as const;

/** What the Independent Scrutineer oversees: counts and references. */
export const oversightPath = "/oversight";

/** Where people arrange what is theirs. */
export const yourSettingsPath = "/your-settings";

export const settingsPaths = {
	away: `${yourSettingsPath}/away`,
	back: `${yourSettingsPath}/back`,
	deputies: `${yourSettingsPath}/deputies`,
	digest: `${yourSettingsPath}/reminders`,
	contact: `${yourSettingsPath}/contact`,
	phones: `${yourSettingsPath}/telephone`,
	makeFeed: `${yourSettingsPath}/calendar-feed`,
	revokeFeed: `${yourSettingsPath}/no-calendar-feed`,
} as const;

/** How somebody signs in: password, passkeys, authenticator app, recovery codes, and where they are signed in. */
export const howYouSignInPath = `${yourSettingsPath}/sign-in`;
export const howYouSignInPaths = {
	password: `${howYouSignInPath}/password`,
	askForPasskey: `${howYouSignInPath}/passkeys/ask`,
	addPasskey: `${howYouSignInPath}/passkeys`,
	renamePasskey: `${howYouSignInPath}/passkeys/rename`,
	removePasskey: `${howYouSignInPath}/passkeys/remove`,
	beginApp: `${howYouSignInPath}/app/begin`,
	app: `${howYouSignInPath}/app`,
	removeApp: `${howYouSignInPath}/app/remove`,
	recoveryCodes: `${howYouSignInPath}/recovery-codes`,
	signOutThere: `${howYouSignInPath}/sign-out-there`,
	signOutElsewhere: `${howYouSignInPath}/sign-out-elsewhere`,
} as const;

/** Tokens by which programs act for somebody. */
export const apiTokensPath = `${yourSettingsPath}/api-tokens`;
export const revokeApiTokenPath = (id: string): string => `${apiTokensPath}/${id}/revoke`;
/** The addresses that a token named, and what may be done with each. */
export const webhookPaths = {
	ofToken: (token: string) => `${apiTokensPath}/${token}/addresses`,
	one: (id: string) => `${apiTokensPath}/addresses/${id}`,
	pause: (id: string) => `${apiTokensPath}/addresses/${id}/pause`,
	tell: (id: string) => `${apiTokensPath}/addresses/${id}/tell`,
	try: (id: string) => `${apiTokensPath}/addresses/${id}/try`,
	remove: (id: string) => `${apiTokensPath}/addresses/${id}/remove`,
	again: (id: string, event: string) => `${apiTokensPath}/addresses/${id}/again/${event}`,
	missed: (id: string) => `${apiTokensPath}/addresses/${id}/missed`,
	secret: (id: string) => `${apiTokensPath}/addresses/${id}/secret`,
} as const;

/** What the API can do, for whoever writes a program. */
export const apiReferencePath = "/api";

/** Where an administrator helps somebody who has lost their second factor. */
export const lostSecondFactorPath = "/lost-second-factor";
export const resetSecondFactorPath = (person: string): string =>
	`${lostSecondFactorPath}/${person}`;

/** Where a calendar program reads what somebody owes. Whoever knows the secret may. */
export const feedPath = (secret: string): string => `/calendar-feed/${secret}.ics`;

export const differencePath = (id: string): string => `${paths.differences}/${id}`;

/** The page of a step with a banner that says what was just done, where that opened it. */
export const justOpenedPath = (id: string, step: string, entry: number): string =>
	`${stepPath(id, step)}?done=${entry}`;

/** The difference’s page with a banner that says what was just done: the number of its entry in the record. */
export const justDonePath = (id: string, entry: number): string =>
	`${differencePath(id)}?done=${entry}`;

/** @param step as the protocol names it, such as `formal-resolution.forward` */
export const stepPath = (id: string, step: string): string => `${differencePath(id)}/steps/${step}`;

export const movePath = (id: string, move: string): string => `${differencePath(id)}/moves/${move}`;

/** @param clock as the protocol names it: that of its step, such as `formal-resolution.respond`, or its own */
export const changeClockPath = (id: string, clock: string, how: WayToChange | ":how"): string =>
	`${differencePath(id)}/clocks/${clock}/${how}`;

/** Where anybody who knows of a difference says whether the child is safe now. */
export const safetyPath = (id: string): string => `${differencePath(id)}/safety`;

/** Where whoever took part says how it went for them, once it has ended. */
export const feedbackPath = (id: string): string => `${differencePath(id)}/feedback`;

/** Where what is wrong is put right, and what is missing is added or asked, beside the steps and moves. */
/** Where somebody who has no account is given a link to answer, and where it is taken back. */
export const byLinkPaths = {
	vouch: (id: string, step: string) => `${differencePath(id)}/by-link/${step}`,
	takeBack: (id: string, person: string) => `${differencePath(id)}/links/${person}/take-back`,
} as const;

/** What a link to answer opens, and where its code is entered. @param secret what makes it work */
export const answerPaths = {
	link: (secret: string) => `${answerPath}/${secret}`,
	code: (secret: string) => `${answerPath}/${secret}/code`,
} as const;

export const putRightPaths = {
	note: (id: string) => `${differencePath(id)}/note`,
	/** The answers that the reader may put right. */
	corrections: (id: string) => `${differencePath(id)}/corrections`,
	/** @param field as the protocol names it */
	correct: (id: string, field: string) => `${differencePath(id)}/corrections/${field}`,
	changeAgency: (id: string) => `${differencePath(id)}/other-agency`,
	ask: (id: string) => `${differencePath(id)}/questions`,
	/** @param question the number of its entry in the record */
	answer: (id: string, question: number | ":question") =>
		`${differencePath(id)}/questions/${question}`,
	/** Where an agency says that what was entered for it is not theirs. @param entry its number in the record */
	notOurs: (id: string, entry: number | ":entry") => `${differencePath(id)}/not-ours/${entry}`,
	passOn: (id: string, step: string) => `${differencePath(id)}/pass-on/${step}`,
	askForTime: (id: string, clock: string) => `${differencePath(id)}/more-time/${clock}`,
	refuseTime: (id: string, clock: string) => `${differencePath(id)}/no-more-time/${clock}`,
	recall: (id: string, side: string) => `${differencePath(id)}/recall/${side}`,
} as const;

/** Where somebody says that they, or another, have a conflict of interest, and takes it back. */
export const conflictPaths = {
	declare: (id: string) => `${differencePath(id)}/conflict`,
	takeBack: (id: string, person: string) => `${differencePath(id)}/conflict/${person}/over`,
} as const;

/** Sealed differences: the list of whoever keeps seals, and what is done with one. */
export const sealPaths = {
	list: "/sealed",
	/** Where one is opened in an emergency, by its reference. */
	find: "/sealed/open",
	seal: (id: string) => `${differencePath(id)}/seal`,
	unseal: (id: string) => `${differencePath(id)}/seal/off`,
	open: (id: string) => `${differencePath(id)}/open-sealed`,
} as const;

/** Where what was taken out of Concord in bulk is listed. */
export const exportsPath = "/exports";

/** Where what went to the wrong agency is listed, with who opened it. */
export const dataBreachesPath = "/data-breaches";

/** Where whoever sees to how what is told here is kept begins. */
export const dataProtectionPath = "/data-protection";

/** How long things are kept, what is due, and what was disposed of. */
export const retentionPath = retentionAddress;
export const retentionPaths = {
	decide: `${retentionPath}/decide`,
	find: `${retentionPath}/find`,
	schedule: `${retentionPath}/schedule`,
	change: `${retentionPath}/schedule/change`,
	certificates: `${retentionPath}/certificates`,
	certificate: (id: string) => `${retentionPath}/certificates/${id}`,
	one: (id: string) => `${retentionPath}/differences/${id}`,
	hold: (id: string) => `${retentionPath}/differences/${id}/hold`,
	lift: (id: string) => `${retentionPath}/differences/${id}/lift`,
	dispose: (id: string) => `${retentionPath}/differences/${id}/dispose`,
	refuse: (id: string) => `${retentionPath}/differences/${id}/refuse`,
} as const;

/** Where what is held about somebody is brought together for them. What is looked for is posted: no address holds a name. */
export const subjectAccessPath = subjectAccessAddress;
export const subjectAccessPaths = {
	child: `${subjectAccessPath}/child`,
	person: `${subjectAccessPath}/person`,
	one: (id: string) => `${subjectAccessPath}/${id}`,
	found: (id: string) => `${subjectAccessPath}/${id}/found`,
	/** Where every text is looked through for the name, and what was found that way. */
	look: (id: string) => `${subjectAccessPath}/${id}/look`,
	named: (id: string) => `${subjectAccessPath}/${id}/named`,
	agree: (id: string) => `${subjectAccessPath}/${id}/agree`,
	/** @param number of the piece, in the order in which they are listed */
	piece: (id: string, number: number | ":number") => `${subjectAccessPath}/${id}/pieces/${number}`,
	file: (id: string, number: number | ":number") =>
		`${subjectAccessPath}/${id}/pieces/${number}/file`,
	extend: (id: string) => `${subjectAccessPath}/${id}/extend`,
	pack: (id: string) => `${subjectAccessPath}/${id}/pack`,
	close: (id: string) => `${subjectAccessPath}/${id}/close`,
} as const;

/** What stands out in who looked at what, and where a difference is looked up by its reference. */
export const whoLookedPath = "/who-looked";

/** Whether the record is what was recorded. */
export const recordPath = "/record";

/** Where what was learned from a difference is written, with the case beside it. */
export const recordLessonPath = (id: string): string => `${differencePath(id)}/lesson`;

/** Where it is kept as it is typed. */
export const keepLessonPath = (id: string): string => `${recordLessonPath(id)}/draft`;

export const childsRecordPath = (id: string): string => `${differencePath(id)}/childs-record`;

/** Where what ended by going on under another protocol is begun there. */
export const handOverPath = (id: string): string => `${differencePath(id)}/hand-over`;

/** The page on which a difference is moved to another version of its protocol. */
export const moveToVersionPath = (id: string, version?: string): string =>
	`${differencePath(id)}/version${version ? `?to=${version}` : ""}`;

/** Where a file of the record is fetched: its name is nowhere in it. */
export const filePath = (id: string, file: string): string => `${differencePath(id)}/files/${file}`;

/** What was sent, with a receipt of each; one of them as a file. @param seq the entry that says it was sent */
export const receiptsPath = (id: string): string => `${differencePath(id)}/receipts`;
export const receiptPath = (id: string, seq: string, format: string): string =>
	`${receiptsPath(id)}/${seq}/receipt.${format}`;

/** Who looked at it. */
export const whoLookedAtPath = (id: string): string => `${differencePath(id)}/who-looked`;

export const formPath = (id: string): string => `${differencePath(id)}/form`;

/** @param step the step that writes it, as the protocol names it */
export const letterPath = (id: string, step: string): string =>
	`${differencePath(id)}/letters/${step}`;

/**
 * The pages of raising a difference, in the order in which they come. What is typed on them is a draft of its own, which
 * the address names: several can be begun side by side.
 */
export const raisePaths = {
	/** What to do, where there is a choice; else the first page. Nothing is kept before that is sent. */
	start: "/raise",
	/** The first page of one way to begin. @param begin see `Offer` */
	startAs: (begin: string) => `/raise?begin=${begin}`,
	/** The way out for what the process is not for. */
	notHere: (reason: string, begin?: string) =>
		`/raise/not-here/${reason}${begin ? `?begin=${begin}` : ""}`,
	/** The first page again: danger and scope. @param begin another way to begin than was chosen */
	first: (draft: string, begin?: string) => `/raise/${draft}${begin ? `?begin=${begin}` : ""}`,
	/** The choice of the way to begin, again. */
	way: (draft: string) => `/raise/${draft}/way`,
	ringNow: (draft: string) => `/raise/${draft}/ring-now`,
	/** @param page see `RaisePage` */
	page: (draft: string, page: string) => `/raise/${draft}/${page}`,
	check: (draft: string) => `/raise/${draft}/check`,
	throwAway: (draft: string) => `/raise/${draft}/throw-away`,
} as const;

/** Where an office enters what an agency sent on paper or by mail. */
export const enterFormPaths = {
	/** Whose form it is: a difference begins with it. */
	start: "/enter-form",
	form: (draft: string) => `/enter-form/${draft}`,
	/** A response, or another form in a difference that has begun. @param step the first step that stands on it */
	inDifference: (id: string, step: string) => `${differencePath(id)}/enter/${step}`,
} as const;

/** Where pages send what is typed on them, again and again. */
export const draftPaths = {
	raising: (draft: string) => `/drafts/raise/${draft}`,
	act: (difference: string, page: string) => `/drafts/${difference}/${page}`,
} as const;

/** Where the protocol in force is read. */
export const protocolPath = "/protocol";

/** The same as a file to keep, print or send. */
export const protocolFilePath = (file: "guide.pdf" | "guide.docx" | "drawing.svg"): string =>
	`${protocolPath}/${file}`;

/** The page that answers “if this happens then, what is due when?”. */
export const whatIfPath = "/what-if";

/** Where anybody works out a date. */
export const dueDatePath = "/due-date";

/** Protocols and their versions. */
export const protocolPaths = {
	list: "/protocols",
	new: "/protocols/new",
	keepNew: "/protocols/new/draft",
	check: "/protocols/check",
	version: (id: string) => `/protocols/${id}`,
	file: (id: string) => `/protocols/${id}/file`,
	copy: (id: string) => `/protocols/${id}/copy`,
	edit: (id: string) => `/protocols/${id}/edit`,
	keep: (id: string) => `/protocols/${id}/draft`,
	usual: (id: string) => `/protocols/${id}/usual`,
	/** @param part one page of it, such as `time-limits` or `stages.formal-resolution` */
	usualPart: (id: string, part: string) => `/protocols/${id}/usual/${part}`,
	compare: (id: string, other?: string) =>
		`/protocols/${id}/compare${other ? `?with=${other}` : ""}`,
	simulate: (id: string) => `/protocols/${id}/simulate`,
	lastYear: (id: string) => `/protocols/${id}/last-year`,
	propose: (id: string) => `/protocols/${id}/propose`,
	decide: (id: string) => `/protocols/${id}/decide`,
	withdraw: (id: string) => `/protocols/${id}/withdraw`,
} as const;

/** Where the working days of a partnership are read and changed. */
export const workingDaysPath = "/working-days";

export const calendarPaths = {
	addBankHoliday: `${workingDaysPath}/bank-holiday`,
	takeOutBankHoliday: `${workingDaysPath}/no-bank-holiday`,
	close: `${workingDaysPath}/closure`,
	open: `${workingDaysPath}/no-closure`,
	import: `${workingDaysPath}/import`,
	history: `${workingDaysPath}/history`,
	undo: `${workingDaysPath}/undo`,
	seen: `${workingDaysPath}/alert-seen`,
	/** What a change would move, and where it is applied. */
	change: (id: string) => `${workingDaysPath}/changes/${id}`,
} as const;

/** How Concord itself is running, in counts. */
export const runningPath = "/how-concord-is-running";

/** Where the hours are set in which people are reminded. */
export const reminderHoursPath = `${workingDaysPath}/reminders`;
export const peopleShownByPath = `${workingDaysPath}/how-children-are-shown`;
export const welshOfferedPath = `${workingDaysPath}/welsh`;
/** Which numbers are too small to leave the Business Unit in a report. */
export const smallNumbersPath = `${workingDaysPath}/small-numbers`;

/** The colleagues for whom somebody may arrange an absence, and one of them. */
export const colleaguesPath = "/colleagues";
export const colleaguePath = (id: string): string => `${colleaguesPath}/${id}`;
export const colleaguePaths = {
	/** Found by some letters, which no address has. */
	find: `${colleaguesPath}/find`,
	away: (id: string) => `${colleaguePath(id)}/away`,
	back: (id: string) => `${colleaguePath(id)}/back`,
	deputies: (id: string) => `${colleaguePath(id)}/deputies`,
	address: (id: string) => `${colleaguePath(id)}/address`,
	phones: (id: string) => `${colleaguePath(id)}/telephone`,
	told: (id: string) => `${colleaguePath(id)}/told`,
} as const;

/** Where forms of the rehearsal go; they answer in rehearsals only. */
export const rehearsalPaths = {
	signIn: `${paths.rehearsal}/sign-in`,
	jump: `${paths.rehearsal}/jump`,
} as const;
