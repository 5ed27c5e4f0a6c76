import { withArticle } from "../../../domain/english.ts";
import { raisePaths } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Link } from "../../kit/text.tsx";
import { CallsMade } from "../../parts/calls-made.tsx";
import { inputs, type Raising } from "../../parts/raising/raising.ts";
import { WhomToRing } from "../../parts/whom-to-ring.tsx";
import { RaiseForm, RaiseLayout } from "./raise-layout.tsx";
import { scopeAgain } from "./scope-page.tsx";

type Given = { frame: PageFrame; raising: Raising };

/** Whether a child is in danger now, and who was rung when: it is recorded, and never stands in the way. */
export const SafetyPage = ({ frame, raising, form }: Given & { form: FormState }): Html => {
	const { safety, words } = raising.protocol;
	const title = `Is ${withArticle(words.child)} in danger now?`;
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title={title}
			back={scopeAgain(raising)}
			errors={form.errors}
		>
			<WhomToRing protocol={raising.protocol} />
			<p class="govuk-body">Ring first. Resolving a difference never delays an urgent call.</p>
			<RaiseForm
				frame={frame}
				asks={[inputs.danger, ...safety.map((_, index) => inputs.rang(index))]}
			>
				{govukRadios({
					...radiosField(form, inputs.danger),
					fieldset: { legend: { text: title, classes: "govuk-visually-hidden" } },
					items: [
						{ value: "no", text: "No" },
						{
							value: "yes",
							text: "Yes",
							conditional: {
								html: (
									<CallsMade
										protocol={raising.protocol}
										now={raising.now}
										form={form}
										inputOf={inputs.rang}
									/>
								),
							},
						},
					],
				})}
			</RaiseForm>
		</RaiseLayout>
	);
};

/** A child is in danger and nobody was rung yet. */
export const RingNowPage = ({ frame, raising, next }: Given & { next: string }): Html => (
	<RaiseLayout frame={frame} raising={raising} title="Ring now" back={raisePaths.safety}>
		<WhomToRing protocol={raising.protocol} />
		<p class="govuk-body">
			What you enter here is kept. When you have rung,{" "}
			<Link href={raisePaths.safety}>say when</Link>. You can also go on now.
		</p>
		{govukButton({ text: "Continue", href: next })}
	</RaiseLayout>
);
