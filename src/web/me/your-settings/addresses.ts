/** Where people arrange what is theirs. */
export const yourSettingsPath = "/your-settings";

export const settingsPaths = {
	away: `${yourSettingsPath}/away`,
	back: `${yourSettingsPath}/back`,
	deputies: `${yourSettingsPath}/deputies`,
	digest: `${yourSettingsPath}/reminders`,
	contact: `${yourSettingsPath}/contact`,
	makeFeed: `${yourSettingsPath}/calendar-feed`,
	revokeFeed: `${yourSettingsPath}/no-calendar-feed`,
} as const;

/** The colleagues for whom somebody may arrange an absence, and one of them. */
export const colleaguesPath = "/colleagues";
export const colleaguePath = (id: string) => `${colleaguesPath}/${id}`;
export const colleaguePaths = {
	away: (id: string) => `${colleaguePath(id)}/away`,
	back: (id: string) => `${colleaguePath(id)}/back`,
	deputies: (id: string) => `${colleaguePath(id)}/deputies`,
	address: (id: string) => `${colleaguePath(id)}/address`,
	told: (id: string) => `${colleaguePath(id)}/told`,
} as const;
