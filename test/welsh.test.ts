/** How much of what people read can be said in Welsh, counted in the source: it only grows. `npx tsx tools/welsh.ts` tells more. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { welshOf } from "../src/language/say.ts";
import { files } from "../src/language/welsh/all.ts";
import { filesIn, notMovedByFolder, savedIn } from "../tools/words-counted.ts";
import { moved, wordsOf } from "../tools/words-in-source.ts";

const spoken = filesIn([]);
const words = new Map(spoken.map((file) => [file, wordsOf(file)]));

test("what stands on pages in English alone becomes less, folder by folder", () => {
	const saved: Record<string, number> = JSON.parse(readFileSync(savedIn, "utf8"));
	const risen = Object.entries(notMovedByFolder(spoken)).filter(
		([folder, count]) => count > (saved[folder] ?? 0),
	);
	expect(
		risen,
		"Say it in the language of its reader: docs/how-to/say-it-in-welsh.md. Where it fell elsewhere, npx tsx tools/welsh.ts save",
	).toEqual([]);
});

test("every sentence of a mail is in Welsh", () => {
	const mail = filesIn(["src/mail"]).flatMap((file) => wordsOf(file));
	expect(mail.flatMap(({ said }) => said).length).toBeGreaterThan(200);
	expect(mail.flatMap(({ notMoved }) => notMoved)).toEqual([]);
	expect(mail.flatMap(({ said }) => said).filter((key) => welshOf(key) === undefined)).toEqual([]);
});

test("every sentence that is said has its Welsh", () => {
	const said = [...words].flatMap(([file, each]) => each.said.map((key) => ({ file, key })));
	expect(said.length).toBeGreaterThan(5_000);
	expect(said.filter(({ key }) => key !== "" && welshOf(key) === undefined)).toEqual([]);
});

test("no page has a word that stands there in English alone, but the reference of the API", () => {
	const pages = Object.keys(notMovedByFolder(spoken)).filter((folder) =>
		folder.startsWith("src/web"),
	);
	expect(pages).toEqual(["src/web/api"]);
});

test("nothing is said before there is a reader", () => {
	const tooSoon = [...words].flatMap(([file, { tooSoon }]) =>
		tooSoon.map(({ line, text }) => `${file}:${line} ${text}`),
	);
	expect(tooSoon).toEqual([]);
});

test("nothing is translated that is not said any more", () => {
	const source = new Set([...words.values()].flatMap(({ said }) => said));
	const text = spoken.map((file) => readFileSync(file, "utf8")).join("\n");
	const unsaid = files
		.flatMap((file) => Object.keys(file))
		.filter((key) => !source.has(key) && !text.includes(key));
	expect(unsaid).toEqual([]);
});

test("what scripts say, their pages have in the language of the reader", () => {
	const given = [...words].flatMap(([, { said }]) => said);
	const spokenByScripts = globSync("src/web/assets/*.js").flatMap((file) =>
		[...readFileSync(file, "utf8").matchAll(/"([A-Z{1][^"\n]* [^"\n]*)"/g)].map(
			([, text]) => text ?? "",
		),
	);
	expect(spokenByScripts.length).toBeGreaterThan(10);
	expect(spokenByScripts.filter((text) => !given.includes(text))).toEqual([]);
});

const page = (line: string) =>
	`import { Link } from "../../kit/text.tsx";\nexport const Page = ({ who }) => <p>${line}</p>;\n`;

test("words of a page are found, and those that are said are told from those that are not", () => {
	const found = wordsOf(
		"page.tsx",
		page('Sign in {say`Sign out`} {govukButton({ text: "Go on" })}'),
	);
	expect(found.said).toEqual(["Sign out"]);
	expect(found.notMoved.map(({ text }) => text)).toEqual(["Sign in", '"Go on"']);
});

test.each([
	["what a form says is wrong", 'z.string().min(1, "Enter a new thing")'],
	["one of several radios", 'choiceOf(["a"], "Choose a new thing")'],
	["an error of a field", 'errorAt("thing", "There is no new thing")'],
	["one of two", 'const it = now ? "A new thing" : undefined'],
	["a table of words", 'const names = { thing: "Newthing", other: "A new thing" }'],
	["a text with a value", "const it = `A new thing of ${who}`"],
	["a fault that a page shows later", 'throw new TaskFault("There is no new thing")'],
])("%s is counted in a file of any kind where it has no Welsh", (_, line) => {
	const [found] = wordsOf("src/domain/new.ts", line).notMoved;
	expect(found?.text).toMatch(/new ?thing/i);
});

test("a text that has its Welsh is said; a fault for whoever writes code is none", () => {
	const { said, notMoved } = wordsOf(
		"src/domain/new.ts",
		'const missing = { a: "Choose a file" };\nthrow new Error("There is no such thing");',
	);
	expect(said).toEqual(["Choose a file"]);
	expect(notMoved).toEqual([]);
});

test("what is moved into another language says in English what it said before", () => {
	expect(
		moved("src/web/me/x/page.tsx", page("Ask {who}, or <Link href={a}>go on</Link>.")),
	).toContain("<p>{say`Ask ${who}, or ${(<Link href={a}>{say`go on`}</Link>)}.`}</p>");
	expect(moved("src/web/me/x/page.tsx", page("{who && <b>Look</b>} first"))).toContain(
		"<p>{who && <b>{say`Look`}</b>} first</p>",
	);
});
