import type { Learned } from "../../domain/learning/learned.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { speakingNow } from "../../language/speaking.ts";
import type { ReportDocument } from "./on-paper.ts";
import { sayReport } from "./said-figures.ts";
import { toldOfLearned } from "./told.ts";

/** A report that was counted just now, in the language of whoever reads it. @param protocol in its own words */
export function reportToRead({
	report,
	learned,
	protocol,
	...rest
}: Pick<ReportDocument, "report" | "partnership" | "day" | "isOver" | "threshold"> & {
	learned: Learned;
	protocol: Protocol;
}): ReportDocument {
	const speaks = sayReport(protocol);
	return {
		...rest,
		language: speakingNow().language,
		report: speaks.figures({ ...report, ...speaks.titles(report) }),
		protocol: sayProtocol(protocol),
		told: [toldOfLearned(learned, speaks)],
	};
}
