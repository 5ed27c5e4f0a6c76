import { decisionsIn, type FormSource } from "../../../documents/form-parts.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Section } from "../../kit/text.tsx";
import { AnswersGiven } from "./form-part.tsx";

/** What was decided, the reasons and the actions, first on a page; nothing while nothing was. */
export const WhatWasDecided = ({ opened }: { opened: FormSource }): Html => {
	const decisions = decisionsIn(opened);
	return (
		<>
			{decisions.length > 0 && (
				<Section id="decided" title={say`What was decided`}>
					{decisions.map(({ title, recorded, fields }) => (
						<>
							<p class="govuk-body">
								<strong>{title}.</strong> {recorded}
							</p>
							<AnswersGiven fields={fields} />
						</>
					))}
				</Section>
			)}
		</>
	);
};
