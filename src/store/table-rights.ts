import type { Tables } from "./tables.ts";

/**
 * What Concord may do with the rows of a table while it serves. The record is only added to; what is kept is never removed.
 */
export type Rights = "read" | "added-to" | "kept" | "free";

/** Whose a row is, as the database says it. */
export type Whose =
	/** Its `partnership_id`. */
	| "partnership"
	/** It is a partnership itself. */
	| "itself"
	/** That of the row that it hangs on. */
	| { of: keyof Tables; by: string }
	/** Nobody's: how the installation runs, and how people sign in, which is before it is known in which partnership they are. */
	| "installation";

/** What else the database asks, of a row that is one person's own. `person_id` of the person who asks is `$person`. */
export type Own = string;

/**
 * What else it asks, of a row that is of an entry of the record, where whoever asks reads some entries of one difference alone:
 * that is `$difference`, their numbers are `$entries`.
 */
export type OfEntry = string;

type OfTable = { rights: Rights; whose: Whose; own?: Own; ofEntry?: OfEntry };

const ofPartnership = (rights: Rights, own?: Own): OfTable => ({
	rights,
	whose: "partnership",
	...(own && { own }),
});
const ofEntries = (
	rights: Rights,
	ofEntry: OfEntry = "difference_id = $difference and seq = any($entries)",
): OfTable => ({ ...ofPartnership(rights), ofEntry });
const ofInstallation = (rights: Rights): OfTable => ({ rights, whose: "installation" });

/**
 * Every table, once: what serves may do with its rows, and whose they are. The database holds it to that (walls.ts), as a role
 * that owns nothing.
 */
export const tableRights: Record<keyof Tables | "migration", OfTable> = {
	// The record, and what was said or done and stays.
	event: ofEntries("added-to"),
	narrative: ofEntries("added-to"),
	reading: ofPartnership("added-to"),
	// The links of the chains are made by the database itself, as its owner.
	chain_entry: ofPartnership("read"),
	chain_head: ofPartnership("read"),
	chained_later: ofPartnership("read"),
	checkpoint: ofPartnership("added-to"),
	checkpoint_head: ofPartnership("added-to"),
	found_under: ofPartnership("added-to"),
	export: ofPartnership("added-to"),
	protocol_history: ofPartnership("added-to"),
	report_words: ofPartnership("added-to"),
	report_presented: ofPartnership("added-to"),
	report_decision: ofPartnership("added-to"),
	learning_action_move: ofPartnership("added-to"),
	lesson_words_before: ofPartnership("added-to"),
	published: ofPartnership("added-to"),
	post_held: ofPartnership("added-to"),
	retention_schedule: ofPartnership("added-to"),
	retention_decision: ofPartnership("added-to"),
	subject_request_done: ofPartnership("added-to"),
	act_key: ofPartnership("added-to"),
	account_event: ofInstallation("added-to"),
	signing_key: ofInstallation("added-to"),
	backup: ofInstallation("added-to"),

	// Changes, and is never removed.
	partnership: { rights: "kept", whose: "itself" },
	agency: ofPartnership("kept"),
	protocol_version: ofPartnership("kept"),
	difference: ofPartnership("kept"),
	report: ofPartnership("kept"),
	learning_action: ofPartnership("kept"),
	lesson: ofPartnership("kept"),
	feedback_invitation: ofPartnership("kept"),
	link_to_raise: ofPartnership("kept"),
	api_token: ofPartnership("kept"),
	record_check: ofPartnership("kept"),
	legal_hold: ofPartnership("kept"),
	// A certificate takes the number of its rows once; the database refuses any other change.
	disposal: ofPartnership("kept"),
	disposed_by_itself: ofPartnership("kept"),
	counted_kept: ofPartnership("read"),
	feedback_answer: ofPartnership("kept"),
	calendar_alert: ofPartnership("kept"),
	account: ofInstallation("kept"),
	former_address: ofPartnership("free"),
	job_run: ofInstallation("kept"),

	// Of what is sealed. The key of a difference goes with it (dispose_of), and keys are put under others by a command: both as
	// the owner. Whatever serves can neither destroy nor change one.
	partnership_key: ofPartnership("added-to"),
	partnership_data_key: ofPartnership("added-to"),
	difference_key: ofPartnership("added-to"),
	installation_key: ofInstallation("kept"),

	// Derived from the record, anew with each act.
	difference_party: ofPartnership("free"),
	difference_person: ofPartnership("free"),
	open_step: ofPartnership("free"),
	open_question: ofPartnership("free"),
	record_owed: ofPartnership("free"),
	owed: ofPartnership("free"),
	clock: ofPartnership("free"),
	broken_glass: ofPartnership("free"),
	counted: ofPartnership("free"),
	about_index: ofPartnership("free"),

	// Comes and goes. Of people, only those that an import which is undone had brought.
	person: ofPartnership("free"),
	absence: ofPartnership("free"),
	deputy: ofPartnership("free"),
	taken: ofPartnership("free"),
	leaving: ofPartnership("free"),
	people_import: ofPartnership("free"),
	briefing: ofPartnership("free"),
	briefing_lesson: ofPartnership("free"),
	calendar_change: ofPartnership("free"),
	message: ofPartnership("free"),
	webhook: ofPartnership("free"),
	webhook_event: ofPartnership("free"),
	reminder: ofPartnership("free"),
	retention_reminder: ofPartnership("free"),
	subject_request: ofPartnership("free"),
	subject_request_difference: ofPartnership("free"),
	subject_request_named: ofPartnership("free"),
	subject_request_piece: ofPartnership("free"),
	task: ofPartnership("free"),
	draft: ofPartnership("free", "owner_id is null or owner_id = $person"),
	file: ofEntries(
		"free",
		`(difference_id = $difference and seq = any($entries))
			or (seq is null and exists (select from file_draft where file_draft.file_id = file.id))`,
	),
	file_part: ofEntries("free", "exists (select from file where file.id = file_part.file_id)"),
	file_draft: ofPartnership("free", "owner_id is null or owner_id = $person"),
	read_by_program: ofPartnership("free"),
	log_view: ofPartnership("free", "office is not null or person_id = $person"),
	download: ofPartnership("free", "person_id = $person"),
	download_part: ofPartnership(
		"free",
		"download_id in (select id from download where person_id = $person)",
	),
	evidence_pack: ofPartnership("free", "person_id = $person"),
	evidence_pack_difference: ofPartnership(
		"free",
		"pack_id in (select id from evidence_pack where person_id = $person)",
	),
	evidence_pack_piece: ofPartnership(
		"free",
		"pack_id in (select id from evidence_pack where person_id = $person)",
	),
	old_log: ofPartnership("free"),
	old_log_file: { rights: "free", whose: { of: "old_log", by: "old_log_id" } },
	old_log_line: { rights: "free", whose: { of: "old_log", by: "old_log_id" } },
	counted_import: ofPartnership("free"),

	// Of whoever signs in, and of the installation.
	session: ofInstallation("free"),
	passkey: ofInstallation("free"),
	one_time_link: ofInstallation("free"),
	passkey_challenge: ofInstallation("free"),
	authenticator_app: ofInstallation("free"),
	recovery_code: ofInstallation("free"),
	failed_try: ofInstallation("free"),
	account_at_provider: ofInstallation("free"),
	setup_draft: ofInstallation("free"),
	migration: ofInstallation("read"),
};
