/** What a reader of reports may do with one. */
export type Rights = { reads: "drafts" | "presented"; writes: boolean; decides: boolean };
