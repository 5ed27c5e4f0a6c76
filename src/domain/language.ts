/** The languages in which Concord speaks. In English everything is said; of Welsh, what is not translated yet is said in English. */
export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: unknown): text is Language =>
	languages.some((one) => one === text);

/** In which language somebody is written to where no page of theirs says it: the one of their account, where Welsh is offered. */
export const languageOf = (
	{ offersWelsh }: { offersWelsh: boolean },
	{ language }: { language?: Language | null | undefined },
): Language => (offersWelsh ? (language ?? "en") : "en");
