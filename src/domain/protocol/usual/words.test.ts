import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readProtocol } from "../reading/read-protocol.ts";
import { changeUsual, placesOf } from "./change.ts";
import { usualThings } from "./parts.ts";

const source = readFileSync(
	new URL("../../../../test/language/words-by-the-case.yaml", import.meta.url),
	"utf8",
);
const { protocol } = readProtocol(source);

test("words that are said for each case are changed case by case", () => {
	if (!protocol) throw new Error("The protocol does not read");
	const { file, words } = usualThings(source, protocol);
	const part = words.find(({ id }) => id === "stages.talk");
	if (!part) throw new Error("There is no such part");
	const places = placesOf(part).filter(({ name }) => name.startsWith("stages.talk.title"));
	expect(places.map(({ name, inCase, says }) => [name, inCase, says])).toEqual([
		["stages.talk.title.0.say", "if “Whom is it about?” is “A child”", "Children’s conference"],
		["stages.talk.title.1.say", "if “Whom is it about?” is “An adult”", "Adults’ conference"],
	]);
	const typed = new Map([["stages.talk.title.1.say", "Strategy meeting"]]);
	expect(changeUsual(file, part, typed).source).toBe(
		source.replace("say: Adults’ conference", "say: Strategy meeting"),
	);
});
