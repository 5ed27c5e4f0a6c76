import { type SpokenTo, sayTo } from "../said.ts";
import type { Protocol } from "./protocol.ts";

/** The most that a mail holds of it, in characters. */
export const longestEmergencyLine = 1_000;

/** "If a child is in immediate danger, call 999 (the police). …": it begins every mail. */
export const emergencyLine = ({ safety }: Pick<Protocol, "safety">, to: SpokenTo = {}): string =>
	safety
		.map(({ if: when, call, name }) => sayTo(to)`If ${when}, call ${call} (${name}).`)
		.join(" ");
