import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { Answer } from "../../../domain/protocol/answers.ts";
import { type Field, readAs } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { typedRow } from "../../kit/text.tsx";

/** A row of a summary list: what was asked, with the agencies by their names, and what was answered. */
export const answeredRow = (opened: OpenedDifference, field: Field, answer: Answer) =>
	typedRow(
		withAgencyNames(opened.protocol, opened, readAs(field)),
		sayAnswer(opened.protocol, field, answer, opened),
	);
