/**
 * What of a partnership is linked into its chain: of each table its key and the columns, in order of their names. The same
 * stands in the triggers of the database, and a test compares the two. A column that a table gets later is not linked by
 * itself: what was linked once keeps its bytes.
 */
export type ChainedTable = {
	key: readonly string[];
	columns: readonly string[];
	/** What a row of it is called in a sentence. */
	called: string;
	/** Its rows may change or go: each time a link says how it is from then on. */
	mayChange?: boolean;
};

export const chainedTables = {
	absence: {
		key: ["id"],
		columns: [
			"entered_at",
			"entered_by",
			"from_on",
			"id",
			"partnership_id",
			"person_id",
			"until_on",
		],
		called: "a time in which somebody is away",
		mayChange: true,
	},
	agency: {
		key: ["id"],
		columns: ["ended_on", "id", "is_listed", "name", "partnership_id", "proxy_agency_id", "sector"],
		called: "an agency",
		mayChange: true,
	},
	calendar_change: {
		key: ["id"],
		columns: [
			"applied_at",
			"applied_by",
			"based_on",
			"days",
			"how",
			"id",
			"number",
			"partnership_id",
			"proposed_at",
			"proposed_by",
			"why",
		],
		called: "a change of the working days",
		mayChange: true,
	},
	chained_later: {
		key: ["partnership_id"],
		columns: ["acts", "at", "partnership_id", "readings", "rows"],
		called: "what was linked later, because it is older than the chain",
	},
	checkpoint: {
		key: ["partnership_id", "number"],
		columns: [
			"at",
			"differences",
			"hash",
			"key_id",
			"number",
			"partnership_id",
			"position",
			"root",
			"signature",
		],
		called: "a checkpoint",
	},
	deputy: {
		key: ["person_id", "deputy_id"],
		columns: ["deputy_id", "partnership_id", "person_id"],
		called: "who stands in for somebody",
		mayChange: true,
	},
	difference: {
		key: ["id"],
		columns: [
			"continues_id",
			"id",
			"partnership_id",
			"protocol_version_id",
			"raised_at",
			"raised_by",
			"raising_agency_id",
			"reference",
		],
		called: "what a difference is called and runs under",
		mayChange: true,
	},
	disposal: {
		key: ["id"],
		columns: [
			"again_at",
			"agencies",
			"confirmed_by",
			"decided_at",
			"decided_by",
			"difference_id",
			"disposed_at",
			"due_on",
			"id",
			"number",
			"partnership_id",
			"reference",
			"rows",
			"rule",
			"schedule_version",
		],
		called: "a certificate of disposal",
	},
	export: {
		key: ["id"],
		columns: [
			"about",
			"at",
			"by_command",
			"format",
			"id",
			"partnership_id",
			"person_id",
			"rows",
			"what",
		],
		called: "what was taken out of Concord",
	},
	legal_hold: {
		key: ["id"],
		columns: [
			"difference_id",
			"id",
			"lifted_at",
			"lifted_by",
			"lifted_why",
			"partnership_id",
			"placed_at",
			"placed_by",
			"reason",
		],
		called: "a hold on what would be disposed of",
		mayChange: true,
	},
	person: {
		key: ["id"],
		columns: [
			"agency_id",
			"email",
			"id",
			"job_title",
			"left_at",
			"level",
			"name",
			"offices",
			"only_in",
			"partnership_id",
			"safeguarding_lead",
		],
		called: "a person of the directory",
		mayChange: true,
	},
	post_held: {
		key: ["id"],
		columns: [
			"changed_by",
			"held_from",
			"held_until",
			"id",
			"job_title",
			"level",
			"offices",
			"partnership_id",
			"person_id",
			"safeguarding_lead",
		],
		called: "a post that somebody held",
		mayChange: true,
	},
	protocol_history: {
		key: ["id"],
		columns: [
			"at",
			"by_person",
			"copied_from",
			"id",
			"in_force_from",
			"note",
			"partnership_id",
			"protocol_version_id",
			"type",
		],
		called: "an act on a version of a protocol",
	},
	protocol_version: {
		key: ["id"],
		columns: ["id", "in_force_from", "partnership_id", "protocol", "source", "state", "version"],
		called: "a version of a protocol",
		mayChange: true,
	},
	published: {
		key: ["partnership_id", "kind", "version"],
		columns: ["content", "kind", "partnership_id", "saved_at", "saved_by", "version"],
		called: "a page that the partnership publishes",
	},
	report_decision: {
		key: ["report_id", "number"],
		columns: ["at", "by_person", "number", "partnership_id", "report_id", "requires", "why"],
		called: "a decision on a report",
	},
	report_presented: {
		key: ["report_id"],
		columns: [
			"at",
			"by_person",
			"content",
			"partnership_id",
			"report_id",
			"sha256",
			"what_changed",
		],
		called: "a report as it was presented",
	},
	retention_decision: {
		key: ["difference_id", "number"],
		columns: [
			"at",
			"by_person",
			"decides",
			"difference_id",
			"due_on",
			"keep_until",
			"number",
			"partnership_id",
			"reason",
			"schedule_version",
		],
		called: "a decision on what is kept",
		mayChange: true,
	},
	retention_schedule: {
		key: ["partnership_id", "version"],
		columns: ["partnership_id", "rules", "saved_at", "saved_by", "version", "why"],
		called: "a version of the retention schedule",
	},
	subject_request_done: {
		key: ["request_id", "number"],
		columns: [
			"at",
			"by_person",
			"given",
			"number",
			"partnership_id",
			"redacted",
			"request_id",
			"what",
			"withheld",
		],
		called: "what was done with a request for what is held about somebody",
		mayChange: true,
	},
} as const satisfies Record<string, ChainedTable>;

export type ChainedTableName = keyof typeof chainedTables;
export const isChainedTable = (kind: string): kind is ChainedTableName =>
	Object.hasOwn(chainedTables, kind);

/** How an entry is called that says that a row of a table is there no longer: its digest is of the row as it last was. */
const gone = "-gone";

/** Whether an entry says that a row went, and the table it was of. */
export const readKind = (
	kind: string,
): { table: ChainedTableName | undefined; isGone: boolean } => {
	const isGone = kind.endsWith(gone);
	const table = isGone ? kind.slice(0, -gone.length) : kind;
	return { table: isChainedTable(table) ? table : undefined, isGone };
};

/** The columns of an act in the chain of its difference; its words are linked by what they are committed to. */
export const columnsOfAct = [
	"at",
	"audience",
	"by_person",
	"by_side",
	"detail",
	"difference_id",
	"partnership_id",
	"seq",
	"type",
] as const;

/** The columns of a reading in the chain of its difference. */
export const columnsOfReading = [
	"at",
	"difference_id",
	"id",
	"partnership_id",
	"person_id",
	"what",
] as const;
