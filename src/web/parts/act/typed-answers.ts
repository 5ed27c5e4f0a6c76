import type { Answers } from "../../../domain/protocol/answers.ts";
import type { FormValues } from "../../kit/form.ts";
import { answersSoFar } from "../fields/read-questions.ts";
import { type AskedAct, allQuestions } from "./asked-act.ts";

/** What somebody has entered in an act and not sent yet, as far as it can be read. */
export const typedAnswers = (asked: AskedAct, values: FormValues = asked.draft): Answers =>
	answersSoFar(asked.opened.protocol, allQuestions(asked), values);
