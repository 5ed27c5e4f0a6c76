import { say, sayWhole } from "../kit/say.tsx";

/** Each by what it alone says of itself, those that say that they are another too first. */
const browsers: [RegExp, string][] = [
	[/\bEdg(e|A|iOS)?\//, "Edge"],
	[/\bOPR\//, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\b(Firefox|FxiOS)\//, "Firefox"],
	[/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
	[/\bSafari\//, "Safari"],
];
const machines: [RegExp, string][] = [
	[/\biPhone\b/, "an iPhone"],
	[/\biPad\b/, "an iPad"],
	[/\bAndroid\b/, "Android"],
	[/\bCrOS\b/, "a Chromebook"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b|\bMacintosh\b/, "a Mac"],
	[/\bLinux\b/, "Linux"],
];

/** The browser as its owner would name it, such as "Firefox on Windows"; undefined where it does not tell. */
export function browserInWords(userAgent: string | undefined): string | undefined {
	const named = (list: [RegExp, string][]) =>
		list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
	const [browser, machine] = [named(browsers), named(machines)];
	if (browser && machine) return `${browser} on ${machine}`;
	return browser ?? (machine && `A browser on ${machine}`);
}

/** The same for whoever reads it; what was kept stands in English, and names of makers are the same in every language. */
export function sayBrowser(kept: string): string {
	const ours = (words: string) => (/^an? /i.test(words) ? sayWhole(words) : words);
	const [browser = "", machine] = kept.split(" on ");
	return machine === undefined ? ours(browser) : say`${ours(browser)} on ${ours(machine)}`;
}
