import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanText, likeness, saysSomething } from "./typed-text.ts";

const invisible = [
	..."\u200B\u200C\u200D\u200E\u200F\u2060\u2061\uFEFF\u00AD\u061C\u180E\u3164\uFFA0\uFE0F\uFE0E\u034F",
	..."\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u206A\u{E0001}\u{E0061}\u{E007F}",
	..."\0\u0001\u0007\u001B\u007F\u009F\uFFFC\uFFFE\u{1D173}",
];

describe("what nobody sees", () => {
	test.each(invisible)("%j alone is nothing", (character) => {
		expect(cleanText(character)).toBe("");
		expect(cleanText(character.repeat(3))).toBe("");
		expect(cleanLine(` ${character}\u00A0${character} `)).toBe("");
	});

	test.each(invisible)("%j is not kept inside an address or a number", (character) => {
		expect(cleanText(`maya@${character}anchor.example${character}`)).toBe("maya@anchor.example");
		expect(cleanText(`${character}1${character}2`)).toBe("12");
	});

	test("any mixture of it is nothing", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...invisible, " ", "\u00A0", "\u2003")), (mixture) => {
				expect(cleanLine(mixture.join(""))).toBe("");
			}),
		);
	});
});

describe("what a word processor leaves", () => {
	test("bullets of its symbol fonts are bullets", () => {
		expect(cleanText("\uF0B7 one\n\t\uF0A7\ttwo\n\uE123 three")).toBe("• one\n\t•\ttwo\n• three");
	});

	test("its arrows and ticks are arrows and ticks, and other private signs nothing", () => {
		expect(cleanText("a \uF0E0 b \uF0FC c\uE321")).toBe("a → b ✓ c");
	});

	test("its line breaks are line breaks, and its hard spaces spaces", () => {
		expect(cleanText("soft\u000Bbreak and\u000Cpage\r\nnext\rlast\u2028end")).toBe(
			"soft\nbreak and\npage\nnext\nlast\nend",
		);
		expect(cleanText("10\u00A0working\u202Fdays")).toBe("10 working days");
	});

	test("nothing turns the rest of the line round", () => {
		expect(cleanText("safe \u202Edesrever\u202C and \u2067on\u2069")).toBe("safe desrever and on");
	});
});

describe("what writes a language stays", () => {
	test.each([
		["Welsh", "Siân O’Brien-Llŷr ap Gwŷn, Ysgol Tŷ Gŵyl"],
		["an accent typed by itself", "Zoe\u0308"],
		["Arabic", "محمد بن علي، ٣ مايو"],
		["Arabic with a mark of direction", "قال \u200F«لا»!\u200E"],
		["Persian with a joiner between", "می\u200Cخواهم"],
		["Hindi with joiners", "क्\u200Dष और श्\u200Cर"],
		["Bengali", "র\u200D্যাব"],
		["Malayalam", "അവന്\u200D"],
		["Sinhala", "ශ්\u200Dරී"],
		["Khmer with places to break", "ខ្ញុំ\u200Bស្រឡាញ់"],
		["Thai", "เด็ก\u200Bปลอดภัย"],
		["Chinese", "王小明\u3000先生"],
		["Vietnamese", "Nguyễn Thị Ánh"],
		["Hebrew", "שָׁלוֹם"],
		["a family", "👨\u200D👩\u200D👧\u200D👦"],
		["a health worker", "👩🏽\u200D⚕\uFE0F"],
		["a red heart", "❤\uFE0F"],
		["the flag of Wales", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}"],
		["a letter with a choice of shape", "葛\u{E0100}城"],
		["tabs and lines", "one\ttwo\n\nthree"],
	])("%s", (_, text) => {
		expect(cleanText(text)).toBe(text);
		expect(saysSomething(text) || /\p{Emoji}/u.test(text)).toBe(true);
	});

	test("every letter, mark, number and sign of any script", () => {
		const seen = fc
			.string({ unit: "grapheme" })
			.filter((text) => !/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text));
		fc.assert(
			fc.property(seen, (text) => {
				expect(cleanText(text)).toBe(text);
			}),
		);
	});
});

test("clean text is left as it is", () => {
	const unit = fc.oneof(
		fc.string({ unit: "binary", maxLength: 3 }),
		fc.constantFrom(...invisible, "ख", "م", "ខ", "a", "👩", "\u{1F3F4}", "\uF0B7", "\n", " "),
	);
	fc.assert(
		fc.property(fc.array(unit), (parts) => {
			const once = cleanText(parts.join(""));
			expect(cleanText(once)).toBe(once);
		}),
		{ numRuns: 2000 },
	);
});

test("two ways to type one name are alike", () => {
	for (const typed of [
		"zoë  hartnell",
		"Zoe\u0308 Hartnell\u200B",
		" ZOË HARTNELL",
		"Zoë-Hartnell",
	])
		expect(likeness(typed)).toBe(likeness("Zoë Hartnell"));
	expect(likeness("Zoë Hartwell")).not.toBe(likeness("Zoë Hartnell"));
});
