import type { Tables } from "./tables.ts";

/** How `audit verify` knows that rows of a table are as they were; or that it does not ask, and why. */
export type Proven =
	/** They are links of a chain, or what links, acts and signatures commit to. */
	| "linked"
	/** They follow from what is linked: they are worked out anew and compared. */
	| "derived"
	/** Linked in some columns, derived in the others. */
	| "linked and derived"
	| { unproven: string };

const unproven = (why: string): Proven => ({ unproven: why });

const isOnItsWay = unproven("it comes and goes, and what comes of it is an act in the record");
const isOfOneself = unproven(
	"it is somebody's own until they send it, and then it is in the record",
);
const isArrangement = unproven(
	"who does what next is arranged by it, and what they do is recorded",
);
const isLearning = unproven("it names nobody, and what is presented or published of it is linked");
const isSignIn = unproven(
	"how people sign in is of no partnership; what happens to it is told to its owner",
);
const isOfMachine = unproven("it is how this installation runs, and says nothing of a difference");
const isKey = unproven(
	"another key opens nothing, and then the words say that they cannot be read",
);
const isKeptCount = unproven(
	"it cannot be worked out again, because what it counts was disposed of",
);
const isOfSystems = unproven(
	"it is for programs, which are told nothing that is not in the record",
);
const isRight = unproven("what somebody had done by it is recorded with their name");

/** Every table, once. It does not compile without a row for each, so that nothing is derived that nobody compares. */
export const howProven: Record<keyof Tables | "migration", Proven> = {
	event: "linked",
	narrative: "linked",
	reading: "linked",
	chain_entry: "linked",
	chain_head: "linked",
	checkpoint: "linked",
	checkpoint_head: "linked",
	file: "linked",
	file_part: "linked",
	absence: "linked",
	agency: "linked",
	calendar_change: "linked",
	chained_later: "linked",
	deputy: "linked",
	disposal: "linked",
	export: "linked",
	legal_hold: "linked",
	person: "linked",
	post_held: "linked",
	protocol_history: "linked",
	protocol_version: "linked",
	published: "linked",
	report_decision: "linked",
	report_presented: "linked",
	retention_decision: "linked",
	retention_schedule: "linked",
	subject_request_done: "linked",

	difference: "linked and derived",
	difference_party: "derived",
	difference_person: "derived",
	open_step: "derived",
	open_question: "derived",
	record_owed: "derived",
	clock: "derived",
	broken_glass: "derived",
	counted: "derived",
	owed: "derived",
	found_under: "derived",
	about_index: "derived",

	counted_kept: isKeptCount,
	counted_import: unproven("it was counted from an old log, which is not kept"),
	disposed_by_itself: unproven("it counts what went by its age and was in no record"),
	partnership: unproven("its name and settings; by what is decided there, dates are in the record"),
	calendar_alert: unproven("it says that a list of holidays could not be had"),
	signing_key: unproven("what it signed holds by it; which keys are ours, a published head says"),
	record_check: unproven("it says what was found when the record was proven last"),

	difference_key: isKey,
	partnership_key: isKey,
	partnership_data_key: isKey,
	installation_key: isKey,

	draft: isOfOneself,
	file_draft: isOfOneself,
	evidence_pack: isOfOneself,
	evidence_pack_difference: isOfOneself,
	evidence_pack_piece: isOfOneself,
	download: isOfOneself,
	download_part: isOfOneself,
	log_view: isOfOneself,

	message: isOnItsWay,
	reminder: isOnItsWay,
	retention_reminder: isOnItsWay,
	task: isOnItsWay,
	read_by_program: isOnItsWay,
	act_key: isOnItsWay,
	people_import: isOnItsWay,
	old_log: isOnItsWay,
	old_log_file: isOnItsWay,
	old_log_line: isOnItsWay,
	setup_draft: isOnItsWay,
	subject_request: isOnItsWay,
	subject_request_difference: isOnItsWay,
	subject_request_named: isOnItsWay,
	subject_request_piece: isOnItsWay,

	taken: isArrangement,
	leaving: isArrangement,
	feedback_invitation: isArrangement,
	link_to_raise: isRight,
	api_token: isRight,

	lesson: isLearning,
	lesson_words_before: isLearning,
	learning_action: isLearning,
	learning_action_move: isLearning,
	briefing: isLearning,
	briefing_lesson: isLearning,
	report: isLearning,
	report_words: isLearning,
	feedback_answer: isLearning,

	webhook: isOfSystems,
	webhook_event: isOfSystems,

	account: isSignIn,
	account_event: isSignIn,
	account_at_provider: isSignIn,
	one_time_link: isSignIn,
	passkey: isSignIn,
	passkey_challenge: isSignIn,
	authenticator_app: isSignIn,
	recovery_code: isSignIn,
	failed_try: isSignIn,
	session: isSignIn,
	former_address: isSignIn,

	job_run: isOfMachine,
	backup: isOfMachine,
	migration: isOfMachine,
};
