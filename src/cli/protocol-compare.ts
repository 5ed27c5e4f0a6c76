import { parseArgs } from "node:util";
import type { Protocol } from "../domain/protocol/protocol.ts";
import {
	type Change,
	compareProtocols,
	isOnlyWording,
} from "../domain/protocol/told/compare/compare.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { faultInFile } from "./faults-in-file.ts";
import { protocolIn } from "./read-file.ts";

export const protocolCompare: Command = {
	name: "protocol compare",
	summary: "Say in words what changed from one version of a protocol to another",
	usage: `Usage:
  concord protocol compare BEFORE AFTER [--wording] [--json]

By stage or area, what matters most first. What has another name in the file and its old
title is the same thing. Changes of wording alone are counted, and told with --wording.
Exit code 0 whether anything changed or not; 1 when a file has faults.

  --wording  tells every change of wording too
  --json     for machines: { before: { id, version }, after: { id, version }, onlyWording,
             changes: [{ area, kind, weight, says }] }
             “kind” is added, removed, changed or wording; “weight” is from 100 to 1`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { wording: { type: "boolean" }, json: { type: "boolean" } },
		});
		const [before, after, ...more] = positionals;
		if (!before || !after || more.length > 0)
			throw new WrongCall("Name two protocol files: before and after.");
		const [one, other] = await Promise.all([protocolIn(before), protocolIn(after)]);
		if (!one.protocol || !other.protocol) {
			for (const [file, { faults }] of [
				[before, one],
				[after, other],
			] as const)
				for (const fault of faults ?? []) io.out.write(`${faultInFile(file, fault)}\n`);
			return exit.faults;
		}
		const changes = compareProtocols(one.protocol, other.protocol);
		io.out.write(
			values.json
				? `${JSON.stringify(
						{
							before: named(one.protocol),
							after: named(other.protocol),
							onlyWording: changes.length > 0 && isOnlyWording(changes),
							changes,
						},
						null,
						2,
					)}\n`
				: inWords(one.protocol, other.protocol, changes, values.wording ?? false),
		);
		return exit.ok;
	},
};

const named = ({ id, version }: Protocol) => ({ id, version });

function inWords(
	before: Protocol,
	after: Protocol,
	changes: Change[],
	withWording: boolean,
): string {
	const wording = changes.filter(({ kind }) => kind === "wording");
	const others = changes.filter(({ kind }) => kind !== "wording");
	const lines = [
		`From version ${before.version} to version ${after.version} of “${after.title}”`,
		"",
	];
	if (changes.length === 0) lines.push("Nothing has changed.");
	else if (others.length === 0) lines.push("Nothing but wording has changed.");
	lines.push(...byArea(others));
	if (wording.length > 0)
		lines.push(
			...(withWording
				? ["Wording", "", ...byArea(wording)]
				: [
						`${count(wording.length)} of wording alone. ‘--wording’ tells ${wording.length === 1 ? "it" : "them"}.`,
					]),
		);
	return `${lines.join("\n").trimEnd()}\n`;
}

const byArea = (changes: Change[]): string[] =>
	[...Map.groupBy(changes, ({ area }) => area)].flatMap(([area, inArea]) => [
		area,
		...inArea.map(({ says }) => `  - ${says}`),
		"",
	]);

const count = (number: number): string => (number === 1 ? "1 change" : `${number} changes`);
