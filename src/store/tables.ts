/** The tables of the migrations, column by column, as Kysely reads and writes them. */
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { PeopleShownBy } from "../domain/difference/told/whom.ts";
import type { Shape } from "../domain/difference/words-lost.ts";
import type { FileState, FileType } from "../domain/files.ts";
import type { Language } from "../domain/language.ts";
import type { NationOf } from "../domain/partnership/identity.ts";
import type { AccountEventKind } from "../domain/people/account-event.ts";
import type { Level } from "../domain/people/viewer.ts";
import type { WebhookState } from "../domain/people/webhook.ts";
import type { Binding, Strength } from "../domain/protocol/protocol.ts";
import type { TaskKind, TaskState } from "../domain/task.ts";

/** An instant: read as a Date by the driver, written as ISO text. */
type At = ColumnType<Date, string, string>;
type AtOrNull = ColumnType<Date | null, string | null, string | null>;
/** An instant, or -infinity or infinity, which nobody reads: the database compares it. */
type Planned = ColumnType<unknown, string | undefined, string>;
/** JSON: read parsed, written as text. */
type Json = ColumnType<unknown, string, string>;

/** Closed under a key: see `what-is-encrypted.md`. */
type Sealed = Buffer;

/** The tables of the migrations, as Kysely sees them. */
export type Tables = {
	installation_key: {
		id: string;
		first_seen_at: ColumnType<Date, string | undefined, string>;
		copy_checked_at: AtOrNull;
		given_up_at: AtOrNull;
	};
	partnership_data_key: {
		partnership_id: string;
		partnership_key_id: string;
		wrapped: Sealed;
		/** Keys of another installation for what stays as it was linked there, closed under this one. */
		before: Generated<Sealed[] | null>;
	};
	partnership: {
		id: string;
		name: string;
		reference_prefix: string;
		clock_ahead: Generated<number>;
		remind_from: Generated<string>;
		remind_until: Generated<string>;
		people_shown_by: Generated<PeopleShownBy>;
		small_numbers_below: Generated<number>;
		reminders_planned_by: Generated<string>;
		nation: Generated<NationOf>;
		path_name: string;
		host: string | null;
		logo_text: string | null;
		offers_welsh: Generated<boolean>;
		colour: string | null;
		contacts: ColumnType<unknown, string | undefined, string>;
	};
	published: {
		partnership_id: string;
		kind: "accessibility" | "privacy" | "contacts" | "accessibility-welsh" | "privacy-welsh";
		version: number;
		content: string;
		saved_at: ColumnType<Date, string, never>;
		saved_by: string;
	};
	people_import: {
		id: string;
		partnership_id: string;
		file_name: string;
		content: Sealed | null;
		columns: Json;
		state: Generated<"read" | "imported" | "undone">;
		chosen_by: string | null;
		chosen_at: At;
		imported_at: AtOrNull;
		undone_at: AtOrNull;
	};
	setup_draft: {
		only_one: Generated<boolean>;
		answers: Sealed;
		key_id: string;
		wrapped_by: string;
		wrapped_key: Uint8Array;
		saved_at: At;
	};
	account: {
		id: string;
		email: string;
		password_hash: string | null;
		is_operator: Generated<boolean>;
		made_at: At;
		lock_told_at: AtOrNull;
		language: ColumnType<Language | null, Language | null | undefined, Language>;
	};
	passkey: {
		id: string;
		account_id: string;
		name: string;
		public_key: Buffer;
		/** Read as text: it may be longer than JavaScript counts. */
		counter: ColumnType<string, number, number>;
		transports: string[];
		made_at: At;
		used_at: AtOrNull;
	};
	passkey_challenge: { challenge: string; given_to: string; expires_at: At };
	authenticator_app: {
		account_id: string;
		sealed_key: Buffer | null;
		last_step: ColumnType<string, number | undefined, number>;
		made_at: AtOrNull;
		pending_key: Buffer | null;
		pending_until: AtOrNull;
	};
	recovery_code: { account_id: string; hash: string };
	failed_try: { of: string; tries: number; until: At };
	account_event: {
		id: Generated<string>;
		account_id: string;
		at: At;
		what: AccountEventKind;
		by_person: string | null;
	};
	agency: {
		id: string;
		partnership_id: string;
		name: string;
		sector: string;
		proxy_agency_id: string | null;
		out_of_hours_phone: Generated<string | null>;
		nation: Generated<NationOf | null>;
		ended_on: Generated<string | null>;
		is_listed: Generated<boolean>;
		people_checked_on: Generated<string | null>;
		people_checked_by: Generated<string | null>;
		people_chased_on: Generated<string | null>;
	};
	post_held: {
		id: string;
		partnership_id: string;
		person_id: string;
		job_title: string;
		level: string;
		safeguarding_lead: boolean;
		offices: string[];
		held_from: string | null;
		held_until: string;
		changed_by: string | null;
	};
	leaving: {
		person_id: string;
		partnership_id: string;
		last_day: string;
		to_person: string | null;
		arranged_by: string | null;
		arranged_at: At;
		left_at: AtOrNull;
		reminded_on: Generated<string | null>;
	};
	person: {
		id: string;
		partnership_id: string;
		agency_id: string;
		name: string;
		job_title: string;
		email: string;
		phone: Generated<string | null>;
		mobile: Generated<string | null>;
		level: string;
		safeguarding_lead: boolean;
		offices: string[];
		account_id: string | null;
		only_in: Generated<string | null>;
		vouched_level: Generated<string | null>;
		by_link_until: AtOrNull;
		import_id: Generated<string | null>;
		left_at: AtOrNull;
		contact_checked_on: string | null;
		contact_checked_by: Generated<string | null>;
		post_from: Generated<string | null>;
		feed_hash: string | null;
		digest: Generated<"as-they-come" | "each-morning">;
		digest_on: string | null;
	};
	absence: {
		id: string;
		partnership_id: string;
		person_id: string;
		from_on: string;
		until_on: string;
		entered_by: string;
		entered_at: At;
	};
	deputy: { person_id: string; deputy_id: string; partnership_id: string };
	taken: {
		difference_id: string;
		office: string;
		partnership_id: string;
		person_id: string;
		taken_at: At;
	};
	protocol_version: {
		id: string;
		partnership_id: string;
		protocol: string;
		version: string;
		source: string;
		in_force_from: string | null;
		state: "draft" | "proposed" | "approved" | "refused" | "withdrawn";
		revision: Generated<number>;
		approved_at: AtOrNull;
	};
	protocol_history: {
		id: Generated<number>;
		partnership_id: string;
		protocol_version_id: string;
		type: "made" | "edited" | "proposed" | "approved" | "refused" | "withdrawn";
		at: At;
		by_person: string;
		note: string;
		copied_from: string | null;
		in_force_from: string | null;
	};
	difference: {
		id: string;
		partnership_id: string;
		reference: string;
		protocol_version_id: string;
		raising_agency_id: string;
		receiving_agency_id: string | null;
		raised_by: string | null;
		raised_at: At;
		status: "open" | "ended";
		stage: string;
		ending: string | null;
		ended_at: AtOrNull;
		last_seq: number;
		derived_as: Generated<number>;
		continues_id: string | null;
		opens_at: AtOrNull;
		/** Who alone may know of it; null while it is not sealed. */
		sealed_for: string[] | null;
	};
	export: {
		id: string;
		partnership_id: string;
		person_id: string;
		what: string;
		about: string;
		format: string;
		rows: number | null;
		by_command: boolean;
		at: At;
	};
	broken_glass: {
		difference_id: string;
		partnership_id: string;
		seq: number;
		person_id: string;
		broken_at: At;
		until: At;
	};
	difference_party: {
		difference_id: string;
		partnership_id: string;
		side: string;
		level: Generated<Level>;
		reader: ColumnType<string, never, never>;
		named_only: Generated<boolean>;
		/** Agencies whose people do not read as this office. */
		closed_to: Generated<string[]>;
		sealed_for: string[] | null;
		agency_id: string | null;
		office: string | null;
		/** Those between which the difference is, and those that are involved besides. */
		agencies: string[];
		since: At;
		stage: string;
		status: "open" | "ended";
		ending: string | null;
		themes: string[];
		dimensions: ColumnType<unknown, string | undefined, string>;
		next_due_at: AtOrNull;
		next_due_is: Generated<Binding>;
		not_safe: Generated<boolean>;
		about_seq: number | null;
		about_field: string | null;
		changed_at: At;
		/** That of the difference: the database fills it in. */
		reference: ColumnType<string, never, never>;
	};
	/** Under which words a difference is found: where to look, and no more. The database fills it. */
	found_under: {
		partnership_id: string;
		kind: "reference" | "person" | "agency" | "theme" | "stage";
		word: string;
		difference_id: string;
	};
	difference_person: {
		difference_id: string;
		partnership_id: string;
		person_id: string;
		side: string;
	};
	api_token: {
		id: string;
		partnership_id: string;
		person_id: string;
		name: string;
		is_system: boolean;
		hash: Buffer;
		prefix: string;
		scopes: string[];
		second_factor: boolean;
		made_at: At;
		expires_at: At;
		last_used_at: AtOrNull;
		revoked_at: AtOrNull;
		revoked_by: string | null;
	};
	webhook: {
		id: string;
		partnership_id: string;
		token_id: string;
		person_id: string;
		address: string;
		kinds: string[];
		secret_sealed: Sealed;
		secret_before_sealed: Sealed | null;
		secret_before_until: AtOrNull;
		secret_made_by: string | null;
		state: WebhookState;
		made_at: At;
		failing_since: AtOrNull;
		failures: Generated<number>;
		rest_until: AtOrNull;
		sending_until: AtOrNull;
	};
	webhook_event: {
		id: string;
		partnership_id: string;
		webhook_id: string;
		difference_id: string | null;
		entry: number;
		kind: string;
		step: string | null;
		happened_at: At;
		state: "waiting" | "sent" | "given-up";
		next_try_at: AtOrNull;
		attempts: Json;
	};
	event: {
		difference_id: string;
		seq: number;
		partnership_id: string;
		type: string;
		at: At;
		by_person: string | null;
		by_side: string | null;
		audience: string[];
		detail: Json;
	};
	narrative: {
		difference_id: string;
		seq: number;
		field: string;
		partnership_id: string;
		content: Buffer;
		shape: Shape;
		commitment: Buffer;
		/** When it was said what was learned; of everything else null. The database writes it. */
		said_at: ColumnType<Date | null, never, never>;
	};
	about_index: {
		difference_id: string;
		seq: number;
		field: string;
		partnership_id: string;
		partnership_key_id: string;
		kind: "name" | "long-name" | "born" | "identifier";
		code: number;
	};
	partnership_key: {
		id: string;
		partnership_id: string;
		wrapped_by: string;
		wrapped: Uint8Array;
		made_at: Generated<Date>;
		retired_at: AtOrNull;
		/** What it indexes has a code of the longer beginnings of names too. */
		has_long_names: Generated<boolean>;
	};
	difference_key: {
		difference_id: string;
		partnership_id: string;
		partnership_key_id: string;
		wrapped: Uint8Array;
		/** As of `partnership_data_key`. */
		before: Generated<Sealed[] | null>;
	};
	chain_entry: {
		chain_id: string;
		position: number;
		partnership_id: string;
		kind: string;
		row_key: string;
		at: ColumnType<Date, never, never>;
		digest: Buffer;
		previous: Buffer | null;
		hash: Buffer;
	};
	chain_head: {
		chain_id: string;
		partnership_id: string;
		position: number;
		at: ColumnType<Date, never, never>;
		hash: Buffer;
	};
	chained_later: {
		partnership_id: string;
		at: At;
		acts: number;
		readings: number;
		rows: number;
	};
	record_check: {
		id: string;
		partnership_id: string;
		asked_by: string;
		asked_at: At;
		found: ColumnType<unknown, string | null, string>;
	};
	signing_key: { id: string; public_key: Buffer; sealed_key: Buffer; made_at: At };
	checkpoint: {
		partnership_id: string;
		number: number;
		at: At;
		differences: number;
		root: Buffer;
		position: number;
		hash: Buffer;
		key_id: string;
		signature: Buffer;
	};
	checkpoint_head: {
		partnership_id: string;
		number: number;
		difference_id: string;
		position: number;
		hash: Buffer;
	};
	open_step: {
		difference_id: string;
		step: string;
		partnership_id: string;
		opened_at: At;
		side: string;
		agency_id: string | null;
		office: string | null;
		level: string | null;
		posts: Generated<string[]>;
		post: string | null;
		proxy: Generated<boolean>;
		read_from: string | null;
		given_by: string | null;
		person_id: string | null;
		only_given: Generated<boolean>;
		barred: string[];
		audience: string[];
		not_safe: Generated<boolean>;
		next_reminder_at: Planned;
	};
	/** Kept by the database itself, of the rows that are derived. */
	owed: {
		difference_id: string;
		number: number;
		partnership_id: string;
		reference: string;
		protocol_version_id: string;
		side: string;
		level: Level;
		reader: string;
		agency_id: string | null;
		office: string | null;
		named_only: boolean;
		closed_to: string[];
		sealed_for: string[] | null;
		since: At;
		is_ended: boolean;
		not_safe: boolean;
		what: "step" | "clock" | "record" | "nothing";
		owed: string;
		opened_at: At;
		due_at: AtOrNull;
		is_paused: boolean;
		strength: Strength | null;
		by_side: string;
		by_agency_id: string | null;
		by_office: string | null;
		by_level: Level | null;
		posts: string[];
		post: string | null;
		proxy: boolean;
		read_from: Level | null;
		given_by: string | null;
		named: string[];
		person_id: string | null;
		only_given: boolean;
		barred: string[];
		beside: string[];
		beside_due: Date[];
		also: string[];
		seat: string;
		place: GeneratedAlways<string>;
		shape: string;
		for_every_reader: GeneratedAlways<boolean>;
		runs_out_at: GeneratedAlways<Date>;
	};
	open_question: {
		difference_id: string;
		seq: number;
		partnership_id: string;
		side: string;
		asked_at: At;
	};
	record_owed: {
		difference_id: string;
		step: string;
		agency_id: string;
		partnership_id: string;
		side: string;
		level: Level;
		since: At;
		person_id: string | null;
		named: string[];
		audience: string[];
		not_safe: Generated<boolean>;
		next_reminder_at: Planned;
	};
	clock: {
		difference_id: string;
		clock: string;
		round: number;
		partnership_id: string;
		step: string | null;
		steps: string[] | null;
		side: string | null;
		agency_id: string | null;
		office: string | null;
		level: string | null;
		posts: Generated<string[]>;
		post: string | null;
		proxy: Generated<boolean>;
		read_from: string | null;
		given_by: string | null;
		barred: Generated<string[]>;
		started_at: At;
		due_at: At;
		first_due_at: At;
		strength: Strength;
		audience: string[];
		not_safe: Generated<boolean>;
		state: "running" | "paused" | "ran-out" | "met" | "met-late" | "dropped";
		ended_at: AtOrNull;
		counted: ColumnType<unknown, string | null, string | null>;
		due_as_seen: ColumnType<unknown, string | null, string | null>;
		next_reminder_at: Planned;
	};
	counted: {
		difference_id: string;
		partnership_id: string;
		protocol: string;
		raised_on: string;
		ended_on: string | null;
		facts: Json;
		/** The last day that the facts name. */
		last_on: ColumnType<string, never, never>;
		/** Somebody was asked something after the end and has not said it yet. */
		is_followed: ColumnType<boolean, never, never>;
		/** Of its difference: the database fills them in. */
		protocol_version_id: ColumnType<string, never, never>;
		raising_agency_id: ColumnType<string, never, never>;
		receiving_agency_id: ColumnType<string | null, never, never>;
		/** What of the facts a later period is compared by, as text. */
		compared: ColumnType<string, never, never>;
	};
	report: {
		id: string;
		partnership_id: string;
		protocol: string;
		period_from: string;
		period_until: string;
		version: number;
		made_at: At;
		made_by: string | null;
		figures: Json;
		figures_at: At;
	};
	report_words: {
		report_id: string;
		number: number;
		partnership_id: string;
		content: Sealed;
		at: At;
		by_person: string;
	};
	report_presented: {
		report_id: string;
		partnership_id: string;
		/** Sealed, in base64. */
		content: string;
		sha256: string;
		at: At;
		by_person: string;
		what_changed: string | null;
	};
	report_decision: {
		report_id: string;
		number: number;
		partnership_id: string;
		requires: boolean;
		why: string;
		at: At;
		by_person: string;
	};
	log_view: {
		id: string;
		number: ColumnType<number, never, never>;
		partnership_id: string;
		person_id: string;
		office: string | null;
		query: string;
		saved_at: At;
	};
	task: {
		id: string;
		partnership_id: string;
		number: ColumnType<number, never, never>;
		kind: TaskKind;
		about_id: string;
		state: Generated<TaskState>;
		done: Generated<number>;
		whole: number | null;
		wrong: string | null;
		asked_by: string;
		asked_at: At;
		ended_at: AtOrNull;
	};
	download: {
		id: string;
		partnership_id: string;
		person_id: string;
		said: Sealed;
		wrapped_key: Sealed;
		asked_at: At;
		kept_until: At;
		file_name: string | null;
		type: string | null;
		size: number | null;
		withdrawn_at: AtOrNull;
	};
	download_part: {
		download_id: string;
		number: number;
		partnership_id: string;
		content: Sealed;
	};
	evidence_pack: {
		id: string;
		partnership_id: string;
		person_id: string;
		number: number;
		said: Sealed;
		begun_at: At;
		kept_until: At;
	};
	evidence_pack_difference: {
		pack_id: string;
		difference_id: string;
		partnership_id: string;
		number: number;
		looked_entries: Generated<number[] | null>;
		looked_at: AtOrNull;
		given: Generated<number | null>;
		redacted: Generated<number | null>;
		withheld: Generated<number | null>;
	};
	evidence_pack_piece: {
		pack_id: string;
		difference_id: string;
		piece: string;
		partnership_id: string;
		decision: "give" | "redact" | "withhold";
		content: Sealed | null;
		ground: string | null;
	};
	old_log: {
		id: string;
		partnership_id: string;
		protocol: string;
		title: string;
		state: "reading" | "read" | "imported" | "undone";
		file_name: string;
		sha256: string;
		read_as: string | null;
		other_sheets: string[] | null;
		headings: ColumnType<unknown, string | null, string | null>;
		lines: number | null;
		mapping: Sealed | null;
		checked: Sealed | null;
		/** What stands in each column, until it is imported. */
		words: Sealed | null;
		totals: ColumnType<unknown, string | null, string | null>;
		chosen_by: string;
		chosen_at: At;
		imported_by: string | null;
		imported_at: AtOrNull;
		undone_by: string | null;
		undone_at: AtOrNull;
	};
	old_log_file: { old_log_id: string; content: Sealed; state: "waiting" | "clean" };
	old_log_line: { old_log_id: string; line: number; cells: Sealed };
	counted_import: {
		id: string;
		old_log_id: string;
		partnership_id: string;
		protocol: string;
		reference: string | null;
		line: number;
		raised_on: string;
		ended_on: string | null;
		raising_agency_id: string | null;
		raising_name: string | null;
		raising_sector: string | null;
		receiving_agency_id: string | null;
		receiving_name: string | null;
		receiving_sector: string | null;
		days_known: boolean;
		facts: Json;
	};
	feedback_invitation: {
		difference_id: string;
		person_id: string;
		partnership_id: string;
		side: string;
		answered: Generated<boolean>;
	};
	feedback_answer: {
		id: Generated<string>;
		partnership_id: string;
		protocol: string;
		side: string;
		heard: string;
		in_time: string;
		helped: string;
		easier: Sealed | null;
		month: Generated<string | null>;
	};
	learning_action: {
		id: string;
		partnership_id: string;
		asked_by: "report" | "lesson";
		asked_by_id: string;
		what: string;
		shown_by: string | null;
		agency_id: string;
		person_id: string | null;
		due_on: string;
		agreed_at: At;
		agreed_by: string;
		state: Generated<"open" | "done" | "not-done">;
		result: Generated<string | null>;
		closed_at: AtOrNull;
		closed_by: Generated<string | null>;
		chased_on: Generated<string | null>;
	};
	learning_action_move: {
		action_id: string;
		number: number;
		partnership_id: string;
		at: At;
		by_person: string;
		reason: string;
		from_agency_id: string;
		from_person_id: string | null;
		from_due_on: string;
		to_agency_id: string;
		to_person_id: string | null;
		to_due_on: string;
	};
	lesson_words_before: {
		lesson_id: string;
		number: number;
		partnership_id: string;
		happened: Sealed;
		should_differ: Sealed;
		replaced_at: At;
		replaced_by: string;
	};
	lesson: {
		id: string;
		partnership_id: string;
		/** Null once that was disposed of; then the version of its protocol stands here. */
		difference_id: string | null;
		protocol_version_id: Generated<string | null>;
		theme: string;
		happened: Sealed;
		should_differ: Sealed;
		recorded_at: At;
		recorded_by: string;
		again_on: string;
		again_found: Generated<Sealed | null>;
		again_at: AtOrNull;
		again_by: Generated<string | null>;
	};
	briefing: {
		id: string;
		partnership_id: string;
		title: string;
		sections: Json;
		state: Generated<"draft" | "approved" | "withdrawn">;
		revision: Generated<number>;
		writers: string[];
		written_at: At;
		approved_at: AtOrNull;
		approved_by: Generated<string | null>;
	};
	briefing_lesson: { briefing_id: string; lesson_id: string; partnership_id: string };
	calendar_change: {
		id: string;
		partnership_id: string;
		number: number | null;
		based_on: number;
		how: "entered" | "imported" | "refreshed" | "undone";
		why: string;
		days: Json;
		proposed_by: string | null;
		proposed_at: At;
		applied_by: string | null;
		applied_at: AtOrNull;
		moved: number | null;
		differences: number | null;
	};
	calendar_alert: {
		id: string;
		partnership_id: string;
		raised_at: At;
		last_at: At;
		faults: string[];
		acknowledged_by: string | null;
		acknowledged_at: AtOrNull;
		cleared_at: AtOrNull;
	};
	job_run: { name: string; done_at: AtOrNull; failed_at: AtOrNull };
	draft: {
		id: string;
		partnership_id: string;
		person_id: string;
		owner_id: string | null;
		difference_id: string | null;
		page: string;
		content: Sealed;
		saved_at: At;
	};
	file: {
		id: string;
		partnership_id: string;
		difference_id: string | null;
		seq: number | null;
		type: FileType | null;
		size: number | null;
		sha256: string | null;
		state: FileState | "arriving";
		began_at: At;
		wrapped_key: Sealed;
	};
	file_part: { file_id: string; number: number; partnership_id: string; content: Sealed };
	file_draft: {
		file_id: string;
		partnership_id: string;
		person_id: string;
		owner_id: string | null;
		difference_id: string | null;
		page: string;
		name: Sealed;
		added_at: At;
	};
	act_key: {
		key: string;
		content: string | null;
		partnership_id: string;
		person_id: string;
		difference_id: string;
		at: At;
	};
	message: {
		id: string;
		number: ColumnType<string, never, never>;
		partnership_id: string;
		difference_id: string | null;
		to_person: string;
		kind: string;
		notice: Json;
		created_at: At;
		state: "waiting" | "sent" | "failed" | "not-needed";
		sent_at: AtOrNull;
		error: string | null;
		failed_at: AtOrNull;
		failure_seen_at: AtOrNull;
		to_account: string | null;
		one_time_link_id: string | null;
	};
	reminder: {
		difference_id: string;
		obligation: string;
		rule: string;
		person_id: string;
		partnership_id: string;
		message_id: string;
		at: At;
	};
	reading: {
		id: Generated<number>;
		partnership_id: string;
		difference_id: string;
		person_id: string;
		what: string;
		at: At;
	};
	account_at_provider: {
		issuer: string;
		subject: string;
		account_id: string;
		linked_at: At;
	};
	former_address: {
		id: Generated<string>;
		partnership_id: string;
		path_name: string | null;
		host: string | null;
		left_at: At;
	};
	link_to_raise: {
		person_id: string;
		partnership_id: string;
		difference_id: string;
		vouched_by: string;
		vouched_at: At;
		because: Generated<string | null>;
		because_sealed: Buffer | null;
		form_key: string;
		raised_at: AtOrNull;
	};
	read_by_program: {
		person_id: string;
		on_day: string;
		difference_id: string;
		partnership_id: string;
	};
	one_time_link: {
		id: string;
		kind: "invitation" | "new-password" | "first-run" | "answer" | "answer-code" | "operator";
		hash: string | null;
		account_id: string | null;
		person_id: string | null;
		made_at: At;
		made_by: string | null;
		expires_at: At;
		used_at: AtOrNull;
		revoked_at: AtOrNull;
		tries: Generated<number>;
	};
	session: {
		sid: string;
		person_id: string | null;
		account_id: string | null;
		data: Json;
		expires_at: At;
		id: Generated<string>;
		begun_at: ColumnType<Date, string | undefined, string>;
		seen_at: ColumnType<Date, string | undefined, string>;
	};
	backup: {
		id: Generated<number>;
		started_at: At;
		ended_at: At;
		file: string | null;
		size: number | null;
		sha256: string | null;
		wrong: string | null;
	};
	retention_schedule: {
		partnership_id: string;
		version: number;
		rules: Json;
		why: string;
		saved_at: ColumnType<Date, string, never>;
		saved_by: string;
	};
	legal_hold: {
		id: string;
		partnership_id: string;
		difference_id: string;
		reason: string;
		placed_at: ColumnType<Date, string, never>;
		placed_by: string;
		lifted_at: AtOrNull;
		lifted_by: Generated<string | null>;
		lifted_why: Generated<string | null>;
	};
	retention_decision: {
		difference_id: string;
		number: number;
		partnership_id: string;
		decides: "dispose" | "keep" | "not";
		keep_until: string | null;
		reason: string | null;
		due_on: string | null;
		schedule_version: number;
		at: ColumnType<Date, string, never>;
		by_person: string;
	};
	disposal: {
		id: string;
		partnership_id: string;
		number: number;
		difference_id: string;
		reference: string;
		agencies: string[];
		rule: string;
		schedule_version: number;
		due_on: string;
		decided_by: string;
		decided_at: ColumnType<Date, string, never>;
		confirmed_by: string;
		disposed_at: ColumnType<Date, string, never>;
		again_at: AtOrNull;
		rows: ColumnType<unknown, never, never>;
	};
	disposed_by_itself: {
		partnership_id: string;
		kind: string;
		on_day: string;
		schedule_version: number;
		rows: number;
	};
	retention_reminder: {
		partnership_id: string;
		due_since: string;
		reminded_on: string;
		head_told_on: string | null;
	};
	counted_kept: {
		id: string;
		partnership_id: string;
		protocol: string;
		protocol_version_id: string;
		raising_agency_id: string;
		receiving_agency_id: string | null;
		raised_on: string;
		ended_on: string | null;
		facts: Json;
		last_on: ColumnType<string, never, never>;
		compared: ColumnType<string, never, never>;
	};
	subject_request: {
		id: string;
		partnership_id: string;
		number: number;
		kind: "child" | "person";
		about: Buffer;
		received_on: string;
		due_on: string;
		extended_why: Generated<string | null>;
		extended_why_sealed: Generated<Buffer | null>;
		reminded_on: Generated<string | null>;
		made_at: ColumnType<Date, string, never>;
		made_by: string;
		closed_at: AtOrNull;
		closed_by: Generated<string | null>;
	};
	subject_request_difference: {
		request_id: string;
		difference_id: string;
		partnership_id: string;
		found_by: string[];
		is_theirs: boolean | null;
	};
	subject_request_named: {
		request_id: string;
		difference_id: string;
		partnership_id: string;
		found_by: string[];
		is_theirs: Generated<boolean | null>;
		why: Generated<Buffer | null>;
		at: AtOrNull;
		by_person: Generated<string | null>;
	};
	subject_request_piece: {
		request_id: string;
		difference_id: string | null;
		piece: string;
		partnership_id: string;
		decision: "give" | "redact" | "withhold";
		content: Buffer | null;
		ground: string | null;
		at: At;
		by_person: string;
	};
	subject_request_done: {
		request_id: string;
		number: number;
		partnership_id: string;
		what: "begun" | "extended" | "looked-through" | "pack-asked" | "pack-made" | "closed";
		given: number | null;
		redacted: number | null;
		withheld: number | null;
		at: ColumnType<Date, string, never>;
		by_person: string;
	};
};
