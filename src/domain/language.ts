/** The languages in which Concord speaks. In English everything is said; of Welsh, what is not translated yet is said in English. */
export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: unknown): text is Language =>
	languages.some((one) => one === text);
