import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ProviderFault, readProviders } from "./provider-file.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "concord-providers-"));
	writeFileSync(join(folder, "secret"), "what the provider gave\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const council = `
- key: council
  name: Harbour Vale Council
  issuer: https://login.example/harbour-vale/v2.0
  client-id: 7d1f
  client-secret-file: secret
  addresses: [harbourvale.example]
`;
const read = (text: string) => {
	const path = join(folder, "providers.yaml");
	writeFileSync(path, text);
	return readProviders(path);
};
/** What is said of a file that cannot stand. */
function faultOf(text: string): string {
	try {
		read(text);
	} catch (problem) {
		if (problem instanceof ProviderFault) return problem.message.replaceAll(`${folder}/`, "");
		throw problem;
	}
	throw new Error("It should have been refused");
}

test("a provider is read with its secret, which stands beside the file", () => {
	expect(read(council)).toEqual([
		{
			key: "council",
			name: "Harbour Vale Council",
			issuer: "https://login.example/harbour-vale/v2.0",
			clientId: "7d1f",
			clientSecret: "what the provider gave",
			addresses: ["harbourvale.example"],
			verifiedBy: "claim",
			addressClaim: "email",
			returnsTo: [],
		},
	]);
	const [own] = read(`${council}  returns-to: [https://concord.northfield.example]\n`);
	expect(own?.returnsTo).toEqual(["https://concord.northfield.example"]);
	expect(faultOf(`${council}  returns-to: [https://concord.northfield.example/path]\n`)).toContain(
		"is more than a web address and a host",
	);
});

test("what is wrong is named by its place, all of it at once", () => {
	expect(
		faultOf(council.replace("key: council", "key: Our council").replace("https:", "http:")),
	).toBe(
		"CONCORD_PROVIDERS, providers.yaml: number 1, key is not a short name in small letters, such as council.\nCONCORD_PROVIDERS, providers.yaml: number 1, issuer is not https.",
	);
});

test.each([
	["no list", "key: council", "the list"],
	["no YAML", "- [", "cannot be read, or is not YAML"],
	["an unknown word", `${council}  colour: red`, "number 1"],
	["no addresses", council.replace("[harbourvale.example]", "[]"), "names no addresses"],
	["a whole address as an end", council.replace("[harb", "[ann@harb"), "is no end of an address"],
	["a secret that is not there", council.replace("file: secret", "file: none"), "cannot be read"],
	["two of one key", council + council, "two are called council"],
])("%s is refused", (_what, text, says) => {
	expect(faultOf(text)).toContain(says);
});

test("a file that is not there is said with its path", () => {
	expect(() => readProviders(join(folder, "missing.yaml"))).toThrow("missing.yaml");
});
