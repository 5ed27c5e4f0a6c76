import { flowOf } from "./draw-flow.ts";
import type { Protocol } from "./protocol.ts";

/** A line of the text alternative, and the lines under it. */
export type Told = { says: string; inside: Told[] };

/** A protocol as a flow diagram, and the same in words. */
export function drawProtocol(protocol: Protocol): {
	svg: string;
	text: string;
	told: Told[];
} {
	const flow = flowOf(protocol);
	const told = flow.bands.map(({ title, steps }) => ({
		says: title,
		inside: steps.map(({ title: step, who }) => ({
			says: `${step}: ${who}`,
			inside: [],
		})),
	}));
	return {
		svg: `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="10" viewBox="0 0 960 10" role="img"><title>Flow</title></svg>`,
		text: told.map(({ says }) => `- ${says}`).join("\n"),
		told,
	};
}
