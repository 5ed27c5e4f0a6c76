import type { Tables } from "./tables.ts";

/** What of a table goes along when a partnership leaves with everything; or that nothing does, and why. */
export type Leaving =
	| {
			/** Columns that stay: secrets of this installation, and what it numbers by itself. */
			without?: readonly string[];
			/** Which rows alone, as SQL about `t`. */
			where?: string;
			/** A column that names rows which themselves name this table's: it is filled once both are there. No link has it. */
			late?: string;
			/** Its rows are those of the installation that the partnership needs to prove its record. */
			ofInstallation?: true;
	  }
	| { stays: string };

const all: Leaving = {};
const stays = (why: string): Leaving => ({ stays: why });

const isWorkedOut = stays("the database works it out again of the rows that go along");
const isSignIn = stays("how somebody signs in stays here; they are invited anew there");
const isOfMachine = stays("it is of this installation, and of no partnership");
const isOfToken = stays("it is of a token of this installation, and of what it told");
const isForADay = stays("it is made again when somebody asks for it");

/**
 * Every table, once: what `concord export --all` writes of it. They stand in the order in which they are best read; what a row
 * names comes before it (whole-partnership.ts).
 */
export const whatLeaves: Record<keyof Tables | "migration", Leaving> = {
	partnership: all,
	// Who is whom, and what holds.
	agency: { late: "people_checked_by" },
	person: { without: ["account_id", "feed_hash", "import_id"] },
	post_held: all,
	absence: all,
	deputy: all,
	leaving: all,
	protocol_version: all,
	protocol_history: all,
	calendar_change: all,
	calendar_alert: all,
	published: all,

	// The record, with what proves it.
	signing_key: { without: ["sealed_key"], ofInstallation: true },
	chain_entry: all,
	chain_head: all,
	chained_later: all,
	checkpoint: all,
	checkpoint_head: all,
	difference: all,
	// Which differences have words that can be opened: the keys themselves stay.
	difference_key: { without: ["partnership_key_id", "wrapped", "before"] },
	event: all,
	narrative: all,
	reading: all,
	file: { without: ["wrapped_key"], where: "t.state <> 'arriving'" },
	export: all,

	// What follows of the record, and is proven against it.
	difference_party: all,
	difference_person: all,
	open_step: all,
	open_question: all,
	record_owed: all,
	clock: all,
	broken_glass: all,
	counted: all,
	taken: all,

	// What was typed and not sent.
	draft: all,
	evidence_pack: all,
	evidence_pack_difference: all,
	evidence_pack_piece: all,
	file_draft: {
		where: "exists (select from file where file.id = t.file_id and file.state <> 'arriving')",
	},

	// What was sent to people, so that nobody is reminded twice.
	message: {
		without: ["number", "to_account", "one_time_link_id"],
		where: "t.to_account is null and t.one_time_link_id is null",
	},
	reminder: all,

	// What was learned, and reported.
	feedback_invitation: all,
	feedback_answer: all,
	lesson: all,
	lesson_words_before: all,
	briefing: all,
	briefing_lesson: all,
	learning_action: all,
	learning_action_move: all,
	report: all,
	report_words: all,
	report_presented: all,
	report_decision: all,
	old_log: { where: "t.state in ('imported', 'undone')" },
	counted_import: all,
	log_view: { without: ["number"] },

	// How long things are kept, and who asked for theirs.
	retention_schedule: all,
	retention_decision: all,
	retention_reminder: all,
	legal_hold: all,
	disposal: all,
	disposed_by_itself: all,
	counted_kept: all,
	subject_request: all,
	subject_request_difference: all,
	subject_request_named: all,
	subject_request_piece: all,
	subject_request_done: all,
	link_to_raise: all,
	record_check: all,

	owed: isWorkedOut,
	found_under: isWorkedOut,
	about_index: stays("codes under a key of this installation; they are made again of the names"),

	partnership_key: stays("a key of this installation; what it closed goes along opened"),
	partnership_data_key: stays("a key of this installation; what it closed goes along opened"),
	file_part: stays("the bytes of files go along as files"),
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
	api_token: stays(
		"whoever has a token could use it in both places; systems are given new ones there",
	),
	former_address: stays("it leads to this installation"),
	act_key: stays("a form that was drawn here cannot be sent there"),
	task: isForADay,
	webhook: isOfToken,
	webhook_event: isOfToken,
	read_by_program: stays("it is counted anew each day, and by tokens of this installation"),
	download: isForADay,
	download_part: isForADay,
	old_log_file: stays(
		"a log that is being read is kept for a week at most, and can be chosen again",
	),
	old_log_line: stays(
		"a log that is being read is kept for a week at most, and can be chosen again",
	),
	people_import: stays("a file of people is kept to be undone, and can be chosen again"),
	setup_draft: isOfMachine,
	installation_key: isOfMachine,
	job_run: isOfMachine,
	backup: isOfMachine,
	migration: isOfMachine,
};
