/** What can happen to how an account signs in: kept for whoever it belongs to, and said to them. */
export const accountEventKinds = [
	"password-changed",
	"password-chosen-by-link",
	"passkey-added",
	"passkey-removed",
	"app-added",
	"app-removed",
	"recovery-codes-made",
	"recovery-code-used",
	"second-factor-reset",
	"locked",
] as const;
export type AccountEventKind = (typeof accountEventKinds)[number];
